import Documents
import Interview
import PackModel

/// What of a text prints nothing at all: loops without rows, conditions that are no.
struct Emptiness {
  private let evaluator: ExpressionEvaluator
  private let pictures: [TemplateBlock.Subject: Picture]

  init(_ evaluator: ExpressionEvaluator, pictures: [TemplateBlock.Subject: Picture]) {
    self.evaluator = evaluator
    self.pictures = pictures
  }

  /// Whether nothing of these blocks would print: loops without rows, conditions that are no, and
  /// a single sentence that leads to them.
  func isEmpty(_ templates: [TemplateBlock], _ scope: Scope = Scope()) -> Bool {
    var paragraphs = 0
    var isLooped = false
    var isLeading = false
    for template in templates {
      switch template {
      case .paragraph(let inlines):
        paragraphs += 1
        isLeading = inlines.leads
      case .heading, .contents, .definitions, .sources, .credits, .signatures: return false
      case .picture(let subject): if pictures[subject] != nil { return false }
      case .list(_, let items):
        for item in items {
          if item.loop != nil || item.condition != nil { isLooped = true }
          if printsAny(item.loop, item.condition, scope) { return false }
        }
      case .table(_, let rows):
        for row in rows {
          if row.loop != nil || row.condition != nil { isLooped = true }
          if printsAny(row.loop, row.condition, scope) { return false }
        }
      case .each(let loop, _):
        isLooped = true
        if printsAny(loop, nil, scope) { return false }
      case .when(let condition, let inner):
        switch evaluator.truth(condition, scope) {
        // A sentence that does not lead to what is left out stands without it.
        case .no: if isLeading { isLooped = true }
        case .unknown: return false
        case .yes:
          if !isEmpty(inner, scope) { return false }
          isLooped = true
        }
      case .landscape(let inner):
        if !isEmpty(inner, scope) { return false }
        isLooped = true
      }
    }
    return paragraphs == 0 || (isLooped && paragraphs <= 1)
  }

  private func printsAny(
    _ loop: TemplateBlock.Loop?, _ condition: Expression?, _ scope: Scope
  ) -> Bool {
    guard let loop else { return (condition.map { evaluator.truth($0, scope) } ?? .yes) != .no }
    guard let rows = evaluator.rows(of: loop, scope) else { return true }
    return rows.contains { row in
      (condition.map { evaluator.truth($0, row.scope) } ?? .yes) != .no
    }
  }
}

extension [Inline] {
  /// Whether a sentence leads to what follows it: it ends in a colon.
  var leads: Bool {
    switch last {
    case .text(let text): text.last == ":"
    case .strong(let inner), .emphasis(let inner): inner.leads
    default: false
    }
  }
}
