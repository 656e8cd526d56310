import PackModel

/// Authorities, norms, obligations, terms, facts about providers, pages of help.
struct KnowledgeResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func authorities(_ entries: [Fields]) -> [Authority] {
    entries.map { fields in
      let words = fields.required("confidence")
      let confidence = Authority.Confidence(rawValue: words)
      if confidence == nil, !words.isEmpty {
        resolver.report.add(
          .unknownWord, fields["confidence"]?.place ?? fields.place,
          "“\(words)” is no confidence.",
          "Write primary, official, second-hand, unread or disputed.")
      }
      return Authority(
        id: fields.required("id"), citation: fields.required("citation"),
        title: fields.words("title") ?? "", says: fields.required("says"),
        kind: fields.words("kind") ?? NormKind.law.rawValue, status: fields.required("status"),
        from: fields.words("from"), amendedBy: fields.words("amendedBy"),
        dated: fields.words("dated"), asOf: fields.date("asOf"),
        source: fields.words("source") ?? "",
        confidence: confidence ?? .unread, note: fields.words("note"))
    }
  }

  /// The norms are known from their declaration; here their authorities are looked for.
  func norms(_ entries: [Fields]) -> [Norm] {
    for fields in entries { _ = resolver.authorities(fields) }
    return resolver.symbols.norms
  }

  func obligations(_ entries: [Fields]) -> [Obligation] {
    entries.map { fields in
      let row = fields.words("row")
      if let row, ArticleRow(rawValue: row) == nil {
        resolver.report.add(
          .unknownWord, fields["row"]?.place ?? fields.place,
          "“\(row)” is no row of Art. 28(3).", "Write chapeau, a to h, or closing.")
      }
      return Obligation(
        id: fields.required("id"), row: row.flatMap { ArticleRow(rawValue: $0) },
        says: fields.required("says"), authority: resolver.authorities(fields),
        severity: fields.severity(), contract: fields.flag("contract"),
        reason: fields.words("reason"))
    }
  }

  func terms(_ entries: [Fields]) -> [Term] {
    entries.map { fields in
      let term = fields.required("term")
      let words = fields.list("words").map(\.words)
      return Term(
        id: fields.required("id"), term: term, says: fields.required("says"),
        definition: definition(fields), words: words.isEmpty ? [term] : words,
        authority: resolver.authorities(fields))
    }
  }

  private func definition(_ fields: Fields) -> [Inline]? {
    guard fields.flag("defined") else { return nil }
    if let definition = resolver.inlines(fields, "definition", resolver.scope) { return definition }
    resolver.report.add(
      .missingKey, fields.place, "A defined term needs its `definition`.",
      "Add `definition: …`, or take `defined` away.")
    return nil
  }

  func helpPages(_ entries: [Fields]) -> [HelpPage] {
    entries.map { fields in
      HelpPage(
        id: fields.required("id"), title: fields.required("title"),
        body: fields.required("body"), authority: resolver.authorities(fields))
    }
  }

  func facts(_ entries: [Fields]) -> [ProviderFact] {
    entries.map { fields in
      ProviderFact(
        id: fields.required("id"), provider: fields.required("provider"),
        product: fields.words("product") ?? "", route: fields.words("route") ?? "",
        fact: fields.required("fact"), value: fields.required("value"),
        asOf: fields.required("asOf"), source: fields.words("source") ?? "",
        confidence: fields.required("confidence"), answers: answers(fields))
    }
  }

  /// What a fact says of rows that name the company, column by column.
  private func answers(_ fields: Fields) -> [ProviderFact.Said] {
    guard let node = fields["answers"],
      let map = Fields(open: node, what: "answers", resolver.report)
    else { return [] }
    return map.all.compactMap { pair in
      guard let number = resolver.question(pair.key, pair.place) else { return nil }
      return SuggestionResolver(resolver)
        .value(pair.value, for: resolver.symbols.questions[number])
        .map { ProviderFact.Said(question: number, value: $0) }
    }
  }
}
