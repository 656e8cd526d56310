import PackModel

/// Checks, the inventory and whole cases.
extension Compilation {
  private static let checkKeys: Set = [
    "id", "for", "when", "pass", "severity", "norm", "kind", "authority", "finding", "consequence",
    "remedy", "closes", "closesBy", "implies", "at", "examples", "lens",
  ]

  func readChecks() {
    for (node, clean) in checkNodes() {
      guard let fields = Fields(node, what: "check", keys: Self.checkKeys, report) else { continue }
      let id = fields.required("id", what: "check")
      checkID(id, fields.place)
      if !checkIDs.insert(id).inserted { duplicate(id, fields.place) }
      let severity = severity(fields)
      let authority = authorities(fields)
      let examples = examples(of: id, fields, clean)
      pending.append { [self] in
        check(id, fields, severity, authority, examples)
      }
    }
  }

  /// The checks of all files, each with the case that its examples change: a file is a list, or a
  /// map of `clean` and `checks`.
  private func checkNodes() -> [(node: Node, clean: String?)] {
    sources.yaml("checks").flatMap { path -> [(node: Node, clean: String?)] in
      guard let node = node(path) else { return [] }
      if case .list(let nodes, _) = node { return nodes.map { ($0, nil) } }
      guard let fields = Fields(node, what: "file of checks", keys: ["clean", "checks"], report)
      else { return [] }
      let clean = fields.words("clean").map { String($0.split(separator: "/").last ?? "") }
      if let clean, let place = fields["clean"]?.place {
        pending.append { [self] in
          guard !contents.background.examples.contains(where: { $0.id == clean }) else { return }
          report.add(
            .brokenExample, place, "There is no example “\(clean)”.",
            "`clean` names a folder under examples/.")
        }
      }
      return fields.nodes("checks").map { ($0, clean) }
    }
  }

  /// How bad it is seen from a side. What the law asks is no less from either.
  private func lens(_ id: String, _ fields: Fields, _ kind: NormKind?) -> [String: Severity] {
    guard let node = fields["lens"],
      let map = Fields(node, what: "lens", keys: ["controller", "processor"], report)
    else { return [:] }
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

  private func check(
    _ id: String, _ fields: Fields, _ severity: Severity, _ authority: [String],
    _ examples: [CheckExample]
  ) {
    var names = Names()
    var table: Int?
    if let word = fields.words("for"), let place = fields["for"]?.place {
      guard let number = questionNumbers[word], contents.questions[number].kind == .table else {
        return unknownName(word, place)
      }
      table = number
      names = self.names(inside: number)
    }
    names.isCheck = true
    guard let pass = fields["pass"], let words = pass.words,
      let expression = condition(words, pass.textPlace, names)
    else {
      if fields["pass"] == nil {
        report.add(.missingKey, fields.place, "This check has no `pass`.", "Say what must hold.")
      }
      return
    }
    var kind = kind(fields)
    if let id = fields.words("norm"), let place = fields["norm"]?.place, let norm = norm(id, place)
    {
      kind = kind ?? norm.kind
    }
    if kind == nil {
      report.add(
        .missingKey, fields.place, "The check \(id) does not say what sort of rule it is.",
        "Add `norm: ID`, or `kind: LAW`, `GUIDANCE` or `MARKET`.")
    }
    if authority.isEmpty, fields.words("norm") == nil {
      report.add(
        .missingKey, fields.place, "The check \(id) names no authority.", "Add `authority: […]`.")
    }
    func text(_ key: String) -> [Inline] {
      let words = fields.required(key, what: "check")
      return inlines(words, fields[key]?.textPlace ?? fields.place, names)
    }
    var at = fields.list("at").compactMap { word, place -> Int? in
      if let question = questionNumbers[word]
        ?? table.flatMap({
          questionNumbers["\(contents.questions[$0].linkId).\(word)"]
        })
      {
        return question
      }
      unknownName(word, place)
      return nil
    }
    if at.isEmpty {
      for case .question(let question) in expression.members where !at.contains(question) {
        at.append(question)
      }
    }
    let when = fields["when"].flatMap { node in
      node.words.flatMap { condition($0, node.textPlace, names) }
    }
    if let clause = fields.words("closes"), clauseNumbers[clause] == nil {
      unknownClause(clause, fields["closes"]?.place ?? fields.place)
    }
    if let attribute = fields.words("closesBy"), let place = fields["closesBy"]?.place {
      closesBy(attribute, table, place)
    }
    for (word, place) in fields.list("implies") where !checkIDs.contains(word) {
      report.add(
        .unknownCheck, place, "There is no check “\(word)”.",
        nearest(word, in: checkIDs).map { "Did you mean \($0)?" } ?? "Checks stand in checks/.")
    }
    contents.checks.append(
      Check(
        id: id, table: table, when: when, pass: expression, severity: severity,
        lens: lens(id, fields, kind), kind: kind ?? .market, norm: fields.words("norm"),
        authority: authority,
        finding: text("finding"), consequence: text("consequence"), remedy: text("remedy"),
        closes: fields.words("closes"), closesBy: fields.words("closesBy"),
        implies: fields.list("implies").map(\.words), at: at))
    contents.background.proofs.append(examples)
  }

  /// The rows of the pack that a check runs over each name a clause by an attribute.
  private func closesBy(_ attribute: String, _ table: Int?, _ place: Place) {
    guard let table, case .pack(let rows)? = contents.questions[table].rows else {
      report.add(
        .wrongShape, place, "`closesBy` wants a check over rows of the pack.",
        "Add `for: TABLE`, or write `closes: CLAUSE`.")
      return
    }
    for row in rows {
      guard let clause = row.attributes[attribute]?.first else {
        report.add(
          .missingKey, place, "The row “\(row.code)” has no `\(attribute)`.",
          "Give it `\(attribute): CLAUSE`.")
        continue
      }
      if clauseNumbers[clause] == nil { unknownClause(clause, place) }
    }
  }

  func unknownClause(_ id: String, _ place: Place) {
    let hint = nearest(id, in: clauseNumbers.keys).map { "Did you mean \($0)?" }
    report.add(
      .unknownClause, place, "There is no clause “\(id)”.",
      hint ?? "Clauses stand in documents/NAME/*.md as `::: clause ID`.")
  }

  private func examples(
    of id: String, _ fields: Fields, _ clean: String?
  ) -> [CheckExample] {
    let keys = Set(CheckExample.Outcome.allCases.map(\.rawValue))
    guard let node = fields["examples"],
      let map = Fields(node, what: "set of examples", keys: keys, report)
    else {
      report.add(
        .missingExample, fields.place, "The check \(id) has no examples.",
        "Add `examples` with `pass`, `fail` and `notAssessed`.")
      return []
    }
    var found: [CheckExample] = []
    for outcome in CheckExample.Outcome.allCases {
      let nodes = map.nodes(outcome.rawValue)
      if nodes.isEmpty {
        report.add(
          .missingExample, map.place, "The check \(id) has no example for `\(outcome.rawValue)`.",
          "Add one: `- {set: {…}}`, or `- {unknown: […]}`.")
      }
      for node in nodes {
        if var example = example(node, outcome) {
          example.clean = clean
          found.append(example)
        }
      }
    }
    return found
  }

  private func example(_ node: Node, _ outcome: CheckExample.Outcome) -> CheckExample? {
    let keys: Set = ["set", "unknown", "open", "none", "parked", "notApplicable", "rows", "note"]
    guard let fields = Fields(node, what: "example", keys: keys, report) else { return nil }
    var changes: [Assignment] = []
    if let set = fields["set"] { changes += assignments(set) }
    let states: [(String, Assignment.Said)] = [
      ("unknown", .unknown(note: nil)), ("open", .open), ("none", .none),
      ("parked", .parked(note: nil)), ("notApplicable", .notApplicable(reason: "example")),
    ]
    for (key, said) in states {
      for (path, _) in fields.list(key) { changes.append(Assignment(path: path, said: said)) }
    }
    return CheckExample(
      outcome: outcome, changes: changes, rows: fields.list("rows").map(\.words))
  }

  // MARK: Coverage

  func readCoverage() {
    var ids: Set<String> = []
    for node in entries("coverage") {
      let keys: Set = [
        "id", "from", "says", "questions", "clauses", "checks", "authorities", "obligation", "deny",
        "mentioned", "reason",
      ]
      guard let fields = Fields(node, what: "item", keys: keys, report) else { continue }
      let id = fields.required("id", what: "item")
      if !ids.insert(id).inserted { duplicate(id, fields.place) }
      let place = fields.place
      coveragePlaces[id] = place
      let obligation = fields.words("obligation")
      let item = CoverageItem(
        id: id, from: fields.required("from", what: "item"),
        says: obligation == nil ? fields.required("says", what: "item") : "",
        questions: fields.list("questions").map(\.words),
        clauses: fields.list("clauses").map(\.words), checks: fields.list("checks").map(\.words),
        authorities: authorities(fields, key: "authorities"), obligation: obligation,
        deny: fields.list("deny").map(\.words), mentioned: fields.list("mentioned").map(\.words),
        reason: fields.words("reason"))
      let number = contents.background.coverage.count
      contents.background.coverage.append(item)
      pending.append { [self] in
        for (word, place) in fields.list("questions")
        where questionNumbers[word] == nil && calculatedNumbers[word] == nil {
          unknownName(word, place)
        }
        for (word, place) in fields.list("clauses")
        where clauseNumbers[word] == nil && !sectionIDs.contains(where: { $0[word] != nil }) {
          unknownClause(word, place)
        }
        for (word, place) in fields.list("checks") where !checkIDs.contains(word) {
          report.add(
            .unknownCheck, place, "There is no check “\(word)”.",
            nearest(word, in: checkIDs).map { "Did you mean \($0)?" } ?? "Checks stand in checks/.")
        }
        if let obligation, !obligationIDs.contains(obligation) {
          report.add(
            .unknownObligation, fields["obligation"]?.place ?? place,
            "There is no obligation “\(obligation)”.", "Obligations stand in obligations.yaml.")
        }
        unmet(number, place)
      }
    }
    pending.append { [self] in everyObligationIsListed() }
  }

  /// Fills in what stands for an item's obligation, and reports an item for which nothing does.
  private func unmet(_ number: Int, _ place: Place) {
    if let id = contents.background.coverage[number].obligation,
      let obligation = contents.obligations.first(where: { $0.id == id })
    {
      contents.background.coverage[number].meet(obligation, contents)
    }
    let item = contents.background.coverage[number]
    let isWithoutClause = item.obligation != nil && item.clauses.isEmpty && item.reason == nil
    guard item.isHole || isWithoutClause else { return }
    report.add(
      .uncovered, place, "Nothing covers “\(item.says)”.",
      isWithoutClause
        ? "Let a clause say `satisfies: \(item.obligation ?? "")`, or give a `reason`."
        : "Name a question, a clause, a check or an authority, or give a `reason`.")
  }

  /// Where a pack lists its obligations at all, it lists every one.
  private func everyObligationIsListed() {
    let listed = Set(contents.background.coverage.compactMap(\.obligation))
    guard !listed.isEmpty else { return }
    for obligation in contents.obligations where !listed.contains(obligation.id) {
      report.add(
        .uncovered, Place(file: "coverage", line: 0, column: 0),
        "The obligation \(obligation.id) stands in no item of coverage.",
        "Add `{id: …, from: …, obligation: \(obligation.id)}`.")
    }
  }

  // MARK: Whole cases

  func readExamples() {
    var cases: [String: [Assignment]] = [:]
    for path in sources.paths where path.hasPrefix("examples/") && path.hasSuffix(".yaml") {
      let parts = path.split(separator: "/")
      guard parts.count == 3, let node = node(path) else { continue }
      let file = AnswersFile(node, report)
      cases[String(parts[1]), default: []] += file.assignments
      if let journey = file.journey, let place = file.journeyPlace,
        !contents.journeys.contains(where: { $0.id == journey })
      {
        report.add(
          .unknownName, place, "There is no journey “\(journey)”.",
          "Journeys: \(contents.journeys.map(\.id).joined(separator: ", ")).")
      }
    }
    for (id, assignments) in cases.sorted(by: { $0.key < $1.key }) {
      contents.background.examples.append(Example(id: id, assignments: assignments))
    }
    if let clean = contents.clean, cases[clean] == nil {
      report.add(
        .brokenExample, Place(file: "pack.yaml", line: 0, column: 0),
        "There is no example “\(clean)”.", "`clean` names a folder under examples/.")
    }
  }

  func assignments(_ node: Node) -> [Assignment] {
    PackCompiler.assignments(node, report)
  }
}
