import PlainText

/// What pages repeat at their top and bottom, and their numbers: no part of the text.
enum RunningLines {
  /// The lines without them.
  static func dropped(_ lines: [LaidLine], pages: Int) -> [LaidLine] {
    var onPages: [String: Set<Int>] = [:]
    var numbers: Set<[Int]> = []
    for line in lines where line.isOuter {
      onPages[masked(line.text), default: []].insert(line.page ?? 0)
      if isPageNumber(line.text) { numbers.insert(place(line)) }
    }
    return lines.filter { line in
      guard line.isOuter else { return true }
      // What stands beside the number of a page belongs to it.
      if isPageNumber(line.text) || pages > 1 && numbers.contains(place(line)) { return false }
      let count = onPages[masked(line.text)]?.count ?? 0
      return count < 2 || count * 10 <= pages * 4
    }
  }

  private static func place(_ line: LaidLine) -> [Int] {
    [line.page ?? 0, Int((line.top + line.height).rounded())]
  }

  /// Each digit is the same digit, and spaces are none: `MHC-31153045-2`.
  private static func masked(_ text: String) -> String {
    String(text.lazy.filter { !$0.isWhitespace }.map { $0.isNumber ? "#" : $0 })
  }

  /// `3`, `- 3 -`, `Page 3 of 9`, `3/9`, `iv`
  static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard (1...4).contains(words.count), text.utf8.count < 30 else { return false }
    let known: Set<Substring> = ["page", "seite", "of", "von", "pg", "p", "sur", "de"]
    var count = 0
    for word in words {
      if word.allSatisfy(\.isNumber), word.count < 5 {
        count += 1
      } else if words.count == 1, NumberWriting.roman(String(word)) != nil {
        count += 1
      } else if !known.contains(word) {
        return false
      }
    }
    return (1...2).contains(count) && (words.count == 1 || count == 2 || known.contains(words[0]))
      && !text.contains("(") && !text.hasSuffix(".")
  }
}
