import PackModel

/// A list from elsewhere on its way into a table: which of its lines are rows, which column goes where,
/// what was corrected by hand, and whether it adds, replaces or updates. Nothing is in the table yet.
package struct RowImport: Sendable {
  /// What becomes of the rows that the table has.
  package enum Way: String, Hashable, Sendable, CaseIterable {
    /// They stay, and the list's rows come behind them.
    case add
    /// Those of which the list has none of that name go; the others become what the list says.
    case replace
    /// They stay; a row of the same name takes what the list says of it.
    case update
  }

  /// Where the names of the columns stand.
  package enum Headings: Hashable, Sendable {
    /// No line is known to be one, and none known not to be.
    case unknown
    /// The first line is a row like the others.
    case absent
    /// In one row of the grid, by index, or in that and the next.
    case rows(first: Int, count: Int)
  }

  /// A cell of the grid, by the row's index and the column.
  package struct Place: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let grid: Grid
  package let table: Int
  package let names: ColumnNames
  package private(set) var headings = Headings.unknown
  /// By column of the grid; nil is not taken.
  package private(set) var targets: [ListTarget?]
  /// Columns that name what another column names better.
  private var outdone: Set<Int> = []
  package private(set) var corrections: [Place: String] = [:]
  /// Rows of the grid with one filled cell that are rows all the same.
  package private(set) var lone: Set<Int> = []
  package var way: Way
  let pack: Pack

  /// Finds the headings, and what they name.
  package init(_ grid: Grid, into table: Int, _ pack: Pack, way: Way) {
    self.grid = grid
    self.table = table
    self.pack = pack
    self.way = way
    names = ColumnNames(pack, table: table)
    targets = Array(repeating: nil, count: grid.width)
    if let found = HeadingSearch(grid, names).found { setHeadings(found) }
  }

  /// Of several tables the first with most columns that are known.
  package static func best(of grids: [Grid], into table: Int, _ pack: Pack) -> Int {
    let ranks = grids.map { grid in
      RowImport(grid, into: table, pack, way: .add).targets.count { $0 != nil }
    }
    return ranks.indices.reversed().max { ranks[$0] < ranks[$1] } ?? 0
  }

  /// Others that name as many columns as this one does: each may be meant, and none is taken unasked.
  package static func others(
    than number: Int, of grids: [Grid], into table: Int, _ pack: Pack
  ) -> [Int] {
    func known(_ grid: Grid) -> Int {
      RowImport(grid, into: table, pack, way: .add).targets.count { $0 != nil }
    }
    let wanted = known(grids[number])
    return grids.indices.filter { $0 != number && wanted > 0 && known(grids[$0]) >= wanted }
  }

  // MARK: Columns

  /// Says where the headings stand, and reads them.
  package mutating func setHeadings(_ headings: Headings) {
    self.headings = headings
    lone = []
    guard case .rows = headings else {
      outdone = []
      return
    }
    targets = Array(repeating: nil, count: grid.width)
    outdone = []
    var best: [ListTarget: (column: Int, rank: Int, isAlone: Bool)] = [:]
    for column in targets.indices {
      guard let found = names.target(heading(column)) else { continue }
      guard let other = best[found.target] else {
        best[found.target] = (column, found.rank, true)
        continue
      }
      if found.rank < other.rank { best[found.target] = (column, found.rank, true) }
      // Neither is meant more than the other: the person says which.
      if found.rank == other.rank { best[found.target]?.isAlone = false }
    }
    for (target, found) in best where found.isAlone { targets[found.column] = target }
    outdone = Set(
      targets.indices.filter { targets[$0] == nil && names.target(heading($0)) != nil })
  }

  /// Sends a column of the list to one of the table; another that went there goes nowhere.
  package mutating func map(_ column: Int, to target: ListTarget?) {
    guard targets.indices.contains(column) else { return }
    if let target, let other = targets.firstIndex(of: target) { targets[other] = nil }
    targets[column] = target
    outdone.remove(column)
  }

  /// Where nobody has said whether the first line names the columns: says it where the columns that
  /// were mapped tell, for a line whose country is one is a row, and one whose country is none, while
  /// those of the others are, names them.
  package mutating func weigh(_ evaluation: Evaluation, today: CalendarDate?) {
    guard headings == .unknown, !grid.rows.isEmpty else { return }
    for (column, target) in targets.enumerated() {
      guard case .column(let question)? = target else { continue }
      let model = pack.questions[question]
      guard model.kind != .string, model.kind != .text, !model.open, model.rowsOf.isEmpty else {
        continue
      }
      func isRead(_ row: Int) -> Bool? {
        let text = text(Place(row: row, column: column))
        guard !text.isEmpty else { return nil }
        return (try? evaluation.read(text, for: question, today: today)) != nil
      }
      guard let first = isRead(0) else { continue }
      if first { return headings = .absent }
      let others = grid.rows.indices.dropFirst().prefix(20).compactMap(isRead)
      if others.count(where: { $0 }) * 2 > others.count {
        return headings = .rows(first: 0, count: 1)
      }
    }
  }

  package mutating func correct(_ place: Place, to text: String) { corrections[place] = text }

  /// Takes a row with one filled cell, or leaves it again.
  package mutating func toggleLone(_ row: Int) { lone.formSymmetricDifference([row]) }

  /// What a column is headed in the list; empty where it has no heading.
  package func heading(_ column: Int) -> String {
    guard case .rows(let first, let count) = headings else { return "" }
    return HeadingSearch(grid, names).heading(column, first, count)
  }

  /// The same, or its letter.
  package func title(_ column: Int) -> String {
    let heading = heading(column)
    return heading.isEmpty ? "column \(Grid.letters(column))" : heading
  }

  /// Columns with something in them that go nowhere, and why: in words behind the heading.
  package var notTaken: [(column: Int, says: String)] {
    targets.indices.filter { targets[$0] == nil && isFilled($0) }.map { column in
      guard outdone.contains(column), let target = names.target(heading(column))?.target else {
        return (column, "is no column that is known here")
      }
      return (column, "could be “\(names.label(target))” as well as another column; say which")
    }
  }

  /// Whether a column has anything in it below the headings.
  package func isFilled(_ column: Int) -> Bool {
    !heading(column).isEmpty || body.contains { !text(Place(row: $0, column: column)).isEmpty }
  }

  /// The rows of the grid below the headings.
  package var body: Range<Int> {
    guard case .rows(let first, let count) = headings else { return grid.rows.indices }
    return min(first + count, grid.rows.count)..<grid.rows.count
  }

  /// What a cell says, corrected where it was.
  package func text(_ place: Place) -> String {
    if let corrected = corrections[place] { return corrected }
    let cells = grid.rows[place.row].cells
    return cells.indices.contains(place.column) ? cells[place.column] : ""
  }

  /// What the first rows have in a column, for who maps it.
  package func sample(_ column: Int) -> [String] {
    rows().taken.prefix(20).map { text(Place(row: $0, column: column)) }.filter { !$0.isEmpty }
  }
}
