import Canvas
import PlainText

extension VirtualScreen {
  mutating func put(_ scalar: Unicode.Scalar) {
    let width = CellWidth.of(scalar) ?? 1
    if width == 0 {
      let x = wrapIsPending ? cursor.x : max(0, cursor.x - 1)
      cells[cursor.y][x].text.unicodeScalars.append(scalar)
      return
    }
    lastCharacter = scalar
    if wrapIsPending || cursor.x + width > size.columns {
      move(x: 0, y: cursor.y)
      lineFeed()
    }
    if isInserting { insertCells(width) }
    var cell = pen
    cell.text = String(Character(scalar))
    split(at: cursor.x)
    split(at: cursor.x + width)
    cells[cursor.y][cursor.x] = cell
    if width == 2 {
      cell.text = ""
      cells[cursor.y][cursor.x + 1] = cell
    }
    if cursor.x + width >= size.columns {
      cursor.x = size.columns - 1
      wrapIsPending = true
    } else {
      cursor.x += width
    }
  }

  /// A wide character that is cut in two here becomes blanks.
  private mutating func split(at x: Int) {
    guard x > 0, x < size.columns, cells[cursor.y][x].text.isEmpty else { return }
    cells[cursor.y][x - 1].text = " "
    cells[cursor.y][x].text = " "
  }

  mutating func move(x: Int, y: Int) {
    cursor = Point(x: min(max(0, x), size.columns - 1), y: min(max(0, y), size.rows - 1))
    wrapIsPending = false
  }

  mutating func restoreCursor() {
    pen = saved.pen
    move(x: saved.cursor.x, y: saved.cursor.y)
  }

  mutating func lineFeed() {
    wrapIsPending = false
    if cursor.y == regionBottom { scroll(up: 1) } else { move(x: cursor.x, y: cursor.y + 1) }
  }

  mutating func reverseLineFeed() {
    if cursor.y == regionTop { scroll(down: 1) } else { move(x: cursor.x, y: cursor.y - 1) }
  }

  mutating func setRegion(top: Int, bottom: Int, isWhole: Bool) {
    regionTop = isWhole ? 0 : min(top, size.rows - 1)
    regionBottom = isWhole ? size.rows - 1 : min(bottom, size.rows) - 1
    move(x: 0, y: 0)
  }

  mutating func scroll(up count: Int) { replaceRows(from: regionTop, removing: count) }
  mutating func scroll(down count: Int) { replaceRows(from: regionTop, inserting: count) }
  mutating func insertRows(_ count: Int) { replaceRows(from: cursor.y, inserting: count) }
  mutating func deleteRows(_ count: Int) { replaceRows(from: cursor.y, removing: count) }

  private mutating func replaceRows(from top: Int, removing count: Int) {
    guard top <= regionBottom else { return }
    for _ in 0..<min(count, regionBottom - top + 1) {
      cells.remove(at: top)
      cells.insert(blankRow, at: regionBottom)
    }
  }

  private mutating func replaceRows(from top: Int, inserting count: Int) {
    guard top <= regionBottom else { return }
    for _ in 0..<min(count, regionBottom - top + 1) {
      cells.remove(at: regionBottom)
      cells.insert(blankRow, at: top)
    }
  }

  mutating func insertCells(_ count: Int) {
    let count = min(count, size.columns - cursor.x)
    cells[cursor.y].removeLast(count)
    cells[cursor.y].insert(contentsOf: Array(repeating: erased, count: count), at: cursor.x)
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, size.columns - cursor.x)
    cells[cursor.y].removeSubrange(cursor.x..<(cursor.x + count))
    cells[cursor.y] += Array(repeating: erased, count: count)
  }

  mutating func eraseLine(_ kind: Int) {
    switch kind {
    case 0: erase(row: cursor.y, cursor.x..<size.columns)
    case 1: erase(row: cursor.y, 0..<(cursor.x + 1))
    default: erase(row: cursor.y, 0..<size.columns)
    }
  }

  mutating func eraseScreen(_ kind: Int) {
    let rows =
      switch kind {
      case 0: (cursor.y + 1)..<size.rows
      case 1: 0..<cursor.y
      default: 0..<size.rows
      }
    if kind < 2 { eraseLine(kind) }
    for row in rows { erase(row: row, 0..<size.columns) }
  }

  mutating func erase(row: Int, _ columns: Range<Int>) {
    wrapIsPending = false
    for x in columns.clamped(to: 0..<size.columns) { cells[row][x] = erased }
  }

  private var erased: Cell { Cell() }
  private var blankRow: [Cell] { Array(repeating: Cell(), count: size.columns) }
}
