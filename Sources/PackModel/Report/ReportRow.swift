/// A row of one of the report's tables. It has a cell for every column of its table.
package struct ReportRow: Hashable, Sendable {
  package let table: ReportTable
  /// By the columns' numbers.
  private let cells: [ReportCell]

  /// - Parameter cell: what stands in a column; it is asked once for each.
  package init<Columns: ReportColumns>(_ columns: Columns.Type, _ cell: (Columns) -> ReportCell) {
    table = columns.table
    cells = columns.allCases.map(cell)
  }

  /// - Returns: nil where the column belongs to another table.
  package subscript(_ column: ReportColumn) -> ReportCell? {
    column.table == table ? cells[column.number] : nil
  }

  /// - Returns: nil where the column belongs to another table.
  package subscript<Columns: ReportColumns>(_ column: Columns) -> ReportCell? {
    ReportColumn(column.rawValue, of: Columns.table).flatMap { self[$0] }
  }
}

/// What stands in a cell of a report's table.
package enum ReportCell: Hashable, Sendable {
  case value(Value)
  /// The text of clauses, by their ids: all of it stands where the column stands alone in a
  /// paragraph. It is nothing that a condition could read.
  case clauses([String])

  package static func text(_ text: String) -> ReportCell { .value(.text(text)) }
}
