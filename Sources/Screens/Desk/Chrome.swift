import Canvas
import PlainText

/// What every screen has around its content.
enum Chrome {
  /// The bar at the top: what this is, and whether it is saved.
  static func title(_ text: String, _ saved: String, in area: Rect, _ frame: inout Frame) {
    frame.fill(area, style: .title)
    let right = DisplayText(saved).clipped(to: area.width / 2)
    let left = DisplayText(text).clipped(to: max(0, area.width - right.width - 3))
    frame.put(left.text, at: Point(x: area.x + 1, y: area.y), style: .title, within: area)
    frame.put(
      right.text, at: Point(x: area.endX - right.width - 1, y: area.y), style: .title, within: area)
  }

  /// The marker beside the line in hand, where the caret stands.
  static func marker(at point: Point, in area: Rect, _ frame: inout Frame) {
    frame.put(">", at: point, style: .marker, within: area)
    frame.caret = point
  }

  /// A line that is being typed, behind a marker.
  static func typed(_ line: LineField, at point: Point, in area: Rect, _ frame: inout Frame) {
    let x = frame.put("> ", at: point, style: .marker, within: area)
    let visible = line.visible
    frame.put(visible.text, at: Point(x: x, y: point.y), within: area)
    frame.caret = Point(x: x + visible.caretColumn, y: point.y)
  }

  /// Under the title, where the window is high enough: where this stands, and a rule.
  static func progress(_ text: String, _ panes: Panes, _ frame: inout Frame) {
    guard let area = panes.progress else { return }
    frame.put(
      DisplayText(text).clipped(to: area.width - 2).text, at: Point(x: 1, y: area.y), style: .dim)
    frame.putRule(at: Point(x: 0, y: area.y + 1), width: area.width)
  }

  /// The line above the keys: what has just happened, else what should be known.
  static func notice(
    _ notice: Notice?, otherwise: Notice? = nil, in area: Rect, _ frame: inout Frame
  ) {
    guard let notice = notice ?? otherwise else { return }
    let (sign, style): (String, Style) =
      switch notice.kind {
      case .said: ("", .normal)
      case .warning: ("* ", .warning)
      case .error: ("! ", .error)
      }
    let whole = sign + notice.text
    guard CellWidth.of(whole) > area.width - 2 else {
      frame.put(whole, at: Point(x: area.x + 1, y: area.y), style: style, within: area)
      return
    }
    // A sentence that is cut helps nobody: it takes the rows above, up to three in all; of what went
    // wrong, with a path in it and a command, up to seven.
    let most = notice.kind == .error ? min(7, max(3, area.y / 2)) : 3
    let lines = wrap(whole, width: max(1, area.width - 2)).prefix(most)
    let rows = Rect(
      x: area.x, y: area.y - lines.count + 1, width: area.width, height: lines.count)
    frame.fill(rows)
    for (number, line) in lines.enumerated() {
      frame.put(line.text, at: Point(x: rows.x + 1, y: rows.y + number), style: style, within: rows)
    }
  }

  /// The key bar: at most six keys, as many as fit.
  static func keys(_ table: KeyTable, in area: Rect, _ frame: inout Frame) {
    var x = area.x + 1
    for entry in table.bar {
      let width = entry.key.count + 1 + entry.words.count
      guard x + width < area.endX else { break }
      x = frame.put(entry.key, at: Point(x: x, y: area.y), style: .key, within: area)
      x = frame.put(" " + entry.words, at: Point(x: x, y: area.y), style: .dim, within: area) + 2
    }
  }

  /// A window that is too small says so and waits.
  static func tooSmall(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let text =
      "This window has \(size.columns) by \(size.rows) characters. art28 needs \(Panes.least.columns) by \(Panes.least.rows). Nothing is lost."
    for (number, line) in wrap(text, width: max(1, size.columns)).prefix(size.rows).enumerated() {
      frame.put(line.text, at: Point(x: 0, y: number))
    }
    return frame
  }
}
