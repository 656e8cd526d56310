import Interview
import PackModel

/// Where an answer is printed from.
struct Origin: Hashable {
  var clause: String?
  var linkId: String
  var row: String?
}

/// The answers that the clauses of a document read, found by walking its templates anew: what a
/// draft must hold.
struct PrintedAnswers {
  var answers: [Origin: String] { found.answers }
  private let found = Found()

  private final class Found {
    var answers: [Origin: String] = [:]
  }

  private let evaluation: Evaluation
  private let evaluator: ExpressionEvaluator

  init(_ evaluation: Evaluation, _ document: String) {
    self.evaluation = evaluation
    evaluator = evaluation.evaluator()
    let pack = evaluation.pack
    guard let number = pack.document(document) else { return }
    for (at, section) in pack.documents[number].sections.enumerated()
    where evaluation.sections[number][at] == .yes {
      for case .clause(let clause) in section.parts
      where evaluation.decisions[clause] == .included {
        look(pack.clauses[clause].blocks, pack.clauses[clause].id, Scope())
      }
    }
  }

  private func look(_ blocks: [TemplateBlock], _ clause: String, _ scope: Scope) {
    for (at, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let inlines):
        // A sentence that leads to what is not there goes with it.
        if case .text(let text)? = inlines.last, text.last == ":", at + 1 < blocks.count,
          isEmpty(blocks[at + 1], scope)
        {
          continue
        }
        look(inlines, clause, scope)
      case .heading(let inlines, _): look(inlines, clause, scope)
      case .list(_, let items):
        for item in items {
          each(item.loop, item.condition, scope) { look(item.blocks, clause, $0) }
        }
      case .table(_, let rows):
        for row in rows {
          each(row.loop, row.condition, scope) { inner in
            for cell in row.cells { look(cell, clause, inner) }
          }
        }
      case .when(let condition, let inner):
        if evaluator.truth(condition, scope) == .yes { look(inner, clause, scope) }
      case .each(let loop, let inner): each(loop, nil, scope) { look(inner, clause, $0) }
      case .landscape(let inner): look(inner, clause, scope)
      case .contents, .definitions, .sources, .credits, .signatures, .picture: continue
      }
    }
  }

  private func isEmpty(_ block: TemplateBlock, _ scope: Scope) -> Bool {
    var count = 0
    switch block {
    case .list(_, let items):
      for item in items { each(item.loop, item.condition, scope) { _ in count += 1 } }
    case .table(_, let rows):
      for row in rows { each(row.loop, row.condition, scope) { _ in count += 1 } }
    case .each(let loop, _): each(loop, nil, scope) { _ in count += 1 }
    case .when(let condition, _): count = evaluator.truth(condition, scope) == .yes ? 1 : 0
    default: count = 1
    }
    return count == 0
  }

  private func each(
    _ loop: TemplateBlock.Loop?, _ condition: Expression?, _ scope: Scope,
    _ body: (Scope) -> Void
  ) {
    let scopes = loop.map { evaluator.rows(of: $0, scope) ?? [] } ?? [(scope, .yes)]
    for (inner, truth) in scopes where truth == .yes {
      if condition.map({ evaluator.truth($0, inner) }) ?? .yes == .yes { body(inner) }
    }
  }

  private func look(_ inlines: [Inline], _ clause: String, _ scope: Scope) {
    for inline in inlines {
      switch inline {
      case .strong(let inner), .emphasis(let inner): look(inner, clause, scope)
      case .placeholder(let placeholder):
        guard case .expression(.member(.question(let question))) = placeholder.source else {
          continue
        }
        let pack = evaluation.pack
        let row = pack.table(of: question).flatMap { scope.row(of: $0) }
        guard
          case .value(let value) = evaluation.effective.reading(.question(question), row: row),
          let text = text(value, placeholder.format)
        else { continue }
        let key = evaluation.key(question, row: row)
        found.answers[Origin(clause: clause, linkId: key.linkId, row: key.row)] = text
      case .text, .reference, .cite, .phrase: continue
      }
    }
  }

  /// What is printed for sure; nil for options, whose words are the pack's.
  private func text(_ value: Value, _ format: Placeholder.Format) -> String? {
    switch value {
    case .text(let text): text.split(whereSeparator: \.isNewline).first.map(String.init)
    case .date(let date): Language.british.date(date)
    case .quantity(let quantity):
      Language.british.quantity(quantity, words: format == .words)
    case .money(let money): Language.british.money(money)
    case .choice(.other(let words)): words
    case .choice, .checks, .boolean, .row, .number: nil
    }
  }
}
