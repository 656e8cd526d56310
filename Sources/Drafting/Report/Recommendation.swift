import Documents
import Findings
import Interview
import PackModel

/// What is recommended to whoever is to sign another's paper, by the pack's written rule. Nothing is
/// weighed here: the first reason of the rule that holds decides, and what nobody knows holds.
package struct Recommendation: Hashable, Sendable {
  /// The reasons of the rule, in its order; empty where no other's paper is under review.
  package let reasons: [Reason]

  /// One reason of the rule.
  package struct Reason: Hashable, Sendable {
    /// The decision that it leads to, as the pack's code.
    package let id: String
    /// The same in words.
    package let says: String
    /// The reason in words.
    package let rule: String
    /// Whether it is so here.
    package let holds: Bool
  }

  /// - Parameter tables: of the report, which the reasons are read from.
  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings,
    _ tables: [ReportTable: [ReportRow]]
  ) {
    guard findings.isReview, findings.coverage.isEmpty, let review = evaluation.pack.review else {
      reasons = []
      return
    }
    let runs = RunDrafter.speaking(evaluation, findings.asOf, settings)
    let evaluator = evaluation.evaluator(Context(asOf: findings.asOf, reports: tables))
    reasons = review.decision.map { rung in
      Reason(
        id: rung.id, says: runs.inlines(rung.says, Whereabouts()).text,
        rule: runs.inlines(rung.rule, Whereabouts()).text,
        holds: rung.when.map { evaluator.truth($0) != .no } ?? true)
    }
  }

  /// The reason that decides; nil where there is no rule.
  package var chosen: Reason? { reasons.first(where: \.holds) }

  var words: String { chosen?.says ?? "" }

  /// From the top: below the reason that decides none is reached.
  var rows: [ReportRow] {
    let chosen = reasons.firstIndex(where: \.holds)
    return reasons.enumerated().map { at, reason in
      let holds = chosen.map { at < $0 ? "no" : at == $0 ? "yes" : "not reached" }
      return ReportRow(DecisionColumn.self) { column in
        switch column {
        case .id: .value(.code(reason.id))
        case .says: .text(reason.says)
        case .rule: .text(reason.rule)
        case .holds: .text(holds ?? "no")
        case .chosen: .text(reason.id == reasons[chosen ?? at].id ? "yes" : "no")
        }
      }
    }
  }
}
