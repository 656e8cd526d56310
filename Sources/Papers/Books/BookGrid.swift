import PackModel

/// The cells of a sheet as they come, at their places.
struct BookGrid {
  let name: String
  private var rows: [Int: [Int: String]] = [:]
  /// Cells that were put together: the first row and column, the last row and column.
  private var merges: [(top: Int, left: Int, bottom: Int, right: Int)] = []
  private var remarks: [Grid.Remark] = []
  private(set) var hiddenRows = 0
  private var count = 0

  init(name: String) { self.name = name }

  /// - Parameters:
  ///   - row: from 1.
  ///   - column: from 0.
  mutating func put(_ text: String, row: Int, column: Int) throws(PaperFault) {
    guard !text.isEmpty else { return }
    guard column < PaperLimits.columns else {
      throw PaperFault(
        "The table has more than \(PaperLimits.columns) columns, the most that are read.")
    }
    count += 1
    guard count <= 20 * PaperLimits.rows * 10 else { throw GridBuilder.tooLong }
    rows[row, default: [:]][column] = text
    guard rows.count <= PaperLimits.rows + 100 else { throw GridBuilder.tooLong }
  }

  mutating func merge(top: Int, left: Int, bottom: Int, right: Int) {
    guard merges.count < 20_000, bottom >= top, right >= left else { return }
    merges.append((top, left, bottom, right))
  }

  mutating func remark(_ says: String, row: Int, column: Int) {
    guard remarks.count < 100 else { return }
    remarks.append(Grid.Remark(place: "\(Grid.letters(column))\(row)", says: says))
  }

  mutating func hide() { hiddenRows += 1 }

  /// As a table: what was put together downwards stands in each of its rows, what lies across is a
  /// band.
  func grid() throws(PaperFault) -> Grid {
    var rows = rows
    var bands: Set<Int> = []
    let width = (rows.values.flatMap(\.keys).max() ?? 0) + 1
    for merge in merges {
      guard let text = rows[merge.top]?[merge.left] else { continue }
      if merge.right > merge.left {
        let across = min(merge.right, width - 1) - merge.left + 1
        if rows[merge.top]?.count == 1, across > 1, across * 2 > width { bands.insert(merge.top) }
        continue
      }
      for row in merge.top...min(merge.bottom, merge.top + PaperLimits.rows)
      where row > merge.top && rows[row] != nil {
        rows[row]?[merge.left] = text
      }
    }
    var found = GridBuilder(name: name)
    for (number, cells) in rows.sorted(by: { $0.key < $1.key }) {
      let last = cells.keys.max() ?? 0
      try found.add(
        (0...last).map { cells[$0] ?? "" }, number: number, isBand: bands.contains(number))
    }
    for remark in remarks { found.remark(remark.says, at: remark.place) }
    if hiddenRows > 0 {
      found.remark(
        hiddenRows == 1
          ? "one row is hidden in the sheet, and is read too"
          : "\(hiddenRows) rows are hidden in the sheet, and are read too", at: nil)
    }
    return found.grid
  }
}
