/// A kind of file that a document becomes. The raw value is the file's ending.
package enum Format: String, Hashable, Sendable, CaseIterable {
  case md, txt, html, docx, pdf

  /// Whether it is written without the help of another program.
  package var isNative: Bool { self != .pdf }
}
