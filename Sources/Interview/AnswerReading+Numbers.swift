import PackModel

extension AnswerReading {
  /// Spaces of every width as one space, apostrophes and dashes of every kind as on a keyboard, and
  /// without marks that have no width.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "’", "‘", "ʼ", "′", "´", "`", "＇": plain.append("'")
      case "\u{2010}"..."\u{2015}", "\u{2212}": plain.append("-")
      // Signs of double width.
      case "！"..."～": plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case _ where scalar.properties.generalCategory == .decimalNumber:
        // Digits of any script: ten of each follow one another.
        let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil
        plain.append(digit.map { Unicode.Scalar(UInt8(48 + Int($0))) } ?? scalar)
      case _ where scalar.properties.isWhitespace:
        if plain.last != " " { plain.append(" ") }
      case _ where scalar.properties.generalCategory == .format: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// The number at the start and the words behind it. Groups of three digits may have spaces between
  /// them, which become apostrophes; a number below a hundred may be a word.
  static func split(_ text: String) -> (amount: String, rest: String) {
    var amount = ""
    var at = text.startIndex
    while at < text.endIndex {
      let character = text[at]
      if isDigit(character) || (!amount.isEmpty && ".,'".contains(character)) {
        amount.append(character)
      } else if character == " ", amount.last.map(isDigit) == true, !amount.contains("."),
        beginsWithGroup(text[text.index(after: at)...])
      {
        amount.append("'")
      } else {
        break
      }
      at = text.index(after: at)
    }
    var rest = text[at...].drop { $0 == " " }
    if amount.isEmpty {
      let word = rest.prefix { $0 != " " }
      if let number = NumberWords.all[word.lowercased()] {
        amount = String(number)
        rest = rest.dropFirst(word.count).drop { $0 == " " }
      }
    }
    return (amount, String(rest))
  }

  /// Whether a quantity has words behind its number, or is none.
  package static func namesUnit(_ text: String) -> Bool { !split(plain(text)).rest.isEmpty }

  static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func beginsWithGroup(_ text: Substring) -> Bool {
    text.prefix(while: isDigit).count == 3
  }

  /// - Parameters:
  ///   - usual: the unit of a number that stands alone; nil where several are possible and the question
  ///     names none.
  ///   - form: how numbers of this matter are written; it decides what else would be asked back.
  static func quantity(
    _ text: String, units: [Unit], usual: Unit?, form: Language.NumberForm = .comma
  ) throws(AnswerError) -> Quantity {
    var (amount, rest) = split(plain(text))
    guard !amount.isEmpty else { throw .noNumber(units) }
    if rest.isEmpty, amount.last == "." || amount.last == "," { amount.removeLast() }
    guard let unit = rest.isEmpty ? usual : unit(rest) else {
      throw rest.isEmpty ? .unitWanted(amount, units) : .noUnit(rest, units)
    }
    guard units.isEmpty || units.contains(unit) else { throw .otherUnit(rest, units) }
    let isCounted = [.person, .record, .times].contains(unit)
    guard let number = try decimal(amount, places: isCounted ? 0 : 3, form: form) else {
      // In many countries the point sets off thousands: 1.000 people are not one person.
      throw amount.contains(".") ? .pointInNumber(amount) : .brokenNumber(amount, units)
    }
    let (thousandths, overflow) = number.multipliedReportingOverflow(by: isCounted ? 1000 : 1)
    guard !overflow else { throw .tooLarge(amount) }
    return Quantity(thousandths: thousandths, unit: unit)
  }

  /// A unit by its code, its word in the singular or plural, or its usual short form.
  package static func unit(_ text: String) -> Unit? {
    // A mark behind a word is a note that nobody reads here.
    guard text.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "." || $0 == "%" })
    else { return nil }
    return switch FoldedName(text).key {
    case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden": .hour
    case "d", "day", "days", "calendar day", "calendar days", "tag", "tage", "tagen",
      "kalendertag", "kalendertage":
      .day
    case "bd", "business day", "business days", "working day", "working days", "arbeitstag",
      "arbeitstage", "arbeitstagen":
      .businessDay
    case "w", "wk", "wks", "week", "weeks", "woche", "wochen": .week
    case "m", "mo", "mos", "mth", "mths", "month", "months", "monat", "monate", "monaten": .month
    case "y", "yr", "yrs", "year", "years", "jahr", "jahre", "jahren": .year
    case "%", "percent", "per cent", "prozent": .percent
    case "person", "persons", "people", "personen": .person
    case "record", "records", "datensatz", "datensatze", "datensaetze": .record
    case "times", "time", "mal": .times
    default: nil
    }
  }

  /// A number in units of its last place, as the matter's own form of numbers has it or as English
  /// has it. Nil where it is none.
  ///
  /// - Throws: where both can be meant and differ, or where a point may set off thousands.
  static func decimal(
    _ text: String, places: Int, form: Language.NumberForm
  ) throws(AnswerError) -> Int? {
    let fraction = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    let isDoubtful = fraction?.count == 3 && fraction?.last == "0"
    let english = isDoubtful ? nil : decimal(text, places: places)
    guard form == .point else { return english }
    let swapped = String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
    let pointed = decimal(swapped, places: places)
    if let english, let pointed, english != pointed {
      throw .twoNumbers(text)
    }
    return pointed ?? english
  }

  /// A decimal number in units of its last place. Groups of three may be set off by commas or
  /// apostrophes; the decimal sign is the point.
  static func decimal(_ text: String, places: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, !first.isEmpty else { return nil }
    let groups = first.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "'" })
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), areOfOneKind(groups, in: first),
      var whole = Int(groups.joined())
    else { return nil }
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    whole = scaled
    guard parts.count == 2 else { return whole }
    let fraction = parts[1]
    guard fraction.count <= places, fraction.allSatisfy(isDigit), !fraction.isEmpty,
      let rest = Int(fraction + String(repeating: "0", count: places - fraction.count))
    else { return nil }
    let (sum, tooLarge) = whole.addingReportingOverflow(rest)
    return tooLarge ? nil : sum
  }

  /// Whether groups are of three digits, behind a first one that is no nought, with one sign between
  /// all of them.
  private static func areOfOneKind(_ groups: [Substring], in text: Substring) -> Bool {
    guard groups.count > 1, let first = groups.first else { return true }
    return (1...3).contains(first.count) && first.first != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 }
      && !(text.contains(",") && text.contains("'"))
  }
}
