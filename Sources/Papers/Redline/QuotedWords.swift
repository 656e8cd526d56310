/// Finds words in a line as a reader would: quotation marks, dashes, spaces and hyphens that only show at
/// a line's end may differ; letters, numbers and other signs may not.
struct QuotedWords {
  /// Stands for a sign of a font of signs, which may be read as any.
  static let anySign: Character = "\u{FFFC}"

  /// Signs as they are compared, each with the number of the sign that it came from.
  private let folded: [(character: Character, sign: Int)]

  init(_ signs: some Sequence<Character>) {
    var folded: [(character: Character, sign: Int)] = []
    for (index, sign) in signs.enumerated() {
      for character in Self.folded(sign) where character != " " || folded.last?.character != " " {
        folded.append((character, index))
      }
    }
    self.folded = folded
  }

  /// The places of words, in order, as numbers of signs. Words begin and end where words do. Where they
  /// don't stand there letter for letter, capitals may differ.
  func places(of words: String) -> [Range<Int>] {
    var wanted = QuotedWords(words).folded.map(\.character)
    while wanted.first == " " { wanted.removeFirst() }
    while wanted.last == " " { wanted.removeLast() }
    guard !wanted.isEmpty, wanted.count <= folded.count else { return [] }
    let text = folded.map(\.character)
    let found = places(wanted, in: text)
    return found.isEmpty ? places(wanted.map(Self.small), in: text.map(Self.small)) : found
  }

  private func places(_ wanted: [Character], in text: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at + wanted.count <= text.count {
      let end = at + wanted.count
      let isEqual = wanted.indices.allSatisfy {
        text[at + $0] == wanted[$0] || text[at + $0] == Self.anySign
      }
      if isEqual, isBoundary(at), isBoundary(end) {
        found.append(folded[at].sign..<(folded[end - 1].sign + 1))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether no word goes on from before a place to behind it.
  private func isBoundary(_ at: Int) -> Bool {
    guard at > 0, at < folded.count else { return true }
    return !Self.isOfWord(folded[at - 1].character) || !Self.isOfWord(folded[at].character)
  }

  static func isOfWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }

  private static func small(_ sign: Character) -> Character {
    let small = sign.lowercased()
    return small.count == 1 ? small.first ?? sign : sign
  }

  /// What a sign is compared as: nothing, itself, or what is typed for it.
  static func folded(_ sign: Character) -> [Character] {
    if sign.isWhitespace { return [" "] }
    switch sign {
    case "‘", "’", "‚", "‛", "‹", "›", "`", "´", "′": return ["'"]
    case "“", "”", "„", "‟", "«", "»", "″": return ["\""]
    case "…": return [".", ".", "."]
    case "\u{2212}": return ["-"]
    default: break
    }
    guard let first = sign.unicodeScalars.first, !sign.isASCII else { return [sign] }
    if first.properties.generalCategory == .dashPunctuation { return ["-"] }
    guard sign.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) else {
      return [sign]
    }
    var bare = String.UnicodeScalarView()
    bare.append(contentsOf: sign.unicodeScalars.filter { $0.properties.generalCategory != .format })
    return Array(String(bare))
  }

  // MARK: The least change

  /// What goes and what comes where a text takes the place of another: whole words at the beginning and at the
  /// end that both have are left alone. `start` is the number of the first sign.
  static func difference(
    of old: [Character], at start: Int, from text: String
  ) throws(Refusal) -> (range: Range<Int>, text: String) {
    let new = Array(text)
    func isSame(_ one: Character, _ other: Character) -> Bool { folded(one) == folded(other) }
    let most = min(old.count, new.count)
    var head = 0
    while head < most, isSame(old[head], new[head]) { head += 1 }
    if head == old.count, head == new.count { throw .same }
    while !isEdge(head, of: old) || !isEdge(head, of: new) { head -= 1 }
    var tail = 0
    while tail < most - head, isSame(old[old.count - 1 - tail], new[new.count - 1 - tail]) {
      tail += 1
    }
    while !isEdge(old.count - tail, of: old) || !isEdge(new.count - tail, of: new) { tail -= 1 }
    // What is put before the first of the words replaces them: it has no words to stand behind.
    if head == 0, tail == old.count { tail = 0 }
    return (
      (start + head)..<(start + old.count - tail), String(new[head..<(new.count - tail)])
    )
  }

  /// Whether a word, with the signs that belong to it, ends or begins there.
  private static func isEdge(_ at: Int, of text: [Character]) -> Bool {
    guard at > 0, at < text.count else { return true }
    return text[at - 1].isWhitespace || text[at].isWhitespace
      || (text[at - 1].isLetter && ",;:.)".contains(text[at]))
  }
}
