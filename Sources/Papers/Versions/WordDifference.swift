import PlainText

/// What became of a text's words, in the order of reading.
package struct WordDifference: Hashable, Sendable {
  /// A piece of text that stands in both, only in the old one, or only in the new one.
  package struct Run: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case equal, deleted, inserted }

    package let kind: Kind
    /// The paper's own words; of equal ones those of the new text.
    package let text: String
  }

  /// What was deleted stands before what was inserted in its place.
  package let runs: [Run]

  /// Compares two texts. Kinds of quotation marks, dashes and spaces make no difference; case does.
  package init(from old: String, to new: String) {
    let before = TextWords.split(old)
    let after = TextWords.split(new)
    let steps = TextWords.settled(
      Alignment.steps(before, after, key: WordDifference.plain), before, after)
    var runs: [Run] = []
    var (kind, text) = (Run.Kind.equal, "")
    func add(_ next: Run.Kind, _ word: Substring) {
      if next != kind {
        if !text.isEmpty { runs.append(Run(kind: kind, text: text)) }
        (kind, text) = (next, "")
      }
      text += word
    }
    for step in steps {
      switch step {
      case .both(_, let j): add(.equal, after[j])
      case .old(let i): add(.deleted, before[i])
      case .new(let j): add(.inserted, after[j])
      }
    }
    if !text.isEmpty { runs.append(Run(kind: kind, text: text)) }
    self.runs = runs
  }

  /// The new text.
  package var new: String { text(without: .deleted) }

  /// The old text, with quotation marks, dashes and spaces as the new one has them where its words stand.
  package var old: String { text(without: .inserted) }

  private func text(without kind: Run.Kind) -> String {
    runs.reduce(into: "") { if $1.kind != kind { $0 += $1.text } }
  }

  /// A word with signs that are typed in several ways in one of them.
  private static func plain(_ word: Substring) -> String {
    if word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return String(word) }
    var plain = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{201A}": plain.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}": plain.append("\"")
      case "\u{2010}"..."\u{2015}": plain.append("-")
      case "\u{AD}": break
      case _ where scalar.properties.isWhitespace: if plain.last != " " { plain.append(" ") }
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
