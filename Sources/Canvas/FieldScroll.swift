import PlainText

/// The part of a one-line field that is in view. It scrolls by half a field, so that most keys move
/// nothing but the caret.
package struct FieldScroll: Hashable, Sendable {
  /// The first character in view, by number.
  package private(set) var first = 0

  package init() {}

  /// Moves the view so that the caret is in it. `width` is the columns of the field, marks included.
  package mutating func follow(_ buffer: TextBuffer, width: Int) {
    let room = max(1, width - 1)
    first = min(first, buffer.caret)
    if first > 0 && buffer.caret == first { first = back(from: buffer.caret, by: room / 2, buffer) }
    if buffer.advances.columns(first..<buffer.caret) > room - (first > 0 ? 1 : 0) {
      first = back(from: buffer.caret, by: room / 2, buffer)
    }
    let mayFit = first > 0 && buffer.count <= 2 * room
    if mayFit, buffer.advances.columns(0..<buffer.count) <= room { first = 0 }
  }

  /// The text to show (with `<` and `>` where it goes on), and the caret's column in it.
  package func visible(_ buffer: TextBuffer, width: Int) -> (text: String, caretColumn: Int) {
    var column = 0
    var text = ""
    if first > 0 {
      text = "<"
      column = 1
    }
    var caretColumn = column
    var index = first
    while index < buffer.count {
      let next = buffer.advances[index].width
      let isLast = index == buffer.count - 1
      if column + next > width - (isLast ? 0 : 1) {
        text += ">"
        break
      }
      text.append(buffer.characters[index])
      column += next
      index += 1
      if index <= buffer.caret { caretColumn = column }
    }
    return (text, min(caretColumn, max(0, width - 1)))
  }

  private func back(from offset: Int, by columns: Int, _ buffer: TextBuffer) -> Int {
    var left = columns
    var index = offset
    while index > 0, buffer.advances[index - 1].width <= left {
      left -= buffer.advances[index - 1].width
      index -= 1
    }
    return index
  }
}
