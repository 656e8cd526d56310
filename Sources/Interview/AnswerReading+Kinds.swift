import PackModel

/// Reads words as values, kind by kind.
package enum AnswerReading {
  static func boolean(_ text: String) throws(AnswerError) -> Value {
    switch text.lowercased() {
    case "yes", "y", "true": .boolean(true)
    case "no", "n", "false": .boolean(false)
    default: throw AnswerError(.notYesOrNo, "Answer yes or no.")
    }
  }

  static func tick(_ text: String, _ question: Question) throws(AnswerError) -> Tick {
    if let option = question.options.first(where: { $0.code == text }) { return .code(option.code) }
    let lower = text.lowercased()
    let named = question.options.filter { $0.display.lowercased() == lower }
    if named.count == 1 { return .code(named[0].code) }
    if question.open {
      // What looks like a code and is nearly one of ours was meant to be it.
      if looksLikeCode(text), let near = NearWord.of(text, in: question.options.map(\.code)) {
        throw AnswerError(
          .notAnOption,
          "“\(text)” is not one of the choices. Did you mean \(near)? Something else in your own "
            + "words begins with a capital letter or has a space.")
      }
      return .other(text)
    }
    let starting = question.options.filter { $0.display.lowercased().hasPrefix(lower) }
    if starting.count == 1 { return .code(starting[0].code) }
    throw AnswerError(
      .notAnOption,
      "“\(text)” is not one of the choices: "
        + question.options.map(\.code).joined(separator: ", ") + ".")
  }

  private static func looksLikeCode(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  static func ticks(_ text: String, _ question: Question) throws(AnswerError) -> [Tick] {
    if text == "-" { return [] }
    if text.lowercased() == "none", question.option("none") == nil { return [] }
    var found: [Tick] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }) {
      var word = part
      while word.first == " " { word.removeFirst() }
      while word.last == " " { word.removeLast() }
      guard !word.isEmpty else { continue }
      let tick = try tick(String(word), question)
      if !found.contains(tick) { found.append(tick) }
    }
    return ordered(found, question)
  }

  /// In the order of the options, own words last.
  package static func ordered(_ ticks: [Tick], _ question: Question) -> [Tick] {
    let known = question.options.map { Tick.code($0.code) }.filter(ticks.contains)
    return known + ticks.filter { !known.contains($0) }
  }

  static func quantity(_ text: String, units: [Unit]) throws(AnswerError) -> Quantity {
    let (amount, rest) = split(text)
    let wanted = units.map { "“\($0 == .percent ? "2 %" : "30 \(words($0))")”" }
      .joined(separator: " or ")
    guard let thousandths = decimal(amount, places: 3) else {
      throw AnswerError(.notANumber, "Enter a number, such as \(wanted).")
    }
    guard let unit = rest.isEmpty ? units.first : unit(rest) else {
      throw AnswerError(
        .wrongUnit, rest.isEmpty ? "Name a unit." : "“\(rest)” is no unit. Enter \(wanted).")
    }
    guard units.isEmpty || units.contains(unit) else {
      throw AnswerError(.wrongUnit, "“\(rest)” does not fit here. Enter \(wanted).")
    }
    // In many countries the point sets off thousands: 1.000 people are not one person.
    let fraction = amount.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    if let fraction,
      [.person, .record, .times].contains(unit) || fraction.count == 3 && fraction.last == "0"
    {
      throw AnswerError(
        .notANumber, "Is “\(amount)” a whole number? Write it without a point, or with a comma.")
    }
    return Quantity(thousandths: thousandths, unit: unit)
  }

  private static func words(_ unit: Unit) -> String { Language.british.unit(unit, one: false) }

  /// A unit by its code, its word in the singular or plural, or its usual short form.
  package static func unit(_ text: String) -> Unit? {
    let lower = text.lowercased()
    if let unit = Unit(rawValue: lower) { return unit }
    for unit in Unit.allCases {
      let forms = [Language.british.unit(unit, one: true), Language.british.unit(unit, one: false)]
      if forms.contains(lower) { return unit }
    }
    return switch lower {
    case "h", "hr", "hrs": .hour
    case "d": .day
    case "bd", "business-days", "working day", "working days": .businessDay
    case "w": .week
    case "m", "mo": .month
    case "y", "yr": .year
    case "percent", "per cent", "%": .percent
    case "persons": .person
    default: nil
    }
  }

  static func money(_ text: String, usual: String?) throws(AnswerError) -> Money {
    let hint = "Enter an amount, such as “\(usual ?? "EUR") 10,000”."
    var currency = usual
    var digits = ""
    var zeros = 0
    for word in text.split(separator: " ") {
      let number = word.prefix { !$0.isLetter }
      if word.contains(where: \.isNumber) {
        digits += number
        guard number.endIndex < word.endIndex else { continue }
        guard let found = Self.zeros(word[number.endIndex...]) else {
          throw AnswerError(.notMoney, hint)
        }
        zeros = found
      } else if !digits.isEmpty, let found = Self.zeros(word) {
        zeros = found
      } else {
        let symbols = ["€": "EUR", "£": "GBP", "$": "USD"]
        let code = symbols[String(word)] ?? word.uppercased()
        guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
          throw AnswerError(.unknownCurrency, "“\(word)” is no currency. \(hint)")
        }
        currency = code
      }
    }
    for (symbol, code) in [("€", "EUR"), ("£", "GBP"), ("$", "USD")] where digits.contains(symbol) {
      digits.removeAll { String($0) == symbol }
      currency = code
    }
    guard let currency else { throw AnswerError(.unknownCurrency, "Name the currency. \(hint)") }
    let decimals = Money.decimals(of: currency)
    // "1.500 million" may be 1,500 of them.
    let isDoubtful = zeros > 0 && digits.split(separator: ".").dropFirst().first?.count == 3
    guard !isDoubtful, let minor = decimal(digits, places: decimals + zeros) else {
      throw AnswerError(.notMoney, hint)
    }
    return Money(minor: minor, currency: currency)
  }

  /// "million", and how it is written for short.
  private static func zeros(_ word: Substring) -> Int? {
    switch word.lowercased() {
    case "thousand", "k": 3
    case "million", "millions", "mio", "mio.", "mn", "m": 6
    case "billion", "billions", "bn": 9
    default: nil
    }
  }

  /// The number at the start and the words behind it.
  private static func split(_ text: String) -> (String, String) {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "," || $0 == "'" }
    var rest = text[number.endIndex...]
    while rest.first == " " { rest.removeFirst() }
    return (String(number), String(rest))
  }

  /// A decimal number in units of its last place. Groups of three may be set off by commas, spaces
  /// or apostrophes; the decimal sign is the point.
  static func decimal(_ text: String, places: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, !first.isEmpty else { return nil }
    let groups = first.split(whereSeparator: { $0 == "," || $0 == "'" })
    guard groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }),
      var whole = Int(groups.joined())
    else { return nil }
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    whole = scaled
    guard parts.count == 2 else { return whole }
    let fraction = parts[1]
    guard fraction.count <= places, fraction.allSatisfy({ $0.isASCII && $0.isNumber }),
      !fraction.isEmpty,
      let rest = Int(fraction + String(repeating: "0", count: places - fraction.count))
    else { return nil }
    let (sum, tooLarge) = whole.addingReportingOverflow(rest)
    return tooLarge ? nil : sum
  }
}
