extension CoverageItem {
  /// Says of an obligation which clauses meet it, which questions those read, and which checks
  /// they would close. What was named by hand stays.
  package mutating func meet(_ obligation: Obligation, _ contents: PackContents) {
    says = "\(obligation.id): \(obligation.says)"
    reason = reason ?? obligation.reason
    for clause in contents.clauses where clause.satisfies.contains(obligation.id) {
      add(clause.id, to: \.clauses)
      for question in contents.questionsRead(by: clause) { add(question, to: \.questions) }
    }
    for check in contents.checks {
      let readsDraft = check.pass.reads(obligation.id) || check.when?.reads(obligation.id) == true
      if readsDraft || check.closes.map(clauses.contains) == true { add(check.id, to: \.checks) }
    }
  }

  private mutating func add(_ id: String, to list: WritableKeyPath<CoverageItem, [String]>) {
    if !self[keyPath: list].contains(id) { self[keyPath: list].append(id) }
  }
}

extension Expression {
  /// Whether it asks for the obligation in the draft.
  fileprivate func reads(_ obligation: String) -> Bool {
    var found = false
    visit { if case .drafted(let id) = $0, id == obligation { found = true } }
    return found
  }
}

extension PackContents {
  /// The questions and values on which a clause's text and its being there depend; a column by its
  /// table, and without the names of the parties, which stand everywhere.
  func questionsRead(by clause: Clause) -> [String] {
    var members: [Member] = clause.alternative.map { [$0.subject] } ?? []
    members += clause.when?.members ?? []
    for block in clause.blocks { members += block.members }
    let parties = partyNames
    var found: [String] = []
    for member in members {
      let id: String
      switch member {
      case .question(let number):
        guard !parties.contains(number) else { continue }
        let owner = questions[number].parent.flatMap { questions[$0].kind == .table ? $0 : nil }
        id = questions[owner ?? number].linkId
      case .calculated(let number):
        id = calculated[number].table.map { questions[$0].linkId } ?? calculated[number].id
      }
      if !found.contains(id) { found.append(id) }
    }
    return found
  }

  private var partyNames: Set<Int> {
    var found: Set<Int> = []
    for document in documents {
      for section in document.sections {
        for case .blocks(let blocks) in section.parts {
          for case .signatures(let parties) in blocks {
            found.formUnion(parties.compactMap(\.party))
          }
        }
      }
    }
    return found
  }
}

extension TemplateBlock {
  /// What the block reads, in the order it names them.
  package var members: [Member] {
    func read(_ inlines: [Inline]) -> [Member] {
      inlines.flatMap { inline -> [Member] in
        switch inline {
        case .strong(let inner), .emphasis(let inner): return read(inner)
        case .placeholder(let placeholder):
          guard case .expression(let expression) = placeholder.source else { return [] }
          // The answer that a default comes from decides on it, the first that its condition names.
          return (placeholder.otherwise?.unless.members.prefix(1) ?? []) + expression.members
        case .text, .reference, .cite, .phrase: return []
        }
      }
    }
    func read(_ loop: Loop?) -> [Member] {
      guard let loop else { return [] }
      let range = Expression.any(loop.range, loop.condition)
      return range.members
    }
    switch self {
    case .paragraph(let inlines), .heading(let inlines, _): return read(inlines)
    case .list(_, let items):
      return items.flatMap { item in
        read(item.loop) + (item.condition?.members ?? []) + item.blocks.flatMap(\.members)
      }
    case .table(let header, let rows):
      return header.flatMap(read)
        + rows.flatMap { row in
          read(row.loop) + (row.condition?.members ?? []) + row.cells.flatMap(read)
        }
    case .when(let condition, let inner): return condition.members + inner.flatMap(\.members)
    case .each(let loop, let inner): return read(loop) + inner.flatMap(\.members)
    case .landscape(let inner): return inner.flatMap(\.members)
    case .signatures(let blocks):
      return blocks.flatMap {
        [$0.party, $0.signatory, $0.title, $0.secondSignatory, $0.secondTitle]
      }.compactMap { $0 }.map { .question($0) }
    case .contents, .definitions, .sources, .credits, .picture: return []
    }
  }
}
