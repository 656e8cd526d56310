import PackModel

/// Steps, questions, tables, calculated values.
extension Compilation {
  private static let stepKeys: Set = [
    "step", "prefix", "title", "intro", "when", "fragments", "item", "calculated", "decisions",
  ]
  private static let questionKeys: Set = [
    "linkId", "type", "text", "shortText", "prefix", "help", "why", "market", "example",
    "authority", "terms", "required", "short", "enableWhen", "constraint", "deviation",
    "suggestion", "follows", "answerOption", "list", "open", "offer", "offerBy", "unit", "currency",
    "use", "ask", "rowsOf", "repeats", "rows", "rowText", "item", "calculated",
  ]
  private static let reserved: Set = ["text", "display", "says", "code", "matter", "verdict"]

  func readSteps() {
    let known: Set = [
      "pack.yaml", "authorities", "norms", "glossary", "obligations", "providers", "review",
      "help-pages", "phrases", "coverage", "playbook", "decisions", "checks", "lists", "documents",
      "examples", "translations",
    ]
    var files: [(path: String, fields: Fields)] = []
    for path in sources.paths where path.hasSuffix(".yaml") {
      let top = path.split(separator: "/").first.map(String.init) ?? path
      guard path.contains("/"), !known.contains(top) else {
        let name = String(path.dropLast(".yaml".count))
        if !path.contains("/"), path != "pack.yaml", !known.contains(name) {
          report.add(
            .unknownWord, Place(file: path, line: 0, column: 0),
            "A pack has no file of this name at its top.", "See FORMAT.md, Files.")
        }
        continue
      }
      guard let node = node(path),
        let fields = Fields(node, what: "step file", keys: Self.stepKeys, report)
      else { continue }
      files.append((path, fields))
      if let node = fields["fragments"], let map = Fields(open: node, what: "fragments", report) {
        for pair in map.all {
          if fragments.updateValue(pair.value, forKey: pair.key) != nil {
            duplicate(pair.key, pair.place)
          }
        }
      }
    }
    for (_, fields) in files { readStep(fields) }
  }

  private func readStep(_ fields: Fields) {
    let id = fields.required("step", what: "step file")
    checkID(id, fields.place)
    if contents.steps.contains(where: { $0.id == id }) { duplicate(id, fields.place) }
    let step = contents.steps.count
    contents.steps.append(
      Step(
        id: id, prefix: fields.words("prefix") ?? "", title: fields.required("title", what: "step"),
        intro: fields.words("intro") ?? "", items: []))
    if let node = fields["when"], let words = node.words {
      pending.append { [self] in
        contents.steps[step].when = condition(words, node.textPlace, Names())
      }
    }
    for (place, node) in fields.nodes("item").enumerated() {
      if let fields = Fields(node, what: "question", keys: Self.questionKeys, report),
        fields["ask"] != nil
      {
        ask(fields, step, at: place)
      } else if let number = question(node, step: step, parent: nil) {
        contents.steps[step].items.append(number)
      }
    }
    for node in fields.nodes("calculated") { calculated(node, table: nil) }
    for node in fields.nodes("decisions") { decision(node) }
  }

  /// Puts a question of another step at its place in this one, once all are declared. Those before
  /// it are in by then.
  private func ask(_ fields: Fields, _ step: Int, at place: Int) {
    let linkId = fields.required("ask", what: "question")
    pending.append { [self] in
      guard let number = questionNumbers[linkId] else {
        return unknownName(linkId, fields["ask"]?.place ?? fields.place)
      }
      contents.steps[step].items.insert(
        number, at: min(place, contents.steps[step].items.count))
    }
  }

  /// Declares one question with all it holds; nil where it cannot be read.
  private func question(_ node: Node, step: Int, parent: Int?) -> Int? {
    guard let fields = Fields(node, what: "question", keys: Self.questionKeys, report),
      isWithinBounds(fields.place, parent)
    else { return nil }
    let own = fields.required("linkId", what: "question")
    let place = fields["linkId"]?.place ?? fields.place
    checkID(own, place)
    if own.contains(".") {
      report.add(.badID, place, "A linkId has no dots of its own.", "Use hyphens.")
    }
    let owner = parent.map { contents.questions[$0] }
    let linkId = owner.map { "\($0.linkId).\(own)" } ?? own
    let words = fields.required("type", what: "question")
    let kind = QuestionKind(rawValue: words)
    if kind == nil, !words.isEmpty {
      let hint = nearest(words, in: QuestionKind.allCases.map(\.rawValue))
      report.add(
        .unknownWord, fields["type"]?.place ?? fields.place, "“\(words)” is no type of question.",
        hint.map { "Did you mean \($0)?" } ?? "See FORMAT.md, Questions.")
    }
    let inTable = owner?.kind == .table
    if inTable, Self.reserved.contains(own) {
      report.add(
        .badID, place, "“\(own)” has a meaning of its own in every row.", "Choose another linkId.")
    }
    if owner == nil, own == AnswersFile.journeyKey {
      report.add(
        .badID, place, "“\(own)” names the journey in a file of answers.", "Choose another linkId.")
    }
    if inTable, kind == .table || kind == .group {
      report.add(
        .nestedTable, place, "A table holds no table and no group.",
        "Make a table of its own whose rows point at these rows (`rowsOf`).")
    }
    if questionNumbers[linkId] != nil { duplicate(linkId, place) }
    let short = fields.words("shortText") ?? ""
    var question = Question(
      linkId: linkId, kind: kind ?? .string, step: step, text: fields.words("text") ?? "",
      shortText: short)
    if let owner, !owner.shortText.isEmpty, owner.kind == .group {
      question.shortText = "\(owner.shortText): \(short)"
    }
    question.help = fields.words("help") ?? ""
    question.why = fields.words("why") ?? ""
    question.market = fields.words("market") ?? ""
    question.example = fields.words("example") ?? ""
    question.authority = authorities(fields)
    question.required = fields.flag("required")
    question.short = fields.flag("short")
    question.open = fields.flag("open")
    question.currency = fields.words("currency")
    if let currency = question.currency, !Currency.isOne(currency) {
      report.add(
        .unknownWord, fields["currency"]?.place ?? fields.place, "“\(currency)” is no currency.",
        "Write the code of ISO 4217 in capitals, such as EUR.")
    }
    question.parent = parent
    question.units = fields.list("unit").compactMap { unit($0.words, $0.place) }
    let number = contents.questions.count
    contents.questions.append(question)
    questionNumbers[linkId] = number
    questionPlaces.append(place)
    ownerNames[number] = fields.list("rowsOf").map(\.words)
    require(fields, question, inTable: inTable)
    readParts(fields, number, own)
    resolveLater(fields, number)
    return number
  }

  func unit(_ word: String, _ place: Place) -> Unit? {
    if let unit = Unit(rawValue: word) { return unit }
    report.add(
      .unknownWord, place, "“\(word)” is no unit.",
      "Units: \(Unit.allCases.map(\.rawValue).joined(separator: ", ")).")
    return nil
  }

  /// Fragments may use fragments: what they come to is bounded, and so a ring of them ends.
  private func isWithinBounds(_ place: Place, _ parent: Int?) -> Bool {
    var depth = 0
    var owner = parent
    while let current = owner {
      depth += 1
      owner = contents.questions[current].parent
    }
    guard depth < Bounds.groupDepth, contents.questions.count < Bounds.questions else {
      report.add(
        .tooLarge, place,
        depth < Bounds.groupDepth
          ? "The pack has more than \(Bounds.questions) questions."
          : "Groups stand within each other more than \(Bounds.groupDepth) deep.",
        "See whether a fragment uses itself.")
      return false
    }
    return true
  }

  /// Every question has what the user may ask about it.
  private func require(_ fields: Fields, _ question: Question, inTable: Bool) {
    func missing(_ key: String) {
      report.add(
        .missingHelp, fields.place, "The question \(question.linkId) has no `\(key)`.",
        "Add `\(key): …`; every question can say it.")
    }
    if question.text.isEmpty { missing("text") }
    if question.kind == .display { return }
    if fields.words("shortText") == nil { missing("shortText") }
    if question.kind == .group || inTable { return }
    if question.help.isEmpty { missing("help") }
    if question.why.isEmpty { missing("why") }
    if question.authority.isEmpty { missing("authority") }
  }

  private func readParts(_ fields: Fields, _ number: Int, _ own: String) {
    let kind = contents.questions[number].kind
    var items = fields.nodes("item")
    if let fragment = fields.words("use") {
      if case .list(let nodes, _)? = fragments[fragment] {
        items = nodes + items
      } else {
        report.add(
          .unknownName, fields["use"]?.place ?? fields.place, "There is no fragment “\(fragment)”.",
          "Fragments stand under `fragments` of a step file.")
      }
    }
    if !items.isEmpty, kind != .group, kind != .table {
      report.add(
        .wrongShape, fields["item"]?.place ?? fields.place, "Only a group or a table has `item`.",
        "Take it away, or change the type.")
    }
    if kind == .table { readRows(fields, number) }
    for item in items {
      if let child = question(item, step: contents.questions[number].step, parent: number) {
        contents.questions[number].children.append(child)
      }
    }
    if kind == .table {
      for node in fields.nodes("calculated") { calculated(node, table: number) }
    }
    if kind != .boolean { readOptions(fields, number) }
    if kind == .choice || kind == .checks, contents.questions[number].options.isEmpty,
      fields["rowsOf"] == nil
    {
      report.add(
        .missingKey, fields.place, "A \(kind.rawValue) needs its options.",
        "Add `answerOption`, `list` or `rowsOf`.")
    }
  }

  /// What a question's own conditions can name.
  func names(for question: Int) -> Names {
    var names = Names()
    var owner = contents.questions[question].parent
    while let current = owner {
      if contents.questions[current].kind == .table {
        names.tables.insert(current, at: 0)
      } else {
        names.groups.insert(current, at: 0)
      }
      owner = contents.questions[current].parent
    }
    return names
  }

  func names(inside table: Int) -> Names {
    var names = names(for: table)
    names.tables.append(table)
    return names
  }

  private func resolveLater(_ fields: Fields, _ number: Int) {
    pending.append { [self] in
      let names = names(for: number)
      if let node = fields["enableWhen"], let words = node.words {
        contents.questions[number].enableWhen = condition(words, node.textPlace, names)
      }
      resolveConstraints(fields, number, names)
      resolveDeviations(fields, number, names)
      resolveSuggestion(fields, number, names)
      if let node = fields["follows"], let words = node.words {
        contents.questions[number].follows = inlines(words, node.textPlace, names)
      }
      for (word, place) in fields.list("rowsOf") {
        guard let owner = questionNumbers[word] else {
          unknownName(word, place)
          continue
        }
        contents.questions[number].rowsOf.append(owner)
      }
      for (word, place) in fields.list("terms") {
        if !termIDs.contains(word) {
          let hint = nearest(word, in: termIDs).map { "Did you mean \($0)? " } ?? ""
          report.add(
            .unknownTerm, place, "There is no term “\(word)”.",
            hint + "Terms stand in glossary.yaml.")
        }
        contents.questions[number].terms.append(word)
      }
      if let name = fields.words("offer") {
        guard let list = lists[name] else {
          return unknownList(name, fields["offer"]?.place ?? fields.place)
        }
        var offer = Offer(options: list.map(\.option))
        if let by = fields.words("offerBy"), let node = fields["offerBy"] {
          if case .question(let column)? = lookup([by], names)?.member {
            offer.by = column
            offer.attribute = by
          } else {
            unknownName(by, node.place)
          }
        }
        contents.questions[number].offer = offer
      }
    }
  }

  private func resolveConstraints(_ fields: Fields, _ number: Int, _ names: Names) {
    guard let node = fields["constraint"] else { return }
    let nodes: [Node] = if case .list(let list, _) = node { list } else { [node] }
    for node in nodes {
      guard
        let rule = Fields(node, what: "constraint", keys: ["require", "human"], report),
        let require = rule["require"], let words = require.words
      else { continue }
      let human = rule.required("human", what: "constraint")
      if let expression = condition(words, require.textPlace, names) {
        contents.questions[number].constraints.append(
          Constraint(require: expression, human: human))
      }
    }
  }

  private func resolveSuggestion(_ fields: Fields, _ number: Int, _ names: Names) {
    guard let node = fields["suggestion"] else { return }
    let keys: Set = ["value", "norm", "kind", "because", "lens"]
    guard let suggestion = Fields(node, what: "suggestion", keys: keys, report),
      let valueNode = suggestion["value"]
    else { return }
    let question = contents.questions[number]
    guard let value = suggested(valueNode, for: question) else { return }
    let lens = lens(suggestion, for: question)
    if let id = suggestion.words("norm"), let place = suggestion["norm"]?.place {
      guard let norm = norm(id, place) else { return }
      contents.questions[number].suggestion = Suggestion(
        value: value, norm: id, kind: norm.kind,
        because: suggestion.words("because") ?? norm.says, lens: lens)
    } else if let kind = kind(suggestion) {
      contents.questions[number].suggestion = Suggestion(
        value: value, norm: nil, kind: kind,
        because: suggestion.required("because", what: "suggestion"), lens: lens)
    } else {
      report.add(
        .missingKey, suggestion.place, "A suggestion says what sort of norm it is.",
        "Add `norm: ID`, or `kind: MARKET` with `because: …`.")
    }
  }

  private func suggested(_ node: Node, for question: Question) -> Value? {
    let words: String =
      switch node {
      case .words(let text, _, _): text
      case .list(let nodes, _): nodes.compactMap(\.words).joined(separator: ", ")
      case .map: ""
      }
    if let value = typed(words, for: question) { return value }
    report.add(
      .brokenValue, node.place,
      "“\(words)” is no answer to \(question.linkId), a \(question.kind.rawValue).",
      "Write a value as FORMAT.md, Values, says.")
    return nil
  }

  /// Other values for a party. What the law sets is the same for both.
  private func lens(_ suggestion: Fields, for question: Question) -> [String: Value] {
    guard let node = suggestion["lens"],
      let lens = Fields(
        node, what: "lens", keys: ["controller", "processor"], report)
    else { return [:] }
    if kind(suggestion) == .law || suggestion.words("norm").flatMap({ norms[$0] })?.kind == .law {
      report.add(
        .notLaw, node.place, "What the law sets is the same for both parties.",
        "Take `lens` away.")
    }
    return lens.all.reduce(into: [:]) { found, pair in
      found[pair.key] = suggested(pair.value, for: question)
    }
  }
}
