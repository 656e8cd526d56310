import Documents
import Interview
import PackModel

extension Evaluation {
  /// What the provenance of a run comes to. Pure: the same evaluation says the same.
  package func explanation(of provenance: Provenance) -> Explanation {
    var found = Explanation()
    var authorities: [String] = []
    var members: [Member] = []
    if let id = provenance.clause, let number = pack.clause(id) {
      let clause = pack.clauses[number]
      found.clause = id
      found.duties = clause.satisfies.map {
        Explanation.Duty(id: $0, says: pack.obligation($0)?.says ?? "")
      }
      authorities += clause.authority
      let section = pack.documents[clause.document].sections.first { $0.id == clause.section }
      for condition in [section?.when, clause.when].compactMap({ $0 }) {
        found.conditions.append(ExpressionWords(pack).words(condition))
        members += condition.members
      }
      if let alternative = clause.alternative {
        found.conditions.append(
          "\(name(of: alternative.subject)) is \(alternative.codes.joined(separator: " or "))")
        members.append(alternative.subject)
      }
    }
    if let id = provenance.rule {
      let rule = self.rule(id)
      found.rule = Explanation.Rule(id: id, says: rule.says)
      authorities += rule.authority
    }
    // What is printed comes before what only decided that it is.
    if let linkId = provenance.question {
      found.answers.append(answer(AnswerKey(linkId, row: provenance.row)))
      if let number = pack.question(linkId) { authorities += pack.questions[number].authority }
    }
    for case .question(let number) in members where pack.table(of: number) == nil {
      let answer = answer(key(number))
      if !found.answers.contains(answer) { found.answers.append(answer) }
    }
    var seen: Set<String> = []
    found.authorities = authorities.filter { seen.insert($0).inserted }
      .compactMap { pack.authority($0) }
      .map {
        Explanation.Source(
          id: $0.id, citation: $0.citation, says: $0.says, mustBeVerified: $0.mustBeVerified)
      }
    return found
  }

  private func answer(_ key: AnswerKey) -> Explanation.Answer {
    let number = pack.question(key.linkId)
    let said: String
    if let number, case .value(let value)? = sheet[key] {
      said = shown(value, of: number)
    } else if let number {
      let row = key.row.flatMap { id in
        pack.table(of: number).flatMap { effective.table($0)?.number(of: id) }
      }
      said = "(\(state(number, row: row).rawValue))"
    } else {
      said = "(no question)"
    }
    return Explanation.Answer(
      key: key, name: name(of: key), question: number.map { pack.questions[$0].text } ?? "",
      said: said, entry: sheet.origins[key])
  }

  /// How a calculated value, a phrase or a norm is found, and what that rests on.
  private func rule(_ id: String) -> (says: String, authority: [String]) {
    let words = ExpressionWords(pack)
    if let number = pack.calculated(id) {
      let calculated = pack.calculated[number]
      switch calculated.rule {
      case .value(let expression):
        return ("\(calculated.shortText), \(words.words(expression))", calculated.authority)
      case .decide(let table, let inputs):
        let by = inputs.map { words.words($0) }.joined(separator: ", ")
        var says = "\(calculated.shortText), decided by \(by)"
        if calculated.table == nil,
          case .value(.choice(.code(let code))) = effective.reading(.calculated(number))
        {
          says += ": \(pack.decisions[table].says[code] ?? code)"
        }
        return (says, calculated.authority + pack.decisions[table].authority)
      }
    }
    switch pack.phrase(id)?.rule {
    case .code(let expression, _): return ("words by \(words.words(expression))", [])
    case .count(let range, let condition, _, _):
      return ("words by \(words.words(.count(range, condition)))", [])
    case nil: return pack.norm(id).map { ($0.says, $0.authority) } ?? ("", [])
    }
  }

  private func name(of member: Member) -> String {
    switch member {
    case .question(let number): pack.questions[number].linkId
    case .calculated(let number): pack.calculated[number].id
    }
  }
}
