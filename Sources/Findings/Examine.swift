import Interview
import PackModel

/// Runs every check and looks for every obligation in the draft. Pure; ages count against `asOf`.
package func examine(_ evaluation: Evaluation, asOf: CalendarDate) -> FindingsResult {
  let coverage = coverage(evaluation)
  let reader = evaluation.reader(Context(asOf: asOf, drafted: drafted(coverage, evaluation.pack)))
  let checks = evaluation.pack.checks.indices.flatMap { run($0, reader) }
  return FindingsResult(asOf: asOf, checks: checks, coverage: coverage)
}

/// What one check says.
func examine(
  _ evaluation: Evaluation, asOf: CalendarDate, only check: Int
) -> [CheckResult] {
  var readsDraft = false
  for condition in [evaluation.pack.checks[check].when, evaluation.pack.checks[check].pass] {
    condition?.visit { if case .drafted = $0 { readsDraft = true } }
  }
  let coverage = readsDraft ? coverage(evaluation) : []
  let context = Context(asOf: asOf, drafted: drafted(coverage, evaluation.pack))
  return run(check, evaluation.reader(context))
}

private func drafted(_ coverage: [FindingsResult.Coverage], _ pack: Pack) -> Set<String> {
  Set(coverage.filter { $0.status == .covered }.map { pack.obligations[$0.obligation].id })
}

private func run(_ number: Int, _ reader: Reader) -> [CheckResult] {
  let check = reader.pack.checks[number]
  guard let table = check.table else {
    return [
      CheckResult(
        check: number, row: nil, rowId: nil, outcome: outcome(check, Scope(), reader))
    ]
  }
  guard let state = reader.answers.table(table) else { return [] }
  let whole = AnswerKey(reader.pack.questions[table].linkId)
  switch state.standing {
  case .none:
    return [CheckResult(check: number, row: nil, rowId: nil, outcome: .notApplicable)]
  case .unknown where state.rows.isEmpty:
    // A check of each row over a table that nobody has filled is one that was not made.
    return [CheckResult(check: number, row: nil, rowId: nil, outcome: .notAssessed([whole]))]
  default:
    return state.rows.indices.filter { state.live[$0] != .no }.map { row in
      let scope = Scope(table: table, row: row)
      // A row that may not apply is not assessed before it is known.
      let outcome =
        state.live[row] == .yes
        ? outcome(check, scope, reader)
        : .notAssessed(reader.waits(for: .any(.rows(table), nil)))
      return CheckResult(check: number, row: row, rowId: state.rows[row], outcome: outcome)
    }
  }
}

private func outcome(_ check: Check, _ scope: Scope, _ reader: Reader) -> CheckResult.Outcome {
  if let condition = check.when {
    switch reader.truth(condition, scope) {
    case .no: return .notApplicable
    case .unknown: return .notAssessed(reader.waits(for: condition, scope))
    case .yes: break
    }
  }
  // What is not asked or not applicable makes the check so, whatever its words would come to.
  if readsAbsent(check.pass, scope, reader) { return .notApplicable }
  switch reader.truth(check.pass, scope) {
  case .yes: return .passed
  case .no: return .failed
  case .unknown: return .notAssessed(reader.waits(for: check.pass, scope))
  }
}

/// Whether an expression reads a place that is not asked or not applicable, and not merely about
/// its state.
private func readsAbsent(_ expression: Expression, _ scope: Scope, _ reader: Reader) -> Bool {
  switch expression {
  case .answered, .open, .none, .any, .every, .count, .sum, .largestOf, .smallestOf, .worst:
    return false
  case .or(let parts): return parts.allSatisfy { readsAbsent($0, scope, reader) }
  case .and(let parts), .largest(let parts), .smallest(let parts):
    return parts.contains { readsAbsent($0, scope, reader) }
  case .not(let inner), .daysSince(let inner), .words(let inner), .mentions(let inner, _):
    return readsAbsent(inner, scope, reader)
  case .equal(let a, let b), .unequal(let a, let b), .includes(let a, let b),
    .compare(let a, _, let b), .share(let a, let b):
    return readsAbsent(a, scope, reader) || readsAbsent(b, scope, reader)
  case .among(let a, _): return readsAbsent(a, scope, reader)
  case .member, .cell, .follow: return reader.reading(expression, scope) == .absent
  case .attribute(let inner, _, _): return readsAbsent(inner, scope, reader)
  case .value, .rowAttribute, .reportColumn, .drafted: return false
  }
}

private func coverage(_ evaluation: Evaluation) -> [FindingsResult.Coverage] {
  let pack = evaluation.pack
  guard let agreement = pack.document("agreement") else { return [] }
  var found: [String: [(Int, FindingsResult.Coverage.Status)]] = [:]
  for (number, clause) in pack.clauses.enumerated() where clause.document == agreement {
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
