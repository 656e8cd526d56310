import PackModel

extension Question: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var question = try Question(
      linkId: c(it().linkId), kind: c(it().kind), step: c.index(it().step, of: .steps),
      text: c(it().text), shortText: c(it().shortText))
    question.label = try c(it().label)
    question.aliases = try c(it().aliases)
    question.help = try c(it().help)
    question.why = try c(it().why)
    question.market = try c(it().market)
    question.example = try c(it().example)
    question.authority = try c(it().authority)
    question.terms = try c(it().terms)
    question.required = try c(it().required)
    question.short = try c(it().short)
    question.enableWhen = try c(it().enableWhen)
    question.constraints = try c.list(it().constraints) { it, c in
      try Constraint(require: c(it().require), human: c(it().human))
    }
    question.deviations = try c.list(it().deviations) { it, c in
      try Deviation(
        when: c(it().when), norm: c(it().norm), authority: c(it().authority), says: c(it().says))
    }
    question.suggestion = try c.optional(it().suggestion) { it, c in
      try Suggestion(
        value: c(it().value), norm: c(it().norm), kind: c(it().kind), because: c(it().because),
        lens: c(it().lens))
    }
    question.proposals = try c.list(it().proposals) { it, c in
      try Proposal(
        from: c(it().from), ofRows: c(it().ofRows), when: c(it().when), because: c(it().because))
    }
    question.follows = try c(it().follows)
    question.options = try c.shared(it().options)
    question.open = try c(it().open)
    question.rowsOf = try c.indices(it().rowsOf, of: .questions)
    question.offer = try c.optional(it().offer) { it, c in
      try Offer(
        options: c.shared(it().options), by: c.index(it().by, ofAny: .questions),
        attribute: c(it().attribute))
    }
    question.units = try c(it().units)
    question.currency = try c(it().currency)
    question.parent = try c.index(it().parent, ofAny: .questions)
    question.children = try c.indices(it().children, of: .questions)
    question.rows = try c(it().rows)
    question.calculated = try c.indices(it().calculated, of: .calculated)
    return question
  }
}

extension Option: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Option(
      code: c(it().code), display: c(it().display), aliases: c(it().aliases), says: c(it().says),
      help: c(it().help), exclusive: c(it().exclusive), unsettled: c(it().unsettled),
      enableWhen: c(it().enableWhen), attributes: c(it().attributes))
  }
}

extension RowSource: Variant {
  enum Tag: UInt8, CaseIterable { case user, pack }
  static let blanks: [RowSource] = [.user(""), .pack([])]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .user(let a): try .user(c.tagged(Tag.user, a))
    case .pack(let a): try .pack(c.tagged(Tag.pack, a))
    }
  }
}

extension PackRow: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try PackRow(
      code: c(it().code), text: c(it().text), unit: c(it().unit), says: c(it().says),
      help: c(it().help), authority: c(it().authority), enableWhen: c(it().enableWhen),
      attributes: c(it().attributes))
  }
}
