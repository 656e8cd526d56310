/// How much is read of a stranger's paper or table: far more than an honest one has.
package enum PaperLimits {
  /// Of a file, in bytes.
  package static let bytes = 50_000_000
  /// Of a paper: thirty thick contracts.
  package static let passages = 100_000
  /// How deep passages stand below each other; what is deeper stands there too.
  static let levels = 16
  /// Of a passage's number, in scalars, as it is cited.
  static let number = 32
  /// Of one table.
  package static let rows = 10_000
  static let columns = 200
  /// Of a cell, in bytes of UTF-8: what a spreadsheet can hold.
  static let cell = 131_068
  /// Of a table's cells, or of a paper's words, together.
  static let text = 64_000_000
  /// Of a file.
  static let tables = 50
  /// How deep elements stand in each other: in a workbook, and in a paper.
  static let depth = 100
  static let paperDepth = 256
  /// Of an element: attributes, and the bytes of a tag.
  static let attributes = 64
  static let tag = 65_536
  /// Of a paper.
  static let pages = 2_000
  static let paragraphs = 100_000
  /// Of a paper in text, in bytes of UTF-8: a thousand pages.
  static let paperText = 4_000_000
  /// Of a page of HTML: tags, and texts between them.
  static let tokens = 1_000_000
}
