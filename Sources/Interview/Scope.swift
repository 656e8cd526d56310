import PackModel

/// Where an expression is read: the own row of each table around it, and of a report's table.
package struct Scope: Sendable {
  package private(set) var rows: [(table: Int, row: Int)] = []
  package var report: [String: Value] = [:]

  package init() {}

  package init(table: Int, row: Int) { rows = [(table, row)] }

  package func row(of table: Int) -> Int? { rows.last { $0.table == table }?.row }

  package func inside(table: Int, row: Int) -> Scope {
    var inner = self
    inner.rows.append((table, row))
    return inner
  }
}

/// What only checks and reports may read.
package struct Context: Sendable {
  package var asOf: CalendarDate?
  package var drafted: Set<String>?
  /// Tables that the program fills, by name.
  package var reports: [String: [[String: Value]]]

  package init(
    asOf: CalendarDate? = nil, drafted: Set<String>? = nil,
    reports: [String: [[String: Value]]] = [:]
  ) {
    self.asOf = asOf
    self.drafted = drafted
    self.reports = reports
  }
}
