import PackModel

extension Evaluation {
  /// Whether an included clause prints without a blank: every value it reads is there.
  package func isWhole(_ clause: Int) -> Bool { ClauseCompleteness(self).isWhole(clause) }
}

/// Looks through a clause for values that are not there.
private struct ClauseCompleteness {
  private let pack: Pack
  private let evaluator: ExpressionEvaluator

  init(_ evaluation: Evaluation) {
    pack = evaluation.pack
    evaluator = evaluation.evaluator()
  }

  func isWhole(_ clause: Int) -> Bool {
    pack.clauses[clause].blocks.allSatisfy { whole($0, Scope()) }
  }

  private func whole(_ block: TemplateBlock, _ scope: Scope) -> Bool {
    switch block {
    case .paragraph(let inlines), .heading(let inlines, _): return whole(inlines, scope)
    case .list(_, let items):
      return items.allSatisfy { item in
        passes(item.loop, item.condition, scope) { inner in
          item.blocks.allSatisfy { whole($0, inner) }
        }
      }
    case .table(let header, let rows):
      return header.allSatisfy { whole($0, scope, inCell: true) }
        && rows.allSatisfy { row in
          passes(row.loop, row.condition, scope) { inner in
            row.cells.allSatisfy { whole($0, inner, inCell: true) }
          }
        }
    case .when(let condition, let blocks):
      switch evaluator.truth(condition, scope) {
      case .no: return true
      case .unknown: return false
      case .yes: return blocks.allSatisfy { whole($0, scope) }
      }
    case .each(let loop, let blocks):
      return passes(loop, nil, scope) { inner in
        blocks.allSatisfy { whole($0, inner) }
      }
    case .landscape(let blocks): return blocks.allSatisfy { whole($0, scope) }
    case .contents, .definitions, .sources, .credits, .signatures, .picture: return true
    }
  }

  private func passes(
    _ loop: TemplateBlock.Loop?, _ condition: Expression?,
    _ scope: Scope, _ body: (Scope) -> Bool
  ) -> Bool {
    guard let loop else {
      switch condition.map({ evaluator.truth($0, scope) }) ?? .yes {
      case .no: return true
      case .unknown: return false
      case .yes: return body(scope)
      }
    }
    guard let rows = evaluator.rows(of: loop, scope) else { return false }
    return rows.allSatisfy { $0.truth == .yes && body($0.scope) }
  }

  private func whole(
    _ inlines: [Inline], _ scope: Scope, inCell: Bool = false
  ) -> Bool {
    inlines.allSatisfy { inline in
      switch inline {
      case .strong(let inner), .emphasis(let inner):
        return whole(inner, scope, inCell: inCell)
      case .placeholder(let placeholder):
        return whole(placeholder, scope, inCell: inCell)
      case .phrase(let id):
        guard let phrase = pack.phrase(id) else { return true }
        switch phrase.rule {
        case .code(let expression, let words):
          guard case .value(let value) = evaluator.reading(expression, scope) else {
            return words["absent"] != nil || mayBeAbsent(expression, scope, inCell: inCell)
          }
          if case .member(.question(let number)) = expression,
            pack.questions[number].isUnsettled(value)
          {
            return false
          }
          return value.ticks.allSatisfy { tick in
            guard case .code(let code) = tick, let words = words[code] else { return true }
            return whole(words, scope)
          }
        case .count(let range, let condition, _, _):
          return evaluator.reading(.count(range, condition), scope) != .unknown
        }
      case .text, .reference, .cite: return true
      }
    }
  }

  /// Whether a value is there, and all that its options' own words read.
  private func whole(
    _ placeholder: Placeholder, _ scope: Scope, inCell: Bool
  ) -> Bool {
    switch placeholder.source {
    case .report, .fact: return true
    case .row:
      guard let (owner, row) = scope.rows.last else { return true }
      let model = pack.questions[owner]
      if case .pack(let rows) = model.rows {
        return rows.indices.contains(row)
          ? rows[row].says.map { whole($0, scope) } ?? true : true
      }
      guard case .value(let value) = evaluator.answers.reading(.question(owner)) else {
        return true
      }
      let ticks = value.ticks
      return ticks.indices.contains(row) ? whole([ticks[row]], model, scope) : true
    case .expression(let expression):
      if evaluator.takesDefault(placeholder, scope) { return true }
      guard case .value(let value) = evaluator.reading(expression, scope) else {
        return mayBeAbsent(expression, scope, inCell: inCell)
      }
      guard case .member(.question(let number)) = expression else { return true }
      return whole(value.ticks, pack.questions[number], scope)
    }
  }

  /// Whether nothing may stand where an answer is not there: it is not asked, or it does not apply
  /// and stands in a cell. In a sentence what does not apply is a blank.
  private func mayBeAbsent(
    _ expression: Expression, _ scope: Scope, inCell: Bool
  ) -> Bool {
    guard evaluator.reading(expression, scope) == .absent else { return false }
    guard !inCell, case .member(.question(let number)) = expression else { return true }
    let row = pack.table(of: number).flatMap { scope.row(of: $0) }
    return evaluator.answers.state(.question(number), row: row) != .notApplicable
  }

  private func whole(
    _ ticks: [Tick], _ model: Question, _ scope: Scope
  ) -> Bool {
    !model.isUnsettled(.checks(ticks))
      && ticks.allSatisfy { tick in
        guard case .code(let code) = tick, let says = model.option(code)?.says else { return true }
        return whole(says, scope)
      }
  }
}
