import PackModel

extension Evaluation {
  /// Whether an included clause prints without a blank: every value it reads is there.
  package func isWhole(_ clause: Int) -> Bool {
    let reader = reader()
    return pack.clauses[clause].blocks.allSatisfy { whole($0, Scope(), reader) }
  }

  private func whole(_ block: TemplateBlock, _ scope: Scope, _ reader: Reader) -> Bool {
    switch block {
    case .paragraph(let inlines), .heading(let inlines, _): return whole(inlines, scope, reader)
    case .list(_, let items):
      return items.allSatisfy { item in
        passes(item.loop, item.condition, scope, reader) { inner in
          item.blocks.allSatisfy { whole($0, inner, reader) }
        }
      }
    case .table(let header, let rows):
      return header.allSatisfy { whole($0, scope, reader) }
        && rows.allSatisfy { row in
          passes(row.loop, row.condition, scope, reader) { inner in
            row.cells.allSatisfy { whole($0, inner, reader) }
          }
        }
    case .when(let condition, let blocks):
      switch reader.truth(condition, scope) {
      case .no: return true
      case .unknown: return false
      case .yes: return blocks.allSatisfy { whole($0, scope, reader) }
      }
    case .each(let loop, let blocks):
      return passes(loop, nil, scope, reader) { inner in
        blocks.allSatisfy { whole($0, inner, reader) }
      }
    case .landscape(let blocks): return blocks.allSatisfy { whole($0, scope, reader) }
    case .contents, .definitions, .sources, .signatures: return true
    }
  }

  private func passes(
    _ loop: TemplateBlock.Loop?, _ condition: Expression?, _ scope: Scope, _ reader: Reader,
    _ body: (Scope) -> Bool
  ) -> Bool {
    guard let loop else {
      switch condition.map({ reader.truth($0, scope) }) ?? .yes {
      case .no: return true
      case .unknown: return false
      case .yes: return body(scope)
      }
    }
    guard let rows = reader.rows(of: loop, scope) else { return false }
    return rows.allSatisfy { $0.truth == .yes && body($0.scope) }
  }

  private func whole(_ inlines: [Inline], _ scope: Scope, _ reader: Reader) -> Bool {
    inlines.allSatisfy { inline in
      switch inline {
      case .strong(let inner), .emphasis(let inner): return whole(inner, scope, reader)
      case .placeholder(let placeholder):
        guard case .expression(let expression) = placeholder.source else { return true }
        return reader.reading(expression, scope) != .unknown
      case .phrase(let id):
        guard let phrase = pack.phrase(id) else { return true }
        switch phrase.rule {
        case .code(let expression, _): return reader.reading(expression, scope) != .unknown
        case .count(let range, let condition, _, _):
          return reader.reading(.count(range, condition), scope) != .unknown
        }
      case .text, .reference, .cite: return true
      }
    }
  }
}

extension Reader {
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
      if table.rows.isEmpty { return nil }
      for row in table.rows.indices {
        add(scope.inside(table: question, row: row), table.live[row])
      }
    case .ticks(let question):
      let row = pack.table(of: question).flatMap { scope.row(of: $0) }
      switch answers.reading(.question(question), row: row) {
      case .unknown: return nil
      case .absent: return []
      case .value(.checks(let ticks)):
        for tick in ticks.indices { add(scope.inside(table: question, row: tick), .yes) }
      case .value: add(scope.inside(table: question, row: 0), .yes)
      }
    case .report(let name):
      for row in context.reports[name] ?? [] {
        var inner = scope
        inner.report = row
        add(inner, .yes)
      }
    }
    return found
  }
}
