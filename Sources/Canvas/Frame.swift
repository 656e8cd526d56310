import PlainText

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
    _ text: String, at point: Point, style: Style = .normal, within clip: Rect? = nil
  ) -> Int {
    let area = clip.map(bounds.intersection) ?? bounds
    guard point.y >= area.y, point.y < area.endY else { return point.x }
    if let end = putASCII(text, at: point, style: style, within: area) { return end }
    var x = point.x
    var clusters = ClusterIterator(text)
    while let cluster = clusters.next() {
      switch cluster {
      case .plain(let scalar, let columns):
        if x + columns > area.endX { return x }
        put(Cell(base: scalar, style: style), columns: columns, x: x, y: point.y, from: area.x)
        x += columns
      case .other(let character):
        if x + CellWidth.of(character) > area.endX { return x }
        DisplayText.forEachCell(of: character) { base, marks, columns in
          let cell = Cell(base: base, marks: marks, style: style)
          put(cell, columns: columns, x: x, y: point.y, from: area.x)
          x += columns
        }
      }
    }
    return x
  }

  /// Puts text of nothing but printable ASCII, a byte a cell; nil, and nothing put, for other text.
  private mutating func putASCII(
    _ text: String, at point: Point, style: Style, within area: Rect
  ) -> Int? {
    let end: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.isPlain else { return nil }
      let last = min(point.x + bytes.count, area.endX)
      for x in max(point.x, area.x)..<max(point.x, area.x, last) {
        let cell = Cell(base: UInt32(bytes[x - point.x]), style: style)
        set(cell, columns: 1, x: x, y: point.y)
      }
      return max(point.x, last)
    }
    return end ?? nil
  }

  /// The same for a part of a text.
  @discardableResult
  package mutating func put(
    _ text: Substring, at point: Point, style: Style = .normal, within clip: Rect? = nil
  ) -> Int {
    put(String(text), at: point, style: style, within: clip)
  }

  /// Puts a character that ends before the right edge. Where it begins left of `edge` what is left of
  /// a wide one is a blank.
  private mutating func put(_ cell: Cell, columns: Int, x: Int, y: Int, from edge: Int) {
    if x >= edge {
      set(cell, columns: columns, x: x, y: y)
    } else if x + columns > edge {
      set(.space(cell.style), columns: 1, x: edge, y: y)
    }
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
    let rule = bounds.intersection(Rect(x: point.x, y: point.y, width: width, height: 1))
    for y in rule.y..<rule.endY {
      for x in rule.x..<rule.endX {
        set(Cell(base: 0x2500, style: style), columns: 1, x: x, y: y)
      }
    }
  }

  /// Draws a line of `│` downwards.
  package mutating func putDivider(at point: Point, height: Int, style: Style = .dim) {
    let divider = bounds.intersection(Rect(x: point.x, y: point.y, width: 1, height: height))
    for y in divider.y..<divider.endY {
      for x in divider.x..<divider.endX {
        set(Cell(base: 0x2502, style: style), columns: 1, x: x, y: y)
      }
    }
  }

  /// The cells of a row, from left to right.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[(y * size.columns)..<((y + 1) * size.columns)]
  }

  /// The columns of a row from the first that looks different in another frame to the last, wide
  /// characters whole; nil where none does. All of them where the other has no such row.
  package func changes(inRow y: Int, since other: Frame) -> Range<Int>? {
    let new = row(y)
    guard size.columns == other.size.columns, y < other.size.rows else { return 0..<size.columns }
    let old = other.row(y)
    guard var first = new.indices.first(where: { new[$0] != old[$0] }) else { return nil }
    var end = new.endIndex
    while new[end - 1] == old[end - 1] { end -= 1 }
    if new[first].isRightHalf, first > new.startIndex { first -= 1 }
    if end < new.endIndex, new[end].isRightHalf { end += 1 }
    return (first - new.startIndex)..<(end - new.startIndex)
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
