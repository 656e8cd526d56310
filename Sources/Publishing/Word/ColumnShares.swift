import Documents

/// How wide the columns of a table are, each in thousandths of the whole: wide enough for their
/// longest words, the rest by how much more they hold.
enum ColumnShares {
  /// About as many characters as a line of a page holds in a table's size.
  private static let line = 95.0

  static func shares(of table: Table) -> [Int] {
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    guard count > 0 else { return [] }
    var least = [Double](repeating: 5, count: count)
    var whole = [Double](repeating: 5, count: count)
    for (number, row) in ([table.header] + table.rows).enumerated() {
      for (column, cell) in row.enumerated() {
        // A header is bold, which is wider.
        let face = number == 0 ? 1.12 : 1
        let words = Stretch.words(cell)
        let longest =
          words.utf8.split { [0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "/")].contains($0) }
          .map { Columns.width(Substring($0)) }.max() ?? 0
        least[column] = max(least[column], Double(min(longest, 18)) * face + 2)
        whole[column] = max(whole[column], Double(min(Columns.width(words), 400)) * face + 2)
      }
    }
    let more = zip(least, whole).map { max($1 - $0, 0) }
    let room = max(line - least.reduce(0, +), 0)
    let wanted = more.reduce(0, +)
    // Where all fits without a break, nothing has to be shared out by weight.
    let part = wanted > 0 ? min(room / wanted, 1) : 0
    let widths = zip(least, more).map { $0 + $1 * part }
    let total = widths.reduce(0, +)
    var shares = widths.map { Int(($0 / total * 1000).rounded(.down)) }
    shares[count - 1] += 1000 - shares.reduce(0, +)
    return shares
  }
}
