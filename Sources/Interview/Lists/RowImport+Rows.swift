import PackModel

extension RowImport {
  /// A line of the list that is no row, and why.
  package struct Left: Hashable, Sendable {
    /// Its index in the grid.
    package let row: Int
    /// What it is called where it comes from.
    package let number: Int
    package let text: String
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
      /// Its words lie across the table.
      case band
      /// It says the headings again.
      case headings
      /// It has one filled cell where the others have more: the name of a part, a footnote.
      case lone
    }

    /// Why, as the end of a sentence.
    package var words: String {
      switch reason {
      case .band: "lies across the table and is no row"
      case .headings: "says the headings again"
      case .lone: "stands alone in its line"
      }
    }
  }

  /// The indices of the rows that are taken, and the lines that are not.
  ///
  /// - Parameter names: what rows of the table are called already.
  package func rows(knowing names: Set<FoldedName> = []) -> (taken: [Int], left: [Left]) {
    var taken: [Int] = []
    var left: [Left] = []
    let said = headingCells
    let leavesLone = mostHaveSeveral
    for row in body {
      let cells = grid.rows[row].cells
      let words = cells.filter { !$0.isEmpty }.joined(separator: " · ")
      func leave(_ reason: Left.Reason) {
        left.append(Left(row: row, number: grid.rows[row].number, text: words, reason: reason))
      }
      if grid.rows[row].isBand {
        leave(.band)
      } else if !said.isEmpty, cells == said {
        leave(.headings)
      } else if isLone(cells, leavesLone), !lone.contains(row), !isCorrected(row),
        !names.contains(FoldedName(words))
      {
        leave(.lone)
      } else {
        taken.append(row)
      }
    }
    return (taken, left)
  }

  private func isCorrected(_ row: Int) -> Bool { corrections.keys.contains { $0.row == row } }

  private var headingCells: [String] {
    guard case .rows(let first, let count) = headings else { return [] }
    return grid.rows[first + count - 1].cells
  }

  /// Of a list with three columns or more nearly all rows have several cells filled: what stands alone
  /// there is the name of a part. A footnote is none anywhere.
  private func isLone(_ cells: [String], _ mostHaveSeveral: Bool) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count == 1, grid.width > 1 else { return false }
    return mostHaveSeveral || Self.isFootnote(filled[0])
  }

  private static func isFootnote(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, "*†‡¹²³⁴⁵".unicodeScalars.contains(first) {
      return true
    }
    return text.split(separator: " ").count > 7
  }

  private var mostHaveSeveral: Bool {
    guard targets.indices.count(where: { isFilled($0) }) > 2 else { return false }
    let filled = body.map { row in grid.rows[row].cells.count { !$0.isEmpty } }
    return filled.count { $0 > 1 } * 5 >= filled.count * 3
  }

  /// What stands in for an answer in other people's lists and is none.
  static func saysNothing(_ text: String) -> Bool {
    if text.allSatisfy({ "-–—−.…?_/ ".contains($0) }) { return true }
    return ["n a", "na", "n/a", "tbd", "tbc", "tba", "k a", "ka", "entfallt"].contains(
      FoldedName(text).key)
  }
}
