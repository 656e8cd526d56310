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
    reader = Reader(pack: pack, answers: EffectiveAnswers(pack: pack))
    live = Array(repeating: .yes, count: pack.questions.count)
  }

  mutating func run() {
    for member in pack.order {
      switch member {
      case .calculated(let number): calculate(number)
      case .question(let number):
        if let table = pack.table(of: number) {
          column(number, table)
        } else {
          question(number)
        }
      }
    }
  }

  private mutating func question(_ number: Int) {
    let question = pack.questions[number]
    var asked = question.parent.map { live[$0] } ?? .yes
    if asked != .no, let condition = question.enableWhen {
      asked = asked && reader.truth(condition)
    }
    live[number] = asked
    if question.kind == .table { return table(number, question, asked) }
    let (reading, state) = settle(number, question, asked, AnswerKey(question.linkId), Scope())
    reader.answers.questions[number] = .one(reading, state)
  }

  private mutating func settle(
    _ number: Int, _ question: Question, _ asked: Truth, _ key: AnswerKey, _ scope: Scope
  ) -> (Reading, AnswerState) {
    switch asked {
    case .no: return (.absent, .notAsked)
    case .unknown: return (.unknown, .notYet)
    case .yes: break
    }
    switch sheet.answers[key] {
    case nil: return (.unknown, .open)
    case .unknown: return (.unknown, .unknown)
    case .parked: return (.unknown, .parked)
    case .notApplicable: return (.absent, .notApplicable)
    case .some(.none): return (.absent, .answered)
    case .value(let value):
      guard question.constraints.isEmpty else {
        return meets(number, question, value, scope)
          ? (.value(value), .answered) : (.unknown, .conflict)
      }
      return (.value(value), .answered)
    }
  }

  /// Whether a value meets the question's constraints, as far as these are known.
  private mutating func meets(
    _ number: Int, _ question: Question, _ value: Value, _ scope: Scope
  ) -> Bool {
    let before = reader.answers.questions[number]
    if let table = pack.table(of: number), let row = scope.row(of: table),
      case .rows(var readings, let states) = before
    {
      readings[row] = .value(value)
      reader.answers.questions[number] = .rows(readings, states)
    } else {
      reader.answers.questions[number] = .one(.value(value), .answered)
    }
    defer { reader.answers.questions[number] = before }
    return question.constraints.allSatisfy { reader.truth($0.require, scope) != .no }
  }

  private mutating func table(_ number: Int, _ question: Question, _ asked: Truth) {
    var state = TableState(standing: .unknown, rows: [], live: [])
    var answerState = AnswerState.open
    let said = sheet.answers[AnswerKey(question.linkId)]
    switch question.rows {
    case .pack(let rows):
      state.rows = rows.map(\.code)
      state.standing = .whole
      answerState = .answered
      for row in rows.indices {
        state.live.append(
          rows[row].enableWhen.map {
            reader.truth($0, Scope(table: number, row: row))
          } ?? .yes)
      }
      if state.live.allSatisfy({ $0 == .no }) { state.standing = .none }
    default:
      state.rows = sheet.rows(of: question.linkId)
      state.live = Array(repeating: .yes, count: state.rows.count)
      state.standing = state.rows.isEmpty ? .unknown : .whole
      answerState = state.rows.isEmpty ? .open : .answered
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
    reader.answers.tables[number] = state
    let reading: Reading =
      switch state.standing {
      case .whole: .value(.number(state.rows.count))
      case .unknown: .unknown
      case .none: .absent
      }
    reader.answers.questions[number] = .one(reading, answerState)
    // Its columns have a place for every row from here on, for what looks along the table.
    let count = state.rows.count
    for child in question.children {
      reader.answers.questions[child] = .rows(
        Array(repeating: .unknown, count: count), Array(repeating: .open, count: count))
    }
    for value in question.calculated {
      reader.answers.calculated[value] = .rows(
        Array(repeating: .unknown, count: count), Array(repeating: .open, count: count))
    }
  }

  private mutating func column(_ number: Int, _ table: Int) {
    let question = pack.questions[number]
    guard let state = reader.answers.tables[table] else { return }
    let asked = live[table]
    var readings: [Reading] = []
    var states: [AnswerState] = []
    readings.reserveCapacity(state.rows.count)
    states.reserveCapacity(state.rows.count)
    for row in state.rows.indices {
      let scope = Scope(table: table, row: row)
      var cell = asked && state.live[row]
      if cell != .no, let condition = question.enableWhen {
        cell = cell && reader.truth(condition, scope)
      }
      let key = AnswerKey(question.linkId, row: state.rows[row])
      let (reading, state) = settle(number, question, cell, key, scope)
      readings.append(reading)
      states.append(state)
    }
    reader.answers.questions[number] = .rows(readings, states)
  }

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
      reader.answers.calculated[number] = .one(reading, state(reading))
      return
    }
    let rows = reader.answers.tables[table]?.rows.count ?? 0
    let readings = (0..<rows).map { value(Scope(table: table, row: $0)) }
    reader.answers.calculated[number] = .rows(readings, readings.map(state))
  }
}
