import Documents

/// How wide the columns of a table are, each in thousandths of the whole: wide enough for their
/// longest words, the rest by how much they hold.
enum ColumnShares {
  static func shares(of table: Table) -> [Int] {
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    guard count > 0 else { return [] }
    var least = [Double](repeating: 5, count: count)
    var mass = [Double](repeating: 1, count: count)
    for row in [table.header] + table.rows {
      for (column, cell) in row.enumerated() {
        let words = Stretch.words(cell)
        let longest =
          words.split { $0 == " " || $0 == "\n" || $0 == "-" || $0 == "/" }
          .map { Columns.width($0) }.max() ?? 0
        least[column] = max(least[column], Double(min(longest, 18)) + 2)
        // Long cells count less and less: a column may be tall.
        mass[column] = max(mass[column], Double(min(Columns.width(words), 600)).squareRoot())
      }
    }
    // A line of a page holds about 90 characters of a table's size.
    let sum = least.reduce(0, +)
    let room = max(90 - sum, 0)
    let masses = mass.reduce(0, +)
    let widths = zip(least, mass).map { $0 + room * $1 / masses }
    let total = widths.reduce(0, +)
    var shares = widths.map { Int(($0 / total * 1000).rounded(.down)) }
    shares[count - 1] += 1000 - shares.reduce(0, +)
    return shares
  }
}
