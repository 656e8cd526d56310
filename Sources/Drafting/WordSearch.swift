/// Looks for whole words in texts, those of a few terms among many. Everything that is no letter,
/// digit or hyphen parts words; case does not count.
struct WordSearch {
  private let phrases: [[String]]
  /// Phrases by their first word.
  private let beginnings: [String: [Int]]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { WordSearch.words($0) }
    var beginnings: [String: [Int]] = [:]
    for (number, words) in self.phrases.enumerated() {
      if let first = words.first { beginnings[first, default: []].append(number) }
    }
    self.beginnings = beginnings
  }

  /// The numbers of the phrases that occur in a text.
  func found(in text: String) -> Set<Int> {
    let words = WordSearch.words(text)
    var found: Set<Int> = []
    for (at, word) in words.enumerated() {
      for number in beginnings[word] ?? [] where words[at...].starts(with: phrases[number]) {
        found.insert(number)
      }
    }
    return found
  }

  private static func words(_ text: String) -> [String] {
    let text = text.lowercased().unicodeScalars
    return text.split { !isInner($0) }.map { String($0) }
  }

  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": true
    default:
      !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }
}
