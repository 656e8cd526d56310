/// The words of a text, as two texts are compared by them.
package enum TextWords {
  /// All of the text, in pieces: words, numbers, runs of white space, and each sign by itself.
  package static func split(_ text: String) -> [Substring] {
    var found: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let kind = Kind(text[start])
      var end = text.index(after: start)
      if kind != .sign {
        while end < text.endIndex, Kind(text[end]) == kind || isInner(text, end, kind) {
          end = text.index(after: end)
        }
      }
      found.append(text[start..<end])
      start = end
    }
    return found
  }

  private enum Kind {
    case word, space, sign

    init(_ character: Character) {
      if let ascii = character.asciiValue {
        switch ascii {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        case 0x20, 0x09...0x0D: self = .space
        default: self = .sign
        }
        return
      }
      self =
        character.isLetter || character.isNumber ? .word : character.isWhitespace ? .space : .sign
    }
  }

  /// A sign inside a word or number: "10,000", "sub-processor", "Art. 28(3)" has none.
  private static func isInner(_ text: String, _ at: String.Index, _ kind: Kind) -> Bool {
    guard kind == .word, "-'’.,".contains(text[at]) else { return false }
    let next = text.index(after: at)
    guard next < text.endIndex, Kind(text[next]) == .word else { return false }
    let isNumber = text[text.index(before: at)].isNumber && text[next].isNumber
    return isNumber || !".,".contains(text[at])
  }

  /// A comparison in which single small words stand still between changed ones cannot be read: they
  /// change with their neighbours, and so does a text of which little is left.
  package static func settled(
    _ steps: [AlignmentStep], _ before: [some StringProtocol], _ after: [some StringProtocol]
  ) -> [AlignmentStep] {
    func letters(_ words: [some StringProtocol]) -> Int {
      words.reduce(0) { $0 + ($1.contains { !$0.isWhitespace } ? $1.count : 0) }
    }
    let kept = steps.compactMap { step in
      if case .both(_, let j) = step { after[j] } else { nil }
    }
    let isLost = letters(kept) * 4 < max(letters(before), letters(after))
    var found: [AlignmentStep] = []
    var change: (old: [Int], new: [Int]) = ([], [])
    var still: [(Int, Int)] = []
    func close() {
      found += change.old.map { .old($0) } + change.new.map { .new($0) }
      change = ([], [])
      found += still.map { .both($0.0, $0.1) }
      still = []
    }
    func take() {
      change.old += still.map(\.0)
      change.new += still.map(\.1)
      still = []
    }
    for step in steps {
      switch step {
      case .both(let i, let j):
        still.append((i, j))
        if isLost { take() }
      case .old, .new:
        if !still.isEmpty {
          let isChange = !change.old.isEmpty && !change.new.isEmpty
          if isChange, letters(still.map { after[$0.1] }) < 4 { take() } else { close() }
        }
        switch step {
        case .old(let i): change.old.append(i)
        case .new(let j): change.new.append(j)
        case .both: break
        }
      }
    }
    close()
    return found
  }
}
