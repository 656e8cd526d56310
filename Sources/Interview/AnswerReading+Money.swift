import PackModel

extension AnswerReading {
  /// - Parameters:
  ///   - usual: the currency of an amount that names none.
  ///   - form: how numbers of this matter are written.
  static func money(
    _ text: String, usual: String?, form: Language.NumberForm = .comma
  ) throws(AnswerError) -> Money {
    var amount = Amount(hint: "Enter an amount, such as “\(usual ?? "EUR") 10,000”.", form: form)
    for piece in pieces(of: plain(text)) { try amount.take(piece) }
    return try amount.money(usual: usual)
  }

  /// Whether an amount says in which currency it is.
  package static func namesCurrency(_ text: String) -> Bool {
    pieces(of: plain(text)).contains { piece in
      if case .word(let word) = piece { currency(word) != nil } else { false }
    }
  }

  /// The currency that a sign or a code means.
  static func currency(_ word: String) -> String? {
    switch word {
    case "€": return "EUR"
    case "£": return "GBP"
    case "$", "US$": return "USD"
    default: break
    }
    let code = word.uppercased()
    guard code != "EURO", code != "EUROS" else { return "EUR" }
    guard word.utf8.count == 3, Currency.isOne(code) else { return nil }
    // In small letters these are words of a sentence.
    let words = ["all", "bam", "cop", "cup", "gel", "mad", "mop", "pen", "sos", "top", "try"]
    return words.contains(word.lowercased()) && word != code ? nil : code
  }

  /// How many noughts a word adds to the number before it. What another language counts otherwise
  /// (Billionen, mil, trillion) is not known here; "Billion" is asked back.
  static func noughts(_ word: String) -> Int? {
    guard !word.contains(".") else { return nil }
    return switch FoldedName(word).key {
    case "k", "thousand", "thousands", "tsd", "tausend": 3
    case "lakh", "lakhs", "lac", "lacs": 5
    case "m", "mm", "mn", "mln", "mio", "million", "millions", "millionen": 6
    case "crore", "crores": 7
    case "bn", "billion", "billions", "mrd", "mia", "mld", "milliard", "milliarde", "milliarden":
      9
    default: nil
    }
  }

  enum Piece: Hashable {
    case number(String)
    case word(String)
    case minus
  }

  /// The numbers, words and signs of an amount, in their order.
  static func pieces(of text: String) -> [Piece] {
    var found: [Piece] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if isDigit(first) {
        let (amount, behind) = split(String(rest))
        found.append(.number(withoutEnding(amount)))
        rest = behind[...]
        // "500.-" and "500,--" have no cents.
        if amount.last == "." || amount.last == "," { rest = rest.drop { $0 == "-" } }
      } else if first.isLetter {
        var word = rest.prefix { $0.isLetter || $0 == "." }
        rest = rest[word.endIndex...]
        while word.last == "." { word.removeLast() }
        if rest.first == "$", word == "US" || word == "U.S" {
          rest.removeFirst()
          found.append(.word("US$"))
        } else {
          found.append(.word(String(word)))
        }
      } else {
        rest.removeFirst()
        found.append(first == "-" ? .minus : .word(String(first)))
      }
    }
    return found
  }

  /// Without the point that ends a sentence.
  private static func withoutEnding(_ amount: String) -> String {
    amount.last == "." || amount.last == "," ? String(amount.dropLast()) : amount
  }
}

/// An amount piece by piece.
private struct Amount {
  let hint: String
  /// How numbers of the matter are written.
  private let form: Language.NumberForm
  private var number: String?
  private var noughts: Int?
  private var currency: String?
  /// Whether the number was the piece before.
  private var isBehindNumber = false

  init(hint: String, form: Language.NumberForm) {
    self.hint = hint
    self.form = form
  }

  mutating func take(_ piece: AnswerReading.Piece) throws(AnswerError) {
    let wasBehindNumber = isBehindNumber
    isBehindNumber = false
    switch piece {
    case .minus:
      throw .money(number == nil ? .belowNothing : .minusInside, hint)
    case .number(let digits): try take(number: digits)
    case .word(let word):
      if wasBehindNumber, noughts == nil, isTwoNumbers(word) {
        throw .money(.twoBillions(word), hint)
      } else if wasBehindNumber, noughts == nil, let found = AnswerReading.noughts(word) {
        noughts = found
      } else if let code = AnswerReading.currency(word) {
        guard currency == nil || currency == code else {
          throw .money(.twoCurrencies, hint)
        }
        currency = code
      } else if number == nil, let found = NumberWords.all[word.lowercased()] {
        try take(number: String(found))
      } else {
        throw .money(number == nil ? .noCurrency(word) : .noPart(word), hint)
      }
    }
  }

  /// A German "Billion" is a thousand English ones. In German it has a capital letter.
  private func isTwoNumbers(_ word: String) -> Bool {
    FoldedName(word).key == "billion" && (word.contains(where: \.isUppercase) || form == .point)
  }

  private mutating func take(number digits: String) throws(AnswerError) {
    guard number == nil else { throw .money(.twoNumbers, hint) }
    number = digits
    isBehindNumber = true
  }

  func money(usual: String?) throws(AnswerError) -> Money {
    guard let number else { throw .money(.noNumber, hint) }
    guard let currency = currency ?? usual else {
      throw .money(.currencyWanted, hint)
    }
    let noughts = noughts ?? 0
    let kept = Money.decimals(of: currency)
    let minor = try AnswerReading.decimal(number, places: kept + noughts, form: form)
    let fraction = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    // "1.500 million" may be 1,500 of them.
    let isDoubtful = form != .point && noughts > 0 && fraction?.count == 3
    guard let minor, !isDoubtful else {
      let hasSigns = number.contains(".") || number.contains(",")
      throw .money(hasSigns ? .doubtfulDecimals(number) : .tooLarge(number), hint)
    }
    var beyond = 1
    for _ in Currency.decimals(of: currency)..<kept { beyond *= 10 }
    guard minor % beyond == 0 else {
      throw .money(.noDecimals(currency), hint)
    }
    return Money(minor: minor, currency: currency)
  }
}
