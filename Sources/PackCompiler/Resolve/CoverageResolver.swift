import PackModel

/// The inventory: what the pack must hold, and where each item of it stands.
struct CoverageResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// The items as they are written: what stands for an obligation is found when all is resolved.
  func items(_ entries: [Fields]) -> [CoverageItem] { entries.map(item) }

  private func item(_ fields: Fields) -> CoverageItem {
    let symbols = resolver.symbols
    let obligation = fields.words("obligation")
    if let obligation {
      resolver.look(
        .obligation, obligation, fields["obligation"]?.place ?? fields.place, hint: .never)
    }
    for (word, place) in fields.list("questions") where symbols.member(word) == nil {
      resolver.report.add(symbols.unknown(.member, word), place)
    }
    for (word, place) in fields.list("clauses") where !symbols.isClauseOrSection(word) {
      resolver.report.add(symbols.unknown(.clause, word), place)
    }
    return CoverageItem(
      id: fields.required("id"), from: fields.required("from"),
      says: obligation == nil ? fields.required("says") : "",
      questions: fields.list("questions").map(\.words),
      clauses: fields.list("clauses").map(\.words),
      checks: resolver.ids(.check, fields, "checks"),
      authorities: resolver.authorities(fields, "authorities"), obligation: obligation,
      deny: fields.list("deny").map(\.words), mentioned: fields.list("mentioned").map(\.words),
      reason: fields.words("reason"))
  }
}
