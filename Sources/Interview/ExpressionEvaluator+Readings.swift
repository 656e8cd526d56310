import PackModel

/// What an expression comes to.
extension ExpressionEvaluator {
  package func reading(_ expression: Expression, _ scope: Scope = Scope()) -> Reading {
    switch expression {
    case .value(let value): return .value(value)
    case .member(let member): return answers.reading(member, row: row(of: member, scope))
    case .cell(let member, let code): return cell(member, code)
    case .follow(let pointer, let targets):
      guard case .value(let value) = reading(pointer, scope) else { return reading(pointer, scope) }
      guard case .row(let id) = value else { return .absent }
      return followed(id, targets).map { answers.reading($0.member, row: $0.row) } ?? .absent
    case .attribute(let inner, let name, let question):
      let found = reading(inner, scope)
      guard case .value(let value) = found else { return found }
      return attribute(value.ticks, name, pack.questions[question].options)
    case .rowAttribute(let table, let name):
      guard let row = scope.row(of: table), case .pack(let rows) = pack.questions[table].rows,
        rows.indices.contains(row)
      else { return .absent }
      return attributeValue(rows[row].attributes[name])
    case .reportColumn(let column):
      guard case .value(let value)? = scope.report?[column] else { return .absent }
      return .value(value)
    case .count(let range, let condition): return count(range, condition, scope)
    case .sum(let column, let table, let along):
      return chains.reading(expression, row: scope.row(of: table))
        ?? ExpressionEvaluator.added(readings(column, table, along, scope))
    case .largest(let parts):
      return ExpressionEvaluator.extreme(parts.map { reading($0, scope) }, .greater)
    case .smallest(let parts):
      return ExpressionEvaluator.extreme(parts.map { reading($0, scope) }, .less)
    case .largestOf(let column, let table, let along):
      return chains.reading(expression, row: scope.row(of: table))
        ?? ExpressionEvaluator.extreme(readings(column, table, along, scope), .greater)
    case .smallestOf(let column, let table, let along):
      return chains.reading(expression, row: scope.row(of: table))
        ?? ExpressionEvaluator.extreme(readings(column, table, along, scope), .less)
    case .worst(let column, let table): return worst(column, table)
    case .share(let percent, let whole):
      return ExpressionEvaluator.share(reading(percent, scope), of: reading(whole, scope))
    case .plus(let a, let b):
      let parts = [reading(a, scope), reading(b, scope)]
      return parts.contains(.absent) ? .absent : ExpressionEvaluator.added(parts)
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

  private static func share(_ percent: Reading, of whole: Reading) -> Reading {
    switch (percent, whole) {
    case (.value(.quantity(let percent)), .value(.money(let money))):
      money.share(percent).map { .value(.money($0)) } ?? .unknown
    case (.absent, _), (_, .absent): .absent
    default: .unknown
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

  func row(of member: Member, _ scope: Scope) -> Int? {
    table(of: member).flatMap { scope.row(of: $0) }
  }

  func table(of member: Member) -> Int? {
    switch member {
    case .question(let number): pack.table(of: number)
    case .calculated(let number): pack.calculated[number].table
    }
  }

  func rowNumber(_ member: Member, _ id: String) -> Int? {
    table(of: member).flatMap { answers.table($0)?.number(of: id) }
  }

  private func cell(_ member: Member, _ code: String) -> Reading {
    rowNumber(member, code).map { answers.reading(member, row: $0) } ?? .absent
  }

  /// The member that a pointer names, in its row or group.
  package func followed(_ id: String, _ targets: [Int: Member]) -> (member: Member, row: Int?)? {
    if let group = pack.question(id), let member = targets[group] { return (member, nil) }
    for (owner, member) in targets.count < 2
      ? Array(targets) : targets.sorted(by: { $0.key < $1.key })
    {
      if let row = answers.table(owner)?.number(of: id) { return (member, row) }
    }
    return nil
  }

  /// Where a cell is read that is named by its row's code.
  func inside(_ member: Member, _ code: String, _ scope: Scope) -> Scope? {
    guard let table = table(of: member), let row = answers.table(table)?.number(of: code) else {
      return nil
    }
    return scope.inside(table: table, row: row)
  }

  /// The member that a pointer names, and where it is read.
  func followed(
    _ pointer: Expression, _ targets: [Int: Member], _ scope: Scope
  ) -> (member: Member, scope: Scope)? {
    guard case .value(.row(let id)) = reading(pointer, scope), let target = followed(id, targets)
    else { return nil }
    guard let row = target.row, let table = table(of: target.member) else {
      return (target.member, scope)
    }
    return (target.member, scope.inside(table: table, row: row))
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

  static func extreme(_ readings: [Reading], _ wanted: Ordering) -> Reading {
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
        guard let order = ExpressionEvaluator.order(value, current) else { return .unknown }
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

  /// A column's readings over all rows, or along the chain that a pointer makes.
  private func readings(
    _ column: Member, _ table: Int, _ pointer: Int?, _ scope: Scope
  ) -> [Reading] {
    guard let pointer else { return columnReadings(column, table) }
    let rows = chain(from: scope.row(of: table), of: table, along: pointer)
    guard let last = rows.last, let state = answers.table(table) else { return [.unknown] }
    switch answers.reading(.question(pointer), row: last) {
    // The chain came back to a row that it had passed.
    case .value(.row(let id)) where state.number(of: id) != nil: return [.unknown]
    case .unknown: return [.unknown]
    default: return rows.map { answers.reading(column, row: $0) }
    }
  }

  /// The way up a chain: this row, then who engages it, until that is no row of the table, is not
  /// known, or was passed before.
  package func chain(from row: Int?, of table: Int, along pointer: Int) -> [Int] {
    guard let state = answers.table(table), var row, state.rows.indices.contains(row) else {
      return []
    }
    var isPassed = Array(repeating: false, count: state.rows.count)
    var rows: [Int] = []
    while !isPassed[row] {
      isPassed[row] = true
      rows.append(row)
      guard case .value(.row(let id)) = answers.reading(.question(pointer), row: row),
        let next = state.number(of: id)
      else { break }
      row = next
    }
    return rows
  }

  static func added(_ readings: [Reading]) -> Reading {
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
