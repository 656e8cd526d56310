import PlainText

/// Why nothing is read of a file or a text. Each is a sentence with what to do.
package struct PaperFault: Error, Hashable, Sendable {
  /// What is wrong, and what to do.
  package let message: String

  init(_ message: String) { self.message = message }

  /// A stranger's words as a sentence may quote them.
  static func quoted(_ words: String) -> String {
    "“\(Sanitiser.documentLine.clean(String(words.prefix(60))))”"
  }

  static let broken = PaperFault(
    "The workbook is broken: it ends too early, or its parts do not fit each other. Save it again as XLSX, ODS or CSV."
  )
  static let noTable = PaperFault(
    "There is no table in it. Tables are read from CSV, TSV, XLSX, ODS, Markdown and HTML.")
}
