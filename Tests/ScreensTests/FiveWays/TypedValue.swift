import PackModel
import TestSupport

/// What somebody types, with what is meant where that is known.
struct TypedValue {
  var column: String
  var text: String
  /// nil where the text was spoilt: it is refused, or taken for what it says.
  var meant: Value?
}

/// Texts at random: values as people, spreadsheets and this program write them, and the same spoilt.
struct Typing {
  var random: SeededRandom
  let countries: [Option]

  mutating func next() -> TypedValue {
    var typed =
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1, 2: money()
      case 3, 4: quantity()
      case 5, 6, 7: date()
      case 8: flag()
      case 9: country()
      case 10: measures()
      default: words()
      }
    if Int.random(in: 0..<3, using: &random) == 0 { spoil(&typed) }
    return typed
  }

  private mutating func one<T>(_ items: [T]) -> T {
    items[Int.random(in: 0..<items.count, using: &random)]
  }
  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  // MARK: Kinds

  private mutating func money() -> TypedValue {
    let (code, signs) = one([
      ("EUR", ["EUR", "€", "eur", "Euro"]), ("CHF", ["CHF", "chf"]), ("USD", ["USD", "$", "US$"]),
      ("GBP", ["GBP", "£"]), ("JPY", ["JPY"]), ("KWD", ["KWD"]), ("CLF", ["CLF"]),
      ("UYW", ["UYW"]),
    ])
    let (word, noughts) = one([
      ("", 0), ("", 0), ("", 0), ("k", 3), ("tsd", 3), ("Mio.", 6), ("million", 6),
      ("Millionen", 6),
      ("bn", 9), ("Mrd.", 9), ("billion", 9),
    ])
    let size = one([9, 99, 999, 99_999])
    let whole = 1 + below(size)
    var digits = grouped(whole)
    var minor = whole
    for _ in 0..<noughts { minor *= 10 }
    minor *= Money.factor(of: code)
    let places = Currency.decimals(of: code)
    // Of thousands and more a half is whole again.
    if noughts > 0 || places == 2, below(3) == 0 {
      digits += ".5"
      var half = 5
      for _ in 1..<(noughts + places) { half *= 10 }
      minor += half
    }
    let amount = digits + (word.isEmpty ? "" : one(["", " ", "\u{A0}"]) + word)
    let sign = one(signs)
    let text = one(["\(sign) \(amount)", "\(amount) \(sign)", " \(sign)\u{A0}\(amount) "])
    return TypedValue(
      column: "price", text: text, meant: .money(Money(minor: minor, currency: code)))
  }

  private mutating func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return String(number) }
    let sign = one([",", "'", "’", "\u{A0}", "\u{202F}", " ", ""])
    var (rest, out) = (number, "")
    while rest >= 1000 {
      let group = String(rest % 1000)
      out = sign + String(repeating: "0", count: 3 - group.count) + group + out
      rest /= 1000
    }
    return String(rest) + out
  }

  private mutating func quantity() -> TypedValue {
    let (unit, names) = one([
      (Unit.hour, ["hours", "h", "Stunden", "Std."]),
      (Unit.day, ["days", "d", "Tage", "Tagen", "DAYS"]),
    ])
    let number = below(one([10, 100, 9000]))
    let text = grouped(number) + one([" ", "\u{A0}", ""]) + one(names)
    return TypedValue(column: "time", text: text, meant: .quantity(Quantity(number, unit)))
  }

  static let german = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
  ]

  private mutating func date() -> TypedValue {
    let (year, month) = (1990 + below(60), 1 + below(12))
    let day = 1 + below(CalendarDate.days(in: month, of: year))
    let date = CalendarDate(year: year, month: month, day: day) ?? .first
    let (english, german) = (Language.months[month - 1], Self.german[month - 1])
    let text = one([
      "\(day) \(english) \(year)", "\(day). \(german) \(year)", "\(day).\(month).\(year)",
      date.iso, "\(year)/\(month)/\(day)", "\(english) \(day), \(year)",
      "\(day)\u{A0}\(english.prefix(3))\u{A0}\(year)", "\(date.iso) 00:00:00",
      "\(Language.weekdays[date.weekday]), \(day) \(english) \(year)",
      "\(day)th of \(english) \(year)", "\(year)\u{2011}\(date.iso.dropFirst(5))",
    ])
    return TypedValue(column: "signed", text: text, meant: .date(date))
  }

  private mutating func flag() -> TypedValue {
    let yes = below(2) == 0
    let text = one(yes ? ["yes", "Ja", "Y", "true", "YES."] : ["no", "Nein", "N", "false", "No."])
    return TypedValue(column: "flag", text: text, meant: .boolean(yes))
  }

  private mutating func country() -> TypedValue {
    let option = one(countries)
    let name = one(option.names)
    return TypedValue(
      column: "country", text: one([name, name.uppercased(), " \(name)\u{A0}"]),
      meant: .code(option.code))
  }

  private mutating func measures() -> TypedValue {
    let all = [("crypto", "Encryption, AES-256 or better"), ("logs", "Logs"), ("tests", "Tests")]
    let chosen = all.filter { _ in below(2) == 0 }
    let text = chosen.isEmpty ? "none" : chosen.map(\.1).joined(separator: one(["; ", "; "]))
    return TypedValue(
      column: "measures", text: text, meant: .checks(chosen.map { .code($0.0) }))
  }

  private mutating func words() -> TypedValue {
    let text = one([
      "1&1 AG", "1.10", "007", "no", "1e3", "12:30", "Krämer GmbH", "null GmbH", "=1+1", "- x",
      "# 5",
      "{a: b}", "“quoted”", "O'Neil & Söhne", "yes", "2026-03-01", "true", "x: y",
    ])
    return TypedValue(column: "label", text: text, meant: .text(text))
  }

  // MARK: Spoiling

  private mutating func spoil(_ typed: inout TypedValue) {
    typed.meant = nil
    var letters = Array(typed.text)
    switch below(5) {
    case 0: letters.insert(one(Array("?*-+/.,;:e()[]%x0159²½")), at: below(letters.count + 1))
    case 1 where letters.count > 1: letters.remove(at: below(letters.count))
    case 2 where letters.count > 1:
      let at = below(letters.count - 1)
      letters.swapAt(at, at + 1)
    case 3:
      let more = one([
        " max", " net", " TBD", " approx.", " p.a.", " oder 5", " (see note)", "?", "*", " Billion",
        " mil", " ABC", " or less", " 26", " not",
      ])
      letters += Array(more)
    default:
      letters = Array(
        one([
          "N/A", "TBD", "~", "-", "?", "1 Billion EUR", "1 März 26", "46082", "3/4/2026",
          "10.000 EUR",
          "1,5 Mio EUR", "30", "30/2/2026", "12:30 EUR", "1e3 EUR", "DE/AT", "Korea", "yes?",
          "1.000",
          "[ ] Logs", "31.2.2026", "12.13.2026", "#REF!", "1 000,50 EUR",
        ]))
    }
    typed.text = String(letters)
  }
}
