/// Words that are looked for, as a pack writes them: a word means all its forms, `delet*` all that begins so,
/// several words stand behind each other, and a hyphen is one, a space, or nothing.
struct WordPattern {
  enum Part: Hashable {
    case stem(String)
    /// Any of these beginnings.
    case prefix([String])
  }

  /// Each is a way to write it.
  let sequences: [[Part]]

  init(_ words: String) {
    var sequences: [[Part]] = [[]]
    for word in words.split(separator: " ") {
      let begins = word.hasSuffix("*")
      let parts = PaperWords.words(String(word)).map(\.folded)
      guard !parts.isEmpty else { continue }
      var ways = [parts]
      if parts.count > 1, word.contains("-") { ways.append([parts.joined()]) }
      sequences = sequences.flatMap { before in
        ways.map { way in
          before
            + way.enumerated().map { at, part in
              begins && at == way.count - 1 ? Self.beginning(part) : .stem(Spelling.stem(part))
            }
        }
      }
    }
    self.sequences = sequences.filter { !$0.isEmpty }
  }

  private static func beginning(_ word: String) -> Part {
    .prefix(word.hasSuffix("is") ? [word, word.dropLast() + "z"] : [word])
  }
}

/// British and American spellings as one: `organise` is `organize`.
enum Spelling {
  static func stem(_ word: String) -> String { Stem.of(one(word)) }

  static func one(_ word: String) -> String {
    guard word.utf8.count > 5, let at = word.range(ofLast: "is") ?? word.range(ofLast: "ys") else {
      return word
    }
    switch word[at.upperBound...] {
    case "e", "ed", "es", "er", "ers", "ing", "ation", "ations", "ational":
      if let before = word[..<at.lowerBound].last, !"aeou".contains(before) {
        return word[..<word.index(before: at.upperBound)] + "z" + word[at.upperBound...]
      }
    default: break
    }
    return word
  }
}

extension String {
  fileprivate func range(ofLast two: String) -> Range<String.Index>? {
    var end = endIndex
    while let start = index(end, offsetBy: -2, limitedBy: startIndex) {
      if self[start..<end] == two { return start..<end }
      end = index(before: end)
    }
    return nil
  }
}
