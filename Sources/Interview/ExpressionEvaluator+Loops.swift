import PackModel

extension ExpressionEvaluator {
  /// The rows, ticks or report rows that a loop goes over, with what its condition says of each;
  /// rows for which it is no are left out. nil where nobody has said what the rows are.
  package func rows(
    of loop: TemplateBlock.Loop, _ scope: Scope
  ) -> [(scope: Scope, truth: Truth)]? {
    var found: [(Scope, Truth)] = []
    func add(_ inner: Scope, _ live: Truth) {
      let truth = live && (loop.condition.map { self.truth($0, inner) } ?? .yes)
      if truth != .no { found.append((inner, truth)) }
    }
    switch loop.range {
    case .rows(let question):
      guard let table = answers.table(question) else { return nil }
      if table.standing == .none { return [] }
      if table.rows.isEmpty || !work.prints(table.rows.count) { return nil }
      for row in table.rows.indices {
        add(scope.inside(table: question, row: row), table.live[row])
      }
    case .ticks(let question):
      let row = pack.table(of: question).flatMap { scope.row(of: $0) }
      switch answers.reading(.question(question), row: row) {
      case .unknown: return nil
      case .absent: return []
      case .value(.checks(let ticks)):
        guard work.prints(ticks.count) else { return nil }
        for tick in ticks.indices { add(scope.inside(table: question, row: tick), .yes) }
      case .value: add(scope.inside(table: question, row: 0), .yes)
      }
    case .report(let name):
      let rows = context.reports[name] ?? []
      guard work.prints(rows.count) else { return nil }
      for row in rows {
        var inner = scope
        inner.report = row
        add(inner, .yes)
      }
    }
    return found
  }
}
