/// Where an expression is read: the own row of each table around it, and of a report's table.
package struct Scope: Sendable {
  /// The innermost row; most scopes have no other.
  private var inner: (table: Int, row: Int)?
  private var outer: [(table: Int, row: Int)] = []
  /// The row of a report's own table that is walked; nil outside one.
  package var report: ReportRow?

  package init() {}

  package init(table: Int, row: Int) { inner = (table, row) }

  /// The rows around, innermost last.
  package var rows: [(table: Int, row: Int)] { inner.map { outer + [$0] } ?? [] }

  /// The row of a table that is looked at, by number; nil where none is.
  package func row(of table: Int) -> Int? {
    guard let inner else { return nil }
    return inner.table == table ? inner.row : outer.last { $0.table == table }?.row
  }

  /// The same with a row of one more table.
  package func inside(table: Int, row: Int) -> Scope {
    var scope = self
    if let inner { scope.outer.append(inner) }
    scope.inner = (table, row)
    return scope
  }
}
