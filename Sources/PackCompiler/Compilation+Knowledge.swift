import PackModel

/// Authorities, norms, terms, obligations, facts, help pages, lists.
extension Compilation {
  func readKnowledge() {
    for node in entries("authorities") {
      let keys: Set = [
        "id", "citation", "title", "says", "kind", "status", "from", "amendedBy", "asOf",
        "source", "confidence", "note",
      ]
      guard let fields = Fields(node, what: "authority", keys: keys, report) else { continue }
      let id = fields.required("id", what: "authority")
      checkID(id, fields.place)
      let words = fields.required("confidence", what: "authority")
      let confidence = Authority.Confidence(rawValue: words)
      if confidence == nil, !words.isEmpty {
        report.add(
          .unknownWord, fields["confidence"]?.place ?? fields.place,
          "“\(words)” is no confidence.", "Write high, medium, low or disputed.")
      }
      if !authorityIDs.insert(id).inserted { duplicate(id, fields.place) }
      contents.authorities.append(
        Authority(
          id: id, citation: fields.required("citation", what: "authority"),
          title: fields.words("title") ?? "", says: fields.required("says", what: "authority"),
          kind: fields.words("kind") ?? "LAW", status: fields.required("status", what: "authority"),
          from: fields.words("from"), amendedBy: fields.words("amendedBy"),
          asOf: date(fields, "asOf"),
          source: fields.words("source") ?? "", confidence: confidence ?? .low,
          note: fields.words("note")))
    }
    readNorms()
    readObligations()
    for node in entries("help-pages") {
      guard
        let fields = Fields(
          node, what: "help page", keys: ["id", "title", "body", "authority"], report)
      else { continue }
      contents.background.helpPages.append(
        HelpPage(
          id: fields.required("id", what: "help page"),
          title: fields.required("title", what: "help page"),
          body: fields.required("body", what: "help page"), authority: authorities(fields)))
    }
    for node in entries("providers") {
      let keys: Set = [
        "id", "provider", "product", "route", "fact", "value", "asOf", "source", "confidence",
        "note",
      ]
      guard let fields = Fields(node, what: "fact", keys: keys, report) else { continue }
      contents.background.facts.append(
        ProviderFact(
          id: fields.required("id", what: "fact"),
          provider: fields.required("provider", what: "fact"),
          product: fields.words("product") ?? "", route: fields.words("route") ?? "",
          fact: fields.required("fact", what: "fact"),
          value: fields.required("value", what: "fact"),
          asOf: fields.required("asOf", what: "fact"), source: fields.words("source") ?? "",
          confidence: fields.required("confidence", what: "fact")))
    }
  }

  private func readNorms() {
    for node in entries("norms") {
      let keys: Set = ["id", "value", "kind", "authority", "says", "asOf", "note"]
      guard let fields = Fields(node, what: "norm", keys: keys, report) else { continue }
      let id = fields.required("id", what: "norm")
      checkID(id, fields.place)
      var value: Value?
      if let words = fields.words("value") {
        value = constant(words)
        if value == nil {
          report.add(
            .brokenValue, fields["value"]?.place ?? fields.place, "“\(words)” is no value.",
            "Write a number with a unit or a currency, such as `30 day` or `2 %`.")
        }
      }
      let norm = Norm(
        id: id, value: value, kind: kind(fields) ?? .market, authority: authorities(fields),
        says: fields.required("says", what: "norm"), asOf: date(fields, "asOf"))
      if norms.updateValue(norm, forKey: id) != nil { duplicate(id, fields.place) }
      contents.norms.append(norm)
    }
  }

  private func readObligations() {
    for node in entries("obligations") {
      let keys: Set = ["id", "row", "says", "authority", "severity", "contract", "reason"]
      guard let fields = Fields(node, what: "obligation", keys: keys, report) else { continue }
      let id = fields.required("id", what: "obligation")
      checkID(id, fields.place, upper: true)
      var row: ArticleRow?
      if let words = fields.words("row") {
        row = ArticleRow(rawValue: words)
        if row == nil {
          report.add(
            .unknownWord, fields["row"]?.place ?? fields.place,
            "“\(words)” is no row of Art. 28(3).", "Write chapeau, a to h, or closing.")
        }
      }
      if !obligationIDs.insert(id).inserted { duplicate(id, fields.place) }
      contents.obligations.append(
        Obligation(
          id: id, row: row, says: fields.required("says", what: "obligation"),
          authority: authorities(fields), severity: severity(fields),
          contract: fields.flag("contract"), reason: fields.words("reason")))
    }
  }

  func readTerms() {
    for node in entries("glossary") {
      let keys: Set = ["id", "term", "says", "defined", "definition", "words", "authority"]
      guard let fields = Fields(node, what: "term", keys: keys, report) else { continue }
      let id = fields.required("id", what: "term")
      checkID(id, fields.place)
      if !termIDs.insert(id).inserted { duplicate(id, fields.place) }
      let number = contents.terms.count
      let term = fields.required("term", what: "term")
      contents.terms.append(
        Term(
          id: id, term: term, says: fields.required("says", what: "term"), definition: nil,
          words: fields.list("words").map(\.words).isEmpty
            ? [term] : fields.list("words").map(\.words),
          authority: authorities(fields)))
      if fields.flag("defined") {
        guard let node = fields["definition"], let words = node.words else {
          report.add(
            .missingKey, fields.place, "A defined term needs its `definition`.",
            "Add `definition: …`, or take `defined` away.")
          continue
        }
        pending.append { [self] in
          contents.terms[number].definition = inlines(words, node.textPlace, Names())
        }
      }
    }
  }

  func readLists() {
    for path in sources.paths where path.hasPrefix("lists/") && path.hasSuffix(".yaml") {
      let name = String(path.dropFirst("lists/".count).dropLast(".yaml".count))
      var options: [(node: Node, option: Option)] = []
      var codes: Set<String> = []
      for node in entries("lists/\(name)") {
        guard let option = option(node) else { continue }
        if !codes.insert(option.code).inserted { duplicate(option.code, node.place) }
        options.append((node, option))
      }
      lists[name] = options
      checkNames(options)
    }
  }

  /// An option without what must be resolved later: `says` and `enableWhen`.
  func option(_ node: Node) -> Option? {
    guard let fields = Fields(open: node, what: "option", report) else { return nil }
    let code = fields.required("code", what: "option")
    checkID(code, fields["code"]?.place ?? fields.place)
    if ["answered", "open", "absent", "any"].contains(code) {
      report.add(
        .badID, fields["code"]?.place ?? fields.place, "“\(code)” is a word of conditions.",
        "Choose another code.")
    }
    return Option(
      code: code, display: fields.required("display", what: "option"),
      aliases: fields.list("alias").map(\.words), help: fields.words("help"),
      exclusive: fields.flag("exclusive"), unsettled: fields.flag("unsettled"),
      attributes: attributes(
        fields,
        but: ["code", "display", "alias", "says", "help", "exclusive", "unsettled", "enableWhen"]))
  }

  func attributes(_ fields: Fields, but known: Set<String>) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for pair in fields.all where !known.contains(pair.key) {
      found[pair.key] = fields.list(pair.key).map(\.words)
    }
    return found
  }
}
