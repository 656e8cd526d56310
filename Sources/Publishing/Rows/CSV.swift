import PlainText

/// Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8.
package enum CSV {
  package static func text(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A text that a spreadsheet would compute gets an apostrophe before it.
  package static func cell(_ text: String) -> String {
    let text = Sanitiser.document.clean(text)
    return "\"" + (isComputed(text) ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet would take the text for a formula.
  static func isComputed(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\r\n|".unicodeScalars.contains($0) } ?? false
  }
}
