/// What the whole screen shows at one moment: a grid of cells and the place of the caret.
///
/// A frame has a fixed size. What is put outside it is cut off at a character; half of a wide
/// character is never drawn, nor left standing when the other half is overwritten. Every frame has a
/// caret: the terminal puts its real cursor there, also when it is hidden, because screen readers,
/// braille displays and input methods follow it.
///
/// The very last cell (bottom right) is never drawn: on many terminals it would scroll the screen.
package struct Frame: Hashable, Sendable {
  package let size: Size

  /// Where the real cursor goes: the caret of the field, or the chosen row. Kept inside the frame.
  package var caret: Point {
    didSet { caret = Self.clamped(caret, to: size) }
  }

  /// Whether the cursor can be seen. Its place counts either way.
  package var caretIsVisible = true

  private var cells: [Cell]

  /// An empty frame.
  package init(size: Size) {
    self.size = size
    caret = Point(x: 0, y: 0)
    cells = Array(repeating: .space(.normal), count: size.columns * size.rows)
  }

  /// The whole frame as a rectangle.
  package var bounds: Rect { Rect(size) }

  /// Puts a line of text at a point, in the simple form of `DisplayText`.
  ///
  /// Characters that do not fit wholly into `clip` (the frame, if nil) are left out. Returns the
  /// column behind the last character that was put, which is where the next piece of the line goes.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .normal, within clip: Rect? = nil
  ) -> Int {
    let area = clip.map(bounds.intersection) ?? bounds
    guard point.y >= area.y, point.y < area.endY else { return point.x }
    var x = point.x
    for character in text {
      if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
        if x >= area.endX { return x }
        if x >= area.x {
          set(Cell(base: UInt32(ascii), style: style), columns: 1, x: x, y: point.y)
        }
        x += 1
        continue
      }
      let width = CellWidth.of(character)
      if x + width > area.endX { return x }
      var place = x
      DisplayText.forEachCell(of: character) { base, marks, columns in
        let cell = Cell(base: base, marks: marks, style: style)
        if x >= area.x {
          set(cell, columns: columns, x: place, y: point.y)
        } else {
          // The left part is cut off: what is left of a wide character is a blank.
          for half in place..<(place + columns) where half >= area.x {
            set(.space(style), columns: 1, x: half, y: point.y)
          }
        }
        place += columns
      }
      x += width
    }
    return x
  }

  /// Fills a rectangle with blanks of a style.
  package mutating func fill(_ rect: Rect, style: Style = .normal) {
    let area = bounds.intersection(rect)
    for y in area.y..<area.endY {
      for x in area.x..<area.endX {
        set(.space(style), columns: 1, x: x, y: y)
      }
    }
  }

  /// Gives the cells of a rectangle another style and keeps their text.
  package mutating func restyle(_ rect: Rect, style: Style) {
    let area = bounds.intersection(rect)
    for y in area.y..<area.endY {
      for x in area.x..<area.endX {
        cells[y * size.columns + x].style = style
      }
    }
  }

  /// Draws a line of `─` to the right.
  package mutating func putRule(at point: Point, width: Int, style: Style = .dim) {
    put(String(repeating: "─", count: max(0, width)), at: point, style: style)
  }

  /// Draws a line of `│` downwards.
  package mutating func putDivider(at point: Point, height: Int, style: Style = .dim) {
    for y in point.y..<(point.y + max(0, height)) {
      put("│", at: Point(x: point.x, y: y), style: style)
    }
  }

  /// The cells of a row, from left to right.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[(y * size.columns)..<((y + 1) * size.columns)]
  }

  /// Whether a row looks the same in another frame of the same width.
  package func rowEquals(_ y: Int, in other: Frame) -> Bool {
    guard size.columns == other.size.columns, y < other.size.rows, y < size.rows else {
      return false
    }
    return row(y) == other.row(y)
  }

  /// The text of a row as it is read on the screen, without the blanks at its end.
  package func text(row y: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in row(y) {
      cell.forEachScalar { if let scalar = Unicode.Scalar($0) { scalars.append(scalar) } }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The text of the whole frame, a line for each row.
  package var text: String {
    (0..<size.rows).map(text(row:)).joined(separator: "\n")
  }

  private mutating func set(_ cell: Cell, columns: Int, x: Int, y: Int) {
    let first = y * size.columns + x
    // A wide character loses both halves when one of them is overwritten.
    if cells[first].isRightHalf, x > 0 {
      cells[first - 1] = .space(cells[first - 1].style)
    }
    let next = first + columns
    if x + columns < size.columns, cells[next].isRightHalf {
      cells[next] = .space(cells[next].style)
    }
    cells[first] = cell
    if columns == 2 { cells[first + 1] = .rightHalf(cell.style) }
  }

  private static func clamped(_ point: Point, to size: Size) -> Point {
    Point(
      x: min(max(0, point.x), max(0, size.columns - 1)),
      y: min(max(0, point.y), max(0, size.rows - 1)))
  }
}
