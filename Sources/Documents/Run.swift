/// A stretch of text of one kind and one origin.
package struct Run: Hashable, Sendable {
  /// The words.
  package var text: String
  /// Whether they are printed in bold.
  package var strong = false
  /// Whether they are printed in italics.
  package var emphasis = false
  /// What the words are.
  package var kind: Kind
  /// Where they come from.
  package var provenance: Provenance
  /// In a redline: whether the words came or went.
  package var revision: Revision?

  /// What the words are.
  package enum Kind: Hashable, Sendable {
    case text
    /// The name of a blank, without the brackets; `text` has them.
    case blank(Blank)
    /// A reference to the heading or paragraph with this anchor.
    case reference(anchor: String)
  }

  package init(
    _ text: String, strong: Bool = false, emphasis: Bool = false, kind: Kind = .text,
    provenance: Provenance = Provenance()
  ) {
    self.text = text
    self.strong = strong
    self.emphasis = emphasis
    self.kind = kind
    self.provenance = provenance
  }
}

/// Why a run of text is there.
package struct Provenance: Hashable, Sendable {
  /// The clause it belongs to, by id.
  package var clause: String?
  /// The question whose answer it prints, or decided that it is printed.
  package var question: String?
  /// The row of the table that they come from, by its id; nil outside tables.
  package var row: String?
  /// The entry of the journal that set the answer.
  package var entry: Int?
  /// The calculated value, phrase, option or norm whose words it prints.
  package var rule: String?

  package init(
    clause: String? = nil, question: String? = nil, row: String? = nil, entry: Int? = nil,
    rule: String? = nil
  ) {
    self.clause = clause
    self.question = question
    self.row = row
    self.entry = entry
    self.rule = rule
  }
}

extension Run {
  /// The blank that it prints, where it prints one.
  package var blank: Blank? {
    if case .blank(let blank) = kind { return blank }
    return nil
  }
}

extension [Run] {
  /// Their words, one after the other.
  package var text: String { reduce(into: "") { $0 += $1.text } }
}
