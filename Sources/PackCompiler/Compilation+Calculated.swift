import PackModel

/// Values that follow from answers.
extension Compilation {
  func calculated(_ node: Node, table: Int?) {
    let keys: Set = ["id", "type", "shortText", "value", "decide", "by", "authority", "linkId"]
    guard let fields = Fields(node, what: "calculated value", keys: keys, report) else { return }
    let own = fields.required("id", what: "calculated value")
    checkID(own, fields.place)
    let id = table.map { "\(contents.questions[$0].linkId).\(own)" } ?? own
    if calculatedNumbers[id] != nil || questionNumbers[id] != nil { duplicate(id, fields.place) }
    let number = contents.calculated.count
    calculatedNumbers[id] = number
    calculatedPlaces.append(fields.place)
    contents.calculated.append(
      Calculated(
        id: id, shortText: fields.words("shortText") ?? own.replacing("-", with: " "),
        authority: authorities(fields), table: table, rule: .value(.value(.number(0)))))
    if let table { contents.questions[table].calculated.append(number) }
    if let id = fields.words("decide") { decideNames[number] = id }
    pending.append { [self] in
      let names = table.map { self.names(inside: $0) } ?? Names()
      if let value = fields["value"], let words = value.words {
        if let expression = self.value(words, value.textPlace, names) {
          contents.calculated[number].rule = .value(expression)
        }
      } else if let id = fields.words("decide") {
        guard let decision = decisionNumbers[id] else {
          return unknownName(id, fields["decide"]?.place ?? fields.place)
        }
        let typed = fields.list("by").compactMap { words, place in
          self.parsed(words, place, names)
        }
        let inputs = typed.map(\.expression)
        let wanted = contents.decisions[decision].rows.first?.when.count ?? 0
        if inputs.count != wanted, inputs.count == fields.list("by").count {
          report.add(
            .wrongShape, fields["by"]?.place ?? fields.place,
            "The decision \(id) has \(wanted) columns, and `by` names \(inputs.count).",
            "Name one value for each column.")
        }
        if inputs.count == wanted {
          decisionInputs[decision, default: []].append(typed.map(\.kind))
        }
        contents.calculated[number].rule = .decide(decision, by: inputs)
      } else {
        report.add(
          .missingKey, fields.place, "A calculated value needs `value` or `decide` with `by`.",
          "See FORMAT.md, Decisions.")
      }
    }
  }
}
