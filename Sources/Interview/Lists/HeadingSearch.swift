import PackModel

/// Looks for the line that names the columns: titles may stand above it, and it may be of two lines.
struct HeadingSearch {
  private let grid: Grid
  private let names: ColumnNames

  /// So far from the top headings are looked for.
  private static let furthest = 25

  init(_ grid: Grid, _ names: ColumnNames) {
    self.grid = grid
    self.names = names
  }

  /// The first of the lines that name most; nil where none names anything.
  var found: RowImport.Headings? {
    var best: (headings: RowImport.Headings, known: Int)?
    let first = grid.rows.firstIndex { !$0.isBand }
    for row in grid.rows.indices.prefix(Self.furthest) where !grid.rows[row].isBand {
      let known = known(row, 1)
      // A line further down that names one column, and has others, is more likely to be a row.
      let filled = grid.rows[row].cells.count { !$0.isEmpty }
      if known > (best?.known ?? 0), known > 1 || filled == 1 || row == first {
        best = (.rows(first: row, count: 1), known)
      }
      guard row + 1 < grid.rows.count else { continue }
      let both = self.known(row, 2)
      if both > (best?.known ?? 0), both > known, both > self.known(row + 1, 1) {
        best = (.rows(first: row, count: 2), both)
      }
    }
    return best?.headings
  }

  /// How many columns the headings of a row, or of two, name.
  private func known(_ row: Int, _ count: Int) -> Int {
    var found: Set<ListTarget> = []
    for column in 0..<grid.width {
      if let target = names.target(heading(column, row, count))?.target { found.insert(target) }
    }
    return found.count
  }

  func heading(_ column: Int, _ first: Int, _ count: Int) -> String {
    func cell(_ row: Int, _ column: Int) -> String {
      let cells = grid.rows[row].cells
      guard cells.indices.contains(column) else { return "" }
      return String(cells[column].map { $0.isNewline ? " " : $0 })
    }
    let upper = cell(first, column)
    guard count > 1, first + 1 < grid.rows.count else { return upper }
    let lower = cell(first + 1, column)
    if lower.isEmpty { return upper }
    // A heading over several columns stands in the first of them.
    let above =
      (0...column).reversed().lazy.map { cell(first, $0) }.first { !$0.isEmpty } ?? ""
    if above.isEmpty || above == lower { return lower }
    let both = "\(above) \(lower)"
    return names.target(both) == nil && names.target(lower) != nil ? lower : both
  }
}
