import PackModel

/// Computes every reading in the pack's order, so that what a member reads is there before it.
struct Evaluator {
  let pack: Pack
  let sheet: AnswerSheet
  var reader: Reader
  /// Whether each question outside tables, and each table, is asked.
  private var live: [Truth]

  init(pack: Pack, sheet: AnswerSheet) {
    self.pack = pack
    self.sheet = sheet
    reader = Reader(
      pack: pack, answers: EffectiveAnswers(pack: pack),
      work: Work(rows: sheet.rows.values.reduce(0) { $0 + $1.count }))
    live = Array(repeating: .yes, count: pack.questions.count)
  }

  mutating func run() {
    for turn in pack.turns.indices {
      switch pack.turns[turn].member {
      case .calculated(let number): calculate(number)
      case .question(let number):
        if let table = pack.table(of: number) {
          column(number, turn, table)
        } else {
          question(number, turn)
        }
      }
    }
  }

  private mutating func question(_ number: Int, _ turn: Int) {
    var asked = pack.turns[turn].parent.map { live[$0] } ?? .yes
    if asked != .no, let condition = pack.turns[turn].enableWhen {
      asked = asked && reader.truth(condition)
    }
    live[number] = asked
    if pack.turns[turn].kind == .table { return table(number, asked) }
    settle(number, turn, asked, AnswerKey(pack.turns[turn].linkId), row: nil, Scope())
  }

  // MARK: One answer

  /// Puts in place what an answer comes to.
  private mutating func settle(
    _ number: Int, _ turn: Int, _ asked: Truth, _ key: AnswerKey, row: Int?, _ scope: Scope
  ) {
    let member = Member.question(number)
    switch asked {
    case .no: return reader.answers.set(.absent, .notAsked, member, row: row)
    case .unknown: return reader.answers.set(.unknown, .notYet, member, row: row)
    case .yes: break
    }
    switch sheet.answers[key] {
    case nil: reader.answers.set(.unknown, .open, member, row: row)
    case .unknown: reader.answers.set(.unknown, .unknown, member, row: row)
    case .parked: reader.answers.set(.unknown, .parked, member, row: row)
    case .notApplicable: reader.answers.set(.absent, .notApplicable, member, row: row)
    case .some(.none): reader.answers.set(.absent, .answered, member, row: row)
    case .value(let said):
      guard let value = offered(said, number, turn, scope) else {
        return reader.answers.set(.unknown, .conflict, member, row: row)
      }
      reader.answers.set(.value(value), .answered, member, row: row)
      guard pack.turns[turn].isConstrained else { return }
      // A constraint may read the answer itself, so it is looked at with the answer in place.
      let isMet = pack.questions[number].constraints.allSatisfy {
        reader.truth($0.require, scope) != .no
      }
      if !isMet { reader.answers.set(.unknown, .conflict, member, row: row) }
    }
  }

  /// A value without the ticks that are not offered now; nil for a choice that is not offered now
  /// and for a pointer at what is not there any more.
  private func offered(_ value: Value, _ number: Int, _ turn: Int, _ scope: Scope) -> Value? {
    if let isTaken = pack.turns[turn].takes(value) { return isTaken ? value : nil }
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
        reader.answers.table(owner).map { $0.number(of: id) != nil }
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
      return reader.truth(condition, scope) == .no ? .withheld : .standing
    }
    return nil
  }

  // MARK: Tables

  private mutating func table(_ number: Int, _ asked: Truth) {
    let linkId = pack.questions[number].linkId
    let said = sheet.answers[AnswerKey(linkId)]
    var state: TableState
    var answerState = AnswerState.answered
    switch pack.questions[number].rows {
    case .pack(let rows):
      let live = rows.indices.map { row in
        rows[row].enableWhen.map { reader.truth($0, Scope(table: number, row: row)) } ?? .yes
      }
      let isEmpty = live.allSatisfy { $0 == .no }
      state = TableState(
        standing: isEmpty ? .none : .whole, rows: rows.map(\.code), live: live)
    default:
      let rows = sheet.rows(of: linkId)
      state = TableState(
        standing: rows.isEmpty ? .unknown : .whole, rows: rows,
        live: Array(repeating: .yes, count: rows.count))
      if rows.isEmpty { answerState = .open }
    }
    switch said {
    case .unknown: (state.standing, answerState) = (.unknown, .unknown)
    case .parked: (state.standing, answerState) = (.unknown, .parked)
    case .notApplicable: (state.standing, answerState) = (.none, .notApplicable)
    case .some(.none) where state.rows.isEmpty: (state.standing, answerState) = (.none, .answered)
    default: break
    }
    switch asked {
    case .no: (state.standing, answerState) = (.none, .notAsked)
    case .unknown: (state.standing, answerState) = (.unknown, .notYet)
    case .yes: break
    }
    reader.answers.set(state, of: number)
    let reading: Reading =
      switch state.standing {
      case .whole: .value(.number(state.live.count { $0 != .no }))
      case .unknown: .unknown
      case .none: .absent
      }
    reader.answers.set(reading, answerState, .question(number))
    for child in pack.questions[number].children {
      reader.answers.open(.question(child), rows: state.rows.count)
    }
    for value in pack.questions[number].calculated {
      reader.answers.open(.calculated(value), rows: state.rows.count)
    }
  }

  private mutating func column(_ number: Int, _ turn: Int, _ table: Int) {
    guard let state = reader.answers.table(table) else { return }
    // A table that has none, by word or because it does not apply, has no cells that count.
    let asked = state.standing == .none ? Truth.no : live[table]
    for row in state.rows.indices {
      let scope = Scope(table: table, row: row)
      var cell = asked && state.live[row]
      if cell != .no, let condition = pack.turns[turn].enableWhen {
        cell = cell && reader.truth(condition, scope)
      }
      let key = AnswerKey(pack.turns[turn].linkId, row: state.rows[row])
      settle(number, turn, cell, key, row: row, scope)
    }
  }

  // MARK: Calculated values

  private mutating func calculate(_ number: Int) {
    let calculated = pack.calculated[number]
    func value(_ scope: Scope) -> Reading {
      switch calculated.rule {
      case .value(let expression): reader.reading(expression, scope)
      case .decide(let table, let inputs):
        reader.outcome(of: pack.decisions[table], by: inputs.map { reader.reading($0, scope) })
      }
    }
    func state(_ reading: Reading) -> AnswerState {
      switch reading {
      case .value: .answered
      case .unknown: .open
      case .absent: .notApplicable
      }
    }
    guard let table = calculated.table else {
      let reading = value(Scope())
      return reader.answers.set(reading, state(reading), .calculated(number))
    }
    guard let rows = reader.answers.table(table) else { return }
    for row in rows.rows.indices {
      let reading =
        rows.standing == .none || rows.live[row] == .no
        ? .absent : value(Scope(table: table, row: row))
      reader.answers.set(reading, state(reading), .calculated(number), row: row)
    }
  }
}
