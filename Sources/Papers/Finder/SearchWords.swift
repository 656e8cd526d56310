/// What somebody types to search a paper.
enum SearchWords {
  /// The words and the phrases in quotation marks, as patterns.
  static func terms(_ typed: String) -> [String] {
    var terms: [String] = []
    let parts = typed.split(separator: "\"", omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      if number % 2 == 1 {
        terms.append(bare(part[...]))
      } else {
        terms += part.split { $0 == " " || $0 == "\t" }.map(bare)
      }
    }
    terms.removeAll { PaperWords.words($0).isEmpty }
    // The last word is perhaps not typed to its end.
    if let last = terms.last, typed.last?.isLetter == true, !last.contains(" ") {
      terms[terms.count - 1] = last + "*"
    }
    return terms
  }

  private static func bare(_ words: Substring) -> String { String(words.filter { $0 != "*" }) }
}
