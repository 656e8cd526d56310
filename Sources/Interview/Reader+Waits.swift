import PackModel

extension Reader {
  /// The answers that an unknown expression waits for, in the order it names them. A calculated
  /// value is nobody's answer: what *it* waits for is named.
  package func waits(for expression: Expression, _ scope: Scope = Scope()) -> [AnswerKey] {
    var found: [AnswerKey] = []
    gather(expression, scope, depth: 0, &found)
    if found.isEmpty, reading(expression, scope) == .unknown {
      gatherAll(expression, scope, &found)
    }
    return found
  }

  /// What an unknown expression is without: as `waits`, but a value that is not asked for yet by its
  /// own name instead of that of the answer which decides whether it will be. What a condition or a
  /// decision waits for is no value of the text and keeps its name.
  package func lacks(for expression: Expression, _ scope: Scope = Scope()) -> [AnswerKey] {
    var reader = self
    reader.namesUnasked = true
    return reader.waits(for: expression, scope)
  }

  private var asked: Reader {
    var reader = self
    reader.namesUnasked = false
    return reader
  }

  /// The answers that stand but do not go together: two currencies, days and months, a ring. Each
  /// that the expression names is waited for.
  private func gatherAll(_ expression: Expression, _ scope: Scope, _ found: inout [AnswerKey]) {
    for member in expression.members {
      switch member {
      case .calculated(let number):
        switch pack.calculated[number].rule {
        case .value(let inner): gatherAll(inner, scope, &found)
        case .decide(_, let inputs): for input in inputs { gatherAll(input, scope, &found) }
        }
      case .question(let number):
        let linkId = pack.questions[number].linkId
        guard let table = pack.table(of: number) else {
          add(AnswerKey(linkId), &found)
          continue
        }
        let rows = answers.table(table)?.rows ?? []
        let own = scope.row(of: table).map { [$0] } ?? Array(rows.indices)
        for row in own where rows.indices.contains(row) {
          add(AnswerKey(linkId, row: rows[row]), &found)
        }
      }
    }
  }

  private func gather(
    _ expression: Expression, _ scope: Scope, depth: Int, _ found: inout [AnswerKey]
  ) {
    guard depth < 32 else { return }
    switch expression {
    case .member(let member):
      gather(member, scope, depth: depth, &found)
    case .cell(let member, let code):
      guard let table = table(of: member), let row = answers.table(table)?.number(of: code)
      else { return }
      gather(member, scope.inside(table: table, row: row), depth: depth, &found)
    case .any(let range, let inner), .count(let range, let inner):
      gather(range, inner, scope, depth: depth, &found)
    case .every(let range, let inner): gather(range, inner, scope, depth: depth, &found)
    case .sum(let member, let table, let along?), .largestOf(let member, let table, let along?),
      .smallestOf(let member, let table, let along?):
      for row in chain(from: scope.row(of: table), of: table, along: along) {
        let inside = scope.inside(table: table, row: row)
        gather(member, inside, depth: depth, &found)
        gather(.question(along), inside, depth: depth, &found)
      }
    case .sum(let member, let table, nil), .largestOf(let member, let table, nil),
      .smallestOf(let member, let table, nil), .worst(let member, let table):
      gather(.rows(table), .member(member), scope, depth: depth, &found)
    case .follow(let pointer, let targets):
      gather(pointer, scope, depth: depth, &found)
      guard case .value(.row(let id)) = reading(pointer, scope),
        let target = followed(id, targets)
      else { return }
      guard let row = target.row, let table = table(of: target.member) else {
        return gather(target.member, scope, depth: depth, &found)
      }
      gather(target.member, scope.inside(table: table, row: row), depth: depth, &found)
    case .and(let parts), .or(let parts):
      // Only what is unknown keeps the whole unknown.
      for part in parts where truth(part, scope) == .unknown {
        asked.gather(part, scope, depth: depth + 1, &found)
      }
    default:
      for part in expression.parts { gather(part, scope, depth: depth + 1, &found) }
    }
  }

  private func gather(
    _ range: Expression.Range, _ inner: Expression?, _ scope: Scope, depth: Int,
    _ found: inout [AnswerKey]
  ) {
    switch range {
    case .report: return
    case .ticks(let question): gather(.question(question), scope, depth: depth, &found)
    case .rows(let question):
      guard let table = answers.table(question), work.looks(at: table.rows.count) else { return }
      if table.standing == .unknown {
        gather(.question(question), scope, depth: depth, &found)
      }
      for row in table.rows.indices where table.live[row] != .no {
        let inside = scope.inside(table: question, row: row)
        if table.live[row] == .unknown, case .pack(let rows) = pack.questions[question].rows,
          let condition = rows[row].enableWhen
        {
          asked.gather(condition, inside, depth: depth + 1, &found)
        }
        if let inner, reading(inner, inside) == .unknown {
          var reader = asked
          if case .member = inner { reader = self }
          reader.gather(inner, inside, depth: depth + 1, &found)
        }
      }
    }
  }

  private func gather(
    _ member: Member, _ scope: Scope, depth: Int, _ found: inout [AnswerKey]
  ) {
    let row = table(of: member).flatMap { scope.row(of: $0) }
    guard answers.reading(member, row: row) == .unknown else { return }
    switch member {
    case .calculated(let number):
      switch pack.calculated[number].rule {
      case .value(let expression): gather(expression, scope, depth: depth + 1, &found)
      case .decide(_, let inputs):
        for input in inputs { asked.gather(input, scope, depth: depth + 1, &found) }
      }
    case .question(let number):
      let question = pack.questions[number]
      if !namesUnasked, answers.state(member, row: row) == .notYet {
        // Not asked yet: what decides whether it will be is what is waited for.
        var owner: Int? = number
        while let current = owner {
          if let condition = pack.questions[current].enableWhen {
            gather(condition, scope, depth: depth + 1, &found)
          }
          if case .pack(let rows)? = pack.questions[current].rows, let row,
            rows.indices.contains(row), let condition = rows[row].enableWhen
          {
            gather(condition, Scope(table: current, row: row), depth: depth + 1, &found)
          }
          owner = pack.questions[current].parent
        }
        return
      }
      guard let table = pack.table(of: number) else {
        return add(AnswerKey(question.linkId), &found)
      }
      guard let row, let rows = answers.table(table)?.rows, rows.indices.contains(row) else {
        return
      }
      add(AnswerKey(question.linkId, row: rows[row]), &found)
    }
  }

  private func add(_ key: AnswerKey, _ found: inout [AnswerKey]) {
    if !found.contains(key) { found.append(key) }
  }
}
