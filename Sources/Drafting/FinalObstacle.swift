import Documents
import Findings
import Interview
import PackModel

/// What stands in the way of a final copy.
package enum FinalObstacle: Hashable, Sendable {
  /// A duty of Art. 28(3) that the draft does not hold, by the obligation's number in the pack, and
  /// for which no reason is kept.
  case missingDuty(Int)
  /// A choice below the law for which nobody said why.
  case deviation(Shortfall)
  /// A blank of the document.
  case blank(Blank)
}

/// Everything that bars a final copy: missing duties, then choices below the law without a reason,
/// then blanks.
///
/// - Parameter document: the agreement as drafted from this evaluation.
package func finalObstacles(
  _ document: Document, _ evaluation: Evaluation, _ findings: FindingsResult
) -> [FinalObstacle] {
  let duties = missingDuties(findings, evaluation.pack).filter {
    evaluation.reason(forDuty: evaluation.pack.obligations[$0].id) == nil
  }
  let unreasoned = evaluation.shortfalls().filter { $0.reason == nil }
  return duties.map { .missingDuty($0) } + unreasoned.map { .deviation($0) }
    + document.blanks.map { .blank($0) }
}

/// The duties of Art. 28(3) that the draft does not hold, by number.
func missingDuties(_ findings: FindingsResult, _ pack: Pack) -> [Int] {
  findings.coverage.filter { $0.status == .missing && pack.obligations[$0.obligation].row != nil }
    .map(\.obligation)
}

extension FinalObstacle {
  /// One sentence for a lawyer: what it is and what to do.
  package func sentence(_ evaluation: Evaluation) -> String {
    switch self {
    case .missingDuty(let number):
      let obligation = evaluation.pack.obligations[number]
      return
        "The draft lacks the duty \(obligation.id) of Art. 28(3): \(obligation.says) Answer what "
        + "brings its clause, or give the reason why it is left out."
    case .deviation(let shortfall):
      return
        "\(shortfall.name) goes below the law: \(shortfall.deviation.says) Change it, or give the "
        + "reason as a note on the answer."
    case .blank(let blank): return "Still blank: \(blank.name)."
    }
  }
}
