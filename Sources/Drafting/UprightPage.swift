import Documents

/// Whether small tables that would lie on pages turned sideways go on an upright one: their words fit
/// its width, and they leave half of it free. A page of their own would be nearly empty, and so would
/// those before and after it.
///
/// Measured in letters, and from above: what is near the limit stays sideways.
enum UprightPage {
  /// About as many letters as a line holds in a table's size.
  private static let width = 92
  /// What a cell's own margins take of that.
  private static let margin = 4
  /// Lines in a table's size: about half a page.
  private static let lines = 36

  static func holds(_ blocks: [Block]) -> Bool {
    var lines = 0
    for block in blocks {
      switch block {
      case .heading: lines += 3
      case .paragraph(let paragraph): lines += letters(paragraph.runs) / width + 2
      case .table(let table):
        // How long one becomes that is still to be filled is not known.
        guard table.awaits == nil, let tall = height(table) else { return false }
        lines += tall
      default: return false
      }
    }
    return lines <= Self.lines
  }

  /// Its lines; nil where a word has no room in its column.
  private static func height(_ table: Table) -> Int? {
    let cells = [table.header] + table.rows
    let columns = 0..<(cells.map(\.count).max() ?? 0)
    func column(_ number: Int) -> [[Run]] {
      cells.compactMap { $0.count > number ? $0[number] : nil }
    }
    // Bold words are wider by an eighth.
    let least = columns.map { (column($0).map(longestWord).max() ?? 0) * 9 / 8 + margin }
    let rest = width - least.reduce(0, +)
    guard rest >= 0 else { return nil }
    // What is left goes to the columns by the roots of their words: so the rows stay low.
    let weights = columns.map { number in
      Double(column(number).reduce(1) { $0 + letters($1) }).squareRoot()
    }
    let whole = weights.reduce(0, +)
    let widths = columns.map { least[$0] - margin + Int(Double(rest) * weights[$0] / whole) }
    return cells.reduce(0) { height, row in
      height + (row.enumerated().map { letters($1) / max(widths[$0], 1) + 1 }.max() ?? 0)
    }
  }

  private static func letters(_ runs: [Run]) -> Int { runs.reduce(0) { $0 + $1.text.utf8.count } }

  private static func longestWord(_ runs: [Run]) -> Int {
    let words = runs.text.utf8.split { [0x20, 0x0A, 0x2D, 0x2F].contains($0) }
    return words.map(\.count).max() ?? 0
  }
}
