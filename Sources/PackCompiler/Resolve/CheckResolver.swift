import PackModel

/// The checks, each with the examples that prove it.
struct CheckResolver {
  private let resolver: Resolver
  private let examples: CheckExampleResolver

  init(_ resolver: Resolver) {
    self.resolver = resolver
    examples = CheckExampleResolver(resolver.report)
  }

  /// `same` is where each names others that tell the same fact: promises at odds are known later.
  func checks(_ files: [PackTree.CheckFile]) -> [(
    check: Check, proofs: [CheckExample], same: [PlacedWords]
  )] {
    files.flatMap { file in
      file.checks.compactMap { fields in
        let proofs = examples.examples(of: fields, clean: file.clean?.id)
        let same = fields.list("same")
        return check(fields, same.map(\.words)).map { ($0, proofs, same) }
      }
    }
  }

  private func check(_ fields: Fields, _ same: [String]) -> Check? {
    let id = fields.required("id")
    let severity = fields.severity()
    let authority = resolver.authorities(fields)
    guard let (table, scope) = rows(fields), let pass = pass(fields, scope) else { return nil }
    let kind = kind(id, fields)
    if authority.isEmpty, fields.words("norm") == nil {
      resolver.report.add(
        .missingKey, fields.place, "The check \(id) names no authority.", "Add `authority: […]`.")
    }
    if let clause = fields.words("closes") {
      resolver.look(.clause, clause, fields["closes"]?.place ?? fields.place)
    }
    if let attribute = fields.words("closesBy"), let place = fields["closesBy"]?.place {
      closesBy(attribute, table, place)
    }
    func text(_ key: String, isRequired: Bool = true) -> [Inline] {
      let words = isRequired ? fields.required(key) : fields.words(key) ?? ""
      return resolver.inlines(words, fields[key]?.textPlace ?? fields.place, scope)
    }
    return Check(
      id: id, table: table, when: resolver.expression(fields, "when", scope), pass: pass,
      severity: severity, lens: lens(id, fields, kind), kind: kind ?? .market,
      norm: fields.words("norm"), authority: authority, finding: text("finding"),
      consequence: text("consequence"), remedy: text("remedy"),
      look: text("look", isRequired: false), closes: fields.words("closes"),
      closesBy: fields.words("closesBy"), implies: resolver.ids(.check, fields, "implies"),
      same: same, at: questions(fields, table, pass))
  }

  /// The table over whose rows the check runs, where it does, and what it can name there; nil, with
  /// a diagnostic, where `for` is no table.
  private func rows(_ fields: Fields) -> (table: Int?, scope: Scope)? {
    var scope = resolver.scope
    var table: Int?
    if let word = fields.words("for"), let place = fields["for"]?.place {
      guard let number = resolver.symbols.question(word),
        resolver.symbols.questions[number].kind == .table
      else {
        resolver.report.add(resolver.symbols.unknown(.member, word), place)
        return nil
      }
      table = number
      scope = Scope(resolver.symbols, inside: number)
    }
    scope.isCheck = true
    return (table, scope)
  }

  private func pass(_ fields: Fields, _ scope: Scope) -> Expression? {
    if fields["pass"] == nil {
      resolver.report.add(
        .missingKey, fields.place, "This check has no `pass`.", "Say what must hold.")
    }
    return resolver.expression(fields, "pass", scope)
  }

  /// What sort of rule it is: as it says, or as its norm is.
  private func kind(_ id: String, _ fields: Fields) -> NormKind? {
    var kind = fields.normKind("kind")
    if let id = fields.words("norm"), let place = fields["norm"]?.place,
      let norm = resolver.norm(id, place)
    {
      kind = kind ?? norm.kind
    }
    if kind == nil {
      resolver.report.add(
        .missingKey, fields.place, "The check \(id) does not say what sort of rule it is.",
        "Add `norm: ID`, or `kind: LAW`, `GUIDANCE` or `MARKET`.")
    }
    return kind
  }

  /// Where an answer would be changed: as the check says, or all that it reads.
  private func questions(_ fields: Fields, _ table: Int?, _ pass: Expression) -> [Int] {
    let symbols = resolver.symbols
    var found = fields.list("at").compactMap { word, place -> Int? in
      let column = table.flatMap { symbols.question("\(symbols.questions[$0].id).\(word)") }
      return symbols.question(word) ?? column ?? resolver.question(word, place)
    }
    if found.isEmpty {
      for case .question(let question) in pass.members where !found.contains(question) {
        found.append(question)
      }
    }
    return found
  }

  /// How bad it is seen from a side. What the law asks is no less from either.
  private func lens(_ id: String, _ fields: Fields, _ kind: NormKind?) -> [String: Severity] {
    let report = resolver.report
    guard let node = fields["lens"], let map = Fields(node, .lens, report) else { return [:] }
    if kind == .law {
      report.add(
        .unknownWord, node.place, "The check \(id) is LAW, so it has no lens.",
        "What the law asks weighs the same from both sides; take `lens` away.")
    }
    var found: [String: Severity] = [:]
    for pair in map.all {
      guard let severity = Severity(rawValue: pair.value.words ?? "") else {
        report.add(
          .unknownWord, pair.value.place, "“\(pair.value.words ?? "")” is no severity.",
          "Write critical, major, minor or note.")
        continue
      }
      found[pair.key] = severity
    }
    return found
  }

  /// The rows of the pack that a check runs over each name a clause by an attribute.
  private func closesBy(_ attribute: String, _ table: Int?, _ place: SourcePosition) {
    guard let rows = table.flatMap(resolver.symbols.rows) else {
      resolver.report.add(
        .wrongShape, place, "`closesBy` wants a check over rows of the pack.",
        "Add `for: TABLE`, or write `closes: CLAUSE`.")
      return
    }
    for row in rows {
      guard let clause = row.attributes[attribute]?.first else {
        resolver.report.add(
          .missingKey, place, "The row “\(row.code)” has no `\(attribute)`.",
          "Give it `\(attribute): CLAUSE`.")
        continue
      }
      resolver.look(.clause, clause, place)
    }
  }
}
