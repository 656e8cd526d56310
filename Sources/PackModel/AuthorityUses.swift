/// Where an authority is used: the kind of place, and its id.
package struct AuthorityUse: Hashable, Sendable {
  /// What cites an authority.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case question, deviation, clause, check, norm, suggestion, glossary, obligation, decision
    case playbook, help, coverage
  }

  /// What cites it.
  package let kind: Kind
  /// Which one.
  package let id: String
}

extension Pack {
  /// By authority: every place that cites it, in the order of kinds and of the pack.
  package var authorityUses: [String: [AuthorityUse]] {
    var found: [String: [AuthorityUse]] = [:]
    func add(_ authorities: [String], _ kind: AuthorityUse.Kind, _ id: String) {
      for authority in authorities {
        let use = AuthorityUse(kind: kind, id: id)
        if found[authority]?.contains(use) != true { found[authority, default: []].append(use) }
      }
    }
    for question in questions {
      add(question.authority, .question, question.linkId)
      if case .pack(let rows) = question.rows {
        for row in rows { add(row.authority, .question, "\(question.linkId)[\(row.code)]") }
      }
      for deviation in question.deviations {
        add(deviation.authority, .deviation, question.linkId)
      }
      if let norm = question.suggestion?.norm.flatMap(norm) {
        add(norm.authority, .suggestion, question.linkId)
      }
    }
    for clause in clauses {
      add(clause.authority, .clause, clause.id)
      add(cited(in: clause.blocks), .clause, clause.id)
    }
    for check in checks { add(check.authority, .check, check.id) }
    for norm in norms { add(norm.authority, .norm, norm.id) }
    for term in terms { add(term.authority, .glossary, term.id) }
    for obligation in obligations { add(obligation.authority, .obligation, obligation.id) }
    for decision in decisions { add(decision.authority, .decision, decision.id) }
    for value in calculated { add(value.authority, .decision, value.id) }
    for term in playbook { add(term.authority, .playbook, questions[term.question].linkId) }
    for page in helpPages { add(page.authority, .help, page.id) }
    for item in coverage { add(item.authorities, .coverage, item.id) }
    return found
  }

  private func cited(in blocks: [TemplateBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let inlines), .heading(let inlines, _): cited(in: inlines)
      case .list(_, let items): items.flatMap { cited(in: $0.blocks) }
      case .table(let header, let rows):
        (header + rows.flatMap(\.cells)).flatMap { cited(in: $0) }
      case .when(_, let inner), .each(_, let inner), .landscape(let inner): cited(in: inner)
      case .contents, .definitions, .sources, .credits, .signatures, .picture: []
      }
    }
  }

  private func cited(in inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline {
      case .cite(let id): [id]
      case .strong(let inner), .emphasis(let inner): cited(in: inner)
      case .text, .placeholder, .reference, .phrase: []
      }
    }
  }
}
