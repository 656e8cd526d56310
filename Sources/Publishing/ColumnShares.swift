import Documents
import PlainText

/// How wide the columns of a table are, each in thousandths of the whole: wide enough for their
/// longest words, and the rest so that the rows stay low.
struct ColumnShares {
  /// Thousandths of the whole.
  let shares: [Int]
  /// The columns in which some word has no room on a line of its own: words have to be divided.
  let tight: [Int]
  /// So small that it stands on one page as a whole: two of its rows on the next would be lost there.
  let staysTogether: Bool

  /// About as many characters as a line of an upright page holds in a table's size.
  private static let upright = 92.0

  /// What a cell's own margins take of that.
  private static let margins = 3.2

  /// No shares for a table without columns.
  /// - Parameter isWide: on a page on its side.
  init(_ table: Table, isWide: Bool) {
    let line = Self.upright * (isWide ? 1.54 : 1)
    let longestWord = isWide ? 30.0 : 18
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    guard count > 0 else {
      (shares, tight, staysTogether) = ([], [], true)
      return
    }
    var widest = [Double](repeating: 0, count: count)
    var least = [Double](repeating: 9, count: count)
    var longest = [Double](repeating: 5, count: count)
    var squares = [Double](repeating: 1, count: count)
    var lengths: [[Double]] = []
    for (number, row) in ([table.header] + table.rows).enumerated() {
      lengths.append([])
      for (column, cell) in row.enumerated() {
        // Bold is wider.
        let face = number == 0 || cell.contains(where: \.strong) ? 1.12 : 1
        let words = Stretch.words(cell)
        let word =
          words.utf8.split { [0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "/")].contains($0) }
          .map { CellWidth.of(Substring($0)) }.max() ?? 0
        widest[column] = max(widest[column], Double(word) * face + Self.margins)
        least[column] = max(
          least[column], min(Double(word), longestWord) * face + Self.margins)
        let whole = Double(min(CellWidth.of(words), 400)) * face
        longest[column] = max(longest[column], whole + Self.margins)
        squares[column] += whole * whole
        lengths[number].append(whole)
      }
    }
    // A cell's lines are its words by its width. The sum of their squares, which tells a tall cell
    // from many low ones, is least where widths go by the cube roots of the squares of the words.
    let weights = squares.map(Self.cubeRoot)
    var (low, high) = (0.0, line)
    var widths = least
    for _ in 0..<40 {
      let scale = (low + high) / 2
      let tried = weights.indices.map {
        min(max(weights[$0] * scale + Self.margins, least[$0]), max(longest[$0], least[$0]))
      }
      if tried.reduce(0, +) > line {
        high = scale
      } else {
        (low, widths) = (scale, tried)
      }
    }
    let total = widths.reduce(0, +)
    var shares = widths.map { Int(($0 / total * 1000).rounded(.down)) }
    shares[count - 1] += 1000 - shares.reduce(0, +)
    self.shares = shares
    let lines = lengths.reduce(0) { lines, row in
      let tallest = zip(row, widths).map { $0 / max($1 * line / total - Self.margins, 1) }.max()
      return lines + (tallest ?? 0).rounded(.up)
    }
    staysTogether = table.rows.count <= 7 && lines <= 20
    tight = widths.indices.filter { widest[$0] > widths[$0] * line / total + 0.5 }
  }

  /// By Newton's steps, so that it is the same on every machine.
  private static func cubeRoot(_ number: Double) -> Double {
    var root = max(number.squareRoot(), 1)
    for _ in 0..<40 { root = (2 * root + number / (root * root)) / 3 }
    return root
  }
}
