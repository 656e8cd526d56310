import PackModel

/// What a number in a cell looks like, by the cell's format: a date as its ISO form, all else as the
/// cell shows it, with a point before the decimals.
struct NumberForm {
  private enum Shape {
    case general
    case date(hasTime: Bool)
    case time
    case text
    case number(decimals: Int, isPercent: Bool, before: String, after: String)
  }

  private let shape: Shape

  /// A format that every workbook has without saying so.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...54, 57, 58: shape = .date(hasTime: false)
    case 22: shape = .date(hasTime: true)
    case 18...21, 32...35, 45...47, 55, 56: shape = .time
    case 9: shape = .number(decimals: 0, isPercent: true, before: "", after: "")
    case 10: shape = .number(decimals: 2, isPercent: true, before: "", after: "")
    case 1, 3, 37, 38: shape = .number(decimals: 0, isPercent: false, before: "", after: "")
    case 2, 4, 39, 40: shape = .number(decimals: 2, isPercent: false, before: "", after: "")
    case 49: shape = .text
    default: shape = .general
    }
  }

  /// A format in the words of Excel: `dd.mm.yyyy`, `#,##0.00 "EUR"`.
  init(code: String) {
    var plain = ""
    var before = ""
    var after = ""
    var hasDigits = false
    var decimals = 0
    var isAfterPoint = false
    var isPercent = false
    var next = code.prefix(400).makeIterator()
    func word(_ text: String) { if hasDigits { after += text } else { before += text } }
    scan: while let sign = next.next() {
      switch sign {
      case ";": break scan
      case "\"":
        var words = ""
        while let letter = next.next(), letter != "\"" { words.append(letter) }
        word(words)
      case "\\": if let letter = next.next() { word(String(letter)) }
      case "_", "*": _ = next.next()
      case "[":
        var words = ""
        while let letter = next.next(), letter != "]" { words.append(letter) }
        if words.hasPrefix("$") { word(String(words.dropFirst().prefix { $0 != "-" })) }
        if ["h", "hh", "m", "mm", "s", "ss"].contains(words.lowercased()) { plain += "h" }
      case "0", "#", "?":
        hasDigits = true
        if isAfterPoint, sign == "0" { decimals += 1 }
      case ".": isAfterPoint = hasDigits
      case "%": isPercent = true
      case ",": break
      case " ", "-", "(", ")", "€", "$", "£", "+", "/", ":": word(String(sign))
      default: plain.append(sign)
      }
    }
    let letters = plain.lowercased()
    if letters.contains("general") || code == "@" {
      shape = code == "@" ? .text : .general
    } else if letters.contains("y") || letters.contains("d") {
      shape = .date(hasTime: letters.contains("h") || letters.contains("s"))
    } else if letters.contains("h") || letters.contains("s") {
      shape = .time
    } else if letters.contains("m") {
      shape = .date(hasTime: false)
    } else if hasDigits {
      shape = .number(
        decimals: min(decimals, 10), isPercent: isPercent, before: before, after: after)
    } else {
      shape = .general
    }
  }

  /// - Parameters:
  ///   - raw: the number as the file holds it.
  ///   - from1904: whether days are counted from 1904.
  func shown(_ raw: String, from1904: Bool) -> String {
    guard let number = Double(raw), number.isFinite, abs(number) < 1e15 else { return raw }
    switch shape {
    case .general, .text: return Self.general(raw, number)
    case .time: return Self.time(number)
    case .date(let hasTime):
      guard let day = Self.day(number, from1904: from1904) else { return Self.general(raw, number) }
      let rest = number - number.rounded(.down)
      return hasTime && rest > 0.000_01 ? "\(day.iso) \(Self.time(rest))" : day.iso
    case .number(let decimals, let isPercent, let before, let after):
      let digits = Self.fixed(isPercent ? number * 100 : number, decimals)
      return before + digits + (isPercent ? "%" : "") + after
    }
  }

  /// Up to eleven digits, as a cell without a format shows.
  private static func general(_ raw: String, _ number: Double) -> String {
    // What was typed stands there; only what was computed has more digits than a cell shows.
    let digits = raw.utf8.count { (48...57).contains($0) }
    if digits <= 11, !raw.contains("E"), !raw.contains("e") { return raw }
    if number == number.rounded(), abs(number) < 1e15 { return fixed(number, 0) }
    var text = fixed(number, max(0, 10 - String(Int(abs(number))).utf8.count))
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text
  }

  private static func fixed(_ number: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(number) * Double(scale)).rounded()
    guard scaled < 9e18 else { return "\(number)" }
    let all = Int(scaled)
    let sign = number < 0 && all > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(all)" }
    let rest = String(all % scale)
    return
      "\(sign)\(all / scale).\(String(repeating: "0", count: decimals - rest.utf8.count))\(rest)"
  }

  private static func time(_ number: Double) -> String {
    let minutes = Int(((number - number.rounded(.down)) * 1440).rounded()) % 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// The day of a serial number. Days from 1900 count a 29 February 1900 that there never was.
  static func day(_ number: Double, from1904: Bool) -> CalendarDate? {
    guard number >= 0, number < 3_000_000 else { return nil }
    let serial = Int(number.rounded(.down))
    if from1904 {
      return CalendarDate(year: 1904, month: 1, day: 1).flatMap {
        CalendarDate(ordinal: $0.ordinal + serial)
      }
    }
    guard serial > 0, serial != 60 else { return nil }
    return CalendarDate(year: 1899, month: 12, day: serial < 60 ? 31 : 30).flatMap {
      CalendarDate(ordinal: $0.ordinal + serial)
    }
  }
}
