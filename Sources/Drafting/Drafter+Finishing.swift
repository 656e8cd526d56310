import Documents
import Interview
import PackModel

/// What can be made only when the rest of the document is there: contents, definitions, sources.
extension Drafter {
  static let definitionsMark = Block.table(
    Table(header: [[Run("definitions", kind: .reference(anchor: "\u{0}definitions"))]], rows: []))
  static let sourcesMark = Block.table(
    Table(header: [[Run("sources", kind: .reference(anchor: "\u{0}sources"))]], rows: []))

  func finish(_ blocks: [Block]) -> [Block] {
    let used = terms(in: blocks)
    let entries = blocks.compactMap { block -> ContentsEntry? in
      guard case .heading(let heading) = block, heading.level == 1,
        !isContents(heading.anchor)
      else { return nil }
      return ContentsEntry(
        level: 1, number: heading.number, anchor: heading.anchor, runs: heading.runs)
    }
    return filled(blocks, used, entries)
  }

  private func filled(_ blocks: [Block], _ terms: [Term], _ entries: [ContentsEntry]) -> [Block] {
    blocks.compactMap { block -> Block? in
      switch block {
      case Drafter.definitionsMark: return definitions(terms)
      case Drafter.sourcesMark: return sources()
      case .contents: return .contents(entries)
      case .landscape(let inner):
        let inner = filled(inner, terms, entries)
        return inner.isEmpty ? nil : .landscape(inner)
      default: return block
      }
    }
  }

  /// A contents table does not list its own heading.
  private func isContents(_ anchor: String) -> Bool {
    guard let section = pack.documents[document].sections.first(where: { $0.id == anchor }) else {
      return false
    }
    return section.parts.contains { part in
      guard case .blocks(let blocks) = part else { return false }
      return blocks.contains(.contents)
    }
  }

  // MARK: Definitions

  /// The defined terms whose words occur in the text, or in a definition that is used.
  private func terms(in blocks: [Block]) -> [Term] {
    let defined = pack.terms.filter { $0.definition != nil }
    guard hasDefinitions(blocks), !defined.isEmpty else { return [] }
    let phrases = defined.enumerated().flatMap { at, term in term.words.map { (at, $0) } }
    let search = WordSearch(phrases.map(\.1))
    var texts = [blocks.map(\.text).joined(separator: " ")]
    var found: Set<Int> = []
    while let text = texts.popLast() {
      for phrase in search.found(in: text) {
        let at = phrases[phrase].0
        guard found.insert(at).inserted else { continue }
        texts.append(inlines(defined[at].definition ?? [], Whereabouts()).map(\.text).joined())
      }
    }
    return found.map { defined[$0] }.sorted {
      ($0.term.lowercased(), $0.id) < ($1.term.lowercased(), $1.id)
    }
  }

  private func hasDefinitions(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      if case .landscape(let inner) = block { return hasDefinitions(inner) }
      return block == Drafter.definitionsMark
    }
  }

  private func definitions(_ terms: [Term]) -> Block? {
    guard !terms.isEmpty else { return nil }
    return .table(
      Table(
        header: [[Run("Term")], [Run("Meaning")], [Run("Source")]],
        rows: terms.map { term in
          [
            [Run(term.term, strong: true)],
            inlines(term.definition ?? [], Whereabouts()),
            [Run(pack.citations(term.authority))],
          ]
        }))
  }

  // MARK: Sources

  /// Authorities of the clauses that print and of the terms that are defined.
  func authoritiesRelied() -> [Authority] {
    var ids: Set<String> = []
    for clause in numbering?.printed ?? [] { ids.formUnion(pack.clauses[clause].authority) }
    return pack.authorities.filter { ids.contains($0.id) }
  }

  private func sources() -> Block? {
    let relied = authoritiesRelied()
    guard !relied.isEmpty else { return nil }
    return .table(
      Table(
        header: [[Run("Authority")], [Run("Subject")], [Run("Status")], [Run("Text checked on")]],
        rows: relied.map { authority in
          [
            [Run(authority.citation)], [Run(authority.title)], [Run(authority.status)],
            [
              Run(
                settings.language.date(authority.asOf)
                  + (authority.mustBeVerified ? " (verify)" : ""))
            ],
          ]
        }))
  }
}

extension Block {
  /// All its words, for looking things up.
  package var text: String {
    func words(_ runs: [Run]) -> String { runs.map(\.text).joined() }
    switch self {
    case .heading(let heading): return words(heading.runs)
    case .paragraph(let paragraph): return words(paragraph.runs)
    case .list(let list): return list.items.flatMap(\.blocks).map(\.text).joined(separator: " ")
    case .table(let table):
      return (table.header + table.rows.flatMap { $0 }).map(words).joined(separator: " ")
    case .signatures(let blocks): return blocks.map { words($0.party) }.joined(separator: " ")
    case .contents: return ""
    case .picture(let picture): return picture.title
    case .landscape(let blocks): return blocks.map(\.text).joined(separator: " ")
    }
  }

  /// Its runs, in order.
  package var runs: [Run] {
    switch self {
    case .heading(let heading): heading.runs
    case .paragraph(let paragraph): paragraph.runs
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.runs)
    case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0 }
    case .signatures(let blocks): blocks.flatMap { $0.party + $0.lines.flatMap(\.runs) }
    case .contents, .picture: []
    case .landscape(let blocks): blocks.flatMap(\.runs)
    }
  }

  var blanks: [Blank] { runs.compactMap(\.blank) }

  /// The blank that is all that it says.
  package var soleBlank: Blank? {
    guard case .paragraph(let paragraph) = self, paragraph.runs.count == 1 else { return nil }
    return paragraph.runs[0].blank
  }
}
