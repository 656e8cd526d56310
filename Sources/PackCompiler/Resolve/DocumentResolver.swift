import PackModel

/// One document: its sections, its clauses, and the references in them.
struct DocumentResolver {
  private let resolver: Resolver
  private let document: Int
  private let symbol: DocumentSymbol
  private let scope: Scope
  private var references: [Reference] = []

  /// All documents of the pack, their clauses one after the other, and the references in them.
  static func resolve(
    _ resolver: Resolver
  ) -> (documents: [DocumentTemplate], clauses: [Clause], references: [Reference]) {
    var documents: [DocumentTemplate] = []
    var clauses: [Clause] = []
    var references: [Reference] = []
    for document in resolver.symbols.documents.indices {
      var text = DocumentResolver(document, resolver)
      documents.append(text.template())
      clauses += text.clauses()
      references += text.references
    }
    return (documents, clauses, references)
  }

  private init(_ document: Int, _ resolver: Resolver) {
    self.document = document
    self.resolver = resolver
    symbol = resolver.symbols.documents[document]
    var scope = resolver.scope
    scope.isReport = symbol.isReport
    self.scope = scope
  }

  private mutating func template() -> DocumentTemplate {
    var template = symbol.template
    template.title = resolver.inlines(symbol.tree.title, scope)
    template.when = resolver.expression(symbol.tree.fields, "when", scope)
    template.sections = symbol.tree.sections.map { section($0) }
    return template
  }

  private mutating func section(_ tree: SectionTree) -> Section {
    var text = TextResolver(resolver, Whereabouts(document: document))
    defer { references += text.references }
    return Section(
      id: tree.id, title: text.inlines(tree.title, scope), style: tree.style,
      when: tree.when.flatMap { resolver.expression($0, scope) }, isLong: tree.isLong,
      parts: tree.parts.map { part in
        switch part {
        case .clause(let number): .clause(symbol.firstClause + number)
        case .blocks(let blocks): .blocks(text.blocks(blocks, scope))
        }
      })
  }

  // MARK: Clauses

  private mutating func clauses() -> [Clause] {
    symbol.tree.clauses.enumerated().map { clause($0.element, symbol.firstClause + $0.offset) }
  }

  private mutating func clause(_ tree: ClauseTree, _ number: Int) -> Clause {
    var clause = Clause(id: tree.id, document: document, section: tree.section)
    clause.when = tree.keys["when"].flatMap { resolver.expression($0, scope) }
    clause.alternative = alternative(tree, number)
    clause.satisfies = ids(.obligation, tree.keys["satisfies"])
    clause.authority = ids(.authority, tree.keys["authority"])
    clause.numbered = tree.keys["plain"]?.text != "yes"
    clause.credits = Credits(
      written: credit(tree.keys["written"]), checked: credit(tree.keys["checked"]),
      reviewed: credit(tree.keys["reviewed"]))
    var text = TextResolver(resolver, Whereabouts(document: document, clause: number))
    clause.blocks = text.blocks(tree.blocks, scope)
    references += text.references
    checkLists(clause.blocks, tree.place)
    return clause
  }

  private func ids(_ kind: SymbolKind, _ source: TextSource?) -> [String] {
    (source?.words ?? []).map { id, place in
      resolver.look(kind, id, place)
      return id
    }
  }

  private func credit(_ source: TextSource?) -> String? {
    guard let source else { return nil }
    if Credits.parts(source.text) == nil {
      resolver.report.add(
        .brokenValue, source.place(0), "“\(source.text)” is no name with a day.",
        "Write it as `NAME, 2026-11-21`.")
    }
    return source.text
  }

  /// `case: SUBJECT CODES`, and `silent: CODES`.
  private func alternative(_ tree: ClauseTree, _ number: Int) -> Clause.Alternative? {
    let codes = tree.keys["case"]?.words ?? []
    let silent = tree.keys["silent"]?.words ?? []
    guard let (name, place) = codes.first else { return nil }
    guard let subject = resolver.symbols.member(name) else {
      resolver.report.add(resolver.symbols.unknown(.member, name), place)
      return nil
    }
    checkCodes(subject, name, codes.dropFirst() + silent)
    return Clause.Alternative(
      subject: subject, codes: codes.dropFirst().map(\.word), silent: silent.map(\.word),
      group: number)
  }

  /// The codes of a `case` are codes of its question.
  private func checkCodes(
    _ subject: Member, _ name: String, _ codes: [(word: String, place: SourcePosition)]
  ) {
    let known = resolver.symbols.caseCodes(subject, isSigned: symbol.isSigned)
    for (code, place) in codes where !known.contains(code) {
      if case .question(let number) = subject,
        resolver.symbols.questions[number].options.contains(where: { $0.option.code == code })
      {
        resolver.report.add(
          .unknownCode, place,
          "No clause of a paper that is signed can be for “\(code)” of \(name).",
          "It is unsettled: a named blank stands for it there. Take the code out.")
        continue
      }
      let hint = nearest(code, in: known).map { "Did you mean \($0)? " } ?? ""
      resolver.report.add(
        .unknownCode, place, "\(name) has no code “\(code)”.",
        hint + "Codes: \(known.sorted().joined(separator: ", ")).")
    }
  }

  /// One clause has one lettered list: two would have two items (a). Blocks under conditions are
  /// taken for alternatives.
  private func checkLists(_ blocks: [TemplateBlock], _ place: SourcePosition) {
    func count(_ blocks: [TemplateBlock]) -> Int {
      var always = 0
      var sometimes = 0
      for block in blocks {
        switch block {
        case .list(let ordered, _): always += ordered ? 1 : 0
        case .when(_, let inner): sometimes = max(sometimes, count(inner))
        case .each(_, let inner), .landscape(let inner): always += count(inner)
        default: break
        }
      }
      return always + sometimes
    }
    guard count(blocks) > 1 else { return }
    resolver.report.add(
      .twoLists, place, "This clause has two lettered lists, so two items would be (a).",
      "Make a clause of its own for the second list, or join the two.")
  }
}
