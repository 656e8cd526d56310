import Interview
import PackModel

/// What a check says of one matter, or of one row.
package struct CheckResult: Hashable, Sendable {
  /// What a check came to.
  package enum Outcome: Hashable, Sendable {
    case passed
    case failed
    /// What it waits for.
    case notAssessed([AnswerKey])
    case notApplicable
  }

  /// The check's number in the pack.
  package let check: Int
  /// The row's number in the check's table.
  package let row: Int?
  /// The row's id; nil where the check has no table.
  package let rowId: String?
  /// As seen from the side that the matter is on.
  package let severity: Severity
  /// What it came to.
  package let outcome: Outcome
}

extension CheckResult {
  /// The clause that closes it, by id: the check's own, or the one that the row names.
  package func closes(_ pack: Pack) -> String? {
    let check = pack.checks[check]
    guard let attribute = check.closesBy, let table = check.table,
      case .pack(let rows)? = pack.questions[table].rows
    else { return check.closes }
    return rows.first { $0.code == rowId }?.attributes[attribute]?.first
  }
}
