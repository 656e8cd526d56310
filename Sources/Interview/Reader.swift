import PackModel

/// Reads expressions from effective answers. The one evaluator: conditions, values, clauses and
/// checks all go through it.
package struct Reader: Sendable {
  package let pack: Pack
  package var answers: EffectiveAnswers
  package var context: Context

  package init(pack: Pack, answers: EffectiveAnswers, context: Context = Context()) {
    self.pack = pack
    self.answers = answers
    self.context = context
  }

  // MARK: Truth

  package func truth(_ expression: Expression, _ scope: Scope = Scope()) -> Truth {
    switch expression {
    case .and(let parts):
      var result = Truth.yes
      for part in parts {
        result = result && truth(part, scope)
        if result == .no { return .no }
      }
      return result
    case .or(let parts):
      var result = Truth.no
      for part in parts {
        result = result || truth(part, scope)
        if result == .yes { return .yes }
      }
      return result
    case .not(let inner): return !truth(inner, scope)
    case .equal(let a, let b): return compared(a, b, scope) { $0 == $1 }
    case .unequal(let a, let b): return compared(a, b, scope) { $0 != $1 }
    case .includes(let a, let b):
      return compared(a, b, scope) { ticks($0).contains(where: ticks($1).contains) }
    case .among(let a, let list): return among(a, list, scope)
    case .compare(let a, let comparison, let b): return ordered(a, comparison, b, scope)
    case .answered(let inner):
      if case .value = reading(inner, scope) { return .yes }
      return Truth(state(of: inner, scope) == .answered)
    case .open(let inner):
      switch state(of: inner, scope) {
      case .open, .unknown, .parked, .notYet, .conflict: return .yes
      default: return .no
      }
    case .none(let inner): return isNone(inner, scope)
    case .any(let range, let condition): return any(range, condition, scope)
    case .every(let range, let condition):
      return !any(range, .not(condition), scope)
    case .drafted(let obligation):
      guard let drafted = context.drafted else { return .unknown }
      return Truth(drafted.contains(obligation))
    case .mentions(let inner, let words):
      switch reading(inner, scope) {
      case .value(.text(let text)):
        let folded = text.lowercased()
        return Truth(words.contains { folded.contains($0.lowercased()) })
      case .value, .absent: return .no
      case .unknown: return .unknown
      }
    default:
      switch reading(expression, scope) {
      case .value(.boolean(let bool)): return Truth(bool)
      case .value, .absent: return .no
      case .unknown: return .unknown
      }
    }
  }

  private func compared(
    _ a: Expression, _ b: Expression, _ scope: Scope, _ test: (Value, Value) -> Bool
  ) -> Truth {
    switch (reading(a, scope), reading(b, scope)) {
    case (.absent, _), (_, .absent): .no
    case (.value(let a), .value(let b)): Truth(test(a, b))
    default: .unknown
    }
  }

  private func among(_ a: Expression, _ list: [Expression], _ scope: Scope) -> Truth {
    let left = reading(a, scope)
    if left == .absent { return .no }
    var result = Truth.no
    for part in list {
      switch (left, reading(part, scope)) {
      case (_, .absent): break
      case (.value(let a), .value(let b)):
        result = result || Truth(ticks(a).contains(where: ticks(b).contains))
      default: result = result || .unknown
      }
    }
    return result
  }

  private func ordered(
    _ a: Expression, _ comparison: Expression.Comparison, _ b: Expression, _ scope: Scope
  ) -> Truth {
    switch (reading(a, scope), reading(b, scope)) {
    case (.absent, _), (_, .absent): return .no
    case (.value(let a), .value(let b)):
      // Two currencies, or days against months, do not compare.
      guard let order = Reader.order(a, b) else { return .unknown }
      return switch comparison {
      case .less: Truth(order == .less)
      case .lessOrEqual: Truth(order != .greater)
      case .greater: Truth(order == .greater)
      case .greaterOrEqual: Truth(order != .less)
      }
    default: return .unknown
    }
  }

  /// - Returns: nil where the two cannot be compared.
  package static func order(_ a: Value, _ b: Value) -> Ordering? {
    switch (a, b) {
    case (.quantity(let a), .quantity(let b)): a.compared(to: b)
    case (.money(let a), .money(let b)):
      a.currency == b.currency ? Ordering(a.minor, b.minor) : nil
    case (.date(let a), .date(let b)): Ordering(a, b)
    case (.number(let a), .number(let b)): Ordering(a, b)
    case (.number(let a), .quantity(let b)): Ordering(a * 1000, b.thousandths)
    case (.quantity(let a), .number(let b)): Ordering(a.thousandths, b * 1000)
    default: nil
    }
  }

  private func ticks(_ value: Value) -> [Tick] {
    switch value {
    case .choice(let tick): [tick]
    case .checks(let ticks): ticks
    case .boolean(let bool): [.code(bool ? "yes" : "no")]
    case .row(let row): [.code(row)]
    case .text(let text): [.other(text)]
    default: []
    }
  }

  private func isNone(_ inner: Expression, _ scope: Scope) -> Truth {
    if case .member(.question(let question)) = inner, let table = answers.table(question) {
      switch table.standing {
      case .none: return .yes
      case .unknown: return table.rows.isEmpty ? .unknown : .no
      case .whole: return .no
      }
    }
    switch reading(inner, scope) {
    case .absent: return .yes
    case .unknown: return .unknown
    case .value(.checks(let ticks)): return Truth(ticks.isEmpty)
    case .value: return .no
    }
  }

  /// The state of the place that an expression names; `answered` for what is no place.
  private func state(of expression: Expression, _ scope: Scope) -> AnswerState {
    switch expression {
    case .member(let member): return answers.state(member, row: row(of: member, scope))
    case .cell(let member, let row): return answers.state(member, row: rowNumber(member, row))
    case .attribute(let inner, _, _), .follow(let inner, _): return state(of: inner, scope)
    default:
      return reading(expression, scope) == .unknown ? .open : .answered
    }
  }

  // MARK: Quantifiers

  private func any(_ range: Expression.Range, _ condition: Expression?, _ scope: Scope) -> Truth {
    var result = Truth.no
    switch range {
    case .rows(let question):
      guard let table = answers.table(question) else { return .unknown }
      if table.standing == .none { return .no }
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
        for tick in ticks(value).indices {
          let holds = condition.map { truth($0, scope.inside(table: question, row: tick)) } ?? .yes
          result = result || holds
        }
        return result
      }
    case .report(let name):
      guard let rows = context.reports[name] else { return .unknown }
      for row in rows {
        var inner = scope
        inner.report = row
        result = result || (condition.map { truth($0, inner) } ?? .yes)
      }
      return result
    }
  }

  private func count(
    _ range: Expression.Range, _ condition: Expression?, _ scope: Scope
  ) -> Reading {
    var number = 0
    switch range {
    case .rows(let question):
      guard let table = answers.table(question) else { return .unknown }
      if table.standing == .none { return .value(.number(0)) }
      if table.standing == .unknown { return .unknown }
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
      case .value(let value): number = ticks(value).count
      }
    case .report(let name):
      guard let rows = context.reports[name] else { return .unknown }
      for row in rows {
        var inner = scope
        inner.report = row
        if condition.map({ truth($0, inner) }) ?? .yes == .yes { number += 1 }
      }
    }
    return .value(.number(number))
  }

  // MARK: Readings

  package func reading(_ expression: Expression, _ scope: Scope = Scope()) -> Reading {
    switch expression {
    case .value(let value): return .value(value)
    case .member(let member): return answers.reading(member, row: row(of: member, scope))
    case .cell(let member, let code): return cell(member, code)
    case .follow(let pointer, let targets):
      guard case .value(let value) = reading(pointer, scope) else { return reading(pointer, scope) }
      guard case .row(let id) = value else { return .absent }
      return followed(id, targets)
    case .attribute(let inner, let name, let question):
      let found = reading(inner, scope)
      guard case .value(let value) = found else { return found }
      return attribute(ticks(value), name, pack.questions[question].options)
    case .rowAttribute(let table, let name):
      guard let row = scope.row(of: table), case .pack(let rows) = pack.questions[table].rows,
        rows.indices.contains(row)
      else { return .absent }
      return attributeValue(rows[row].attributes[name])
    case .reportColumn(let name):
      return scope.report[name].map { .value($0) } ?? .absent
    case .count(let range, let condition): return count(range, condition, scope)
    case .sum(let column, let table, let along):
      return sum(column, table: table, along: along, scope)
    case .largest(let parts): return extreme(parts.map { reading($0, scope) }, .greater)
    case .smallest(let parts): return extreme(parts.map { reading($0, scope) }, .less)
    case .largestOf(let column, let table): return extreme(columnReadings(column, table), .greater)
    case .smallestOf(let column, let table): return extreme(columnReadings(column, table), .less)
    case .worst(let column, let table): return worst(column, table)
    case .share(let percent, let whole):
      switch (reading(percent, scope), reading(whole, scope)) {
      case (.value(.quantity(let percent)), .value(.money(let money))):
        return money.share(percent).map { .value(.money($0)) } ?? .unknown
      case (.absent, _), (_, .absent): return .absent
      default: return .unknown
      }
    case .daysSince(let inner):
      let found = reading(inner, scope)
      guard case .value(.date(let date)) = found else { return found }
      guard let asOf = context.asOf else { return .unknown }
      return .value(.quantity(Quantity(asOf.ordinal - date.ordinal, .day)))
    case .words(let inner):
      let found = reading(inner, scope)
      guard case .value(.text(let text)) = found else { return found }
      return .value(.number(text.split(whereSeparator: \.isWhitespace).count))
    default:
      switch truth(expression, scope) {
      case .yes: return .value(.boolean(true))
      case .no: return .value(.boolean(false))
      case .unknown: return .unknown
      }
    }
  }

  private func attribute(_ ticks: [Tick], _ name: String, _ options: [Option]) -> Reading {
    let words = ticks.flatMap { tick -> [String] in
      guard case .code(let code) = tick else { return [] }
      return options.first { $0.code == code }?.attributes[name] ?? []
    }
    return attributeValue(words.isEmpty ? nil : words)
  }

  private func attributeValue(_ words: [String]?) -> Reading {
    guard let words, let first = words.first else { return .absent }
    return words.count == 1 ? .value(.code(first)) : .value(.checks(words.map { .code($0) }))
  }

  private func row(of member: Member, _ scope: Scope) -> Int? {
    table(of: member).flatMap { scope.row(of: $0) }
  }

  private func table(of member: Member) -> Int? {
    switch member {
    case .question(let number): pack.table(of: number)
    case .calculated(let number): pack.calculated[number].table
    }
  }

  private func rowNumber(_ member: Member, _ id: String) -> Int? {
    table(of: member).flatMap { answers.table($0)?.rows.firstIndex(of: id) }
  }

  private func cell(_ member: Member, _ code: String) -> Reading {
    rowNumber(member, code).map { answers.reading(member, row: $0) } ?? .absent
  }

  /// The member in the row or group that a pointer names.
  private func followed(_ id: String, _ targets: [Int: Member]) -> Reading {
    if let group = pack.question(id), let member = targets[group] {
      return answers.reading(member)
    }
    for (owner, member) in targets {
      if let row = answers.table(owner)?.rows.firstIndex(of: id) {
        return answers.reading(member, row: row)
      }
    }
    return .absent
  }

  private func columnReadings(_ column: Member, _ table: Int) -> [Reading] {
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

  private func extreme(_ readings: [Reading], _ wanted: Ordering) -> Reading {
    var best: Value?
    for reading in readings {
      switch reading {
      case .unknown: return .unknown
      case .absent: continue
      case .value(let value):
        guard let current = best else {
          best = value
          continue
        }
        guard let order = Reader.order(value, current) else { return .unknown }
        if order == wanted { best = value }
      }
    }
    return best.map { .value($0) } ?? .absent
  }

  private func worst(_ column: Member, _ table: Int) -> Reading {
    guard case .question(let question) = column else { return .absent }
    let options = pack.questions[question].options
    var last: Int?
    for reading in columnReadings(column, table) {
      switch reading {
      case .unknown: return .unknown
      case .value(.choice(.code(let code))):
        if let at = options.firstIndex(where: { $0.code == code }) { last = max(last ?? 0, at) }
      default: continue
      }
    }
    return last.map { .value(.code(options[$0].code)) } ?? .absent
  }

  private func sum(_ column: Member, table: Int, along pointer: Int?, _ scope: Scope) -> Reading {
    guard let pointer else { return added(columnReadings(column, table)) }
    guard let state = answers.table(table), var row = scope.row(of: table) else { return .unknown }
    // The way up the chain: this row, then who engages it, until that is no row of the table.
    var visited: Set<Int> = []
    var readings: [Reading] = []
    while visited.insert(row).inserted {
      readings.append(answers.reading(column, row: row))
      switch answers.reading(.question(pointer), row: row) {
      case .value(.row(let id)):
        guard let next = state.rows.firstIndex(of: id) else { return added(readings) }
        row = next
      case .absent: return added(readings)
      default: return .unknown
      }
    }
    return .unknown
  }

  private func added(_ readings: [Reading]) -> Reading {
    var total: Value?
    for reading in readings {
      switch (reading, total) {
      case (.unknown, _): return .unknown
      case (.absent, _): continue
      case (.value(let value), nil): total = value
      case (.value(.quantity(let a)), .quantity(let b)?):
        guard let sum = b.adding(a) else { return .unknown }
        total = .quantity(sum)
      case (.value(.money(let a)), .money(let b)?):
        let (sum, overflow) = a.minor.addingReportingOverflow(b.minor)
        guard a.currency == b.currency, !overflow else { return .unknown }
        total = .money(Money(minor: sum, currency: a.currency))
      default: return .unknown
      }
    }
    return total.map { .value($0) } ?? .absent
  }
}
