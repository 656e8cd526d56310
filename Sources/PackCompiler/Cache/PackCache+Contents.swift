import PackModel

extension ByteWriter {
  mutating func write(contents pack: Pack) {
    for size in [
      pack.steps.count, pack.questions.count, pack.calculated.count, pack.decisions.count,
      pack.documents.count, pack.clauses.count,
    ] { write(count: size) }
    for text in [pack.id, pack.version, pack.language, pack.title] { write(text) }
    write(pack.journeys) {
      $0.write($1.id)
      $0.write($1.title)
      $0.write($1.intro)
      $0.write(indices: $1.steps)
      $0.write($1.onlyShort)
      $0.write($1.writes) { $0.write($1) }
    }
    for step in pack.steps {
      for text in [step.id, step.prefix, step.title, step.intro] { write(text) }
      write(step.when) { $0.write($1) }
      write(indices: step.items)
    }
    for question in pack.questions { write(question) }
    for calculated in pack.calculated { write(calculated) }
    write(pack.order) { $0.write($1) }
    for decision in pack.decisions { write(decision) }
    for document in pack.documents { write(document) }
    for clause in pack.clauses { write(clause) }
    write(pack.phrases) { $0.write($1) }
    write(pack.checks) { $0.write($1) }
    write(pack.norms) { $0.write($1) }
    write(pack.authorities) { $0.write($1) }
    write(pack.terms) { $0.write($1) }
    write(pack.obligations) { $0.write($1) }
    write(pack.playbook) { $0.write($1) }
    write(pack.review) { $0.write($1) }
    write(pack.clean)
  }

  private mutating func write(_ document: DocumentTemplate) {
    write(document.id)
    write(case: document.role)
    write(document.title)
    write(document.when) { $0.write($1) }
    write(document.with)
    write(document.sections) {
      $0.write($1.id)
      $0.write($1.title)
      $0.write(case: $1.style)
      $0.write($1.when) { $0.write($1) }
      $0.write($1.parts) { $0.write($1) }
    }
  }

  private mutating func write(_ part: Section.Part) {
    switch part {
    case .clause(let number):
      write(tag: 0)
      write(count: number)
    case .blocks(let blocks):
      write(tag: 1)
      write(blocks)
    }
  }

  private mutating func write(_ clause: Clause) {
    write(clause.id)
    write(count: clause.document)
    write(clause.section)
    write(clause.alternative) {
      $0.write($1.subject)
      $0.write($1.codes)
      $0.write($1.silent)
      $0.write(count: $1.group)
    }
    write(clause.when) { $0.write($1) }
    write(clause.satisfies)
    write(clause.authority)
    write(clause.numbered)
    for text in [clause.credits.written, clause.credits.checked, clause.credits.reviewed] {
      write(text)
    }
  }

  mutating func write(text pack: Pack) {
    for clause in pack.clauses { write(clause.blocks) }
    for check in pack.checks {
      for text in [check.finding, check.consequence, check.remedy] { write(text) }
    }
  }

  private mutating func write(_ phrase: Phrase) {
    write(phrase.id)
    switch phrase.rule {
    case .code(let expression, let words):
      write(tag: 0)
      write(expression)
      write(map: words) { $0.write($1) }
    case .count(let range, let condition, let one, let other):
      write(tag: 1)
      write(range)
      write(condition) { $0.write($1) }
      write(one)
      write(other)
    }
  }
}

extension ByteReader {
  private static let styles = Section.Style.allCases

  mutating func contents() throws(PackCacheFault) -> PackContents {
    try readStrings()
    sizes = Sizes(
      steps: try size(), questions: try size(), calculated: try size(), decisions: try size(),
      documents: try size(), clauses: try size())
    var contents = PackContents()
    contents.id = try string()
    contents.version = try string()
    contents.language = try string()
    contents.title = try string()
    contents.journeys = try list { reader throws(PackCacheFault) in try reader.journey() }
    contents.steps = try times(sizes.steps) { reader, _ throws(PackCacheFault) in
      try reader.step()
    }
    contents.questions = try times(sizes.questions) { reader, number throws(PackCacheFault) in
      try reader.question(number)
    }
    contents.calculated = try times(sizes.calculated) { reader, _ throws(PackCacheFault) in
      try reader.calculated()
    }
    contents.order = try list { reader throws(PackCacheFault) in try reader.member() }
    contents.decisions = try times(sizes.decisions) { reader, _ throws(PackCacheFault) in
      try reader.decision()
    }
    contents.documents = try times(sizes.documents) { reader, _ throws(PackCacheFault) in
      try reader.document()
    }
    contents.clauses = try times(sizes.clauses) { reader, _ throws(PackCacheFault) in
      try reader.clause()
    }
    contents.phrases = try list { reader throws(PackCacheFault) in try reader.phrase() }
    try readKnowledge(&contents)
    guard isAtEnd else { throw .damaged }
    return contents
  }

  private mutating func readKnowledge(_ contents: inout PackContents) throws(PackCacheFault) {
    contents.checks = try list { reader throws(PackCacheFault) in try reader.check() }
    contents.norms = try list { reader throws(PackCacheFault) in try reader.norm() }
    contents.authorities = try list { reader throws(PackCacheFault) in try reader.authority() }
    contents.terms = try list { reader throws(PackCacheFault) in try reader.term() }
    contents.obligations = try list { reader throws(PackCacheFault) in try reader.obligation() }
    contents.playbook = try list { reader throws(PackCacheFault) in try reader.playbookTerm() }
    contents.review = try optional { reader throws(PackCacheFault) in try reader.review() }
    contents.clean = try optionalString()
  }

  /// How many of something follow; whatever it is, each has a byte.
  private mutating func size() throws(PackCacheFault) -> Int { try index(rest.count) }

  private mutating func times<T>(
    _ count: Int, _ one: (inout ByteReader, Int) throws(PackCacheFault) -> T
  ) throws(PackCacheFault) -> [T] {
    var found: [T] = []
    found.reserveCapacity(count)
    for number in 0..<count { found.append(try one(&self, number)) }
    return found
  }

  private mutating func journey() throws(PackCacheFault) -> Journey {
    let id = try string()
    let title = try string()
    let intro = try string()
    let steps = try indices(sizes.steps)
    let onlyShort = try bool()
    let writes = try optional { reader throws(PackCacheFault) in try reader.strings() }
    return Journey(
      id: id, title: title, intro: intro, steps: steps, onlyShort: onlyShort, writes: writes)
  }

  private mutating func step() throws(PackCacheFault) -> Step {
    let id = try string()
    let prefix = try string()
    let title = try string()
    let intro = try string()
    let when = try optionalExpression()
    return Step(
      id: id, prefix: prefix, title: title, intro: intro, when: when,
      items: try indices(sizes.questions))
  }

  private mutating func document() throws(PackCacheFault) -> DocumentTemplate {
    let id = try string()
    let role = try oneOf(DocumentRole.allCases)
    let title = try inlines()
    let when = try optionalExpression()
    let with = try optionalString()
    return DocumentTemplate(
      id: id, role: role, title: title, when: when, with: with,
      sections: try list { reader throws(PackCacheFault) in try reader.section() })
  }

  private mutating func section() throws(PackCacheFault) -> Section {
    let id = try string()
    let title = try inlines()
    let style = try oneOf(ByteReader.styles)
    let when = try optionalExpression()
    return Section(
      id: id, title: title, style: style, when: when,
      parts: try list { reader throws(PackCacheFault) in try reader.part() })
  }

  private mutating func part() throws(PackCacheFault) -> Section.Part {
    switch try byte() {
    case 0: .clause(try index(sizes.clauses))
    case 1: .blocks(try blocks())
    default: throw .damaged
    }
  }

  private mutating func clause() throws(PackCacheFault) -> Clause {
    let id = try string()
    let document = try index(sizes.documents)
    var clause = Clause(id: id, document: document, section: try string())
    clause.alternative = try optional { reader throws(PackCacheFault) in
      try reader.alternative()
    }
    clause.when = try optionalExpression()
    clause.satisfies = try strings()
    clause.authority = try strings()
    clause.numbered = try bool()
    clause.credits.written = try optionalString()
    clause.credits.checked = try optionalString()
    clause.credits.reviewed = try optionalString()
    return clause
  }

  /// - Parameter checks: how many checks the pack has.
  mutating func text(checks: Int) throws(PackCacheFault) -> PackText {
    try readStrings()
    var text = PackText()
    text.clauses = try times(sizes.clauses) { reader, _ throws(PackCacheFault) in
      try reader.blocks()
    }
    text.checks = try times(checks) { reader, _ throws(PackCacheFault) in
      let finding = try reader.inlines()
      let consequence = try reader.inlines()
      return CheckText(finding: finding, consequence: consequence, remedy: try reader.inlines())
    }
    guard isAtEnd else { throw .damaged }
    return text
  }

  private mutating func alternative() throws(PackCacheFault) -> Clause.Alternative {
    let subject = try member()
    let codes = try strings()
    let silent = try strings()
    return Clause.Alternative(
      subject: subject, codes: codes, silent: silent, group: try index(sizes.clauses))
  }

  private mutating func phrase() throws(PackCacheFault) -> Phrase {
    let id = try string()
    switch try byte() {
    case 0:
      let expression = try expression()
      let words = try map { reader throws(PackCacheFault) in try reader.inlines() }
      return Phrase(id: id, rule: .code(expression, words))
    case 1:
      let range = try range()
      let condition = try optionalExpression()
      let one = try inlines()
      return Phrase(
        id: id, rule: .count(range, condition: condition, one: one, other: try inlines()))
    default: throw .damaged
    }
  }
}
