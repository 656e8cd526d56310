import Documents
import Interview
import PackModel

/// What can be made only when the rest of the document is there: contents, definitions, sources.
struct Finishing {
  private let runs: RunDrafter
  private let numbering: Numbering?
  private var pack: Pack { runs.pack }

  init(_ runs: RunDrafter) {
    self.runs = runs
    numbering = runs.numbering
  }

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
      case .table(let table):
        switch table.awaits {
        case .definitions: return definitions(terms)
        case .sources: return sources()
        case nil: return block
        }
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
    guard let section = pack.documents[runs.document].sections.first(where: { $0.id == anchor })
    else {
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
        texts.append(runs.inlines(defined[at].definition ?? [], Whereabouts()).text)
      }
    }
    return found.map { defined[$0] }.sorted {
      ($0.term.lowercased(), $0.id) < ($1.term.lowercased(), $1.id)
    }
  }

  private func hasDefinitions(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      switch block {
      case .landscape(let inner): hasDefinitions(inner)
      case .table(let table): table.awaits == .definitions
      default: false
      }
    }
  }

  private func definitions(_ terms: [Term]) -> Block? {
    guard !terms.isEmpty else { return nil }
    return .table(
      Table(
        header: [[Run("Term")], [Run("Meaning")]],
        rows: terms.map { term in
          [[Run(term.term, strong: true)], runs.inlines(term.definition ?? [], Whereabouts())]
        }))
  }

  // MARK: Sources

  private func sources() -> Block? {
    let relied = numbering?.authorities(pack) ?? []
    guard !relied.isEmpty else { return nil }
    return .table(
      Table(
        header: [[Run("Authority")], [Run("Subject")], [Run("Status")], [Run("Text checked on")]],
        rows: relied.map { authority in
          [
            [Run(authority.citation)], [Run(authority.title)], [Run(authority.status)],
            [
              Run(
                runs.settings.language.date(authority.asOf)
                  + (authority.mustBeVerified ? " (verify)" : ""))
            ],
          ]
        }))
  }
}

extension Block {
  /// Whether the rest of the document is to fill it.
  var isMadeOfTheRest: Bool {
    switch self {
    case .contents: true
    case .table(let table): table.awaits != nil
    default: children.contains(where: \.isMadeOfTheRest)
    }
  }
}
