import PackModel

/// What only checks and reports may read.
package struct Context: Sendable {
  /// The day on which ages are counted; nil where no age is asked for.
  package var asOf: CalendarDate?
  /// What the draft says of each obligation, and of each row of Art. 28(3): unknown where a blank
  /// stands in it. nil where no draft is looked at.
  package var drafted: [String: Truth]?
  /// The tables that the program fills.
  package var reports: [ReportTable: [ReportRow]]

  package init(
    asOf: CalendarDate? = nil, drafted: [String: Truth]? = nil,
    reports: [ReportTable: [ReportRow]] = [:]
  ) {
    self.asOf = asOf
    self.drafted = drafted
    self.reports = reports
  }
}
