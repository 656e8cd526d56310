import PackModel

/// Puts a limit in the place of a number that a paper names.
package enum FigureChange {
  /// - Parameters:
  ///   - named: the paper's number, as it was answered: business days may have been counted as days.
  ///   - quoted: what was quoted of the passage, in bytes; a number in it comes first.
  /// - Returns: nil where no number of the passage is the one that is meant, or several are.
  package static func edit(
    in text: String, named: Quantity, limit: Quantity, quoted: Range<Int>, _ language: Language
  ) -> WordEdit? {
    guard let kind = FigureKind(limit.unit) else { return nil }
    let figures = FigureReading.figures(in: text, [.hour, .day]).filter { figure in
      guard case .quantity(let quantity) = figure.value else { return false }
      return hours(quantity) == hours(named)
    }
    let inside = figures.filter { $0.range.overlaps(quoted) }
    let meant = inside.isEmpty ? figures : inside
    guard meant.count == 1, let figure = meant.first, limit.thousandths % 1000 == 0,
      kind == .hour || kind == .day
    else { return nil }
    let old = String(
      decoding: text.utf8.dropFirst(figure.range.lowerBound).prefix(figure.range.count),
      as: UTF8.self)
    return WordEdit(range: figure.range, old: old, new: said(limit, like: old, language))
  }

  /// Whether a number that a paper names is beyond a limit.
  package static func isBeyond(_ named: Quantity, _ limit: Quantity, isMost: Bool) -> Bool {
    isMost ? hours(named) > hours(limit) : hours(named) < hours(limit)
  }

  /// Hours in thousandths; ten business days are fourteen days, a month thirty.
  private static func hours(_ quantity: Quantity) -> Int {
    switch quantity.unit {
    case .hour: quantity.thousandths
    case .businessDay: quantity.thousandths * 24 * 7 / 5
    case .week: quantity.thousandths * 24 * 7
    case .month: quantity.thousandths * 24 * 30
    case .year: quantity.thousandths * 24 * 365
    default: quantity.thousandths * 24
    }
  }

  /// “thirty (30) days” where the paper writes “ten (10) days”, “30-day” where it writes “10-day”.
  private static func said(_ limit: Quantity, like old: String, _ language: Language) -> String {
    let number = limit.thousandths / 1000
    let digits = String(number)
    let begins = old.first?.isNumber == true
    let amount: String
    if begins {
      amount = digits
    } else if old.contains("(") {
      amount = "\(language.numberInWords(number)) (\(digits))"
    } else {
      amount = language.numberInWords(number)
    }
    let isJoined = old.contains("-day") || old.contains("-hour")
    let unit = language.unit(limit.unit, one: isJoined || language.isOne(number))
    let said = amount + (isJoined ? "-" : " ") + unit
    return old.first?.isUppercase == true
      ? said.prefix(1).uppercased() + said.dropFirst() : said
  }
}
