import Interview
import PackModel

/// Everything found in a matter on a day.
package struct FindingsResult: Sendable {
  /// The day on which ages were counted.
  package let asOf: CalendarDate
  /// Every check that was made, waited or did not apply, in the pack's order.
  package let checks: [CheckResult]
  /// What our own draft holds; empty where it does not count.
  package let coverage: [Coverage]
  /// The ten rows of Art. 28(3).
  package let matrix: Matrix
  /// Whether a paper is under review: the journey asks about one.
  package let isReview: Bool

  /// Whether the draft meets an obligation.
  package struct Coverage: Hashable, Sendable {
    /// How far our own draft holds a duty.
    package enum Status: String, Hashable, Sendable {
      case covered
      /// A clause stands, with a blank in it.
      case open
      case missing
      case notApplicable = "not-applicable"
    }

    /// The obligation's number in the pack.
    package let obligation: Int
    package let status: Status
    /// The clauses that satisfy it and are in the draft, by id.
    package let clauses: [String]
  }

  /// Failed checks, worst first.
  package func failed(_ pack: Pack) -> [CheckResult] {
    checks.enumerated()
      .filter { $0.element.outcome == .failed }
      .sorted {
        ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
      }
      .map(\.element)
  }

  /// Checks that could not be made.
  package var unmade: [CheckResult] {
    checks.filter {
      if case .notAssessed = $0.outcome { return true }
      return false
    }
  }

  /// Failed checks to be shown beside a question.
  package func warnings(at question: Int, row: Int? = nil, _ pack: Pack) -> [CheckResult] {
    checks.filter {
      $0.outcome == .failed && pack.checks[$0.check].at.contains(question)
        && (row == nil || $0.row == nil || $0.row == row)
    }
  }
}

extension FindingsResult {
  /// Nothing was looked at.
  package static func none(_ asOf: CalendarDate) -> FindingsResult {
    FindingsResult(
      asOf: asOf, checks: [], coverage: [], matrix: Matrix(rows: []), isReview: false)
  }
}
