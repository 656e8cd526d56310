/// A kind of file that a document becomes. The raw value is the file's ending.
package enum Format: String, Hashable, Sendable, CaseIterable {
  case md, txt, html, docx, pdf
  /// The tables of a document alone, as rows.
  case csv, xlsx

  /// Whether it is written without the help of another program.
  package var isNative: Bool { self != .pdf }

  /// Whether it holds a document's tables and nothing else of it.
  package var holdsRows: Bool { self == .csv || self == .xlsx }
}
