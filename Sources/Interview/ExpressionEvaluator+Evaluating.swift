import Expressions
import PackModel

/// What the words of the language ask of it.
extension ExpressionEvaluator: Evaluating {
  package func reading(_ member: Member, row: Int?) -> Reading { answers.reading(member, row: row) }

  package func isAnswered(_ expression: Expression, _ scope: Scope) -> Truth {
    if case .value = reading(expression, scope) { return .yes }
    return Truth(state(of: expression, scope) == .answered)
  }

  package func isOpen(_ expression: Expression, _ scope: Scope) -> Truth {
    switch state(of: expression, scope) {
    case .open, .unknown, .parked, .notYet, .conflict: .yes
    default: .no
    }
  }

  /// The state of the place that an expression names; `answered` for what is no place.
  private func state(of expression: Expression, _ scope: Scope) -> AnswerState {
    switch expression.word.place(self, scope) {
    case .member(let member, let row): answers.state(member, row: row)
    case .missing: .notAsked
    case .none: reading(expression, scope) == .unknown ? .open : .answered
    }
  }

  package func options(of question: Int) -> [Option] { pack.questions[question].options }

  package func attribute(_ name: String, ofRowIn table: Int, _ scope: Scope) -> [String]? {
    guard let row = scope.row(of: table), case .pack(let rows) = pack.questions[table].rows,
      rows.indices.contains(row)
    else { return nil }
    return rows[row].attributes[name]
  }

  package var asOf: CalendarDate? { context.asOf }

  package func drafted(_ obligation: String) -> Truth { context.drafted?[obligation] ?? .unknown }

  package func rowID(in table: Int, _ scope: Scope) -> String? {
    guard let row = scope.row(of: table) else { return nil }
    return answers.table(table)?.rows[row]
  }

  // MARK: Rows

  package func isEmpty(table: Int) -> Truth? {
    answers.table(table).map { state in
      switch state.standing {
      case .none: .yes
      case .unknown: state.rows.isEmpty ? .unknown : .no
      case .whole: .no
      }
    }
  }

  package func walk(
    _ range: Expression.Range, _ scope: Scope, _ body: (Scope, Truth) -> Bool
  ) -> RangeStanding {
    switch range {
    case .rows(let question):
      guard let table = answers.table(question) else { return .unknown }
      if table.standing == .none { return .none }
      guard work.looks(at: table.rows.count) else { return .unknown }
      for row in table.rows.indices {
        guard body(scope.inside(table: question, row: row), table.live[row]) else { return .whole }
      }
      return table.standing == .unknown ? .unknown : .whole
    case .ticks(let question):
      switch reading(.member(.question(question)), scope) {
      case .absent: return .none
      case .unknown: return .unknown
      case .value(let value):
        let count = value.ticks.count
        guard work.looks(at: count) else { return .unknown }
        for tick in 0..<count {
          guard body(scope.inside(table: question, row: tick), .yes) else { return .whole }
        }
        return .whole
      }
    case .report(let table):
      guard let rows = context.reports[table], work.looks(at: rows.count) else { return .unknown }
      for row in rows {
        var inner = scope
        inner.report = row
        guard body(inner, .yes) else { return .whole }
      }
      return .whole
    }
  }

  /// A column's readings over all rows, or along the chain that a pointer makes.
  package func column(
    _ column: Member, of table: Int, along pointer: Int?, _ scope: Scope
  ) -> [Reading] {
    guard let pointer else { return readings(column, table) }
    let rows = chain(from: scope.row(of: table), of: table, along: pointer)
    guard let last = rows.last, let state = answers.table(table) else { return [.unknown] }
    switch answers.reading(.question(pointer), row: last) {
    // The chain came back to a row that it had passed.
    case .value(.row(let id)) where state.number(of: id) != nil: return [.unknown]
    case .unknown: return [.unknown]
    default: return rows.map { answers.reading(column, row: $0) }
    }
  }

  private func readings(_ column: Member, _ table: Int) -> [Reading] {
    guard let state = answers.table(table) else { return [.unknown] }
    if state.standing == .none { return [] }
    var found: [Reading] = []
    for row in state.rows.indices {
      switch state.live[row] {
      case .no: continue
      case .unknown: found.append(.unknown)
      case .yes: found.append(answers.reading(column, row: row))
      }
    }
    if state.standing == .unknown { found.append(.unknown) }
    return found
  }

  package func chained(_ expression: Expression, of table: Int, _ scope: Scope) -> Reading? {
    chains.reading(expression, row: scope.row(of: table))
  }
}
