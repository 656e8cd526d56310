import PlainText

/// A line as it was typed into the linear view.
struct PlainLine {
  /// Without white space at its ends.
  let text: String
  /// Its first word in small letters.
  let word: String
  /// What stands behind that.
  let rest: String

  init(_ line: String) {
    text = String(line.trimmed)
    guard let space = text.firstIndex(of: " ") else {
      (word, rest) = (text.lowercased(), "")
      return
    }
    word = text[..<space].lowercased()
    rest = String(text[space...].trimmed)
  }

  /// The whole line as the number of a line in a list; nil for words, and for what no list comes to.
  var number: Int? { PlainLine.number(text) }

  /// The first word as such a number.
  var leadingNumber: Int? { PlainLine.number(word) }

  /// The whole line as numbers, with commas or spaces between them; nil where it is anything else.
  var numbers: [Int]? { PlainLine.numbers(text) }

  static func number(_ word: some StringProtocol) -> Int? {
    Int(word).flatMap { (1...999_999).contains($0) ? $0 : nil }
  }

  static func numbers(_ text: String) -> [Int]? {
    let parts = text.split { $0 == "," || $0 == " " }
    let numbers = parts.compactMap { number($0) }
    return numbers.isEmpty || numbers.count < parts.count ? nil : numbers
  }
}
