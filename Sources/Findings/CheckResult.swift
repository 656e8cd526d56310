import Interview
import PackModel

/// What a check says of one matter, or of one row.
package struct CheckResult: Hashable, Sendable {
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
  package let rowId: String?
  /// As seen from the side that the matter is on.
  package let severity: Severity
  package let outcome: Outcome
}
