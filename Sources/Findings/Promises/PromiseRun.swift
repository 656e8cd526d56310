import Interview
import PackModel

/// Holds the promises of one draft against each other. What is unknown is not assessed, never kept.
struct PromiseRun {
  private let evaluation: Evaluation
  private let evaluator: ExpressionEvaluator
  private let pack: Pack
  private let side: String?
  private var book: PromiseBook { pack.promises }

  init(_ evaluation: Evaluation, _ evaluator: ExpressionEvaluator) {
    self.evaluation = evaluation
    self.evaluator = evaluator
    pack = evaluation.pack
    side = evaluation.lens
  }

  /// All that a rule finds; where it finds nothing, one result that says whether it could be looked
  /// at.
  func results(of rule: PromiseRule, check head: Int) -> [CheckResult] {
    var failed: [CheckResult] = []
    var waits: [AnswerKey] = []
    var seen: Set<AnswerKey> = []
    var isUnsure = false
    var isLookedAt = false
    for number in pack.checks.indices.dropFirst(head + 1) {
      guard case .pair(let pair)? = pack.checks[number].promises, pair.rule == rule else { break }
      for (row, outcome) in outcomes(of: pair) {
        switch outcome {
        case .failed: failed.append(result(number, row, outcome))
        case .notAssessed(let keys):
          isUnsure = true
          for key in keys where seen.insert(key).inserted { waits.append(key) }
        case .passed: isLookedAt = true
        case .notApplicable: break
        }
      }
    }
    if isUnsure { return failed + [result(head, nil, .notAssessed(waits))] }
    if failed.isEmpty { return [result(head, nil, isLookedAt ? .passed : .notApplicable)] }
    return failed
  }

  private func result(_ check: Int, _ row: Int?, _ outcome: CheckResult.Outcome) -> CheckResult {
    let rowId = row.flatMap { row in
      pack.checks[check].table.flatMap { evaluation.effective.table($0)?.rows[row] }
    }
    return CheckResult(
      check: check, row: row, rowId: rowId,
      severity: side.flatMap { pack.checks[check].lens[$0] } ?? pack.checks[check].severity,
      outcome: outcome)
  }

  // MARK: A pair

  private func outcomes(of pair: PromiseCheck.Pair) -> [(row: Int?, outcome: CheckResult.Outcome)] {
    let open = book.promises[pair.open]
    let stands = standing(open.clause)
    if stands == .no { return [] }
    let closed = pair.closed.filter { standing(book.promises[$0].clause) != .no }
    if closed.isEmpty { return [] }
    let barring = closed.map { book.promises[$0] }
    // The same for every row.
    let list = list(of: barring)
    return scopes(of: open).map { row, scope in
      var sides = Sides(self, list, scope)
      sides.look(at: open, barring)
      return (row, sides.outcome)
    }
  }

  /// Every row that a promise is made for; nil for one that is made once.
  func scopes(of promise: Promise) -> [(row: Int?, scope: Scope)] {
    guard let table = promise.table else { return [(nil, Scope())] }
    guard let state = evaluation.effective.table(table), state.standing != .none else { return [] }
    return state.rows.indices.filter { state.live[$0] != .no }.map {
      ($0, Scope(table: table, row: $0))
    }
  }

  func standing(_ clause: Int) -> Truth {
    switch evaluation.decisions[clause] {
    case .included: .yes
    case .excluded: .no
    case .open: .unknown
    }
  }

  /// What a clause waits for.
  private func waits(for clause: Int) -> [AnswerKey] {
    if case .open(let keys) = evaluation.decisions[clause] { return keys }
    return []
  }

  /// Whether a promise is made at a place.
  func isMade(_ promise: Promise, _ scope: Scope) -> Truth {
    var truth = standing(promise.clause)
    if truth != .no, let when = promise.when { truth = truth && evaluator.truth(when, scope) }
    if truth == .yes, let table = promise.table, let row = scope.row(of: table) {
      truth = evaluation.effective.table(table)?.live[row] ?? .no
    }
    return truth
  }

  /// Both sides of a pair at one place, and what one waits for.
  private struct Sides {
    let run: PromiseRun
    let list: PromisedValues
    let scope: Scope
    private(set) var outcome = CheckResult.Outcome.notApplicable

    init(_ run: PromiseRun, _ list: PromisedValues, _ scope: Scope) {
      self.run = run
      self.list = list
      self.scope = scope
    }

    mutating func look(at open: Promise, _ closed: [Promise]) {
      let made = run.isMade(open, scope)
      if made == .no { return }
      let fit: (isMade: Truth, fits: Truth)
      if case .time = open.bound {
        fit = run.times(open, closed[0], scope)
      } else if closed[0].modality == .only {
        fit = run.only(open, closed, list, scope)
      } else {
        fit = run.mayNot(open, list, scope)
      }
      if fit.isMade == .no { return }
      switch (made && fit.isMade, fit.fits) {
      case (_, .yes): outcome = .passed
      case (.yes, .no): outcome = .failed
      default: outcome = .notAssessed(waits(open, closed))
      }
    }

    private func waits(_ open: Promise, _ closed: [Promise]) -> [AnswerKey] {
      var keys: [AnswerKey] = []
      for promise in [open] + closed {
        keys += run.waits(for: promise.clause)
        let isHere = promise.table == nil || scope.row(of: promise.table ?? -1) != nil
        guard isHere else {
          keys += run.evaluator.waits(for: .any(.rows(promise.table ?? 0), nil))
          continue
        }
        for expression in [promise.when].compactMap({ $0 }) + run.read(by: promise) {
          keys += run.evaluator.waits(for: expression, scope)
        }
      }
      return keys
    }
  }

  private func read(by promise: Promise) -> [Expression] {
    switch promise.bound {
    case .itself: []
    case .these(_, let terms):
      terms.compactMap { if case .answer(let expression, _) = $0 { expression } else { nil } }
    case .time(let amount, let clock):
      [amount] + (book.clocks.first { $0.id == clock }?.within.map { [$0] } ?? [])
    }
  }
}

// MARK: What fits

extension PromiseRun {
  /// Whether all of it is on a list that shuts out the rest. A list of which every item is out is
  /// none: it forbids nothing that is written.
  private func only(
    _ open: Promise, _ closed: [Promise], _ list: PromisedValues, _ scope: Scope
  ) -> (isMade: Truth, fits: Truth) {
    var wanted = PromisedValues(evaluation, evaluator)
    wanted.add(open, .yes, scope)
    if wanted.isNothing { return (.no, .yes) }
    // Where nobody knows yet whether an item is written, what fits each of them is kept in any case.
    let isKept = list.isMade == .unknown && closed.allSatisfy { fits(wanted, in: $0) }
    return (list.isMade, isKept ? .yes : wanted.areAll(in: list))
  }

  /// Whether an item alone, written, would hold it all.
  private func fits(_ wanted: PromisedValues, in item: Promise) -> Bool {
    guard item.table == nil else { return false }
    var alone = PromisedValues(evaluation, evaluator)
    alone.add(item, .yes, Scope())
    return wanted.areAll(in: alone) == .yes
  }

  /// Whether nothing of it is forbidden.
  private func mayNot(
    _ open: Promise, _ list: PromisedValues, _ scope: Scope
  ) -> (isMade: Truth, fits: Truth) {
    var wanted = PromisedValues(evaluation, evaluator)
    wanted.add(open, .yes, scope)
    if wanted.isNothing || list.isNothing { return (.no, .yes) }
    return (list.isMade, !wanted.isAny(in: list))
  }

  /// All that these promises say.
  private func list(of closed: [Promise]) -> PromisedValues {
    var list = PromisedValues(evaluation, evaluator)
    for promise in closed { add(promise, to: &list) }
    return list
  }

  /// Adds what a promise says, of every row that it is made for.
  private func add(_ promise: Promise, to list: inout PromisedValues) {
    // A list of rows shuts out the rest also where it has none.
    if promise.modality == .only, promise.table != nil { list.stands(standing(promise.clause)) }
    for (_, scope) in scopes(of: promise) {
      let made = isMade(promise, scope)
      if made != .no { list.add(promise, made, scope) }
    }
    if let table = promise.table, evaluation.effective.table(table)?.standing == .unknown {
      list.mayHoldMore()
    }
  }

  /// Whether what is deleted is not due before what must still be there.
  private func times(
    _ lasting: Promise, _ deletion: Promise, _ scope: Scope
  ) -> (isMade: Truth, fits: Truth) {
    guard case .time(let amount, let clock) = lasting.bound,
      case .time(let limit, let other) = deletion.bound
    else { return (.no, .yes) }
    var (made, fits) = (Truth.no, Truth.yes)
    for (_, place) in scopes(of: deletion) {
      let isMade = isMade(deletion, place)
      if isMade == .no { continue }
      var last = PromisedSpan(evaluator.reading(amount, scope))
      var end = PromisedSpan(evaluator.reading(limit, place))
      if clock != other {
        last = sinceBase(last, clock)
        end = sinceBase(end, other)
      }
      guard let isEarlier = end.isShorter(than: last) else { continue }
      made = made || isMade
      fits = fits && !(isEarlier && isMade)
    }
    return (made, fits)
  }

  /// The latest that a time on one clock can be on the clock that this one hangs on.
  private func sinceBase(_ span: PromisedSpan, _ clock: String) -> PromisedSpan {
    var (span, clock) = (span, clock)
    for _ in book.clocks {
      guard let found = book.clocks.first(where: { $0.id == clock }), let after = found.after else {
        break
      }
      if let within = found.within { span = span.after(PromisedSpan(evaluator.reading(within))) }
      clock = after
    }
    return span
  }
}
