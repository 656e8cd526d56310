import PackModel

/// What can be looked at only when everything is resolved: the order, alternatives, references.
extension Compilation {
  func link() {
    findHiddenNames()
    checkCells()
    order()
    groupAlternatives()
    for reference in references { check(reference) }
  }

  // MARK: Names

  /// In a row its own names come first, so a name from outside must not be the same.
  private func findHiddenNames() {
    func look(_ id: String, _ table: Int, _ place: Place) {
      let own = String(id.dropFirst(contents.questions[table].linkId.count + 1))
      guard questionNumbers[own] != nil || calculatedNumbers[own] != nil else { return }
      report.add(
        .hiddenName, place,
        "In a row of \(contents.questions[table].linkId), “\(own)” hides the "
          + "question of the same name.",
        "Rename one of the two.")
    }
    for (number, question) in contents.questions.enumerated() {
      if let table = table(of: .question(number)) {
        look(question.linkId, table, questionPlaces[number])
      }
    }
    for (number, value) in contents.calculated.enumerated() {
      if let table = value.table { look(value.id, table, calculatedPlaces[number]) }
    }
  }

  // MARK: The order of evaluation

  private func order() {
    enum Mark { case white, grey, black }
    let count = contents.questions.count
    var marks = [Mark](repeating: .white, count: count + contents.calculated.count)
    func index(_ member: Member) -> Int {
      switch member {
      case .question(let number): number
      case .calculated(let number): count + number
      }
    }
    func member(_ index: Int) -> Member {
      index < count ? .question(index) : .calculated(index - count)
    }
    // Depth first, without recursion: a pack may nest deeply.
    for start in marks.indices where marks[start] == .white {
      var stack: [(node: Int, next: [Int])] = [(start, reads(member(start)).map(index))]
      marks[start] = .grey
      while var top = stack.popLast() {
        guard let next = top.next.popLast() else {
          marks[top.node] = .black
          contents.order.append(member(top.node))
          continue
        }
        stack.append(top)
        switch marks[next] {
        case .black: continue
        case .grey:
          let ring = stack.map(\.node).drop { $0 != next }.map { name(member($0)) }
          report.add(
            .cycle, placeOf(member(next)),
            "What is asked here depends on itself: \((ring + [name(member(next))]).joined(separator: " → ")).",
            "Break the ring: one of these conditions must not read the other.")
        case .white:
          marks[next] = .grey
          stack.append((next, reads(member(next)).map(index)))
        }
      }
    }
  }

  private func name(_ member: Member) -> String {
    switch member {
    case .question(let number): contents.questions[number].linkId
    case .calculated(let number): contents.calculated[number].id
    }
  }

  private func placeOf(_ member: Member) -> Place {
    switch member {
    case .question(let number): questionPlaces[number]
    case .calculated(let number): calculatedPlaces[number]
    }
  }

  /// What must be computed before a member.
  private func reads(_ member: Member) -> [Member] {
    var found: [Member] = []
    switch member {
    case .question(let number):
      let question = contents.questions[number]
      if let parent = question.parent { found.append(.question(parent)) }
      // A pointer is good as long as what it names is there.
      found += question.rowsOf.filter { $0 != question.parent }.map { .question($0) }
      for option in question.options { found += option.enableWhen?.members ?? [] }
      found += question.enableWhen?.members ?? []
      for constraint in question.constraints {
        found += constraint.require.members.filter { $0 != member }
      }
      if case .pack(let rows) = question.rows {
        for row in rows { found += row.enableWhen?.members ?? [] }
      }
    case .calculated(let number):
      let calculated = contents.calculated[number]
      if let table = calculated.table { found.append(.question(table)) }
      switch calculated.rule {
      case .value(let expression): found += expression.members
      case .decide(_, let inputs): for input in inputs { found += input.members }
      }
    }
    // A column needs its table.
    found += found.compactMap { table(of: $0).map { .question($0) } }
    return found.filter { $0 != member }
  }

  // MARK: Alternatives

  private func groupAlternatives() {
    for document in contents.documents {
      for section in document.sections {
        var previous: Int?
        var groups: [[Int]] = []
        for part in section.parts {
          guard case .clause(let number) = part,
            let alternative = contents.clauses[number].alternative
          else {
            previous = nil
            continue
          }
          if let previous, let before = contents.clauses[previous].alternative,
            before.subject == alternative.subject,
            contents.clauses[previous].when == contents.clauses[number].when
          {
            contents.clauses[number].alternative?.group = before.group
            groups[groups.count - 1].append(number)
          } else {
            groups.append([number])
          }
          previous = number
        }
        for group in groups { checkGroup(group) }
      }
    }
  }

  private func checkGroup(_ group: [Int]) {
    guard let first = group.first, let subject = contents.clauses[first].alternative?.subject
    else { return }
    let alternatives = group.compactMap { contents.clauses[$0].alternative }
    let said = Set(alternatives.flatMap { $0.codes + $0.silent })
    let missing = caseCodes(subject, in: contents.clauses[first].document).subtracting(said)
    // For yes and no, some and none, one side may well have nothing to say.
    let pairs = ["yes", "no", "some", "none"]
    if !missing.isEmpty, !missing.isSubset(of: pairs) || alternatives.isEmpty {
      report.add(
        .missingAlternative, clausePlaces[first],
        "No clause is for \(missing.sorted().joined(separator: ", ")) of "
          + "\(name(subject)).",
        "Add a clause with `case`, or list the codes under `silent`.")
    }
  }

  // MARK: References

  /// What must hold for a clause to be in.
  private func conditions(of number: Int) -> (
    conditions: Set<Expression>, alternative: Clause.Alternative?
  ) {
    let clause = contents.clauses[number]
    var found: Set<Expression> = []
    func add(_ condition: Expression?) {
      guard let condition else { return }
      if case .and(let parts) = condition {
        found.formUnion(parts)
      } else {
        found.insert(condition)
      }
    }
    add(clause.when)
    if let alternative = clause.alternative, alternative.codes.count == 1 {
      // `case: q code` says the same as `when: q is code`.
      found.formUnion(implied(alternative.subject, alternative.codes[0]))
    }
    add(contents.documents[clause.document].sections.first { $0.id == clause.section }?.when)
    return (found, clause.alternative)
  }

  private func check(_ reference: Reference) {
    guard reference.document >= 0 else {
      // A phrase or an option's words, which any document may print.
      for id in reference.ids
      where clauseNumbers[id] == nil && !sectionIDs.contains(where: { $0[id] != nil }) {
        unknownClause(id, reference.place)
      }
      return
    }
    var targets: [[Int]] = []
    for id in reference.ids {
      if let number = clauseNumbers[id], contents.clauses[number].document == reference.document {
        targets.append([number])
      } else if sectionIDs[reference.document][id] != nil {
        guard
          let section = contents.documents[reference.document].sections.first(where: { $0.id == id }
          )
        else { continue }
        let clauses = section.parts.compactMap { part -> Int? in
          guard case .clause(let number) = part else { return nil }
          return number
        }
        // Text outside clauses keeps a section in.
        if clauses.count < section.parts.count, section.when == nil { return }
        targets.append(clauses)
      } else {
        unknownClause(id, reference.place)
        return
      }
    }
    var source: (conditions: Set<Expression>, alternative: Clause.Alternative?) = ([], nil)
    if let clause = reference.clause { source = conditions(of: clause) }
    for condition in reference.conditions {
      if case .and(let parts) = condition {
        source.conditions.formUnion(parts)
      } else {
        source.conditions.insert(condition)
      }
    }
    if isSafe(targets.flatMap { $0 }, source) || isSafeEitherWay(targets.flatMap { $0 }, source) {
      return
    }
    report.add(
      .danglingReference, reference.place,
      "\(reference.ids.joined(separator: " or ")) can be out while this clause is in.",
      "Name the alternatives (`ref A or B`), or hang both on the same condition.")
  }

  /// Whether one of the targets is always in where the source is.
  private func isSafe(
    _ targets: [Int], _ source: (conditions: Set<Expression>, alternative: Clause.Alternative?)
  ) -> Bool {
    var codes: [Member: Set<String>] = [:]
    for target in targets {
      var needs = conditions(of: target)
      if let alternative = needs.alternative, alternative.codes.count == 1 {
        needs.conditions.subtract(implied(alternative.subject, alternative.codes[0]))
      }
      guard needs.conditions.isSubset(of: source.conditions) else { continue }
      guard let alternative = needs.alternative else { return true }
      if let own = source.alternative, own.subject == alternative.subject,
        Set(own.codes).isSubset(of: alternative.codes)
      {
        return true
      }
      // `when: q is code` says the same as `case: q code`.
      if alternative.codes.contains(where: { code in
        implied(alternative.subject, code).contains { source.conditions.contains($0) }
      }) {
        return true
      }
      codes[alternative.subject, default: []].formUnion(alternative.codes)
    }
    guard let document = targets.first.map({ contents.clauses[$0].document }) else { return false }
    return codes.contains { subject, said in
      var all = caseCodes(subject, in: document)
      guard case .question(let number) = subject else { return all.isSubset(of: said) }
      let question = contents.questions[number]
      if question.open { all.remove("other") }
      return all.isSubset(of: said)
        && question.enableWhen.map { source.conditions.contains($0) } ?? true
    }
  }

  /// Whether a yes or no splits the targets so that on each side one of them is always in.
  private func isSafeEitherWay(
    _ targets: [Int], _ source: (conditions: Set<Expression>, alternative: Clause.Alternative?)
  ) -> Bool {
    var open: Set<Expression> = []
    for target in targets { open.formUnion(conditions(of: target).conditions) }
    open.subtract(source.conditions)
    return open.contains { condition in
      guard case .equal(let subject, .value(.boolean)) = condition else { return false }
      return [true, false].allSatisfy { side in
        var split = source
        split.conditions.insert(.equal(subject, .value(.boolean(side))))
        return isSafe(targets, split)
      }
    }
  }

  private func implied(_ subject: Member, _ code: String) -> [Expression] {
    let member = Expression.member(subject)
    switch (code, subject) {
    case ("yes", _): return [.equal(member, .value(.boolean(true))), member]
    case ("no", _): return [.equal(member, .value(.boolean(false)))]
    case ("some", .question(let question)):
      return [.any(.rows(question), nil), .any(.ticks(question), nil)]
    default: return [.equal(member, .value(.code(code)))]
    }
  }
}
