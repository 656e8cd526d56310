/// How much is read of a stranger's table or paper: far more than an honest one has.
package enum PaperLimits {
  /// Of a file, in bytes.
  package static let bytes = 50_000_000
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
  /// Of a paper.
  static let paragraphs = 100_000
  /// Of an element: attributes, and the bytes of a tag.
  static let attributes = 64
  static let tag = 65_536
  /// Of a paper.
  static let pages = 2_000
  /// In bytes of UTF-8.
  static let paperText = 10_000_000
}
