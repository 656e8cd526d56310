/// One row of wrapped text.
package struct Line: Hashable, Sendable {
  /// The text to show, with its indent and without the spaces at its end; for a screen in simple
  /// form, for a document as it was.
  package let text: String
  /// Columns of blanks at the beginning of `text`.
  package let indent: Int
  /// The characters of the source that stand in this row, by number; spaces at its end are among
  /// them, the line end is not. Ranges follow one another, so that a caret can be mapped.
  package let source: Range<Int>

  /// A row as `wrap` makes it.
  package init(text: String, indent: Int, source: Range<Int>) {
    self.text = text
    self.indent = indent
    self.source = source
  }
}
