import CNcurses
import Canvas

/// Shows frames through ncurses: hands over the rows that differ from the last frame, places the
/// cursor, and lets ncurses find the shortest way.
final class Painter {
  private let attributes: Attributes
  private var last: Frame?
  private var cursorIsVisible: Bool?

  init(theme: Theme) {
    attributes = Attributes(theme: theme)
  }

  /// The screen can show anything by now: the next frame is sent whole.
  func forget() {
    last = nil
    cursorIsVisible = nil
    cn_repaint()
  }

  func draw(_ frame: Frame) {
    let window = cn_stdscr()
    let rows = min(frame.size.rows, Int(getmaxy(window)))
    let columns = min(frame.size.columns, Int(getmaxx(window)))
    // erase and not clear: the latter sends the whole screen with every frame; curs_clear(3X).
    if last?.size != frame.size { werase(window) }
    let before = last?.size == frame.size ? last : nil
    for y in 0..<rows {
      guard
        let changed = before.map({ frame.changes(inRow: y, since: $0) })
          ?? 0..<frame.size.columns
      else { continue }
      // The last cell of the last row would scroll the screen.
      put(frame.row(y), changed, columns: max(0, y == rows - 1 ? columns - 1 : columns), y: y)
    }
    if cursorIsVisible != frame.caretIsVisible {
      curs_set(frame.caretIsVisible ? 1 : 0)
      cursorIsVisible = frame.caretIsVisible
    }
    wmove(window, Int32(min(frame.caret.y, rows - 1)), Int32(min(frame.caret.x, columns - 1)))
    wnoutrefresh(window)
    cn_update()
    last = frame
  }

  /// Puts the changed cells among the first `columns` of a row, a run of one style at a time.
  private func put(_ row: ArraySlice<Cell>, _ changed: Range<Int>, columns: Int, y: Int) {
    let window = cn_stdscr()
    var text: [wchar_t] = []
    text.reserveCapacity(changed.count)
    var index = row.startIndex + changed.lowerBound
    var end = row.startIndex + min(changed.upperBound, columns)
    // Half of a wide character at the edge is none.
    if end < row.endIndex, end > index, row[end].isRightHalf { end -= 1 }
    guard index < end else { return }
    wmove(window, Int32(y), Int32(changed.lowerBound))
    while index < end {
      let style = row[index].style
      text.removeAll(keepingCapacity: true)
      while index < end, row[index].style == style {
        row[index].forEachScalar { text.append(wchar_t(bitPattern: $0)) }
        index += 1
      }
      let look = attributes.look(of: style)
      wattr_set(window, look.bits, look.pair, nil)
      waddnwstr(window, text, Int32(text.count))
    }
    wattr_set(window, 0, 0, nil)
  }
}
