import PackModel

extension PackContents: Packed {
  /// What is there from the start: without the texts of clauses and checks, and without the
  /// background.
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    c.sizes = try Numbered.allCases.map { try c.count(it().sizes[$0.rawValue]) }
    var contents = PackContents()
    contents.id = try c(it().id)
    contents.version = try c(it().version)
    contents.language = try c(it().language)
    contents.title = try c(it().title)
    contents.journeys = try c.list(it().journeys) { it, c in
      try Journey(
        id: c(it().id), title: c(it().title), intro: c(it().intro),
        steps: c.indices(it().steps, of: .steps), onlyShort: c(it().onlyShort),
        writes: c(it().writes))
    }
    contents.steps = try c.list(it().steps) { it, c in
      try Step(
        id: c(it().id), prefix: c(it().prefix), title: c(it().title), intro: c(it().intro),
        when: c(it().when), items: c.indices(it().items, of: .questions))
    }
    contents.questions = try c(it().questions)
    contents.calculated = try c.list(it().calculated) { it, c in
      try Calculated(
        id: c(it().id), shortText: c(it().shortText), authority: c(it().authority),
        table: c.index(it().table, ofAny: .questions), rule: c(it().rule))
    }
    contents.order = try c(it().order)
    contents.decisions = try c.list(it().decisions) { it, c in
      try DecisionTable(
        id: c(it().id), authority: c(it().authority),
        rows: c.list(it().rows) { try .init(when: $1($0().when), result: $1($0().result)) },
        says: c(it().says))
    }
    contents.documents = try c(it().documents)
    contents.clauses = try c(it().clauses)
    contents.phrases = try c.list(it().phrases) { try Phrase(id: $1($0().id), rule: $1($0().rule)) }
    contents.checks = try c(it().checks)
    try c.knowledge(it(), &contents)
    contents.review = try c(it().review)
    contents.promises = try c(it().promises)
    contents.clean = try c(it().clean)
    contents.house = try c.map(it().house) { try $1.indices($0(), of: .questions) }
    return contents
  }

  /// In the order of `Numbered`.
  private var sizes: [Int] {
    [
      steps.count, questions.count, calculated.count, decisions.count, documents.count,
      clauses.count, promises.promises.count,
    ]
  }

  /// Whether there is as much of everything as was said, and walking from a question to its parent or
  /// its children ends.
  func isInRange(_ sizes: [Int]) -> Bool {
    self.sizes == sizes
      && questions.indices.allSatisfy { number in
        (questions[number].parent ?? -1) < number
          && questions[number].children.allSatisfy { $0 > number }
      }
  }
}

extension Calculated.Rule: Variant {
  enum Tag: UInt8, CaseIterable { case value, decide }
  static let blanks: [Self] = [.value(.drafted("")), .decide(0, by: [])]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .value(let a): try .value(c.tagged(Tag.value, a))
    case .decide(let a, let b): try .decide(c.tagged(Tag.decide, a, of: .decisions), by: c(b))
    }
  }
}

extension DecisionTable.Cell: Variant {
  enum Tag: UInt8, CaseIterable { case any, absent, oneOf, compare }
  static let blanks: [Self] = [.any, .absent, .oneOf([]), .compare(.less, .number(0))]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .any: c.tagged(.any, alone: it)
    case .absent: c.tagged(.absent, alone: it)
    case .oneOf(let a): try .oneOf(c.tagged(Tag.oneOf, a))
    case .compare(let a, let b): try .compare(c.tagged(Tag.compare, a), c(b))
    }
  }
}

extension DocumentTemplate: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try DocumentTemplate(
      id: c(it().id), role: c(it().role), title: c(it().title), when: c(it().when),
      with: c(it().with),
      sections: c.list(it().sections) { it, c in
        try Section(
          id: c(it().id), title: c(it().title), style: c(it().style), when: c(it().when),
          isLong: c(it().isLong), parts: c(it().parts))
      })
  }
}

extension Section.Part: Variant {
  enum Tag: UInt8, CaseIterable { case clause, blocks }
  static let blanks: [Self] = [.clause(0), .blocks([])]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .clause(let a): try .clause(c.tagged(Tag.clause, a, of: .clauses))
    case .blocks(let a): try .blocks(c.tagged(Tag.blocks, a))
    }
  }
}

extension Clause: Packed {
  /// Without its blocks, which are of `PackText`.
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Clause(
      id: c(it().id), document: c.index(it().document, of: .documents), section: c(it().section),
      alternative: c.optional(it().alternative) { it, c in
        try Alternative(
          subject: c(it().subject), codes: c(it().codes), silent: c(it().silent),
          group: c.index(it().group, of: .clauses))
      }, when: c(it().when), satisfies: c(it().satisfies), authority: c(it().authority),
      numbered: c(it().numbered),
      credits: Credits(
        written: c(it().credits.written), checked: c(it().credits.checked),
        reviewed: c(it().credits.reviewed)))
  }
}

extension Phrase.Rule: Variant {
  enum Tag: UInt8, CaseIterable { case code, count }
  static let blanks: [Self] = [
    .code(.drafted(""), [:]), .count(.rows(0), condition: nil, one: [], other: []),
  ]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .code(let a, let words): try .code(c.tagged(Tag.code, a), c(words))
    case .count(let range, let condition, let one, let other):
      try .count(c.tagged(Tag.count, range), condition: c(condition), one: c(one), other: c(other))
    }
  }
}
