/// A paragraph of a Word document as it stands in the file.
struct WordParagraph {
  /// Which paragraph of its part it is, from 0; nil of a note.
  var ordinal: Int?
  var properties = WordProperties()
  /// The words as proposed: with insertions, without deletions.
  var text = OneLine()
  var isProposed = false
  var isHidden = false
  var isCell = false
  /// What it stands in: paragraphs of one cell, or of the body between two tables, have one number.
  var container = 0
  /// The comments beside it.
  var comments: [String] = []
  /// Whether it is several paragraphs of the file, proposed to be one.
  var isInPieces = false

  var isNote: Bool { ordinal == nil }
}
