import PackModel

extension ExpressionEvaluator {
  /// The answers that an expression's value rests on, through calculated values, chains and
  /// pointers, in the order it names them; only those that stand.
  package func sources(of expression: Expression, _ scope: Scope = Scope()) -> [AnswerKey] {
    var walk = SourcesWalk(self)
    return walk.sources(of: expression, scope)
  }
}

/// One walk through an expression, for the answers behind it.
private struct SourcesWalk {
  private let evaluator: ExpressionEvaluator
  private let pack: Pack
  private let answers: EffectiveAnswers
  private var found: [AnswerKey] = []
  private var seen: Set<AnswerKey> = []

  /// How deep what an answer rests on is followed.
  private static let deepest = 32

  init(_ evaluator: ExpressionEvaluator) {
    self.evaluator = evaluator
    pack = evaluator.pack
    answers = evaluator.answers
  }

  mutating func sources(of expression: Expression, _ scope: Scope) -> [AnswerKey] {
    collect(expression, scope, depth: 0)
    return found
  }

  private mutating func collect(_ expression: Expression, _ scope: Scope, depth: Int) {
    guard depth < SourcesWalk.deepest else { return }
    for operand in expression.operands { collect(operand, scope, depth: depth) }
  }

  private mutating func collect(_ operand: Expression.Operand, _ scope: Scope, depth: Int) {
    switch operand {
    case .part(let inner), .condition(let inner), .every(_, let inner):
      collect(inner, scope, depth: depth + 1)
    case .member(let member): collect(member, scope, depth: depth)
    case .cell(let member, let code):
      if let inside = evaluator.inside(member, code, scope) {
        collect(member, inside, depth: depth)
      }
    case .followed(let pointer, let targets):
      collect(pointer, scope, depth: depth)
      if let (member, inside) = evaluator.followed(pointer, targets, scope) {
        collect(member, inside, depth: depth)
      }
    case .column(let member, let table, let along?):
      for row in evaluator.chain(from: scope.row(of: table), of: table, along: along) {
        collect(member, scope.inside(table: table, row: row), depth: depth)
      }
    case .column(let member, let table, nil):
      for row in rows(of: table) {
        collect(member, scope.inside(table: table, row: row), depth: depth)
      }
    case .some(.rows(let table), let inner?):
      for row in rows(of: table) {
        let inside = scope.inside(table: table, row: row)
        if bears(inner, inside) { collect(inner, inside, depth: depth + 1) }
      }
    case .some(_, let inner?): collect(inner, scope, depth: depth + 1)
    case .some(_, nil), .rows: break
    }
  }

  /// The rows that are looked through; none where that is too much.
  private func rows(of table: Int) -> Range<Int> {
    guard let rows = answers.table(table)?.rows, evaluator.work.looks(at: rows.count) else {
      return 0..<0
    }
    return rows.indices
  }

  /// Whether a row can count at all: a row that is out by what the pack says of it is out whatever
  /// is answered there.
  private func bears(_ condition: Expression, _ scope: Scope) -> Bool {
    guard case .and(let parts) = condition else { return true }
    return !parts.contains { part in
      evaluator.truth(part, scope) == .no && evaluator.sources(of: part, scope).isEmpty
    }
  }

  private mutating func collect(_ member: Member, _ scope: Scope, depth: Int) {
    let table = evaluator.table(of: member)
    let row = table.flatMap { scope.row(of: $0) }
    switch member {
    case .calculated(let number):
      for inner in pack.calculated[number].rule.expressions {
        collect(inner, scope, depth: depth + 1)
      }
    case .question(let number):
      guard case .value = answers.reading(member, row: row) else { return }
      let ids = table.flatMap { answers.table($0)?.rows } ?? []
      let key = AnswerKey(
        pack.questions[number].linkId,
        row: row.flatMap { ids.indices.contains($0) ? ids[$0] : nil })
      if seen.insert(key).inserted { found.append(key) }
    }
  }
}
