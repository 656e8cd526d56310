/// One text of a pack with the id of what says it; citations stand in it as they print.
package struct SpokenText: Hashable, Sendable {
  /// The id of what says it.
  package let id: String
  /// Its words.
  package let text: String
}

extension PackContents {
  /// Every text that a user can come to read.
  package var spokenTexts: [SpokenText] {
    var speaker = Speaker(
      citations: Dictionary(
        authorities.map { ($0.id, $0.citation) }, uniquingKeysWith: { first, _ in first }))
    for step in steps { speaker.say(step.id, [step.title, step.intro]) }
    for question in questions { speaker.say(question) }
    for norm in norms { speaker.say(norm.id, [norm.says]) }
    for authority in authorities {
      speaker.say(
        authority.id,
        [authority.citation, authority.title, authority.says, authority.status]
          + [authority.from, authority.amendedBy, authority.note].compactMap { $0 })
    }
    for term in terms {
      speaker.say(term.id, [term.term, term.says])
      speaker.say(term.id, term.definition ?? [])
    }
    for obligation in obligations { speaker.say(obligation.id, [obligation.says]) }
    for page in background.helpPages { speaker.say(page.id, [page.title, page.body]) }
    for fact in background.facts { speaker.say(fact.id, [fact.fact, fact.value]) }
    for decision in decisions { speaker.say(decision.id, decision.says.values.sorted()) }
    for phrase in phrases { speaker.say(phrase) }
    for check in checks {
      for text in [check.finding, check.consequence, check.remedy, check.look] where !text.isEmpty {
        speaker.say(check.id, text)
      }
    }
    for term in playbook { speaker.say(term, questions[term.question].linkId) }
    for document in documents {
      for section in document.sections { speaker.say(section) }
    }
    for clause in clauses { speaker.say(clause.id, clause.blocks) }
    return speaker.found
  }
}

/// Turns what a pack says into plain texts.
private struct Speaker {
  let citations: [String: String]
  var found: [SpokenText] = []

  mutating func say(_ id: String, _ texts: [String]) {
    found += texts.filter { !$0.isEmpty }.map { SpokenText(id: id, text: $0) }
  }

  mutating func say(_ id: String, _ inlines: [Inline]) {
    say(id, [words(inlines)])
  }

  mutating func say(_ question: Question) {
    let id = question.linkId
    say(
      id,
      [
        question.text, question.shortText, question.help, question.why, question.market,
        question.example, question.suggestion?.because ?? "",
      ] + question.constraints.map(\.human) + question.deviations.map(\.says))
    say(id, question.follows ?? [])
    for option in question.options {
      say(id, [option.display, option.help ?? ""])
      say(id, option.says ?? [])
    }
    if case .pack(let rows) = question.rows {
      for row in rows {
        say(id, [row.text, row.help ?? ""])
        say(id, row.says ?? [])
      }
    }
  }

  mutating func say(_ phrase: Phrase) {
    switch phrase.rule {
    case .code(_, let texts): for text in texts.values { say(phrase.id, text) }
    case .count(_, _, let one, let other): for text in [one, other] { say(phrase.id, text) }
    }
  }

  mutating func say(_ term: PlaybookTerm, _ id: String) {
    for side in term.sides.values {
      say(id, side.positions.map(\.says) + [side.because])
      say(id, side.fallback)
    }
  }

  mutating func say(_ section: Section) {
    say(section.id, section.title)
    for case .blocks(let blocks) in section.parts { say(section.id, blocks) }
  }

  mutating func say(_ id: String, _ blocks: [TemplateBlock]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(let inlines, _): say(id, inlines)
      case .list(_, let items): for item in items { say(id, item.blocks) }
      case .table(let header, let rows):
        for cell in header + rows.flatMap(\.cells) { say(id, cell) }
      case .when(_, let inner), .each(_, let inner), .landscape(let inner): say(id, inner)
      case .contents, .definitions, .sources, .credits, .signatures, .picture: break
      }
    }
  }

  private func words(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let inner), .emphasis(let inner): words(inner)
      case .cite(let id): citations[id] ?? ""
      case .placeholder, .reference, .phrase: "…"
      }
    }.joined()
  }
}
