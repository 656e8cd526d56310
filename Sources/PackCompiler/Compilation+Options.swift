import PackModel

/// Options of choices and checks, rows that the pack gives.
extension Compilation {
  func readOptions(_ fields: Fields, _ number: Int) {
    var options = fields.nodes("answerOption").compactMap { node in
      option(node).map { (node: node, option: $0) }
    }
    if let name = fields.words("list") {
      guard let list = lists[name] else {
        return unknownList(name, fields["list"]?.place ?? fields.place)
      }
      options += list
    }
    optionCount += options.count
    guard optionCount <= Bounds.options else {
      return report.add(
        .tooLarge, fields.place, "The pack has more than \(Bounds.options) options.",
        "Make the lists shorter.")
    }
    var codes: Set<String> = []
    for (at, entry) in options.enumerated() {
      if !codes.insert(entry.option.code).inserted {
        duplicate(entry.option.code, entry.node.place)
      }
      resolveOption(entry.node, number, at)
    }
    // The options of a list were looked at where it was read.
    if fields["answerOption"] != nil { checkNames(options) }
    contents.questions[number].options = options.map(\.option)
  }

  /// Whoever answers may write a code, a label or an alias: each means one option.
  func checkNames(_ options: [(node: Node, option: Option)]) {
    var owners: [FoldedName: String] = [:]
    for (_, option) in options where !FoldedName(option.code).key.isEmpty {
      owners[FoldedName(option.code)] = option.code
    }
    for (node, option) in options {
      for (at, name) in ([option.display] + option.aliases).enumerated() {
        let folded = FoldedName(name)
        guard !folded.key.isEmpty else { continue }
        guard let owner = owners.updateValue(option.code, forKey: folded), owner != option.code
        else { continue }
        let fields = Fields(open: node, what: "option", report)
        let place = at == 0 ? fields?["display"]?.place : fields?.list("alias")[at - 1].place
        report.add(
          .sameName, place ?? node.place,
          "“\(name)” reads as a name of the option \(owner) as well.",
          "Take it from one of the two, or write more of the name.")
      }
    }
  }

  func unknownList(_ name: String, _ place: Place) {
    let hint = nearest(name, in: lists.keys).map { "Did you mean \($0)? " } ?? ""
    report.add(
      .unknownList, place, "There is no list “\(name)”.", hint + "Lists stand in lists/NAME.yaml.")
  }

  private func resolveOption(_ node: Node, _ number: Int, _ at: Int) {
    guard case .map(let pairs, _) = node else { return }
    for pair in pairs {
      guard let words = pair.value.words else { continue }
      let place = pair.value.textPlace
      if pair.key == "says" {
        pending.append { [self] in
          contents.questions[number].options[at].says = inlines(words, place, names(for: number))
        }
      } else if pair.key == "enableWhen" {
        pending.append { [self] in
          contents.questions[number].options[at].enableWhen =
            condition(words, place, names(for: number))
        }
      }
    }
  }

  func readRows(_ fields: Fields, _ number: Int) {
    if fields["rows"] == nil {
      if !fields.flag("repeats") {
        report.add(
          .missingKey, fields.place, "A table needs `repeats: true` or `rows`.",
          "`repeats: true` for rows of the user, `rows` for rows that the pack gives.")
      }
      contents.questions[number].rows = .user(fields.words("rowText") ?? "row")
      return
    }
    var rows: [PackRow] = []
    var nodes: [Node] = []
    if let name = fields["rows"]?.words {
      // The rows are the options of a list.
      guard let list = lists[name] else {
        unknownList(name, fields["rows"]?.place ?? fields.place)
        return
      }
      rows = list.map { _, option in
        PackRow(
          code: option.code, text: option.display, help: option.help,
          attributes: option.attributes)
      }
      nodes = list.map(\.node)
    } else {
      for node in fields.nodes("rows") {
        guard let row = Fields(open: node, what: "row", report) else { continue }
        nodes.append(node)
        let code = row.required("code", what: "row")
        if rows.contains(where: { $0.code == code }) { duplicate(code, row.place) }
        rows.append(
          PackRow(
            code: code, text: row.required("text", what: "row"), help: row.words("help"),
            authority: authorities(row),
            attributes: attributes(
              row, but: ["code", "text", "unit", "says", "help", "authority", "enableWhen"])))
      }
    }
    contents.questions[number].rows = .pack(rows)
    for (at, node) in nodes.enumerated() {
      guard case .map(let pairs, _) = node else { continue }
      for pair in pairs {
        guard let words = pair.value.words else { continue }
        let place = pair.value.textPlace
        if pair.key == "says" {
          pending.append { [self] in
            let says = inlines(words, place, names(inside: number))
            update(number, at) { $0.says = says }
          }
        } else if pair.key == "enableWhen" {
          pending.append { [self] in
            let when = condition(words, place, names(inside: number))
            update(number, at) { $0.enableWhen = when }
          }
        } else if pair.key == "unit" {
          let unit = unit(words, place)
          update(number, at) { $0.unit = unit }
          pending.append { [self] in
            let columns = contents.questions[number].children.map { contents.questions[$0].units }
            guard let unit, !columns.contains(where: { $0.contains(unit) }) else { return }
            report.add(
              .mismatchedUnits, place, "No column of this table counts in \(unit.rawValue).",
              "Write a unit that a column has, or add it to the column's `unit`.")
          }
        }
      }
    }
  }

  private func update(_ question: Int, _ row: Int, _ change: (inout PackRow) -> Void) {
    guard case .pack(var rows) = contents.questions[question].rows, rows.indices.contains(row)
    else {
      return
    }
    change(&rows[row])
    contents.questions[question].rows = .pack(rows)
  }
}
