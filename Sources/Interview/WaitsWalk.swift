import PackModel

extension ExpressionEvaluator {
  /// The answers that an unknown expression waits for, in the order it names them. A calculated
  /// value is nobody's answer: what *it* waits for is named.
  package func waits(for expression: Expression, _ scope: Scope = Scope()) -> [AnswerKey] {
    var walk = WaitsWalk(self)
    return walk.waits(for: expression, scope, byName: false)
  }

  /// What an unknown expression is without: as `waits`, but a value that is not asked for yet by its
  /// own name instead of that of the answer which decides whether it will be. What a condition or a
  /// decision waits for is no value of the text and keeps its name.
  package func lacks(for expression: Expression, _ scope: Scope = Scope()) -> [AnswerKey] {
    var walk = WaitsWalk(self)
    return walk.waits(for: expression, scope, byName: true)
  }
}

/// One walk through an unknown expression, for what it waits for.
private struct WaitsWalk {
  private let evaluator: ExpressionEvaluator
  private let pack: Pack
  private let answers: EffectiveAnswers
  private var found: [AnswerKey] = []
  private var seen: Set<AnswerKey> = []

  /// How deep what is waited for is followed.
  private static let deepest = 32

  /// How many answers are named; of what each of thousands of rows waits for in all the others, only the
  /// first.
  private let mostNamed: Int

  init(_ evaluator: ExpressionEvaluator) {
    self.evaluator = evaluator
    pack = evaluator.pack
    answers = evaluator.answers
    mostNamed = max(20, 1_000_000 / max(1, answers.rows))
  }

  /// - Parameter byName: whether what is not asked for yet is told by its own name.
  mutating func waits(
    for expression: Expression, _ scope: Scope, byName: Bool
  ) -> [AnswerKey] {
    gather(expression, scope, byName, depth: 0)
    if found.isEmpty, evaluator.reading(expression, scope) == .unknown {
      gatherAll(expression, scope)
    }
    return found
  }

  private var isFull: Bool { found.count >= mostNamed }

  private mutating func add(_ linkId: String, row: String? = nil) {
    if isFull { return }
    let key = AnswerKey(linkId, row: row)
    if seen.insert(key).inserted { found.append(key) }
  }

  /// The answers that stand but do not go together: two currencies, days and months, a ring. Each
  /// that the expression names is waited for.
  private mutating func gatherAll(_ expression: Expression, _ scope: Scope) {
    for member in expression.members {
      switch member {
      case .calculated(let number):
        for inner in pack.calculated[number].rule.expressions { gatherAll(inner, scope) }
      case .question(let number):
        let linkId = pack.questions[number].linkId
        guard let table = pack.table(of: number) else {
          add(linkId)
          continue
        }
        let rows = answers.table(table)?.rows ?? []
        let own = scope.row(of: table).map { $0..<$0 + 1 } ?? rows.indices
        for row in own where rows.indices.contains(row) { add(linkId, row: rows[row]) }
      }
    }
  }

  private mutating func gather(
    _ expression: Expression, _ scope: Scope, _ byName: Bool, depth: Int
  ) {
    guard depth < WaitsWalk.deepest else { return }
    for operand in expression.operands { gather(operand, scope, byName, depth: depth) }
  }

  private mutating func gather(
    _ operand: Expression.Operand, _ scope: Scope, _ byName: Bool, depth: Int
  ) {
    switch operand {
    case .part(let inner): gather(inner, scope, byName, depth: depth + 1)
    case .condition(let inner):
      // Only what is unknown keeps the whole unknown.
      if evaluator.truth(inner, scope) == .unknown { gather(inner, scope, false, depth: depth + 1) }
    case .member(let member): gather(member, scope, byName, depth: depth)
    case .cell(let member, let code):
      if let inside = evaluator.inside(member, code, scope) {
        gather(member, inside, byName, depth: depth)
      }
    case .followed(let pointer, let targets):
      gather(pointer, scope, byName, depth: depth)
      if let (member, inside) = evaluator.followed(pointer, targets, scope) {
        gather(member, inside, byName, depth: depth)
      }
    case .column(let member, let table, let along?):
      for row in evaluator.chain(from: scope.row(of: table), of: table, along: along) {
        let inside = scope.inside(table: table, row: row)
        gather(member, inside, byName, depth: depth)
        gather(.question(along), inside, byName, depth: depth)
      }
    case .column(let member, let table, nil):
      gather(.rows(table), .member(member), scope, byName, depth: depth)
    case .some(let range, let inner): gather(range, inner, scope, byName, depth: depth)
    case .every(let range, let inner): gather(range, inner, scope, byName, depth: depth)
    case .rows: break
    }
  }

  private mutating func gather(
    _ range: Expression.Range, _ inner: Expression?, _ scope: Scope, _ byName: Bool, depth: Int
  ) {
    switch range {
    case .report: return
    case .ticks(let question): gather(.question(question), scope, byName, depth: depth)
    case .rows(let question):
      guard let table = answers.table(question), evaluator.work.looks(at: table.rows.count) else {
        return
      }
      if table.standing == .unknown { gather(.question(question), scope, byName, depth: depth) }
      for row in table.rows.indices where table.live[row] != .no {
        if isFull { return }
        let inside = scope.inside(table: question, row: row)
        if table.live[row] == .unknown, case .pack(let rows) = pack.questions[question].rows,
          let condition = rows[row].enableWhen
        {
          gather(condition, inside, false, depth: depth + 1)
        }
        if let inner, evaluator.reading(inner, inside) == .unknown {
          let isValue = if case .member = inner { true } else { false }
          gather(inner, inside, isValue && byName, depth: depth + 1)
        }
      }
    }
  }

  private mutating func gather(_ member: Member, _ scope: Scope, _ byName: Bool, depth: Int) {
    let row = evaluator.row(of: member, scope)
    guard answers.reading(member, row: row) == .unknown else { return }
    switch member {
    case .calculated(let number):
      switch pack.calculated[number].rule {
      case .value(let expression): gather(expression, scope, byName, depth: depth + 1)
      case .decide(_, let inputs):
        for input in inputs { gather(input, scope, false, depth: depth + 1) }
      }
    case .question(let number):
      if !byName, answers.state(member, row: row) == .notYet {
        return gatherDeciding(number, row, scope, depth: depth + 1)
      }
      let linkId = pack.questions[number].linkId
      guard let table = pack.table(of: number) else { return add(linkId) }
      guard let row, let rows = answers.table(table)?.rows, rows.indices.contains(row) else {
        return
      }
      add(linkId, row: rows[row])
    }
  }

  /// Not asked yet: what decides whether it will be is what is waited for.
  private mutating func gatherDeciding(_ question: Int, _ row: Int?, _ scope: Scope, depth: Int) {
    var owner: Int? = question
    while let current = owner {
      if let condition = pack.questions[current].enableWhen {
        gather(condition, scope, false, depth: depth)
      }
      if case .pack(let rows)? = pack.questions[current].rows, let row,
        rows.indices.contains(row), let condition = rows[row].enableWhen
      {
        gather(condition, Scope(table: current, row: row), false, depth: depth)
      }
      owner = pack.questions[current].parent
    }
  }
}
