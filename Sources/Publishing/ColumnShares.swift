import Documents

/// How wide the columns of a table are, each in thousandths of the whole: wide enough for their
/// longest words, the rest by how much more they hold.
struct ColumnShares {
  /// Thousandths of the whole.
  let shares: [Int]
  /// Some word has no room on a line of its own: words have to be divided.
  let isTight: Bool

  /// About as many characters as a line of a page holds in a table's size.
  private static let line = 92.0

  private static let longestWord = 18
  /// What a cell's own margins take of that.
  private static let margins = 3.2

  /// No shares for a table without columns.
  init(_ table: Table) {
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    guard count > 0 else {
      (shares, isTight) = ([], false)
      return
    }
    var widest = 0
    var least = [Double](repeating: 5, count: count)
    var longest = [Double](repeating: 5, count: count)
    var sum = [Double](repeating: 0, count: count)
    for (number, row) in ([table.header] + table.rows).enumerated() {
      for (column, cell) in row.enumerated() {
        // Bold is wider.
        let face = number == 0 || cell.contains(where: \.strong) ? 1.12 : 1
        let words = Stretch.words(cell)
        let word =
          words.utf8.split { [0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "/")].contains($0) }
          .map { Columns.width(Substring($0)) }.max() ?? 0
        widest = max(widest, word)
        least[column] = max(
          least[column], Double(min(word, Self.longestWord)) * face + Self.margins)
        let whole = Double(min(Columns.width(words), 400)) * face
        longest[column] = max(longest[column], whole + Self.margins)
        sum[column] += whole
      }
    }
    // One long cell among short ones may well be tall.
    let rows = Double(table.rows.count + 1)
    let whole = zip(longest, sum).map { min($0, 2 * $1 / rows + 8) }
    var widths = least
    var room = Self.line - least.reduce(0, +)
    // Two words of a name should not be parted for the sake of a long text beside it.
    let short = whole.indices.filter { whole[$0] <= 28 }
    let need = short.reduce(0) { $0 + max(whole[$1] - least[$1], 0) }
    if need <= 0.7 * room {
      for column in short { widths[column] = max(whole[column], least[column]) }
      room -= need
    }
    let more = zip(widths, whole).map { max($1 - $0, 0) }
    let wanted = more.reduce(0, +)
    // Where all fits without a break, nothing has to be shared out by weight.
    let part = wanted > 0 ? min(max(room, 0) / wanted, 1) : 0
    widths = zip(widths, more).map { $0 + $1 * part }
    let total = widths.reduce(0, +)
    var shares = widths.map { Int(($0 / total * 1000).rounded(.down)) }
    shares[count - 1] += 1000 - shares.reduce(0, +)
    self.shares = shares
    isTight = widest > Self.longestWord || least.reduce(0, +) > Self.line
  }
}
