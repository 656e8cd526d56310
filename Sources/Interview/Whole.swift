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
      return header.allSatisfy { whole($0, scope, reader, inCell: true) }
        && rows.allSatisfy { row in
          passes(row.loop, row.condition, scope, reader) { inner in
            row.cells.allSatisfy { whole($0, inner, reader, inCell: true) }
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
    case .contents, .definitions, .sources, .credits, .signatures, .picture: return true
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

  private func whole(
    _ inlines: [Inline], _ scope: Scope, _ reader: Reader, inCell: Bool = false
  ) -> Bool {
    inlines.allSatisfy { inline in
      switch inline {
      case .strong(let inner), .emphasis(let inner):
        return whole(inner, scope, reader, inCell: inCell)
      case .placeholder(let placeholder):
        return whole(placeholder, scope, reader, inCell: inCell)
      case .phrase(let id):
        guard let phrase = pack.phrase(id) else { return true }
        switch phrase.rule {
        case .code(let expression, let words):
          guard case .value(let value) = reader.reading(expression, scope) else {
            return words["absent"] != nil || mayBeAbsent(expression, scope, reader, inCell: inCell)
          }
          if case .member(.question(let number)) = expression,
            pack.questions[number].isUnsettled(value)
          {
            return false
          }
          return reader.ticks(value).allSatisfy { tick in
            guard case .code(let code) = tick, let words = words[code] else { return true }
            return whole(words, scope, reader)
          }
        case .count(let range, let condition, _, _):
          return reader.reading(.count(range, condition), scope) != .unknown
        }
      case .text, .reference, .cite: return true
      }
    }
  }

  /// Whether a value is there, and all that its options' own words read.
  private func whole(
    _ placeholder: Placeholder, _ scope: Scope, _ reader: Reader, inCell: Bool
  ) -> Bool {
    switch placeholder.source {
    case .report, .fact: return true
    case .row:
      guard let (owner, row) = scope.rows.last else { return true }
      let model = pack.questions[owner]
      if case .pack(let rows) = model.rows {
        return rows.indices.contains(row)
          ? rows[row].says.map { whole($0, scope, reader) } ?? true : true
      }
      guard case .value(let value) = reader.answers.reading(.question(owner)) else { return true }
      let ticks = reader.ticks(value)
      return ticks.indices.contains(row) ? whole([ticks[row]], model, scope, reader) : true
    case .expression(let expression):
      if reader.takesDefault(placeholder, scope) { return true }
      guard case .value(let value) = reader.reading(expression, scope) else {
        return mayBeAbsent(expression, scope, reader, inCell: inCell)
      }
      guard case .member(.question(let number)) = expression else { return true }
      return whole(reader.ticks(value), pack.questions[number], scope, reader)
    }
  }

  /// Whether nothing may stand where an answer is not there: it is not asked, or it does not apply
  /// and stands in a cell. In a sentence what does not apply is a blank.
  private func mayBeAbsent(
    _ expression: Expression, _ scope: Scope, _ reader: Reader, inCell: Bool
  ) -> Bool {
    guard reader.reading(expression, scope) == .absent else { return false }
    guard !inCell, case .member(.question(let number)) = expression else { return true }
    let row = pack.table(of: number).flatMap { scope.row(of: $0) }
    return state(number, row: row) != .notApplicable
  }

  private func whole(
    _ ticks: [Tick], _ model: Question, _ scope: Scope, _ reader: Reader
  ) -> Bool {
    !model.isUnsettled(.checks(ticks))
      && ticks.allSatisfy { tick in
        guard case .code(let code) = tick, let says = model.option(code)?.says else { return true }
        return whole(says, scope, reader)
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
    case .report(let table):
      let rows = context.reports[table] ?? []
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
