import PackModel

extension ByteWriter {
  mutating func write(_ norm: Norm) {
    write(norm.id)
    write(norm.value) { $0.write($1) }
    write(case: norm.kind)
    write(norm.authority)
    write(norm.says)
    write(norm.asOf)
  }

  mutating func write(_ authority: Authority) {
    for text in [
      authority.id, authority.citation, authority.title, authority.says, authority.kind,
      authority.status, authority.source,
    ] { write(text) }
    write(authority.from)
    write(authority.amendedBy)
    write(authority.asOf)
    write(case: authority.confidence)
    write(authority.note)
  }

  mutating func write(_ term: Term) {
    write(term.id)
    write(term.term)
    write(term.says)
    write(term.definition) { $0.write($1) }
    write(term.words)
    write(term.authority)
  }

  mutating func write(_ obligation: Obligation) {
    write(obligation.id)
    write(obligation.row) { $0.write(case: $1) }
    write(obligation.says)
    write(obligation.authority)
    write(case: obligation.severity)
    write(obligation.contract)
    write(obligation.reason)
  }

  mutating func write(_ fact: ProviderFact) {
    for text in [
      fact.id, fact.provider, fact.product, fact.route, fact.fact, fact.value, fact.asOf,
      fact.source, fact.confidence,
    ] { write(text) }
  }

  mutating func write(_ page: HelpPage) {
    for text in [page.id, page.title, page.body] { write(text) }
    write(page.authority)
  }

  mutating func write(_ item: CoverageItem) {
    for text in [item.id, item.from, item.says] { write(text) }
    for list in [item.questions, item.clauses, item.checks] { write(list) }
    for list in [item.authorities, item.deny, item.mentioned] { write(list) }
    write(item.obligation)
    write(item.reason)
  }

  mutating func write(_ check: Check) {
    write(check.id)
    write(index: check.table)
    write(check.when) { $0.write($1) }
    write(check.pass)
    write(case: check.severity)
    write(map: check.lens) { $0.write(case: $1) }
    write(case: check.kind)
    write(check.norm)
    write(check.authority)
    write(check.closes)
    write(check.closesBy)
    write(check.implies)
    write(indices: check.at)
  }

  private mutating func write(_ example: CheckExample) {
    write(case: example.outcome)
    write(example.clean)
    write(example.changes) { $0.write($1) }
    write(example.rows)
  }

  mutating func write(background: PackBackground) {
    write(background.proofs) { $0.write($1) { $0.write($1) } }
    write(background.coverage) { $0.write($1) }
    write(background.examples) {
      $0.write($1.id)
      $0.write($1.assignments) { $0.write($1) }
    }
    write(background.facts) { $0.write($1) }
    write(background.helpPages) { $0.write($1) }
  }

  mutating func write(_ assignment: Assignment) {
    write(assignment.path)
    write(assignment.note)
    switch assignment.said {
    case .words(let words):
      write(tag: 0)
      write(words)
    case .list(let list):
      write(tag: 1)
      write(list)
    case .unknown(let note):
      write(tag: 2)
      write(note)
    case .parked(let note):
      write(tag: 3)
      write(note)
    case .notApplicable(let reason):
      write(tag: 4)
      write(reason)
    case .none: write(tag: 5)
    case .open: write(tag: 6)
    case .removeRow: write(tag: 7)
    }
  }
}

extension ByteReader {
  private static let confidences = Authority.Confidence.allCases
  private static let articleRows = ArticleRow.allCases
  private static let severities = Severity.allCases
  private static let outcomes = CheckExample.Outcome.allCases

  mutating func norm() throws(PackCacheFault) -> Norm {
    let id = try string()
    let value = try optional { reader throws(PackCacheFault) in try reader.value() }
    let kind = try oneOf(ByteReader.normKinds)
    let authority = try strings()
    let says = try string()
    return Norm(
      id: id, value: value, kind: kind, authority: authority, says: says, asOf: try date())
  }

  mutating func authority() throws(PackCacheFault) -> Authority {
    let id = try string()
    let citation = try string()
    let title = try string()
    let says = try string()
    let kind = try string()
    let status = try string()
    let source = try string()
    let from = try optionalString()
    let amendedBy = try optionalString()
    let asOf = try date()
    let confidence = try oneOf(ByteReader.confidences)
    return Authority(
      id: id, citation: citation, title: title, says: says, kind: kind, status: status,
      from: from, amendedBy: amendedBy, asOf: asOf, source: source, confidence: confidence,
      note: try optionalString())
  }

  mutating func term() throws(PackCacheFault) -> Term {
    let id = try string()
    let term = try string()
    let says = try string()
    let definition = try optionalInlines()
    let words = try strings()
    return Term(
      id: id, term: term, says: says, definition: definition, words: words,
      authority: try strings())
  }

  mutating func obligation() throws(PackCacheFault) -> Obligation {
    let id = try string()
    let row = try optional { reader throws(PackCacheFault) in
      try reader.oneOf(ByteReader.articleRows)
    }
    let says = try string()
    let authority = try strings()
    let severity = try oneOf(ByteReader.severities)
    let contract = try bool()
    return Obligation(
      id: id, row: row, says: says, authority: authority, severity: severity,
      contract: contract, reason: try optionalString())
  }

  mutating func fact() throws(PackCacheFault) -> ProviderFact {
    let id = try string()
    let provider = try string()
    let product = try string()
    let route = try string()
    let fact = try string()
    let value = try string()
    let asOf = try string()
    let source = try string()
    return ProviderFact(
      id: id, provider: provider, product: product, route: route, fact: fact, value: value,
      asOf: asOf, source: source, confidence: try string())
  }

  mutating func helpPage() throws(PackCacheFault) -> HelpPage {
    let id = try string()
    let title = try string()
    let body = try string()
    return HelpPage(id: id, title: title, body: body, authority: try strings())
  }

  mutating func coverageItem() throws(PackCacheFault) -> CoverageItem {
    let id = try string()
    let from = try string()
    let says = try string()
    let questions = try strings()
    let clauses = try strings()
    let checks = try strings()
    let authorities = try strings()
    let deny = try strings()
    let mentioned = try strings()
    let obligation = try optionalString()
    return CoverageItem(
      id: id, from: from, says: says, questions: questions, clauses: clauses, checks: checks,
      authorities: authorities, obligation: obligation, deny: deny, mentioned: mentioned,
      reason: try optionalString())
  }

  mutating func check() throws(PackCacheFault) -> Check {
    let id = try string()
    let table = try optionalIndex(sizes.questions)
    let when = try optionalExpression()
    let pass = try expression()
    let severity = try oneOf(ByteReader.severities)
    let lens = try map { reader throws(PackCacheFault) in
      try reader.oneOf(ByteReader.severities)
    }
    let kind = try oneOf(ByteReader.normKinds)
    let norm = try optionalString()
    let authority = try strings()
    let closes = try optionalString()
    let closesBy = try optionalString()
    let implies = try strings()
    let at = try indices(sizes.questions)
    return Check(
      id: id, table: table, when: when, pass: pass, severity: severity, lens: lens, kind: kind,
      norm: norm, authority: authority, finding: [], consequence: [], remedy: [],
      closes: closes, closesBy: closesBy, implies: implies, at: at)
  }

  mutating func background() throws(PackCacheFault) -> PackBackground {
    try readStrings()
    var background = PackBackground()
    background.proofs = try list { reader throws(PackCacheFault) in
      try reader.list { reader throws(PackCacheFault) in try reader.checkExample() }
    }
    background.coverage = try list { reader throws(PackCacheFault) in try reader.coverageItem() }
    background.examples = try list { reader throws(PackCacheFault) in
      let id = try reader.string()
      return Example(id: id, assignments: try reader.assignments())
    }
    background.facts = try list { reader throws(PackCacheFault) in try reader.fact() }
    background.helpPages = try list { reader throws(PackCacheFault) in try reader.helpPage() }
    guard isAtEnd else { throw .damaged }
    return background
  }

  private mutating func checkExample() throws(PackCacheFault) -> CheckExample {
    let outcome = try oneOf(ByteReader.outcomes)
    let clean = try optionalString()
    let changes = try assignments()
    return CheckExample(outcome: outcome, clean: clean, changes: changes, rows: try strings())
  }

  mutating func assignments() throws(PackCacheFault) -> [Assignment] {
    try list { reader throws(PackCacheFault) in try reader.assignment() }
  }

  private mutating func assignment() throws(PackCacheFault) -> Assignment {
    let path = try string()
    let note = try optionalString()
    return Assignment(path: path, said: try said(), note: note)
  }

  private mutating func said() throws(PackCacheFault) -> Assignment.Said {
    switch try byte() {
    case 0: return .words(try string())
    case 1: return .list(try strings())
    case 2: return .unknown(note: try optionalString())
    case 3: return .parked(note: try optionalString())
    case 4: return .notApplicable(reason: try string())
    case 5: return .none
    case 6: return .open
    case 7: return .removeRow
    default: throw .damaged
    }
  }
}
