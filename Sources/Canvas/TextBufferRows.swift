import PlainText

extension TextBuffer {
  /// Rows of the text as wrapped to `wrapWidth`; an empty text has one.
  package var rowCount: Int { rowStarts.count }

  /// The characters of a row, by number, without the line end that closes it.
  package func rowRange(_ row: Int) -> Range<Int> {
    let start = rowStarts[row]
    guard row + 1 < rowStarts.count else { return start..<count }
    let end = rowStarts[row + 1]
    return start..<(advances[end - 1].isNewline ? end - 1 : end)
  }

  /// The text of a row as typed. Give it to `Frame.put`, which shows it in simple form.
  package func rowText(_ row: Int) -> String { String(characters[rowRange(row)]) }

  /// The row of the caret. At a soft break it is the later one.
  package var caretRow: Int { row(of: caret) }

  /// The caret's column in its row; at most `wrapWidth`, however many spaces hang over the edge.
  package var caretColumn: Int {
    let column = advances.columns(rowStarts[caretRow]..<caret)
    return wrapWidth.map { min($0, column) } ?? column
  }

  /// The last row that begins at or before the character with this number.
  package func row(of offset: Int) -> Int {
    var low = 0
    var high = rowStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rowStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The character of a row that stands nearest to a column from the left.
  func offset(row: Int, column: Int) -> Int {
    var index = rowStarts[row]
    let end = lastOffset(inRow: row)
    var left = column
    while index < end, advances[index].width <= left {
      left -= advances[index].width
      index += 1
    }
    return index
  }

  /// The last place for the caret in a row. At a soft break that is before its last character, for
  /// behind it the next row begins.
  func lastOffset(inRow row: Int) -> Int {
    let range = rowRange(row)
    guard row + 1 < rowCount, range.upperBound == rowStarts[row + 1] else {
      return range.upperBound
    }
    return max(range.lowerBound, range.upperBound - 1)
  }

  mutating func layOutAll() {
    rowStarts = [0]
    while let start = nextRow(from: rowStarts[rowStarts.count - 1]) { rowStarts.append(start) }
  }

  /// Wraps again what a change can have moved, and shifts the rest.
  mutating func layOut(changed range: Range<Int>, nowCounting newCount: Int) {
    let shift = newCount - range.count
    let changedRow = row(of: range.lowerBound)
    guard wrapWidth != nil else { return layOutLines(changed: range, newCount, below: changedRow) }
    // A shorter first word may go back to the row above, and that row's to the one above it.
    let firstRow = max(0, changedRow - 2)
    var fresh: [Int] = []
    var old = changedRow + 1
    var last = rowStarts[firstRow]
    while let start = nextRow(from: last) {
      while old < rowStarts.count,
        rowStarts[old] < range.upperBound || rowStarts[old] + shift < start
      {
        old += 1
      }
      // Rows follow from where they begin: from the first that begins as before, all stay.
      let isAsBefore = old < rowStarts.count && rowStarts[old] + shift == start
      if isAsBefore && start > range.lowerBound + newCount {
        replaceRows(from: firstRow + 1, to: old, with: fresh, shift: shift)
        return
      }
      fresh.append(start)
      last = start
    }
    replaceRows(from: firstRow + 1, to: rowStarts.count, with: fresh, shift: shift)
  }

  /// Without a width rows end only where line ends are: those of the change itself are looked for.
  private mutating func layOutLines(changed range: Range<Int>, _ newCount: Int, below row: Int) {
    var old = row + 1
    while old < rowStarts.count, rowStarts[old] <= range.upperBound { old += 1 }
    let changed = range.lowerBound..<(range.lowerBound + newCount)
    let fresh = changed.compactMap { advances[$0].isNewline ? $0 + 1 : nil }
    replaceRows(from: row + 1, to: old, with: fresh, shift: newCount - range.count)
  }

  private mutating func replaceRows(from first: Int, to old: Int, with fresh: [Int], shift: Int) {
    if shift != 0 {
      for row in old..<rowStarts.count { rowStarts[row] += shift }
    }
    rowStarts.replaceSubrange(first..<old, with: fresh)
  }

  private func nextRow(from start: Int) -> Int? {
    if let wrapWidth { return advances.nextRow(from: start, width: max(1, wrapWidth)) }
    return advances[start...].firstIndex { $0.isNewline }.map { $0 + 1 }
  }
}
