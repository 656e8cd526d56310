/// A stretch of text of one kind and one origin.
package struct Run: Hashable, Sendable {
  package var text: String
  package var strong = false
  package var emphasis = false
  package var kind: Kind
  package var provenance: Provenance
  /// In a redline: whether the words came or went.
  package var revision: Revision?

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
