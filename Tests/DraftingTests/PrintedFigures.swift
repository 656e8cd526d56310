import PackModel

/// The numbers that a document's templates print, by the clause that prints them: answers that are a
/// quantity or money, and norms.
struct PrintedFigures {
  /// By clause, linkIds of the quantities and sums of money that it prints.
  private(set) var questions: [String: Set<String>] = [:]
  /// Clauses that print a number which nobody answers: a norm.
  private(set) var norms: Set<String> = []
  /// By clause, the clauses and sections that it refers to.
  private(set) var references: [String: Set<String>] = [:]
  private let pack: Pack
  private var clause = ""

  init(_ pack: Pack, _ document: String) {
    self.pack = pack
    guard let number = pack.document(document) else { return }
    for section in pack.documents[number].sections where section.style != .cover {
      for case .clause(let number) in section.parts {
        clause = pack.clauses[number].id
        look(pack.clauses[number].blocks)
      }
    }
  }

  private mutating func look(_ blocks: [TemplateBlock]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(let inlines, _): look(inlines)
      case .list(_, let items):
        for item in items {
          look(item.loop)
          look(item.blocks)
        }
      case .table(let header, let rows):
        for cell in header + rows.flatMap(\.cells) { look(cell) }
        for row in rows { look(row.loop) }
      case .each(let loop, let inner):
        look(loop)
        look(inner)
      case .when(_, let inner), .landscape(let inner): look(inner)
      case .contents, .definitions, .sources, .credits, .signatures, .picture: continue
      }
    }
  }

  private mutating func look(_ loop: TemplateBlock.Loop?) {
    if case .ticks(let question)? = loop?.range { options(of: question) }
  }

  private mutating func look(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .strong(let inner), .emphasis(let inner): look(inner)
      case .placeholder(let placeholder):
        guard case .expression(let expression) = placeholder.source else { continue }
        if case .value(.quantity) = expression { norms.insert(clause) }
        if placeholder.otherwise?.norm != nil { norms.insert(clause) }
        for case .question(let number) in expression.members {
          let model = pack.questions[number]
          if [.quantity, .money].contains(model.kind) {
            questions[clause, default: []].insert(model.linkId)
          }
          options(of: number)
        }
      case .phrase(let id):
        guard let phrase = pack.phrase(id) else { continue }
        switch phrase.rule {
        case .count(_, _, let one, let other): look(one + other)
        case .code(_, let words): for words in words.values { look(words) }
        }
      case .reference(let ids): references[clause, default: []].formUnion(ids)
      case .text, .cite: continue
      }
    }
  }

  private mutating func options(of question: Int) {
    for case let says? in pack.questions[question].options.map(\.says) { look(says) }
  }
}
