/// Why a format could not be made. The other formats are not touched by it.
package enum PublishError: Error, Hashable, Sendable {
  /// The program that makes this format is not on this machine.
  case toolMissing(Tool, for: Format)
  /// It ran and said no; `said` is the end of what it wrote.
  case toolFailed(Tool, said: String)
  case toolTimedOut(Tool, seconds: Int)
  /// It wrote more than a document can be.
  case tooLarge(Tool, limit: Int)
  /// A file of the house style cannot be used.
  case style(StyleFault)
  /// The format holds tables alone, and this document is one to sign.
  case signed(Format)
  /// The format holds tables alone, and the document of this id has none.
  case noTable(String, Format)
}

extension PublishError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .toolMissing(let tool, let format):
      """
      \(format.rawValue.uppercased()) needs \(tool.rawValue), which is not installed. \
      To install it: \(tool.installCommand)
      """
    case .toolFailed(let tool, let said): "\(tool.rawValue) could not make the file: \(said)"
    case .toolTimedOut(let tool, let seconds):
      "\(tool.rawValue) was stopped after \(seconds) seconds without a result."
    case .tooLarge(let tool, let limit):
      "\(tool.rawValue) was stopped: it wrote more than \(limit / 1_000_000) MB."
    case .style(let fault): fault.description
    case .signed(let format):
      """
      \(format.rawValue.uppercased()) holds the rows of a paper that is read, such as a record. A paper \
      that is signed is written whole: md, txt, html, docx or pdf.
      """
    case .noTable(let document, let format):
      "“\(document)” has no table, so there is nothing to write as \(format.rawValue)."
    }
  }
}
