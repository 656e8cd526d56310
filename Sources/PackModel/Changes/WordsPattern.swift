/// What is looked for in a sentence of a paper, as a pack writes it: words in their order, `(a|b)` one of
/// some, `[a]` what may be left out, `delet*` all that begins so, `{vendor}` a name of a list,
/// `{day}` a number of some kind, `{3}` up to three words, `…` all to the end of an undivided clause, and
/// `<` and `>` around what is changed. Signs stand for themselves, brackets behind `\`.
package struct WordsPattern: Hashable, Sendable {
  package indirect enum Piece: Hashable, Sendable {
    /// In small letters.
    case word(String)
    case beginning(String)
    case sign(Character)
    case name(String)
    case figure(FigureKind)
    /// So many words at most.
    case any(Int)
    case rest
    /// nothing of it, too, where `isOptional`.
    case choice([[Piece]], isOptional: Bool)
    /// Where what is changed begins and ends.
    case opens, closes
  }

  /// As the pack has it.
  package let source: String
  package let pieces: [Piece]

  /// nil where brackets do not close, or there is nothing to look for.
  package init?(_ source: String) {
    self.source = source
    var reading = Reading(source)
    guard let pieces = reading.sequence(), reading.isAtEnd, pieces.contains(where: \.isWord)
    else { return nil }
    self.pieces = pieces
    let marks = pieces.filter { $0 == .opens || $0 == .closes }
    guard marks.isEmpty || marks == [.opens, .closes] else { return nil }
  }

  /// The names of lists that it asks for.
  package var names: [String] { WordsPattern.names(pieces) }

  private static func names(_ pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .name(let name): [name]
      case .choice(let ways, _): ways.flatMap(names)
      default: []
      }
    }
  }
}

extension WordsPattern.Piece {
  fileprivate var isWord: Bool {
    switch self {
    case .word, .beginning, .name, .figure: true
    case .choice(let ways, _): ways.contains { $0.contains(where: \.isWord) }
    default: false
    }
  }
}

extension WordsPattern {
  private struct Reading {
    private var rest: Substring

    init(_ source: String) { rest = source[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// Up to a closing bracket, a stroke or the end; nil where something in it is broken.
    mutating func sequence() -> [Piece]? {
      var pieces: [Piece] = []
      while let next = rest.first, !")]|".contains(next) {
        guard let piece = piece(next) else { return nil }
        pieces += piece
      }
      return pieces
    }

    private mutating func piece(_ next: Character) -> [Piece]? {
      if next.isLetter || next.isNumber { return [word()] }
      rest.removeFirst()
      switch next {
      case "(": return choice(until: ")", isOptional: false).map { [$0] }
      case "[": return choice(until: "]", isOptional: true).map { [$0] }
      case "{": return braced().map { [$0] }
      case "<": return [.opens]
      case ">": return [.closes]
      case "…": return [.rest]
      case "\\": return rest.popFirst().map { [.sign($0)] }
      case _ where next.isWhitespace || next == "-": return []
      default: return [.sign(next)]
      }
    }

    private mutating func word() -> Piece {
      let letters = rest.prefix { $0.isLetter || $0.isNumber || "'’".contains($0) }
      rest = rest[letters.endIndex...]
      let word = letters.lowercased().replacing("’", with: "'")
      guard rest.first == "*" else { return .word(word) }
      rest.removeFirst()
      return .beginning(word)
    }

    private mutating func choice(until close: Character, isOptional: Bool) -> Piece? {
      var ways: [[Piece]] = []
      while let way = sequence() {
        ways.append(way)
        switch rest.popFirst() {
        case "|": continue
        case close: return .choice(ways, isOptional: isOptional)
        default: return nil
        }
      }
      return nil
    }

    private mutating func braced() -> Piece? {
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let word = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      if let count = Int(word) { return (1...20).contains(count) ? .any(count) : nil }
      if let kind = FigureKind(rawValue: word) { return .figure(kind) }
      return word.isEmpty ? nil : .name(word)
    }
  }
}
