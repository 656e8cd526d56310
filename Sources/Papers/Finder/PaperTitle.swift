/// What other papers are called, as they stand in a text: words with capitals that end as titles do.
enum PaperTitle {
  /// In bytes of UTF-8: “Acceptable Use Policy” of the ending `Policy`. An ending alone, without a word with a
  /// capital before it, is a paper's own term and none.
  static func places(in text: String, endings: [String]) -> [Range<Int>] {
    let endings = endings.map { $0.split(separator: " ").map(String.init) }
    let words = PaperWords.words(text).map { word in
      (
        text: String(
          decoding: text.utf8.dropFirst(word.range.lowerBound).prefix(word.range.count),
          as: UTF8.self), range: word.range
      )
    }
    let bytes = Array(text.utf8)
    /// Whether nothing but a space or a hyphen stands between a word and the next.
    func isJoined(_ at: Int) -> Bool {
      bytes[words[at].range.upperBound..<words[at + 1].range.lowerBound].allSatisfy {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-")
      }
    }
    var found: [Range<Int>] = []
    for ending in endings {
      for at in words.indices
      where at + ending.count <= words.count
        && zip(words[at...], ending).allSatisfy({ $0.text == $1 })
      {
        var start = at
        while start > 0, isJoined(start - 1), isOfTitle(words[start - 1].text) { start -= 1 }
        while start < at, !isCapital(words[start].text) || isArticle(words[start].text) {
          start += 1
        }
        guard start < at else { continue }
        found.append(
          words[start].range.lowerBound..<words[at + ending.count - 1].range.upperBound)
      }
    }
    return found
  }

  private static func isCapital(_ word: String) -> Bool { word.first?.isUppercase == true }

  private static func isArticle(_ word: String) -> Bool {
    ["The", "This", "These", "Any", "Such", "Each", "Our", "Its", "Your", "A", "An", "In", "Of"]
      .contains(word)
  }

  private static func isOfTitle(_ word: String) -> Bool {
    isCapital(word) || ["of", "and", "for", "on"].contains(word)
  }
}
