import PackModel

/// A column of the own row of a report's table. A name means it.
struct ReportCell: ValueWord {
  let column: ReportColumn

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    guard case .value(let value)? = scope.report?[column] else { return .absent }
    return .value(value)
  }

  var absence: Absence { .never }

  func said(by speaker: some Speaking) -> String { column.word }
}
