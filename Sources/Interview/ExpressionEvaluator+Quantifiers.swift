import PackModel

/// `any`, `every` and `count`, over rows, ticks and report tables.
extension ExpressionEvaluator {
  func any(_ range: Expression.Range, _ condition: Expression?, _ scope: Scope) -> Truth {
    var result = Truth.no
    switch range {
    case .rows(let question):
      guard let table = answers.table(question) else { return .unknown }
      if table.standing == .none { return .no }
      guard work.looks(at: table.rows.count) else { return .unknown }
      for row in table.rows.indices {
        let holds = condition.map { truth($0, scope.inside(table: question, row: row)) } ?? .yes
        result = result || (table.live[row] && holds)
        if result == .yes { return .yes }
      }
      return table.standing == .unknown ? result || .unknown : result
    case .ticks(let question):
      switch answers.reading(.question(question), row: row(of: .question(question), scope)) {
      case .absent: return .no
      case .unknown: return .unknown
      case .value(let value):
        let ticks = value.ticks
        guard work.looks(at: ticks.count) else { return .unknown }
        for tick in ticks.indices {
          let holds = condition.map { truth($0, scope.inside(table: question, row: tick)) } ?? .yes
          result = result || holds
        }
        return result
      }
    case .report(let table):
      guard let rows = context.reports[table], work.looks(at: rows.count) else { return .unknown }
      for row in rows {
        var inner = scope
        inner.report = row
        result = result || (condition.map { truth($0, inner) } ?? .yes)
      }
      return result
    }
  }

  func count(
    _ range: Expression.Range, _ condition: Expression?, _ scope: Scope
  ) -> Reading {
    var number = 0
    switch range {
    case .rows(let question):
      guard let table = answers.table(question) else { return .unknown }
      if table.standing == .none { return .value(.number(0)) }
      if table.standing == .unknown { return .unknown }
      guard work.looks(at: table.rows.count) else { return .unknown }
      for row in table.rows.indices {
        let holds = condition.map { truth($0, scope.inside(table: question, row: row)) } ?? .yes
        switch table.live[row] && holds {
        case .yes: number += 1
        case .unknown: return .unknown
        case .no: break
        }
      }
    case .ticks(let question):
      switch answers.reading(.question(question), row: row(of: .question(question), scope)) {
      case .absent: return .value(.number(0))
      case .unknown: return .unknown
      case .value(let value):
        let ticks = value.ticks
        guard work.looks(at: ticks.count) else { return .unknown }
        for tick in ticks.indices {
          switch condition.map({ truth($0, scope.inside(table: question, row: tick)) }) ?? .yes {
          case .yes: number += 1
          case .unknown: return .unknown
          case .no: break
          }
        }
      }
    case .report(let table):
      guard let rows = context.reports[table], work.looks(at: rows.count) else { return .unknown }
      for row in rows {
        var inner = scope
        inner.report = row
        switch condition.map({ truth($0, inner) }) ?? .yes {
        case .yes: number += 1
        case .unknown: return .unknown
        case .no: break
        }
      }
    }
    return .value(.number(number))
  }
}
