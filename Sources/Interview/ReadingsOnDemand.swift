import PackModel

/// What a sheet comes to while it still changes, made anew only as far as somebody asks and only
/// where something that it rests on has changed. Each reading is made by the same steps as in a whole
/// pass, after those that it rests on; so a thousand answers are judged one after the other without a
/// thousand whole passes.
struct ReadingsOnDemand {
  private let pack: Pack
  private var pass: EvaluationPass
  private var rests: Dependencies
  /// By slot: the change after which its reading was made; 0 is before the first.
  private var made: [Int] = []
  /// The number of the last change.
  private var change = 0
  /// By member: the last change of what was said there, or of which rows there are.
  private var changed: [Int]
  /// By member: the last change of anything that its readings rest on, and when that was looked up.
  private var ages: [(lookedUp: Int, age: Int)]
  /// Where each member's turn is.
  private let turns: [Int]
  /// How much may still be looked at before the next change.
  private var left = 0

  /// What rests on a longer chain of others than a stack should hold is made in a whole pass.
  private static let deepest = 100

  init(_ evaluation: Evaluation) {
    pack = evaluation.pack
    pass = EvaluationPass(evaluation)
    rests = Dependencies(pack)
    changed = Array(repeating: 0, count: rests.count)
    ages = Array(repeating: (-1, 0), count: rests.count)
    var turns = [Int](repeating: 0, count: rests.count)
    for turn in pack.evaluationSteps.indices {
      turns[rests.index(pack.evaluationSteps[turn].member)] = turn
    }
    self.turns = turns
    renew()
  }

  // MARK: The sheet

  var sheet: AnswerSheet { pass.sheet }

  /// Adds changes as an act of their own.
  mutating func apply(_ changes: [Change]) {
    guard !changes.isEmpty else { return }
    keep(changes)
    for change in changes {
      switch change {
      case .set(let key, _, _): begin(with: key.linkId)
      case .addRow(let table, let row, let at):
        begin(with: table)
        if let table = pack.question(table) { add(row, at, to: table) }
      case .removeRow(let table, _, _, let cells):
        begin(with: table)
        for cell in cells { begin(with: cell.key.linkId) }
        if let table = pack.question(table) { reopen(table) }
      case .moveRow(let table, _, _, _):
        begin(with: table)
        if let table = pack.question(table) { reopen(table) }
      case .remark, .setting: break
      }
    }
  }

  /// Puts an answer in place without an act, to see what follows.
  ///
  /// - Returns: what stood there.
  mutating func put(_ answer: Answer?, at key: AnswerKey) -> Answer? {
    let before = pass.sheet.put(answer, at: key)
    if before != answer { begin(with: key.linkId) }
    return before
  }

  /// Adds an act whose answer is in place already.
  mutating func keep(_ changes: [Change]) {
    guard !changes.isEmpty else { return }
    pass.sheet.apply(
      Entry(number: pass.sheet.head + 1, when: "", by: "", why: nil, changes: changes))
  }

  private mutating func begin(with linkId: String) {
    change += 1
    if let question = pack.question(linkId) { changed[question] = change }
    renew()
  }

  /// What looks at more than there are readings costs less in a whole pass.
  private mutating func renew() {
    left = pass.evaluator.answers.slots + 1000
    pass.evaluator.work = Work(rows: pass.evaluator.answers.rows)
  }

  private mutating func add(_ row: String, _ at: Int, to table: Int) {
    guard at == rows(of: table).count else { return reopen(table) }
    pass.evaluator.answers.addRow(row, to: table, columns: pack.columns(of: table))
  }

  private mutating func reopen(_ table: Int) {
    pass.open(table, pass.sheet.rows(of: pack.questions[table].linkId))
  }

  // MARK: What is asked

  /// A table with the rows that it has now; how it stands may be as before the last changes.
  func table(_ question: Int) -> TableState? { pass.evaluator.answers.table(question) }

  mutating func truth(_ expression: Expression, _ scope: Scope) -> Truth {
    bring(expression, scope, depth: 0)
    return pass.evaluator.truth(expression, scope)
  }

  mutating func state(_ question: Int, row: Int?) -> AnswerState {
    bring(.question(question), row: row, depth: 0)
    return pass.evaluator.answers.state(.question(question), row: row)
  }

  mutating func reading(_ question: Int, row: Int?) -> Reading {
    bring(.question(question), row: row, depth: 0)
    return pass.evaluator.answers.reading(.question(question), row: row)
  }

  /// What an expression comes to with a value in place that a conflict hides.
  mutating func truth(
    _ expression: Expression, _ scope: Scope, with value: Value, at question: Int, row: Int?
  ) -> Truth {
    bring(expression, scope, depth: 0)
    let member = Member.question(question)
    let reading = pass.evaluator.answers.reading(member, row: row)
    let state = pass.evaluator.answers.state(member, row: row)
    pass.evaluator.answers.set(.value(value), .answered, member, row: row)
    defer { pass.evaluator.answers.set(reading, state, member, row: row) }
    return pass.evaluator.truth(expression, scope)
  }

  /// Brings a question up to date, or a column in all rows of its table.
  mutating func bring(_ question: Int, of table: Int?) {
    guard let table else { return bring(.question(question), row: nil, depth: 0) }
    for row in rows(of: table) { bring(.question(question), row: row, depth: 0) }
  }

  /// All readings; only what was asked for is up to date.
  var answers: EffectiveAnswers { pass.evaluator.answers }

  // MARK: Expressions

  /// Makes what an expression reads.
  private mutating func bring(_ expression: Expression, _ scope: Scope, depth: Int) {
    for operand in expression.operands { bring(operand, scope, depth: depth) }
  }

  private mutating func bring(_ operand: Expression.Operand, _ scope: Scope, depth: Int) {
    switch operand {
    case .part(let inner), .condition(let inner): bring(inner, scope, depth: depth + 1)
    case .member(let member):
      bring(member, row: pass.evaluator.row(of: member, scope), depth: depth)
    case .cell(let member, let code):
      guard let row = pass.evaluator.rowNumber(member, code) else { return }
      bring(member, row: row, depth: depth)
    case .followed(let pointer, let targets):
      bring(pointer, scope, depth: depth)
      guard case .value(.row(let id)) = pass.evaluator.reading(pointer, scope),
        let target = pass.evaluator.followed(id, targets)
      else { return }
      bring(target.member, row: target.row, depth: depth)
    case .column(let column, let table, let along?):
      bringChain(column, table, along, scope, depth: depth)
    case .column(let column, let table, nil):
      bring(.question(table), row: nil, depth: depth)
      for row in rows(of: table) {
        guard look() else { return }
        bring(column, row: row, depth: depth)
      }
    case .some(let range, let inner): bring(range, inner, scope, depth: depth)
    case .every(let range, let inner): bring(range, inner, scope, depth: depth)
    case .rows(let table): bring(.question(table), row: nil, depth: depth)
    }
  }

  private mutating func bring(
    _ range: Expression.Range, _ inner: Expression?, _ scope: Scope, depth: Int
  ) {
    switch range {
    case .rows(let table):
      bring(.question(table), row: nil, depth: depth)
      guard let inner else { return }
      for row in rows(of: table) {
        guard look() else { return }
        bring(inner, scope.inside(table: table, row: row), depth: depth + 1)
      }
    case .ticks(let question):
      let member = Member.question(question)
      bring(member, row: pass.evaluator.row(of: member, scope), depth: depth)
      // What is asked of each tick reads the same places for all of them.
      if let inner { bring(inner, scope.inside(table: question, row: 0), depth: depth + 1) }
    case .report: return
    }
  }

  private mutating func bringChain(
    _ column: Member, _ table: Int, _ along: Int, _ scope: Scope, depth: Int
  ) {
    bring(.question(table), row: nil, depth: depth)
    var passed: Set<Int> = []
    var next = scope.row(of: table)
    while let row = next, passed.insert(row).inserted, look() {
      bring(.question(along), row: row, depth: depth)
      bring(column, row: row, depth: depth)
      let pointer = pass.evaluator.answers.reading(.question(along), row: row)
      guard case .value(.row(let id)) = pointer else { return }
      next = self.table(table)?.number(of: id)
    }
  }

  private func rows(of table: Int) -> Range<Int> { self.table(table)?.rows.indices ?? 0..<0 }

  /// Counts what is looked at; where it is too much, everything is made at once.
  private mutating func look() -> Bool {
    guard left > 0 else { return false }
    left -= 1
    if left == 0 { makeAll() }
    return left > 0
  }

  private mutating func makeAll() {
    pass = EvaluationPass(pack: pack, sheet: pass.sheet)
    pass.run()
    made = Array(repeating: change, count: pass.evaluator.answers.slots)
    left = 0
  }

  // MARK: Members

  /// Makes a reading where it is not as new as what it rests on, and first those.
  private mutating func bring(_ member: Member, row: Int?, depth: Int) {
    guard left > 0, let slot = pass.evaluator.answers.slot(member, row) else { return }
    let age = age(of: rests.index(member))
    if made.count <= slot {
      made += Array(repeating: 0, count: pass.evaluator.answers.slots - made.count)
    }
    guard made[slot] < age, look() else { return }
    made[slot] = change
    guard depth < ReadingsOnDemand.deepest, !rests.isOnOwnColumn(member) else { return makeAll() }
    let turn = turns[rests.index(member)]
    switch member {
    case .calculated(let number): make(value: number, turn, row: row, depth: depth + 1)
    case .question(let number):
      if let table = pack.table(of: number), let row {
        make(cell: number, turn, table, row, depth: depth + 1)
      } else {
        make(question: number, turn, depth: depth + 1)
      }
    }
  }

  /// The last change of anything that a member rests on.
  private mutating func age(of member: Int) -> Int {
    if let age = lookUp(member, depth: 0) { return age }
    // The way there is too long for a stack: all of them in the pack's order.
    for turn in pack.evaluationSteps { _ = lookUp(rests.index(turn.member), depth: 0) }
    return ages[member].age
  }

  private mutating func lookUp(_ member: Int, depth: Int) -> Int? {
    if ages[member].lookedUp == change { return ages[member].age }
    guard depth < ReadingsOnDemand.deepest else { return nil }
    var newest = changed[member]
    for other in rests.on(member) {
      guard let age = lookUp(other, depth: depth + 1) else { return nil }
      newest = max(newest, age)
    }
    ages[member] = (change, newest)
    return newest
  }

  private mutating func make(question number: Int, _ turn: Int, depth: Int) {
    let seat = pack.evaluationSteps[turn]
    if let parent = seat.parent { bring(.question(parent), row: nil, depth: depth) }
    if let condition = seat.enableWhen { bring(condition, Scope(), depth: depth) }
    if seat.kind != .table {
      bringOffer(number, turn, AnswerKey(seat.linkId), Scope(), depth: depth)
    } else if case .pack(let rows) = pack.questions[number].rows {
      for row in rows.indices {
        guard let condition = rows[row].enableWhen else { continue }
        bring(condition, Scope(table: number, row: row), depth: depth)
      }
    }
    guard left > 0 else { return }
    pass.evaluator.answers.set(.unknown, .open, .question(number))
    guard seat.kind == .table else { return pass.take(turn) }
    pass.ask(number, turn)
    pass.stand(number)
  }

  private mutating func make(
    cell number: Int, _ turn: Int, _ table: Int, _ row: Int, depth: Int
  ) {
    bring(.question(table), row: nil, depth: depth)
    guard left > 0, let state = self.table(table) else { return }
    let scope = Scope(table: table, row: row)
    if let condition = pack.evaluationSteps[turn].enableWhen {
      bring(condition, scope, depth: depth)
    }
    let key = AnswerKey(pack.evaluationSteps[turn].linkId, row: state.rows[row])
    bringOffer(number, turn, key, scope, depth: depth)
    guard left > 0 else { return }
    pass.evaluator.answers.set(.unknown, .open, .question(number), row: row)
    pass.cell(number, turn, table, state, row)
  }

  private mutating func make(value number: Int, _ turn: Int, row: Int?, depth: Int) {
    let calculated = pack.calculated[number]
    var scope = Scope()
    if let table = calculated.table, let row {
      bring(.question(table), row: nil, depth: depth)
      scope = Scope(table: table, row: row)
    }
    for expression in calculated.rule.expressions { bring(expression, scope, depth: depth) }
    guard left > 0 else { return }
    pass.evaluator.answers.set(.unknown, .open, .calculated(number), row: row)
    guard let table = calculated.table, let row else { return pass.take(turn) }
    if let state = self.table(table) { pass.calculate(number, table, state, row) }
  }

  /// Makes what decides whether an answer is good: the conditions of the options that are chosen,
  /// and what the constraints read.
  private mutating func bringOffer(
    _ number: Int, _ turn: Int, _ key: AnswerKey, _ scope: Scope, depth: Int
  ) {
    guard case .value(let value)? = pass.sheet[key] else { return }
    for case .code(let code) in value.chosen {
      let option = pack.questions[number].option(code)
      if let condition = option?.enableWhen { bring(condition, scope, depth: depth) }
    }
    guard pack.evaluationSteps[turn].isConstrained else { return }
    for rule in pack.questions[number].constraints { bring(rule.require, scope, depth: depth) }
  }
}

extension Calculated.Rule {
  /// What the value is made from.
  package var expressions: [Expression] {
    switch self {
    case .value(let expression): [expression]
    case .decide(_, let inputs): inputs
    }
  }
}
