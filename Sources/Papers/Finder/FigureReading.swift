import PackModel

/// Reads numbers, times, shares and amounts of money in English sentences: “ten (10) days”, “72 hours”, “two (2)
/// business days”, “twelve months”, “EUR 1 million”, “100 % of fees”.
package enum FigureReading {
  /// In the order of reading. A number without a unit is none; where words and digits differ, the digits count.
  package static func figures(in text: String) -> [ReadFigure] {
    var reading = Reading(text)
    return reading.all()
  }

  /// Those of some kinds only: what may be proposed for a question.
  package static func figures(in text: String, _ kinds: [FigureKind]) -> [ReadFigure] {
    figures(in: text).filter { $0.kind.map(kinds.contains) == true }
  }

  private struct Reading {
    private let pieces: [FigurePiece]
    private var at = 0

    init(_ text: String) { pieces = FigurePiece.pieces(text) }

    mutating func all() -> [ReadFigure] {
      var found: [ReadFigure] = []
      while at < pieces.count {
        if let figure = money() ?? quantity() { found.append(figure) } else { at += 1 }
      }
      return found
    }

    private func word(_ at: Int) -> String? { pieces.indices.contains(at) ? pieces[at].text : nil }

    private func range(_ start: Int, _ end: Int) -> Range<Int> {
      pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
    }

    /// A number at a place, in thousandths, and the place behind it.
    private func number(_ start: Int) -> (thousandths: Int, end: Int)? {
      guard var (value, end) = plainNumber(start) else { return nil }
      // “ten (10)”: what stands in brackets is the same number again.
      if word(end) == "(", let (again, close) = plainNumber(end + 1), word(close) == ")" {
        if isDigits(end + 1) { value = again }
        end = close + 1
      }
      if let scale = word(end).flatMap(NumberWord.scale) {
        let (scaled, overflow) = value.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        (value, end) = (scaled, end + 1)
      }
      return (value, end)
    }

    /// Digits, or words: “twenty-four”, “one hundred and twenty”.
    private func plainNumber(_ start: Int) -> (thousandths: Int, end: Int)? {
      guard let first = word(start), var value = NumberWord.thousandths(first) else { return nil }
      var end = start + 1
      guard !isDigits(start) else { return (value, end) }
      while true {
        let at = ["-", "and"].contains(word(end)) ? end + 1 : end
        guard let next = word(at), !isDigits(at), let added = NumberWord.thousandths(next),
          let sum = NumberWord.sum(value, added)
        else { return (value, end) }
        (value, end) = (sum, at + 1)
      }
    }

    private func isDigits(_ at: Int) -> Bool { word(at)?.first?.isNumber == true }

    private mutating func quantity() -> ReadFigure? {
      let start = at
      guard let (value, end) = number(start),
        // “a 30-day period”
        let (unit, after) = unit(end).map({ ($0.0, end + $0.1) })
          ?? (word(end) == "-" ? unit(end + 1).map { ($0.0, end + 1 + $0.1) } : nil)
      else { return nil }
      at = after
      return ReadFigure(
        .quantity(Quantity(thousandths: value, unit: unit)), range(start, at))
    }

    /// The unit at a place, and how many words it takes.
    private func unit(_ at: Int) -> (Unit, Int)? {
      switch word(at) {
      case "business", "working", "banking":
        if let day = word(at + 1), Self.units[day] == .day { return (.businessDay, 2) }
      case "calendar", "consecutive":
        if let next = word(at + 1).flatMap({ Self.units[$0] }) { return (next, 2) }
      case "per": return word(at + 1) == "cent" ? (.percent, 2) : nil
      case let word?:
        if let unit = Self.units[word] { return (unit, 1) }
      case nil: break
      }
      return nil
    }

    private static let units: [String: Unit] = [
      "hour": .hour, "hours": .hour, "hrs": .hour, "day": .day, "days": .day,
      "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year,
      "years": .year, "%": .percent, "percent": .percent,
    ]

    // MARK: Money

    private mutating func money() -> ReadFigure? {
      let start = at
      if let currency = currency(start), let (value, end) = number(start + 1) {
        return amount(value, currency, start, end)
      }
      guard let (value, end) = number(start), let currency = currency(end) else { return nil }
      return amount(value, currency, start, end + 1)
    }

    private func currency(_ at: Int) -> String? {
      guard let word = word(at) else { return nil }
      if let code = Self.currencies[word] { return code }
      let code = word.uppercased()
      return pieces[at].isUpper && Currency.isOne(code) ? code : nil
    }

    private static let currencies: [String: String] = [
      "€": "EUR", "$": "USD", "£": "GBP", "euro": "EUR", "euros": "EUR", "dollars": "USD",
      "pounds": "GBP",
    ]

    private mutating func amount(_ thousandths: Int, _ currency: String, _ start: Int, _ end: Int)
      -> ReadFigure?
    {
      let (product, overflow) = thousandths.multipliedReportingOverflow(
        by: Money.factor(of: currency))
      guard !overflow else { return nil }
      at = end
      return ReadFigure(.money(Money(minor: product / 1000, currency: currency)), range(start, end))
    }
  }
}
