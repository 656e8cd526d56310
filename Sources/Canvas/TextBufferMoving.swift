import PlainText

extension TextBuffer {
  /// Moves the caret. A step of undo ends here.
  package mutating func move(_ motion: CaretMotion) {
    mayGrow = false
    switch motion {
    case .up(let rows): moveRows(-rows)
    case .down(let rows): moveRows(rows)
    default:
      caret = target(of: motion)
      goalColumn = nil
    }
  }

  /// Puts the caret before a character by its number; outside the text means at its nearest end.
  package mutating func moveCaret(to offset: Int) {
    caret = min(max(0, offset), count)
    goalColumn = nil
    mayGrow = false
  }

  private mutating func moveRows(_ rows: Int) {
    let column = goalColumn ?? caretColumn
    let row = caretRow
    let wanted = row + rows
    if wanted < 0 && row == 0 {
      caret = 0
    } else if wanted >= rowCount && row == rowCount - 1 {
      caret = count
    } else {
      caret = offset(row: min(max(0, wanted), rowCount - 1), column: column)
    }
    goalColumn = column
  }

  /// Where a motion would lead.
  func target(of motion: CaretMotion) -> Int {
    switch motion {
    case .left: return max(0, caret - 1)
    case .right: return min(count, caret + 1)
    case .wordLeft: return wordStart(before: caret)
    case .wordRight: return wordEnd(after: caret)
    case .rowStart: return rowStarts[caretRow]
    case .rowEnd: return lastOffset(inRow: caretRow)
    case .lineStart: return lineStart(before: caret)
    case .lineEnd: return lineEnd(after: caret)
    case .textStart: return 0
    case .textEnd: return count
    case .up(let rows), .down(let rows):
      var copy = self
      copy.moveRows(motion == .up(rows) ? -rows : rows)
      return copy.caret
    }
  }

  private func wordStart(before offset: Int) -> Int {
    var index = offset
    while index > 0, !Advance.isWordPart(characters[index - 1]) { index -= 1 }
    while index > 0, Advance.isWordPart(characters[index - 1]) { index -= 1 }
    return index
  }

  private func wordEnd(after offset: Int) -> Int {
    var index = offset
    while index < count, !Advance.isWordPart(characters[index]) { index += 1 }
    while index < count, Advance.isWordPart(characters[index]) { index += 1 }
    return index
  }

  private func lineStart(before offset: Int) -> Int {
    var index = offset
    while index > 0, !advances[index - 1].isNewline { index -= 1 }
    return index == offset ? max(0, offset - 1) : index
  }

  private func lineEnd(after offset: Int) -> Int {
    var index = offset
    while index < count, !advances[index].isNewline { index += 1 }
    return index == offset ? min(count, offset + 1) : index
  }
}
