/// Words of a passage that are marked to be quoted: from one word to another. They are marked by
/// sentences and clauses first, and by words where that is not enough.
struct WordMarks: Hashable, Sendable {
  /// Which end of the mark moves.
  enum End: Hashable, Sendable { case start, end }

  /// Where each word lies, in characters of the passage.
  let words: [Range<Int>]
  /// The sentences and the clauses inside them, as numbers of words.
  private let sentences: [ClosedRange<Int>]
  private let clauses: [ClosedRange<Int>]
  private(set) var first: Int
  private(set) var last: Int
  private(set) var moving = End.end

  /// Up to so many words a passage is quoted whole.
  static let short = 60
  /// A sentence is quoted from its first word, and up to so many.
  static let long = 100

  /// A short passage whole; of a longer one the sentence in which most was found.
  init(_ text: String, around matches: [Range<Int>]) {
    let letters = Array(text)
    words = WordMarks.words(of: letters)
    sentences = WordMarks.sentences(words, in: letters)
    clauses = WordMarks.clauses(words, in: letters)
    (first, last) = (0, max(0, words.count - 1))
    guard words.count > WordMarks.short else { return }
    narrow(around: matches)
  }

  /// The sentence in which most was found; a sentence that is marked already stays.
  mutating func narrow(around matches: [Range<Int>]) {
    func hits(_ range: ClosedRange<Int>) -> Int {
      matches.count { match in
        words[range.lowerBound].lowerBound <= match.lowerBound
          && match.upperBound <= words[range.upperBound].upperBound
      }
    }
    let isOne = sentences.contains { $0.lowerBound <= first && last <= $0.upperBound }
    guard !isOne || last - first >= WordMarks.long,
      let best = sentences.max(by: { hits($0) < hits($1) })
    else { return }
    take(best)
  }

  /// The first sentence in which a number stands, as “30 days”; a mark that holds it stays.
  mutating func narrow(to figure: String, in text: String) {
    let letters = Array(text)
    let digits = figure.filter(\.isNumber)
    let holding = words.indices.filter { String(letters[words[$0]].filter(\.isNumber)) == digits }
    guard !holding.contains(where: { (first...last).contains($0) }), let word = holding.first,
      let sentence = sentences.first(where: { $0.contains(word) })
    else { return }
    take(sentence)
  }

  private mutating func take(_ range: ClosedRange<Int>) {
    (first, last) = (
      range.lowerBound, min(range.upperBound, range.lowerBound + WordMarks.long - 1)
    )
    moving = .end
  }

  /// The next sentence after the one in which the mark begins, or with -1 the one before; from the last
  /// on to the first.
  mutating func turn(by sentence: Int) {
    guard let here = sentences.lastIndex(where: { $0.lowerBound <= first }) else { return }
    take(sentences[(here + sentence + sentences.count) % sentences.count])
  }

  /// Moves one end of the mark by a clause.
  mutating func extend(by clause: Int) {
    switch moving {
    case .end:
      last =
        clause > 0
        ? clauses.first { $0.upperBound > last }?.upperBound ?? last
        : clauses.last { $0.upperBound < last }?.upperBound ?? first
      last = max(first, last)
    case .start:
      first =
        clause > 0
        ? clauses.first { $0.lowerBound > first }?.lowerBound ?? first
        : clauses.last { $0.lowerBound < first }?.lowerBound ?? first
      if first > last { first = clauses.last { $0.lowerBound <= last }?.lowerBound ?? last }
    }
  }

  /// These words of the passage; nil where they do not stand in it one after the other.
  init?(_ text: String, marking quotation: String) {
    let letters = Array(text)
    words = WordMarks.words(of: letters)
    sentences = WordMarks.sentences(words, in: letters)
    clauses = WordMarks.clauses(words, in: letters)
    func folded(_ letters: [Character], _ word: Range<Int>) -> String {
      String(letters[word].filter { $0.isLetter || $0.isNumber }).lowercased()
    }
    let asked = Array(quotation)
    let wanted = WordMarks.words(of: asked).map { folded(asked, $0) }.filter { !$0.isEmpty }
    let own = words.map { folded(letters, $0) }
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

  /// Moves one end of the mark by words.
  mutating func move(by words: Int) {
    switch moving {
    case .end: last = min(max(last + words, first), self.words.count - 1)
    case .start: first = min(max(first + words, 0), last)
    }
  }

  /// The other end of the mark moves from now on.
  mutating func turnEnd() { moving = moving == .end ? .start : .end }

  /// The whole passage.
  mutating func takeAll() { (first, last) = (0, max(0, words.count - 1)) }

  /// Words stand between spaces; where a script has none, each letter is one.
  private static func words(of letters: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var isAlone = false
    func end(_ at: Int) {
      if let begun = start { found.append(begun..<at) }
      start = nil
    }
    for (at, letter) in letters.enumerated() {
      if letter.isWhitespace {
        end(at)
      } else if letter.isWithoutSpaces || (isAlone && (letter.isLetter || letter.isNumber))
        || start == nil
      {
        end(at)
        start = at
        isAlone = letter.isWithoutSpaces
      }
    }
    end(letters.count)
    return found
  }

  private static func sentences(
    _ words: [Range<Int>], in letters: [Character]
  ) -> [ClosedRange<Int>] {
    pieces(words) { word, next in
      let end = letters[word.upperBound - 1]
      return end == ";" || "。！？".contains(end)
        || (".:!?".contains(end) && word.count > 3 && letters[next.lowerBound].isUppercase)
    }
  }

  /// A clause ends with a sign, or before an item in brackets: “(a)”, “(ii)”.
  private static func clauses(
    _ words: [Range<Int>], in letters: [Character]
  ) -> [ClosedRange<Int>] {
    pieces(words) { word, next in
      ",;:.!?)，；：。！？、".contains(letters[word.upperBound - 1])
        || letters[next.lowerBound] == "("
    }
  }

  /// Words in pieces, each up to a word after which it ends.
  private static func pieces(
    _ words: [Range<Int>], ends: (_ word: Range<Int>, _ next: Range<Int>) -> Bool
  ) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var start = 0
    for number in words.indices {
      guard number == words.count - 1 || ends(words[number], words[number + 1]) else { continue }
      found.append(start...number)
      start = number + 1
    }
    return found
  }
}

extension Character {
  /// Whether its script is written without spaces between words: ideographs and kana.
  fileprivate var isWithoutSpaces: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return switch scalar {
    case 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
