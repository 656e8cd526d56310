import PackModel

/// Computes readings from a sheet: every one in the pack's order, so that what a member reads is
/// there before it, or those that `ReadingsOnDemand` asks for.
struct EvaluationPass {
  let pack: Pack
  var sheet: AnswerSheet
  var evaluator: ExpressionEvaluator
  /// Whether each question outside tables, and each table, is asked.
  private var live: [Truth]

  init(pack: Pack, sheet: AnswerSheet) {
    self.pack = pack
    self.sheet = sheet
    evaluator = ExpressionEvaluator(
      pack: pack, answers: EffectiveAnswers(pack: pack),
      work: Work(rows: sheet.rows.values.reduce(0) { $0 + $1.count }))
    live = Array(repeating: .yes, count: pack.questions.count)
  }

  /// One that goes on from what was computed already.
  init(_ evaluation: Evaluation) {
    pack = evaluation.pack
    sheet = evaluation.sheet
    let answers = evaluation.effective
    evaluator = evaluation.evaluator()
    live = pack.questions.indices.map { number in
      switch answers.state(.question(number)) {
      case .notAsked: .no
      case .notYet: .unknown
      default: .yes
      }
    }
  }

  mutating func run() {
    for turn in pack.evaluationSteps.indices { take(turn) }
  }

  /// One member's turn, in all its rows.
  mutating func take(_ turn: Int) {
    switch pack.evaluationSteps[turn].member {
    case .calculated(let number): calculate(number)
    case .question(let number):
      if let table = pack.table(of: number) {
        column(number, turn, table)
      } else {
        question(number, turn)
      }
    }
  }

  /// A question outside tables, or a table with its rows.
  private mutating func question(_ number: Int, _ turn: Int) {
    ask(number, turn)
    if pack.evaluationSteps[turn].kind == .table {
      open(number, rows(of: number))
    } else {
      settle(
        number, turn, live[number], AnswerKey(pack.evaluationSteps[turn].linkId), row: nil, Scope())
    }
  }

  /// Makes out whether a question outside tables, or a table, is asked.
  @discardableResult
  mutating func ask(_ number: Int, _ turn: Int) -> Truth {
    var asked = pack.evaluationSteps[turn].parent.map { live[$0] } ?? .yes
    if asked != .no, let condition = pack.evaluationSteps[turn].enableWhen {
      asked = asked && evaluator.truth(condition)
    }
    live[number] = asked
    return asked
  }

  // MARK: One answer

  /// Puts in place what an answer comes to.
  private mutating func settle(
    _ number: Int, _ turn: Int, _ asked: Truth, _ key: AnswerKey, row: Int?, _ scope: Scope
  ) {
    let member = Member.question(number)
    switch asked {
    case .no: return evaluator.answers.set(.absent, .notAsked, member, row: row)
    case .unknown: return evaluator.answers.set(.unknown, .notYet, member, row: row)
    case .yes: break
    }
    switch sheet.answers[key] {
    case nil: evaluator.answers.set(.unknown, .open, member, row: row)
    case .unknown: evaluator.answers.set(.unknown, .unknown, member, row: row)
    case .parked: evaluator.answers.set(.unknown, .parked, member, row: row)
    case .notApplicable: evaluator.answers.set(.absent, .notApplicable, member, row: row)
    case .some(.none): evaluator.answers.set(.absent, .answered, member, row: row)
    case .value(let said):
      guard let value = offered(said, number, turn, scope) else {
        return evaluator.answers.set(.unknown, .conflict, member, row: row)
      }
      evaluator.answers.set(.value(value), .answered, member, row: row)
      guard pack.evaluationSteps[turn].isConstrained else { return }
      // A constraint may read the answer itself, so it is looked at with the answer in place.
      let isMet = pack.questions[number].constraints.allSatisfy {
        evaluator.truth($0.require, scope) != .no
      }
      if !isMet { evaluator.answers.set(.unknown, .conflict, member, row: row) }
    }
  }

  /// A value without the ticks that are not offered now; nil for a choice that is not offered now
  /// and for a pointer at what is not there any more.
  private func offered(_ value: Value, _ number: Int, _ turn: Int, _ scope: Scope) -> Value? {
    if let isTaken = pack.evaluationSteps[turn].takes(value) { return isTaken ? value : nil }
    switch value {
    case .choice(let tick):
      return offer(tick, number, scope) == .standing ? value : nil
    case .checks(let ticks):
      var standing: [Tick] = []
      for tick in ticks {
        switch offer(tick, number, scope) {
        case .standing: standing.append(tick)
        case .withheld: break
        case nil: return nil
        }
      }
      return .checks(standing)
    case .row(let id):
      let isThere = pack.questions[number].rowsOf.contains { owner in
        evaluator.answers.table(owner).map { $0.number(of: id) != nil }
          ?? (pack.questions[owner].linkId == id)
      }
      return isThere ? value : nil
    default: return value
    }
  }

  private enum OfferState { case standing, withheld }

  /// Whether a tick is offered with the other answers; nil for one that the question does not know.
  private func offer(_ tick: Tick, _ number: Int, _ scope: Scope) -> OfferState? {
    guard case .code(let code) = tick else {
      return pack.questions[number].open ? .standing : nil
    }
    for at in pack.questions[number].options.indices
    where pack.questions[number].options[at].code == code {
      guard let condition = pack.questions[number].options[at].enableWhen else { return .standing }
      return evaluator.truth(condition, scope) == .no ? .withheld : .standing
    }
    return nil
  }

  // MARK: Tables

  /// The rows of a table as the pack or the sheet has them.
  private func rows(of number: Int) -> [String] {
    guard case .pack(let rows) = pack.questions[number].rows else {
      return sheet.rows(of: pack.questions[number].linkId)
    }
    return rows.map(\.code)
  }

  /// Puts a table in place with these rows, and opens a cell for each of them in every column.
  mutating func open(_ number: Int, _ rows: [String]) {
    let live = live(rows, of: number)
    evaluator.answers.set(TableState(standing: .unknown, rows: rows, live: live), of: number)
    stand(number, live: live)
    for column in pack.columns(of: number) { evaluator.answers.open(column, rows: rows.count) }
  }

  /// Which rows of a table apply; those of the user always do.
  private func live(_ rows: [String], of number: Int) -> [Truth] {
    guard case .pack(let rows) = pack.questions[number].rows else {
      return Array(repeating: .yes, count: rows.count)
    }
    return rows.indices.map { row in
      rows[row].enableWhen.map { evaluator.truth($0, Scope(table: number, row: row)) } ?? .yes
    }
  }

  /// Makes out anew how a table stands whose rows are in place.
  mutating func stand(_ number: Int) {
    guard let state = evaluator.answers.table(number) else { return }
    stand(number, live: isOfPack(number) ? live(state.rows, of: number) : state.live)
  }

  private func isOfPack(_ table: Int) -> Bool {
    if case .pack = pack.questions[table].rows { return true }
    return false
  }

  private mutating func stand(_ number: Int, live rows: [Truth]) {
    var (standing, state) = (TableState.Standing.whole, AnswerState.answered)
    let isOfPack = isOfPack(number)
    if isOfPack {
      if rows.allSatisfy({ $0 == .no }) { standing = .none }
    } else if rows.isEmpty {
      (standing, state) = (.unknown, .open)
    }
    switch sheet.answers[AnswerKey(pack.questions[number].linkId)] {
    case .unknown: (standing, state) = (.unknown, .unknown)
    case .parked: (standing, state) = (.unknown, .parked)
    case .notApplicable: (standing, state) = (.none, .notApplicable)
    case .some(.none) where rows.isEmpty: (standing, state) = (.none, .answered)
    default: break
    }
    switch live[number] {
    case .no: (standing, state) = (.none, .notAsked)
    case .unknown: (standing, state) = (.unknown, .notYet)
    case .yes: break
    }
    evaluator.answers.set(standing, rows, of: number)
    let reading: Reading =
      switch standing {
      case .whole: .value(.number(isOfPack ? rows.count { $0 != .no } : rows.count))
      case .unknown: .unknown
      case .none: .absent
      }
    evaluator.answers.set(reading, state, .question(number))
  }

  private mutating func column(_ number: Int, _ turn: Int, _ table: Int) {
    guard let state = evaluator.answers.table(table) else { return }
    for row in state.rows.indices { cell(number, turn, table, state, row) }
  }

  /// One cell of a column whose table stands so.
  mutating func cell(
    _ number: Int, _ turn: Int, _ table: Int, _ state: TableState, _ row: Int
  ) {
    let scope = Scope(table: table, row: row)
    // A table that has none, by word or because it does not apply, has no cells that count.
    var asked = (state.standing == .none ? Truth.no : live[table]) && state.live[row]
    if asked != .no, let condition = pack.evaluationSteps[turn].enableWhen {
      asked = asked && evaluator.truth(condition, scope)
    }
    let key = AnswerKey(pack.evaluationSteps[turn].linkId, row: state.rows[row])
    settle(number, turn, asked, key, row: row, scope)
  }

  // MARK: Calculated values

  private mutating func calculate(_ number: Int) {
    guard let table = pack.calculated[number].table else {
      return put(value(pack.calculated[number], Scope()), number, row: nil)
    }
    guard let state = evaluator.answers.table(table) else { return }
    evaluator.chains = ChainReadings(pack.calculated[number].rule.expressions, of: table, evaluator)
    for row in state.rows.indices { calculate(number, table, state, row) }
    evaluator.chains = ChainReadings()
  }

  /// A value of one row of a table that stands so.
  mutating func calculate(_ number: Int, _ table: Int, _ state: TableState, _ row: Int) {
    let isOut = state.standing == .none || state.live[row] == .no
    put(
      isOut ? .absent : value(pack.calculated[number], Scope(table: table, row: row)), number,
      row: row)
  }

  private mutating func put(_ reading: Reading, _ number: Int, row: Int?) {
    let state: AnswerState =
      switch reading {
      case .value: .answered
      case .unknown: .open
      case .absent: .notApplicable
      }
    evaluator.answers.set(reading, state, .calculated(number), row: row)
  }

  private func value(_ calculated: Calculated, _ scope: Scope) -> Reading {
    switch calculated.rule {
    case .value(let expression): evaluator.reading(expression, scope)
    case .decide(let table, let inputs):
      pack.decisions[table].outcome(by: inputs.map { evaluator.reading($0, scope) })
    }
  }
}
