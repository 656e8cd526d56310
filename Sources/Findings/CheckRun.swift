import Interview
import PackModel

/// One run over the checks of a matter.
struct CheckRun {
  private let pack: Pack
  private let evaluator: ExpressionEvaluator
  /// The checks that belong to the matter's journey; nil: all.
  private let wanted: [Bool]?
  private let asked: [Bool]?
  /// The code of the side that the matter is seen from.
  private let side: String?
  private let hasDraft: Bool
  private let promises: PromiseRun

  /// - Parameter coverage: what the draft holds; nil where no draft counts.
  init(
    _ evaluation: Evaluation, _ asOf: CalendarDate, _ coverage: [FindingsResult.Coverage]?
  ) {
    pack = evaluation.pack
    hasDraft = coverage != nil
    let drafted = coverage.map { CheckRun.drafted($0, evaluation.pack) }
    evaluator = evaluation.evaluator(Context(asOf: asOf, drafted: drafted))
    wanted = evaluation.scope?.checks
    asked = evaluation.scope?.questions
    side = evaluation.lens
    promises = PromiseRun(evaluation, evaluator)
  }

  /// What the draft says of every obligation, and of every row of Art. 28(3) as a whole.
  private static func drafted(
    _ coverage: [FindingsResult.Coverage], _ pack: Pack
  ) -> [String: Truth] {
    var found: [String: Truth] = [:]
    for item in coverage {
      let obligation = pack.obligations[item.obligation]
      let truth: Truth =
        switch item.status {
        case .covered: .yes
        case .open: .unknown
        case .missing, .notApplicable: .no
        }
      found[obligation.id] = truth
      guard let row = obligation.row?.rawValue, item.status != .notApplicable else { continue }
      found[row] = (found[row] ?? .yes) && truth
    }
    return found
  }

  func results(of number: Int) -> [CheckResult] {
    if let wanted, !wanted[number] { return [] }
    let check = pack.checks[number]
    switch check.promises {
    // What is promised in our own draft is no matter where another's paper is read.
    case .rule(let rule)?: return hasDraft ? promises.results(of: rule, check: number) : []
    // Its rule has looked at it.
    case .pair?: return []
    case nil: break
    }
    // Where no draft counts, what looks at nothing else has nothing to say.
    if !hasDraft, check.pass.readsDraft, check.pass.members.allSatisfy({ isOwnTable($0, check) }) {
      return []
    }
    let severity = side.flatMap { check.lens[$0] } ?? check.severity
    func result(_ outcome: CheckResult.Outcome, row: Int? = nil, id: String? = nil) -> CheckResult {
      CheckResult(check: number, row: row, rowId: id, severity: severity, outcome: outcome)
    }
    guard let table = check.table else { return [result(outcome(check, Scope()))] }
    guard let state = evaluator.answers.table(table) else { return [] }
    switch state.standing {
    case .none: return [result(.notApplicable)]
    case .unknown where state.rows.isEmpty:
      // A check of each row over a table that nobody has filled is one that was not made.
      return [result(.notAssessed([AnswerKey(pack.questions[table].linkId)]))]
    default:
      // The same for every row.
      lazy var deciding = evaluator.waits(for: .any(.rows(table), nil))
      return state.rows.indices.filter { state.live[$0] != .no }.map { row in
        // A row that may not apply is not assessed before it is known.
        let outcome =
          state.live[row] == .yes
          ? outcome(check, Scope(table: table, row: row)) : .notAssessed(deciding)
        return result(outcome, row: row, id: state.rows[row])
      }
    }
  }

  private func isOwnTable(_ member: Member, _ check: Check) -> Bool {
    check.table.map { member == .question($0) } ?? false
  }

  private func outcome(_ check: Check, _ scope: Scope) -> CheckResult.Outcome {
    if let condition = check.when {
      switch evaluator.truth(condition, scope) {
      case .no: return .notApplicable
      case .unknown:
        let waits = evaluator.waits(for: condition, scope)
        // A case that the journey never asks about is not its case.
        return !waits.isEmpty && !waits.contains(where: isAsked)
          ? .notApplicable : .notAssessed(waits)
      case .yes: break
      }
    }
    // What is not asked or not applicable makes the check so, whatever its words would come to.
    if evaluator.readsAbsent(check.pass, scope) { return .notApplicable }
    switch evaluator.truth(check.pass, scope) {
    case .yes: return .passed
    case .no: return .failed
    case .unknown: return .notAssessed(evaluator.waits(for: check.pass, scope))
    }
  }

  private func isAsked(_ key: AnswerKey) -> Bool {
    guard let asked, let question = pack.question(key.linkId) else { return true }
    return asked[question]
  }
}

extension Expression {
  /// Whether it asks what the draft holds.
  var readsDraft: Bool {
    var found = false
    visit { part in
      switch part {
      case .drafted, .draftedRow: found = true
      default: break
      }
    }
    return found
  }
}
