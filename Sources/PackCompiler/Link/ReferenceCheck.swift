import PackModel

/// Whether what a document refers to is there wherever the reference is.
struct ReferenceCheck {
  private let contents: PackContents
  private let symbols: SymbolTable
  private let report: Report

  init(_ contents: PackContents, _ symbols: SymbolTable, _ report: Report) {
    self.contents = contents
    self.symbols = symbols
    self.report = report
  }

  func look(at reference: Reference) {
    guard let document = reference.whereabouts.document else { return }
    if namesTheContract(reference, from: document) { return }
    guard let targets = targets(of: reference, in: document) else { return }
    var source = Needs(conditions: [], alternative: nil)
    if let clause = reference.whereabouts.clause { source = conditions(of: clause) }
    for condition in reference.whereabouts.conditions { source.add(condition) }
    if isSafe(targets, source) || isSafeEitherWay(targets, source) { return }
    report.add(
      .danglingReference, reference.place,
      "\(reference.ids.joined(separator: " or ")) can be out while this clause is in.",
      "Name the alternatives (`ref A or B`), or hang both on the same condition.")
  }

  /// Whether a paper that is only read names a place in the contract: what is out there says so itself.
  private func namesTheContract(_ reference: Reference, from document: Int) -> Bool {
    let role = contents.documents[document].role
    guard !role.isSigned,
      let contract = contents.documents.firstIndex(where: { $0.role == .contract })
    else { return false }
    return reference.ids.allSatisfy { id in
      if let number = symbols.number(.clause, id) {
        return contents.clauses[number].document == contract
      }
      return contents.documents[contract].sections.contains { $0.id == id }
        && !contents.documents[document].sections.contains { $0.id == id }
    }
  }

  /// The clauses that are meant; nil where one of them is unknown, which is reported, or is a
  /// section that is always in.
  private func targets(of reference: Reference, in document: Int) -> [Int]? {
    var targets: [Int] = []
    for id in reference.ids {
      if let number = symbols.number(.clause, id), contents.clauses[number].document == document {
        targets.append(number)
      } else if let section = contents.documents[document].sections.first(where: { $0.id == id }) {
        let clauses = section.parts.compactMap { part -> Int? in
          guard case .clause(let number) = part else { return nil }
          return number
        }
        // Text outside clauses keeps a section in.
        if clauses.count < section.parts.count, section.when == nil { return nil }
        targets += clauses
      } else {
        report.add(symbols.unknown(.clause, id), reference.place)
        return nil
      }
    }
    return targets
  }

  /// What must hold for a clause to be in.
  private struct Needs {
    var conditions: Set<Expression>
    var alternative: Clause.Alternative?

    mutating func add(_ condition: Expression?) {
      guard let condition else { return }
      if case .and(let parts) = condition {
        conditions.formUnion(parts)
      } else {
        conditions.insert(condition)
      }
    }
  }

  private func conditions(of number: Int) -> Needs {
    let clause = contents.clauses[number]
    var found = Needs(conditions: [], alternative: clause.alternative)
    found.add(clause.when)
    if let alternative = clause.alternative, alternative.codes.count == 1 {
      // `case: q code` says the same as `when: q is code`.
      found.conditions.formUnion(implied(alternative.subject, alternative.codes[0]))
    }
    found.add(contents.documents[clause.document].sections.first { $0.id == clause.section }?.when)
    return found
  }

  /// Whether one of the targets is always in where the source is.
  private func isSafe(
    _ targets: [Int], _ source: Needs
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
    guard let first = targets.first else { return false }
    let document = symbols.documents[contents.clauses[first].document]
    return codes.contains { subject, said in
      var all = symbols.caseCodes(subject, isSigned: document.isSigned)
      guard case .question(let number) = subject else { return all.isSubset(of: said) }
      let question = contents.questions[number]
      if question.open { all.remove("other") }
      return all.isSubset(of: said)
        && question.enableWhen.map { source.conditions.contains($0) } ?? true
    }
  }

  /// Whether a yes or no splits the targets so that on each side one of them is always in.
  private func isSafeEitherWay(
    _ targets: [Int], _ source: Needs
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
