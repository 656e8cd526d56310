/// A passage as a reader of files finds it: what stands on the paper, before its place is worked out.
package struct ReadPassage: Hashable, Sendable {
  /// What a passage is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A heading; its level stands beside it.
    case heading
    /// A paragraph, with a number or without.
    case text
    /// A cell of a table.
    case cell
    case footnote
  }

  package var kind: Kind
  /// The number as it is printed before the words: `4.1`, `(a)`, `Clause 7`, `•` is none; nil without one.
  package var number: String?
  /// How deep it stands: 1 is the outermost. Of headings their level; of numbered paragraphs the depth
  /// of their number below what stands above them; of all others nil.
  package var level: Int?
  /// The words, without the number, in one line: runs of white space are one space. Proposed
  /// insertions stand in it, proposed deletions don't.
  package var text: String
  /// From 1, where the file has pages: where the passage begins.
  package var page: Int?
  /// Which paragraph of the file it is, from 0, counted as the reader of its format counts them; nil
  /// where it can't be found again.
  package var paragraph: Int?
  /// Whether words in it are proposed changes that nobody has accepted yet.
  package var isProposed: Bool

  package init(
    _ kind: Kind, number: String? = nil, level: Int? = nil, text: String, page: Int? = nil,
    paragraph: Int? = nil, isProposed: Bool = false
  ) {
    self.kind = kind
    self.number = number
    self.level = level
    self.text = text
    self.page = page
    self.paragraph = paragraph
    self.isProposed = isProposed
  }
}
