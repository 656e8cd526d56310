import Documents
import PlainText

/// A table in a face of equal widths.
struct PlainTable {
  private let header: [String]
  private let rows: [[String]]
  private static let gap = 2
  /// Narrower than this a column is not readable any more.
  private static let narrowest = 9

  init(_ table: Table) {
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    func filled(_ cells: [String]) -> [String] {
      cells + Array(repeating: "", count: count - cells.count)
    }
    header = filled(table.header.map(Stretch.lineOfWords))
    rows = table.rows.map { row in filled(row.map(Stretch.words)) }
  }

  /// Aligned columns where they fit and stay readable, else one labelled list for each row.
  func lines(width: Int) -> [String] {
    if header.isEmpty { return [] }
    guard let widths = widths(in: width) else { return labelled(width: width) }
    var lines: [String] = []
    let wrapped = rows.map { cells($0, widths) }
    if header.contains(where: { !$0.isEmpty }) {
      lines += joined(cells(header, widths), widths)
      lines.append(
        widths.map { String(repeating: "-", count: $0) }
          .joined(separator: String(repeating: " ", count: Self.gap)))
    }
    let isLoose = wrapped.contains { row in row.contains { $0.count > 1 } }
    for (number, row) in wrapped.enumerated() {
      if isLoose, number > 0 { lines.append("") }
      lines += joined(row, widths)
    }
    return lines
  }

  /// The columns' widths, or nil where the table is too wide for them.
  private func widths(in width: Int) -> [Int]? {
    var natural: [Int] = []
    var least: [Int] = []
    for column in header.indices {
      let cells = [header[column]] + rows.map { $0[column] }
      let lines = cells.flatMap { $0.utf8.split(separator: 0x0A) }
      natural.append(max(lines.map { CellWidth.of(Substring($0)) }.max() ?? 0, 1))
      let words = lines.flatMap { $0.split(separator: 0x20) }
      let longest = words.map { CellWidth.of(Substring($0)) }.max() ?? 0
      least.append(min(natural[column], max(longest, Self.narrowest)))
    }
    let room = width - Self.gap * (header.count - 1)
    if natural.reduce(0, +) <= room { return natural }
    if least.reduce(0, +) > room { return nil }
    var widths = natural.map { min($0, room) }
    for _ in room..<max(room, widths.reduce(0, +)) {
      let wide = widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
      guard let wide else { return nil }
      widths[wide] -= 1
    }
    let tallest = rows.map { cells($0, widths).map(\.count).max() ?? 0 }.max() ?? 0
    return tallest > 12 ? nil : widths
  }

  private func cells(_ row: [String], _ widths: [Int]) -> [[String]] {
    zip(row, widths).map { Columns.wrap($0, width: $1, longest: $1) }
  }

  private func joined(_ cells: [[String]], _ widths: [Int]) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      var text = ""
      for (column, cell) in cells.enumerated() where line < cell.count && !cell[line].isEmpty {
        let start = widths[..<column].reduce(0, +) + Self.gap * column
        text = Columns.padded(text, to: start) + cell[line]
      }
      return text
    }
  }

  private func labelled(width: Int) -> [String] {
    let labels = header.map { $0.isEmpty ? "" : $0 + ":" }
    let text = min(labels.map { CellWidth.of($0) }.max() ?? 0, 24) + 2
    var lines: [String] = []
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append("") }
      for (label, cell) in zip(labels, row) where !cell.isEmpty {
        var head = label
        if CellWidth.of(head) > text - 1 {
          lines += Columns.wrap(head, width: width)
          head = ""
        }
        for (line, words) in Columns.wrap(cell, width: width - text).enumerated() {
          lines.append(Columns.padded(line == 0 ? head : "", to: text) + words)
        }
      }
    }
    return lines
  }
}
