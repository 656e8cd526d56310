import PackModel

/// What is negotiable and what is not: deviations of questions, the playbook.
extension Compilation {
  /// `deviation: {when, norm or authority, says}`, or a list of them.
  func resolveDeviations(_ fields: Fields, _ number: Int, _ names: Names) {
    guard let node = fields["deviation"] else { return }
    let nodes: [Node] = if case .list(let list, _) = node { list } else { [node] }
    for node in nodes {
      let keys: Set = ["when", "norm", "authority", "says"]
      guard let rule = Fields(node, what: "deviation", keys: keys, report) else { continue }
      var says = rule.words("says") ?? ""
      var cited = authorities(rule)
      let norm = rule["norm"].flatMap { node in node.words.flatMap { self.norm($0, node.place) } }
      if let norm {
        if says.isEmpty { says = norm.says }
        if cited.isEmpty { cited = norm.authority }
      }
      let isLaw = norm.map { $0.kind == .law } ?? cited.contains(where: isLaw)
      if !isLaw {
        report.add(
          .notLaw, rule.place, "Nothing that this deviation names is law.",
          "Name a norm or an authority of the kind LAW; what is usual only is a check's to say.")
      }
      if says.isEmpty {
        report.add(
          .missingKey, rule.place, "A deviation says what the law asks.", "Add `says: SENTENCE`.")
      }
      guard let when = rule["when"], let words = when.words else {
        report.add(
          .missingKey, rule.place, "A deviation says when an answer is one.",
          "Add `when: CONDITION`.")
        continue
      }
      if let expression = condition(words, when.textPlace, names) {
        contents.questions[number].deviations.append(
          Deviation(when: expression, norm: norm?.id, authority: cited, says: says))
      }
    }
  }

  private func isLaw(_ id: String) -> Bool {
    contents.authorities.contains { $0.id == id && $0.kind == NormKind.law.rawValue }
  }

  func readPlaybook() {
    for node in entries("playbook") {
      let keys: Set = ["term", "kind", "authority", "controller", "processor"]
      guard let fields = Fields(node, what: "term of the playbook", keys: keys, report)
      else { continue }
      let id = fields.required("term", what: "term of the playbook")
      if let kind = kind(fields), kind == .law {
        report.add(
          .notLaw, fields["kind"]?.place ?? fields.place, "What the law fixes is not negotiated.",
          "Take the term out of the playbook; a choice below the law is a question's `deviation`.")
      }
      let cited = authorities(fields)
      pending.append { [self] in
        guard let question = questionNumbers[id] else {
          return unknownName(id, fields["term"]?.place ?? fields.place)
        }
        if contents.playbook.contains(where: { $0.question == question }) {
          return duplicate(id, fields.place)
        }
        var term = PlaybookTerm(question: question, authority: cited, sides: [:])
        for party in ["controller", "processor"] {
          guard let node = fields[party] else { continue }
          term.sides[party] = playbookSide(node, names(for: question))
        }
        if term.sides.isEmpty {
          report.add(
            .missingKey, fields.place, "The playbook says nothing for either party.",
            "Add `controller` or `processor`.")
        }
        contents.playbook.append(term)
      }
    }
  }

  private func playbookSide(_ node: Node, _ names: Names) -> PlaybookTerm.Side? {
    let keys: Set = ["preferred", "acceptable", "walk-away", "fallback", "because"]
    guard let side = Fields(node, what: "party", keys: keys, report) else { return nil }
    var bounds: [PlaybookTerm.Bound] = []
    for position in PlaybookTerm.Position.allCases {
      guard let node = side[position.rawValue],
        let bound = Fields(node, what: "position", keys: ["when", "says"], report),
        let when = bound["when"], let words = when.words
      else {
        report.add(
          .missingKey, side.place, "The party has no position “\(position.rawValue)”.",
          "Add `\(position.rawValue): {when: CONDITION, says: WORDS}`.")
        return nil
      }
      guard let expression = condition(words, when.textPlace, names) else { return nil }
      bounds.append(
        PlaybookTerm.Bound(when: expression, says: bound.required("says", what: "position")))
    }
    let text = side.required("fallback", what: "party")
    return PlaybookTerm.Side(
      positions: bounds,
      fallback: inlines(text, side["fallback"]?.textPlace ?? side.place, Names()),
      because: side.required("because", what: "party"))
  }

  // MARK: Denied words

  /// What an item calls wrong may stand only where the item says that it is a correct mention.
  func findDeniedWords() {
    let denials = contents.background.denials
    guard !denials.isEmpty else { return }
    let texts = contents.spokenTexts
    let small = texts.map { SmallLetters($0.text) }
    for denial in denials {
      for (text, small) in zip(texts, small)
      where !denial.mentioned.contains(text.id) && denial.isSaid(in: small) {
        report.add(
          .deniedWords, coveragePlaces[denial.item] ?? Place(file: "coverage", line: 0, column: 0),
          "“\(denial.words)” stands in \(text.id): \(text.text.prefix(120))",
          "Mend the text, or name \(text.id) under `mentioned` where it is said rightly.")
      }
    }
  }
}
