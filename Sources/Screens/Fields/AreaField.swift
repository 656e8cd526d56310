import Canvas

/// Long text being typed, wrapped into a window of rows.
package struct AreaField: Sendable {
  package private(set) var buffer: TextBuffer
  private(set) var scroll = RowScroll()
  private(set) var size: Size

  init(_ text: String = "", size: Size = Size(columns: 40, rows: 5)) {
    self.size = size
    buffer = TextBuffer(text, multiline: true, wrapWidth: max(1, size.columns - 1))
    follow()
  }

  var text: String { buffer.text }

  /// Fits the text into another window and keeps the caret in view.
  mutating func resize(_ size: Size) {
    guard self.size != size else { return }
    self.size = size
    buffer.wrapWidth = max(1, size.columns - 1)
    follow()
  }

  mutating func update(_ message: TextMessage) -> String? {
    let said = buffer.take(message)
    follow()
    return said
  }

  /// The text of a row of the window; nil below the end.
  func row(_ number: Int) -> String? {
    let row = scroll.first + number
    return row < buffer.rowCount ? buffer.rowText(row) : nil
  }

  /// The caret's place in the window.
  var caret: Point { Point(x: buffer.caretColumn, y: buffer.caretRow - scroll.first) }

  private mutating func follow() {
    scroll.follow(row: buffer.caretRow, count: buffer.rowCount, height: max(1, size.rows))
  }
}
