/// Words of a passage that are marked to be quoted: from one word to another.
struct WordMarks: Hashable, Sendable {
  /// Where each word lies, in characters of the passage.
  let words: [Range<Int>]
  private(set) var first: Int
  private(set) var last: Int
  /// Whether the first word stays while the last one moves.
  private(set) var isOpen = false

  /// Up to so many words a passage is quoted whole.
  static let short = 60
  /// A sentence is quoted from its first word, and up to so many.
  static let long = 100

  /// A short passage whole; of a longer one the sentence in which most was found.
  init(_ text: String, around matches: [Range<Int>]) {
    words = WordMarks.words(of: text)
    (first, last) = (0, max(0, words.count - 1))
    guard words.count > WordMarks.short else { return }
    func hits(_ range: ClosedRange<Int>) -> Int {
      matches.count { match in
        words[range.lowerBound].lowerBound <= match.lowerBound
          && match.upperBound <= words[range.upperBound].upperBound
      }
    }
    let sentences = WordMarks.sentences(words, in: text)
    guard let best = sentences.max(by: { hits($0) < hits($1) }) else { return }
    (first, last) = (
      best.lowerBound, min(best.upperBound, best.lowerBound + WordMarks.long - 1)
    )
  }

  /// These words of the passage; nil where they do not stand in it one after the other.
  init?(_ text: String, marking quotation: String) {
    words = WordMarks.words(of: text)
    let letters = Array(text)
    func folded(_ word: Range<Int>) -> String {
      String(letters[word].filter { $0.isLetter || $0.isNumber }).lowercased()
    }
    let wanted = quotation.split(whereSeparator: \.isWhitespace)
      .map { String($0.filter { $0.isLetter || $0.isNumber }).lowercased() }
      .filter { !$0.isEmpty }
    let own = words.map(folded)
    guard !wanted.isEmpty, wanted.count <= own.count,
      let start = (0...(own.count - wanted.count)).first(where: { start in
        zip(own[start...], wanted).allSatisfy { $0 == $1 }
      })
    else { return nil }
    (first, last) = (start, start + wanted.count - 1)
  }

  /// The characters that are marked; nil in a passage without words.
  var range: Range<Int>? {
    guard words.indices.contains(first), words.indices.contains(last) else { return nil }
    return words[first].lowerBound..<words[last].upperBound
  }

  /// The words that are marked, without what ends the sentence.
  func quotation(of text: String) -> String {
    guard let range else { return "" }
    var quoted = Array(text)[range][...]
    while let end = quoted.last, ".,;:".contains(end) { quoted = quoted.dropLast() }
    return String(quoted)
  }

  /// Moves by words: the whole mark, or its end while it is open.
  mutating func move(by words: Int) {
    last = min(max(last + words, isOpen ? first : 0), self.words.count - 1)
    if !isOpen { first = last }
  }

  /// The mark begins at the word in hand.
  mutating func begin() {
    first = last
    isOpen = true
  }

  /// The first word of the passage alone, from where marking goes on.
  mutating func startAnew() {
    (first, last) = (0, 0)
    isOpen = false
  }

  /// The whole passage.
  mutating func takeAll() { (first, last) = (0, max(0, words.count - 1)) }

  private static func words(of text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for (at, letter) in text.enumerated() {
      if letter.isWhitespace {
        if let begun = start { found.append(begun..<at) }
        start = nil
      } else if start == nil {
        start = at
      }
    }
    if let start { found.append(start..<text.count) }
    return found
  }

  private static func sentences(
    _ words: [Range<Int>], in text: String
  ) -> [ClosedRange<Int>] {
    let letters = Array(text)
    var found: [ClosedRange<Int>] = []
    var start = 0
    for (number, word) in words.enumerated() {
      let end = letters[word.upperBound - 1]
      let isEnd =
        number == words.count - 1
        || (".;:!?".contains(end) && word.count > 3
          && letters[words[number + 1].lowerBound].isUppercase)
        || end == ";"
      if isEnd {
        found.append(start...number)
        start = number + 1
      }
    }
    return found
  }
}
