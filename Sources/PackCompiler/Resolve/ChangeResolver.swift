import PackModel

/// `changes.yaml`: what is changed in the words of papers.
struct ChangeResolver {
  private let resolver: Resolver
  /// Codes of every flaw that a row may have.
  private let flaws: Set<String>
  private var report: Report { resolver.report }

  init(_ resolver: Resolver, _ review: Review?) {
    self.resolver = resolver
    let columns = (review?.reading ?? []).compactMap { columns -> Int? in
      if case .question(let number)? = columns[.flaw] { number } else { nil }
    }
    flaws = Set(columns.flatMap { resolver.symbols.questions[$0].options.map(\.option.code) })
  }

  /// One for each tree, in their order.
  func changes(_ trees: [PackTree.Search]) -> [WordChanges] {
    trees.map { tree in
      let names = names(tree.fields)
      var ids: Set<String> = []
      var rules: [ChangeRule] = []
      for node in tree.fields.nodes("rules") {
        guard let fields = Fields(node, .changeRule, report), let rule = rule(fields, names)
        else { continue }
        if !ids.insert(rule.id).inserted { report.duplicate(rule.id, fields.place) }
        rules.append(rule)
      }
      return WordChanges(
        language: tree.language, names: names, rules: rules,
        figures: tree.fields.nodes("figures").compactMap(figure))
    }
  }

  private func names(_ fields: Fields) -> [String: [String]] {
    guard let node = fields["names"], let names = Fields(open: node, what: "map of names", report)
    else { return [:] }
    return Dictionary(names.all.map { ($0.key, names.list($0.key).map(\.words)) }) { a, _ in a }
  }

  // MARK: Rules

  private func rule(_ fields: Fields, _ names: [String: [String]]) -> ChangeRule? {
    let id = fields.required("id")
    report.checkID(id, fields["id"]?.place ?? fields.place)
    let acts = ChangeRule.Act.allCases.filter { fields[$0.rawValue] != nil }
    guard acts.count == 1, let act = acts.first else {
      report.add(
        .wrongShape, fields.place,
        "The rule “\(id)” says \(acts.isEmpty ? "not" : "twice") what is done.",
        "Write one of \(ChangeRule.Act.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))."
      )
      return nil
    }
    guard let words = fields.words(act.rawValue),
      let finds = pattern(words, fields[act.rawValue]?.place ?? fields.place, names)
    else { return nil }
    var rule = ChangeRule(id: id, finds: finds)
    rule.act = act
    rule.rows = rows(fields, "rows")
    rule.flaws = flaws(fields)
    rule.puts = fields.words("puts") ?? ""
    lookAtPuts(rule, fields)
    rule.unless = fields.list("unless").compactMap { pattern($0.words, $0.place, names) }
    rule.reachesSentence = reaches(fields)
    rule.closes = fields["closes"] == nil || fields.flag("closes")
    rule.examples = fields.nodes("examples").compactMap(example)
    if rule.examples.isEmpty {
      report.add(
        .missingExample, fields.place, "Nothing proves the rule “\(id)”.",
        "Add `examples` with `text`, `quoted` and `becomes`.")
    }
    return rule
  }

  private func pattern(
    _ words: String, _ place: SourcePosition, _ names: [String: [String]]
  ) -> WordsPattern? {
    guard let pattern = WordsPattern(words) else {
      report.add(
        .brokenValue, place, "“\(words)” is no pattern of words.",
        "Close every bracket, and write words to look for; FORMAT.md says how.")
      return nil
    }
    for name in pattern.names where names[name] == nil {
      report.add(
        .unknownName, place, "“{\(name)}” is none of the names.",
        "Give its words under `names`.")
    }
    return pattern
  }

  private func lookAtPuts(_ rule: ChangeRule, _ fields: Fields) {
    let takesWords = [.replace, .behind, .end].contains(rule.act)
    if takesWords, rule.puts.isEmpty {
      report.add(
        .missingWords, fields.place, "The rule “\(rule.id)” puts nothing in.", "Add `puts: WORDS`.")
    } else if !takesWords, !rule.puts.isEmpty {
      report.add(
        .wrongShape, fields["puts"]?.place ?? fields.place,
        "The rule “\(rule.id)” only strikes words.", "Write `replace` in place of `strike`.")
    }
  }

  private func flaws(_ fields: Fields) -> [String] {
    if fields["flaws"] == nil {
      report.add(
        .missingKey, fields.place, "This rule has no `flaws`.", "Add `flaws: [CODE]`.")
    }
    return fields.list("flaws").map { code, place in
      if !flaws.isEmpty, !flaws.contains(code) {
        report.add(
          .unknownCode, place, "“\(code)” is no flaw of a row.",
          "The flaws are \(flaws.sorted().joined(separator: ", ")).")
      }
      return code
    }
  }

  private func reaches(_ fields: Fields) -> Bool {
    switch fields.words("in") {
    case nil, "quotation": return false
    case "sentence": return true
    default:
      report.add(
        .unknownWord, fields["in"]?.place ?? fields.place,
        "A rule looks in the quotation or in its sentence.", "Write `in: sentence`.")
      return false
    }
  }

  private func example(_ node: Node) -> ChangeRule.Example? {
    guard let fields = Fields(node, .changeExample, report) else { return nil }
    let text = fields.required("text")
    return ChangeRule.Example(
      text: text, quoted: fields.words("quoted") ?? text, becomes: fields.words("becomes"))
  }

  // MARK: Rows and numbers

  private func rows(_ fields: Fields, _ key: String) -> [ChangeRule.Row] {
    fields.list(key).compactMap { id, place in
      resolver.row(id, place).map { ChangeRule.Row(table: $0.table, row: $0.code) }
    }
  }

  private func figure(_ node: Node) -> WordChanges.Figure? {
    guard let fields = Fields(node, .changeFigure, report) else { return nil }
    let key = fields["least"] == nil ? "most" : "least"
    guard let row = rows(fields, "row").first, fields.required(key) != "",
      let limit = resolver.question(fields, key)
    else { return nil }
    return WordChanges.Figure(
      row: row, limit: limit, isMost: key == "most", beside: rows(fields, "beside"))
  }
}
