import Findings
import Interview
import PackModel

/// Who closes what until when where nobody has said: as the pack has it, by the kind of finding and
/// by its grade. Only for a paper under review: what is found in our own draft is mended by an answer.
struct Proposals {
  private let review: Review?
  private let evaluator: ExpressionEvaluator
  private let asOf: CalendarDate

  init(_ evaluation: Evaluation, _ findings: FindingsResult) {
    review = findings.isReview && findings.coverage.isEmpty ? evaluation.pack.review : nil
    evaluator = evaluation.evaluator(Context(asOf: findings.asOf))
    asOf = findings.asOf
  }

  /// - Parameter row: of the findings, as it stands before anything is proposed.
  func proposal(_ severity: Severity, _ row: ReportRow) -> FollowUpShown.Proposal {
    var scope = Scope()
    scope.report = row
    let owner = (review?.owners ?? []).first { owner in
      owner.when.map { evaluator.truth($0, scope) == .yes } ?? true
    }
    return FollowUpShown.Proposal(
      owner: owner?.says,
      due: (review?.due[severity]).flatMap {
        CalendarDate(ordinal: asOf.ordinal + $0.thousandths / 1000)
      })
  }
}
