import PackModel

extension Reader {
  /// The answers that an expression's value rests on, through calculated values, chains and
  /// pointers, in the order it names them; only those that stand.
  package func sources(of expression: Expression, _ scope: Scope = Scope()) -> [AnswerKey] {
    var found: [AnswerKey] = []
    collect(expression, scope, depth: 0, &found)
    return found
  }

  private func collect(
    _ expression: Expression, _ scope: Scope, depth: Int, _ found: inout [AnswerKey]
  ) {
    guard depth < 32 else { return }
    switch expression {
    case .member(let member): collect(member, scope, depth: depth, &found)
    case .cell(let member, let code):
      guard let table = table(of: member), let row = answers.table(table)?.number(of: code)
      else { return }
      collect(member, scope.inside(table: table, row: row), depth: depth, &found)
    case .follow(let pointer, let targets):
      collect(pointer, scope, depth: depth, &found)
      guard case .value(.row(let id)) = reading(pointer, scope),
        let target = followed(id, targets)
      else { return }
      let inside =
        target.row.flatMap { row in
          table(of: target.member).map { scope.inside(table: $0, row: row) }
        } ?? scope
      collect(target.member, inside, depth: depth, &found)
    case .sum(let member, let table, let along?), .largestOf(let member, let table, let along?),
      .smallestOf(let member, let table, let along?):
      for row in chain(from: scope.row(of: table), of: table, along: along) {
        collect(member, scope.inside(table: table, row: row), depth: depth, &found)
      }
    case .sum(let member, let table, nil), .largestOf(let member, let table, nil),
      .smallestOf(let member, let table, nil), .worst(let member, let table):
      for row in rows(of: table) {
        collect(member, scope.inside(table: table, row: row), depth: depth, &found)
      }
    case .any(.rows(let table), let inner), .count(.rows(let table), let inner):
      guard let inner else { return }
      for row in rows(of: table) {
        let inside = scope.inside(table: table, row: row)
        if bears(inner, inside) { collect(inner, inside, depth: depth + 1, &found) }
      }
    default: for part in expression.parts { collect(part, scope, depth: depth + 1, &found) }
    }
  }

  /// The rows that are looked through; none where that is too much.
  private func rows(of table: Int) -> Range<Int> {
    guard let rows = answers.table(table)?.rows, work.looks(at: rows.count) else { return 0..<0 }
    return rows.indices
  }

  /// Whether a row can count at all: a row that is out by what the pack says of it is out whatever
  /// is answered there.
  private func bears(_ condition: Expression, _ scope: Scope) -> Bool {
    guard case .and(let parts) = condition else { return true }
    return !parts.contains { truth($0, scope) == .no && sources(of: $0, scope).isEmpty }
  }

  private func collect(
    _ member: Member, _ scope: Scope, depth: Int, _ found: inout [AnswerKey]
  ) {
    let table = table(of: member)
    let row = table.flatMap { scope.row(of: $0) }
    switch member {
    case .calculated(let number):
      switch pack.calculated[number].rule {
      case .value(let inner): collect(inner, scope, depth: depth + 1, &found)
      case .decide(_, let inputs):
        for input in inputs { collect(input, scope, depth: depth + 1, &found) }
      }
    case .question(let number):
      guard case .value = answers.reading(member, row: row) else { return }
      let ids = table.flatMap { answers.table($0)?.rows } ?? []
      let key = AnswerKey(
        pack.questions[number].linkId,
        row: row.flatMap { ids.indices.contains($0) ? ids[$0] : nil })
      if !found.contains(key) { found.append(key) }
    }
  }
}
