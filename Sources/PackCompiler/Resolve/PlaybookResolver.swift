import PackModel

/// What is negotiable, and how each party sees it.
struct PlaybookResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func terms(_ entries: [Fields]) -> [PlaybookTerm] {
    var found: [PlaybookTerm] = []
    for fields in entries {
      guard let term = term(fields, after: found) else { continue }
      found.append(term)
    }
    return found
  }

  private func term(_ fields: Fields, after earlier: [PlaybookTerm]) -> PlaybookTerm? {
    let report = resolver.report
    let id = fields.required("term")
    if fields.normKind("kind") == .law {
      report.add(
        .notLaw, fields["kind"]?.place ?? fields.place, "What the law fixes is not negotiated.",
        "Take the term out of the playbook; a choice below the law is a question's `deviation`.")
    }
    let cited = resolver.authorities(fields)
    guard let question = resolver.question(id, fields["term"]?.place ?? fields.place) else {
      return nil
    }
    if earlier.contains(where: { $0.question == question }) {
      report.duplicate(id, fields.place)
      return nil
    }
    let scope = Scope(resolver.symbols, of: question)
    var term = PlaybookTerm(question: question, authority: cited, sides: [:])
    for party in ["controller", "processor"] {
      guard let node = fields[party] else { continue }
      term.sides[party] = side(node, scope)
    }
    if term.sides.isEmpty {
      report.add(
        .missingKey, fields.place, "The playbook says nothing for either party.",
        "Add `controller` or `processor`.")
    }
    return term
  }

  private func side(_ node: Node, _ scope: Scope) -> PlaybookTerm.Side? {
    guard let side = Fields(node, .playbookSide, resolver.report) else { return nil }
    var bounds: [PlaybookTerm.Bound] = []
    for position in PlaybookTerm.Position.allCases {
      guard let node = side[position.rawValue],
        let bound = Fields(node, .playbookBound, resolver.report), bound["when"]?.words != nil
      else {
        resolver.report.add(
          .missingKey, side.place, "The party has no position “\(position.rawValue)”.",
          "Add `\(position.rawValue): {when: CONDITION, says: WORDS}`.")
        return nil
      }
      guard let when = resolver.expression(bound, "when", scope) else { return nil }
      bounds.append(PlaybookTerm.Bound(when: when, says: bound.required("says")))
    }
    let text = side.required("fallback")
    return PlaybookTerm.Side(
      positions: bounds,
      fallback: resolver.inlines(
        text, side["fallback"]?.textPlace ?? side.place, resolver.scope),
      because: side.required("because"))
  }
}
