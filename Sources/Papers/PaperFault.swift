import PlainText

/// Why nothing is read of a file or a text. Each is a sentence with what to do.
package struct PaperFault: Error, Hashable, Sendable {
  /// What is wrong, and what to do.
  package let message: String
  /// Whether a program is missing that would read it, which says nothing against the file.
  package let lacksTool: Bool

  init(_ message: String, lacksTool: Bool = false) {
    self.message = message
    self.lacksTool = lacksTool
  }

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

extension PaperFault {
  static let tooLarge = PaperFault(
    "The file is larger than \(PaperLimits.bytes / 1_000_000) MB, the most that is read.")
  static let tooLongText = PaperFault(
    "The text is longer than \(PaperLimits.paperText / 1_000_000) MB, the most that is read. Add the part that is meant."
  )
  static let tooManyPages = PaperFault(
    "The paper has more than \(PaperLimits.pages) pages, the most that is read. Add the part that is meant."
  )
  static let tooManyPassages = PaperFault(
    "The paper has more than \(PaperLimits.paragraphs) paragraphs, the most that is read. Add the part that is meant."
  )
}
