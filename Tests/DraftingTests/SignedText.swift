import PackModel

/// Every text of a pack that can stand in what is signed: the words of clauses, and those that their
/// placeholders, phrases and definitions bring, but for what is unsettled.
struct SignedText {
  private(set) var texts: [(place: String, text: String)] = []
  private let pack: Pack
  private var printed: Set<Int> = []
  private var phrases: Set<String> = []

  init(_ pack: Pack) {
    self.pack = pack
    let closing = Set(pack.checks.compactMap(\.closes).compactMap(pack.clause))
    for document in pack.documents {
      for section in document.sections where document.isSigned && section.style != .cover {
        look(section.title, section.id)
        for case .blocks(let blocks) in section.parts { look(blocks, section.id) }
        for case .clause(let number) in section.parts { look(clause: number) }
      }
    }
    // Whatever closes a finding goes into an amendment.
    for number in closing where !pack.documents[pack.clauses[number].document].isSigned {
      look(clause: number)
    }
    for term in pack.terms { look(term.definition ?? [], term.id) }
  }

  private mutating func look(clause number: Int) {
    look(pack.clauses[number].blocks, pack.clauses[number].id)
  }

  private mutating func look(_ blocks: [TemplateBlock], _ place: String) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(let inlines, _): look(inlines, place)
      case .list(_, let items):
        for item in items {
          look(item.loop, place)
          look(item.blocks, place)
        }
      case .table(let header, let rows):
        for cell in header + rows.flatMap(\.cells) { look(cell, place) }
        for row in rows { look(row.loop, place) }
      case .each(let loop, let inner):
        look(loop, place)
        look(inner, place)
      case .when(_, let inner), .landscape(let inner): look(inner, place)
      case .contents, .definitions, .sources, .credits, .signatures, .picture: continue
      }
    }
  }

  /// A loop over ticks prints the options, one over rows of the pack these.
  private mutating func look(_ loop: TemplateBlock.Loop?, _ place: String) {
    switch loop?.range {
    case .ticks(let question): options(of: question)
    case .rows(let table):
      guard case .pack(let rows) = pack.questions[table].rows else { return }
      for row in rows {
        look(row.says ?? [.text(row.text)], "\(pack.questions[table].linkId), row")
      }
    case .report, nil: return
    }
  }

  private mutating func look(_ inlines: [Inline], _ place: String) {
    for inline in inlines {
      switch inline {
      case .text(let text): texts.append((place, text))
      case .strong(let inner), .emphasis(let inner): look(inner, place)
      case .placeholder(let placeholder):
        guard case .expression(let expression) = placeholder.source else { continue }
        for case .question(let question) in expression.members { options(of: question) }
      case .phrase(let id): look(phrase: id)
      case .reference, .cite: continue
      }
    }
  }

  private mutating func options(of question: Int) {
    guard printed.insert(question).inserted else { return }
    let model = pack.questions[question]
    for option in model.options where !option.unsettled {
      look(option.says ?? [.text(option.display)], "\(model.linkId), \(option.code)")
    }
  }

  private mutating func look(phrase id: String) {
    guard phrases.insert(id).inserted, let phrase = pack.phrase(id) else { return }
    switch phrase.rule {
    case .count(_, _, let one, let other): look(one + other, id)
    case .code(let expression, let words):
      let unsettled = expression.members.flatMap { member -> [String] in
        guard case .question(let number) = member else { return [] }
        return pack.questions[number].options.filter(\.unsettled).map(\.code)
      }
      for (code, inlines) in words.sorted(by: { $0.key < $1.key }) where !unsettled.contains(code) {
        look(inlines, "\(id), \(code)")
      }
    }
  }
}
