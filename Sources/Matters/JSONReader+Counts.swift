import PlainText

extension JSONReader {
  /// No matter has more entries, rows or answers: with such numbers nothing overflows.
  static let mostThings = 1_000_000_000

  /// How many there are of something, or the place of one among them.
  mutating func count() throws(JSONFault) -> Int {
    let number = try integer()
    guard (0...JSONReader.mostThings).contains(number) else { throw fault("no number of things") }
    return number
  }
}
