/// Checks whether quotations stand in a paper, word by word. Made once, it checks many.
///
/// Quotation marks, dashes, spaces and case may differ, words may not. A quotation may run on over following
/// passages, with the numbers before them or without; footnotes between them are passed over. Where it says
/// “…” or “[…]”, its parts stand in their order, none farther from the one before than ten passages.
package struct QuotationCheck: Sendable {
  private struct Word {
    let folded: Int
    let position: Int
    let range: Range<Int>
    /// It is of the number before a passage, which a quotation may leave out.
    let isNumber: Bool
  }

  private var words: [Word] = []
  private var numbers: [String: Int] = [:]
  /// By folded word: where it stands.
  private var places: [[Int]] = []

  package init(_ paper: Paper) {
    let notes = paper.passages.filter { $0.kind == .footnote }
    for passage in paper.passages.filter({ $0.kind != .footnote }) + notes {
      for word in PaperWords.words(passage.number ?? "") {
        add(word.folded, passage.position, 0..<0, isNumber: true)
      }
      for word in PaperWords.words(passage.text) { add(word.folded, passage.position, word.range) }
    }
  }

  private mutating func add(
    _ folded: String, _ position: Int, _ range: Range<Int>, isNumber: Bool = false
  ) {
    let number = numbers[folded] ?? numbers.count
    if number == places.count {
      numbers[folded] = number
      places.append([])
    }
    places[number].append(words.count)
    words.append(Word(folded: number, position: position, range: range, isNumber: isNumber))
  }

  /// Where a quotation stands; empty where it does not.
  package static func places(of words: String, in paper: Paper) -> [QuotationPlace] {
    QuotationCheck(paper).places(of: words)
  }

  /// Where a quotation stands; empty where it does not.
  package func places(of quotation: String) -> [QuotationPlace] {
    var parts: [[Int]] = []
    for part in Self.parts(quotation) {
      let folded = PaperWords.words(String(part)).map(\.folded)
      let known = folded.compactMap { numbers[$0] }
      guard known.count == folded.count else { return [] }
      if !known.isEmpty { parts.append(known) }
    }
    guard let first = parts.first else { return [] }
    return places[first[0]].compactMap { start in
      guard var end = match(first, at: start) else { return nil }
      var found = pieces(start..<end, isAfterGap: false)
      for part in parts.dropFirst() {
        guard let next = next(part, behind: end) else { return nil }
        found += pieces(next, isAfterGap: true)
        end = next.upperBound
      }
      return found.isEmpty ? nil : QuotationPlace(pieces: found)
    }
  }

  /// What stands between the marks of omission.
  private static func parts(_ quotation: String) -> [Substring] {
    quotation.replacing("...", with: "…").replacing("[…]", with: "…").split(separator: "…")
  }

  private static let farthest = 10

  private func next(_ part: [Int], behind end: Int) -> Range<Int>? {
    for start in places[part[0]] where start >= end {
      guard words[start].position <= words[end - 1].position + Self.farthest else { return nil }
      if let end = match(part, at: start) { return start..<end }
    }
    return nil
  }

  /// The number behind the last word, where the part stands at a place.
  private func match(_ part: [Int], at start: Int) -> Int? {
    var at = start
    for (count, word) in part.enumerated() {
      if count > 0, at < words.count, words[at].folded != word || isLeftOut(at, part, count) {
        while at < words.count, words[at].isNumber { at += 1 }
      }
      guard at < words.count, words[at].folded == word else { return nil }
      at += 1
    }
    return at
  }

  /// Whether the number of a passage begins with the word that is sought, but goes on otherwise: "a" of "(a) a
  /// processor".
  private func isLeftOut(_ at: Int, _ part: [Int], _ count: Int) -> Bool {
    guard words[at].isNumber else { return false }
    let number = words[at...].prefix { $0.isNumber && $0.position == words[at].position }
    return !number.map(\.folded).elementsEqual(part[count...].prefix(number.count))
  }

  /// What was matched, a piece for each passage, without the numbers before them.
  private func pieces(_ matched: Range<Int>, isAfterGap: Bool) -> [QuotationPlace.Piece] {
    var pieces: [QuotationPlace.Piece] = []
    for word in words[matched] where !word.isNumber {
      if let last = pieces.last, last.position == word.position {
        pieces[pieces.count - 1] = .init(
          position: last.position, range: last.range.lowerBound..<word.range.upperBound,
          isAfterGap: last.isAfterGap)
      } else {
        pieces.append(
          .init(
            position: word.position, range: word.range,
            isAfterGap: isAfterGap && pieces.isEmpty))
      }
    }
    return pieces
  }
}
