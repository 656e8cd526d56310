import PackModel

extension Check: Packed {
  /// Without what it says, which is of `PackText`.
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Check(
      id: c(it().id), table: c.index(it().table, ofAny: .questions), when: c(it().when),
      pass: c(it().pass), severity: c(it().severity), lens: c(it().lens), kind: c(it().kind),
      norm: c(it().norm), authority: c(it().authority), finding: [], consequence: [], remedy: [],
      closes: c(it().closes), closesBy: c(it().closesBy), implies: c(it().implies),
      same: c(it().same), at: c.indices(it().at, of: .questions), promises: c(it().promises))
  }
}

extension Codec {
  /// The law, and what parties usually want.
  mutating func knowledge(
    _ it: @autoclosure () -> PackContents, _ contents: inout PackContents
  ) throws {
    contents.norms = try list(it().norms) { it, c in
      try Norm(
        id: c(it().id), value: c(it().value), kind: c(it().kind), authority: c(it().authority),
        says: c(it().says), asOf: c(it().asOf))
    }
    contents.authorities = try list(it().authorities) { it, c in
      try Authority(
        id: c(it().id), citation: c(it().citation), title: c(it().title), says: c(it().says),
        kind: c(it().kind), status: c(it().status), from: c(it().from),
        amendedBy: c(it().amendedBy), dated: c(it().dated), asOf: c(it().asOf),
        source: c(it().source), confidence: c(it().confidence), note: c(it().note))
    }
    contents.terms = try list(it().terms) { it, c in
      try Term(
        id: c(it().id), term: c(it().term), says: c(it().says), definition: c(it().definition),
        words: c(it().words), authority: c(it().authority))
    }
    contents.obligations = try list(it().obligations) { it, c in
      try Obligation(
        id: c(it().id), row: c(it().row), says: c(it().says), authority: c(it().authority),
        severity: c(it().severity), contract: c(it().contract), reason: c(it().reason))
    }
    contents.playbook = try list(it().playbook) { it, c in
      try PlaybookTerm(
        question: c.index(it().question, of: .questions), authority: c(it().authority),
        sides: c.map(it().sides) { it, c in
          try .init(
            positions: c.list(it().positions) {
              try .init(when: $1($0().when), says: $1($0().says))
            },
            fallback: c(it().fallback), because: c(it().because))
        })
    }
  }
}

extension Review: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var review = Review()
    review.paper = try c.index(it().paper, ofAny: .questions)
    review.side = try c.index(it().side, ofAny: .questions)
    review.title = try c.index(it().title, ofAny: .questions)
    review.controller = try c.index(it().controller, ofAny: .questions)
    review.hours = try c(it().hours)
    review.notice = try c(it().notice)
    review.limit = try c(it().limit)
    review.objection = try c(it().objection)
    review.matrix = try c(it().matrix)
    review.chain = try c(it().chain)
    review.transfers = try c(it().transfers)
    review.duties = try c(it().duties)
    review.reading = try c(it().reading)
    review.terms = try c.list(it().terms) { it, c in
      try Review.Term(ours: c(it().ours), also: c(it().also), isAsked: c(it().isAsked))
    }
    review.evidence = try c(it().evidence)
    review.facts = try c(it().facts)
    review.stale = try c(it().stale)
    review.exposure = try c.indices(it().exposure, of: .calculated)
    review.insert = try c.list(it().insert) { it, c in
      try Assumption(question: c.index(it().question, of: .questions), source: c(it().source))
    }
    review.vendor = try c.index(it().vendor, ofAny: .questions)
    review.service = try c.index(it().service, ofAny: .questions)
    review.decision = try c.list(it().decision) { it, c in
      try Rung(id: c(it().id), when: c(it().when), says: c(it().says), rule: c(it().rule))
    }
    review.owners = try c.list(it().owners) { it, c in
      try Owner(when: c(it().when), says: c(it().says))
    }
    // In the order of the grades, so that equal packs give equal bytes.
    for severity in Severity.allCases { review.due[severity] = try c(it().due[severity]) }
    return review
  }
}

extension Review.Columns: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var columns = try Self(table: c.index(it().table, of: .questions), columns: [:])
    // In the order of the parts, so that equal packs give equal bytes.
    for part in Review.Part.allCases { columns.columns[part] = try c(it()[part]) }
    return columns
  }
}

extension Review.Assumption.Source: Variant {
  enum Tag: UInt8, CaseIterable { case value, question }
  static let blanks: [Self] = [.value(.number(0)), .question(0)]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .value(let a): try .value(c.tagged(Tag.value, a))
    case .question(let a): try .question(c.tagged(Tag.question, a, of: .questions))
    }
  }
}

extension PackBackground: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var background = PackBackground()
    background.proofs = try c.list(it().proofs) { proofs, c in
      try c.list(proofs()) { it, c in
        try CheckExample(
          outcome: c(it().outcome), clean: c(it().clean), changes: c(it().changes),
          rows: c(it().rows))
      }
    }
    background.coverage = try c.list(it().coverage) { it, c in
      try CoverageItem(
        id: c(it().id), from: c(it().from), says: c(it().says), questions: c(it().questions),
        clauses: c(it().clauses), checks: c(it().checks), authorities: c(it().authorities),
        obligation: c(it().obligation), deny: c(it().deny), mentioned: c(it().mentioned),
        reason: c(it().reason))
    }
    background.examples = try c.list(it().examples) { it, c in
      try Example(id: c(it().id), assignments: c(it().assignments))
    }
    background.facts = try c.list(it().facts) { it, c in
      try ProviderFact(
        id: c(it().id), provider: c(it().provider), product: c(it().product),
        route: c(it().route), fact: c(it().fact), value: c(it().value), asOf: c(it().asOf),
        source: c(it().source), confidence: c(it().confidence),
        answers: c.list(it().answers) { it, c in
          try .init(question: c.index(it().question, of: .questions), value: c(it().value))
        })
    }
    background.helpPages = try c.list(it().helpPages) { it, c in
      try HelpPage(
        id: c(it().id), title: c(it().title), body: c(it().body), authority: c(it().authority))
    }
    background.searches = try c(it().searches)
    background.changes = try c(it().changes)
    return background
  }
}

extension PaperSearch: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try PaperSearch(
      language: c(it().language),
      queries: c.list(it().queries) { it, c in
        try PassageQuery(
          table: c.index(it().table, of: .questions), row: c(it().row),
          terms: c.list(it().terms) { it, c in
            try .init(c(it().words), weight: c.integer(it().weight))
          },
          groups: c.list(it().groups) { it, c in
            try .init(c(it().role), c(it().words), weight: c.integer(it().weight))
          }, headings: c(it().headings), values: c(it().values))
      },
      watch: c.list(it().watch) { it, c in
        try WatchList(
          id: c(it().id), name: c(it().name), why: c(it().why), words: c(it().words),
          links: c(it().links), titles: c(it().titles))
      })
  }
}

extension Assignment: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var assignment = try Assignment(
      path: c(it().path), said: c(it().said), note: c(it().note))
    assignment.addsRow = try c(it().addsRow)
    return assignment
  }
}

extension Assignment.Said: Variant {
  enum Tag: UInt8, CaseIterable {
    case words, list, unknown, parked, notApplicable, none, open, removeRow
  }
  static let blanks: [Self] = [
    .words(""), .list([]), .unknown(note: nil), .parked(note: nil), .notApplicable(reason: ""),
    .none, .open, .removeRow,
  ]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .words(let a): try .words(c.tagged(Tag.words, a))
    case .list(let a): try .list(c.tagged(Tag.list, a))
    case .unknown(let a): try .unknown(note: c.tagged(Tag.unknown, a))
    case .parked(let a): try .parked(note: c.tagged(Tag.parked, a))
    case .notApplicable(let a): try .notApplicable(reason: c.tagged(Tag.notApplicable, a))
    case .none: c.tagged(.none, alone: it)
    case .open: c.tagged(.open, alone: it)
    case .removeRow: c.tagged(.removeRow, alone: it)
    }
  }
}
