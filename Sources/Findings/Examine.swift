import Interview
import PackModel

/// Runs every check of the matter's journey and looks for every obligation in the draft, where the
/// draft is the paper that counts. Pure; ages count against `asOf`.
package func examine(_ evaluation: Evaluation, asOf: CalendarDate) -> FindingsResult {
  let coverage = evaluation.ownDraftCounts ? coverage(evaluation) : nil
  let run = CheckRun(evaluation, asOf, coverage)
  let checks = evaluation.pack.checks.indices.flatMap { run.results(of: $0) }
  return FindingsResult(
    asOf: asOf, checks: checks, coverage: coverage ?? [], matrix: matrix(evaluation, coverage),
    isReview: evaluation.pack.review?.paper.map { evaluation.isOfJourney($0) } ?? false)
}

/// What one check says, whatever the journey.
func examine(
  _ evaluation: Evaluation, asOf: CalendarDate, only check: Int
) -> [CheckResult] {
  let readsDraft = [evaluation.pack.checks[check].when, evaluation.pack.checks[check].pass]
    .contains { $0?.readsDraft ?? false }
  let coverage = evaluation.ownDraftCounts ? (readsDraft ? coverage(evaluation) : []) : nil
  return CheckRun(evaluation, asOf, coverage).results(of: check)
}

/// Whether the draft meets each obligation of a contract.
func coverage(_ evaluation: Evaluation) -> [FindingsResult.Coverage] {
  let pack = evaluation.pack
  guard let contract = pack.document(.contract) else { return [] }
  var found: [String: [(Int, FindingsResult.Coverage.Status)]] = [:]
  for (number, clause) in pack.clauses.enumerated() where clause.document == contract {
    let status: FindingsResult.Coverage.Status =
      switch evaluation.decisions[number] {
      case .included: evaluation.isWhole(number) ? .covered : .open
      case .open: .open
      case .excluded: .missing
      }
    for obligation in clause.satisfies { found[obligation, default: []].append((number, status)) }
  }
  return pack.obligations.enumerated().filter(\.element.contract).map { number, obligation in
    let clauses = found[obligation.id] ?? []
    let standing = clauses.filter { $0.1 != .missing }
    let status: FindingsResult.Coverage.Status =
      if !standing.isEmpty, standing.allSatisfy({ $0.1 == .covered }) {
        .covered
      } else if !standing.isEmpty {
        .open
      } else if obligation.row == nil {
        // Outside Art. 28(3) a duty whose clauses are all out belongs to what is not in play.
        .notApplicable
      } else {
        .missing
      }
    return FindingsResult.Coverage(
      obligation: number, status: status, clauses: standing.map { pack.clauses[$0.0].id })
  }
}
