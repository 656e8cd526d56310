/// A list of a page, with the numbers that its items are shown with.
struct HTMLList {
  let isNumbered: Bool
  private let type: String
  private let step: Int
  private var value: Int?

  init(isNumbered: Bool, _ attributes: [String: String]) {
    let style = (attributes["style"] ?? "").lowercased().filter { $0 != " " }
    let isBare = style.contains("list-style:none") || style.contains("list-style-type:none")
    self.isNumbered = isNumbered && !isBare
    type =
      Self.types.first { style.contains("list-style-type:" + $0.key) }?.value
      ?? attributes["type"] ?? "1"
    step = attributes["reversed"] == nil ? 1 : -1
    // A list that counts down without a start would have to be counted first: no contract has one.
    value = attributes["start"].flatMap { Int($0) }.map { $0 &- step }
  }

  private static let types = [
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I",
  ]

  /// The number before the next item: `3.`, `c.`, `iii.`; nil where it has none.
  mutating func next(_ attributes: [String: String]) -> String? {
    guard isNumbered else { return nil }
    let given = attributes["value"].flatMap { Int($0) }
    let number = given ?? (value ?? 0) &+ step
    value = number
    guard (-100_000...100_000).contains(number) else { return nil }
    switch type {
    case "a": return NumberWriting.letters(number) + "."
    case "A": return NumberWriting.letters(number).uppercased() + "."
    case "i": return NumberWriting.roman(number) + "."
    case "I": return NumberWriting.roman(number).uppercased() + "."
    default: return "\(number)."
    }
  }
}
