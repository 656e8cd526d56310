import PackModel

/// What of a question is not negotiable: when an answer goes below what the law asks.
struct DeviationResolver {
  private let resolver: Resolver
  /// The ids of the authorities that are law.
  private let laws: Set<String>

  init(_ resolver: Resolver, _ authorities: [Authority]) {
    self.resolver = resolver
    laws = Set(authorities.lazy.filter { $0.kind == NormKind.law.rawValue }.map(\.id))
  }

  /// `deviation: {when, norm or authority, says}`, or a list of them.
  func deviations(_ fields: Fields, _ scope: Scope) -> [Deviation] {
    fields.oneOrMore("deviation").compactMap { node in
      Fields(node, .deviation, resolver.report).flatMap { deviation($0, scope) }
    }
  }

  private func deviation(_ rule: Fields, _ scope: Scope) -> Deviation? {
    let report = resolver.report
    var says = rule.words("says") ?? ""
    var cited = resolver.authorities(rule)
    let norm = rule["norm"].flatMap { node in
      node.words.flatMap { resolver.norm($0, node.place) }
    }
    if let norm {
      if says.isEmpty { says = norm.says }
      if cited.isEmpty { cited = norm.authority }
    }
    let isLaw = norm.map { $0.kind == .law } ?? cited.contains(where: laws.contains)
    if !isLaw {
      report.add(
        .notLaw, rule.place, "Nothing that this deviation names is law.",
        "Name a norm or an authority of the kind LAW; what is usual only is a check's to say.")
    }
    if says.isEmpty {
      report.add(
        .missingKey, rule.place, "A deviation says what the law asks.", "Add `says: SENTENCE`.")
    }
    guard rule["when"]?.words != nil else {
      report.add(
        .missingKey, rule.place, "A deviation says when an answer is one.",
        "Add `when: CONDITION`.")
      return nil
    }
    return resolver.expression(rule, "when", scope).map {
      Deviation(when: $0, norm: norm?.id, authority: cited, says: says)
    }
  }
}
