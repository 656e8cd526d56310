import Interview
import PackModel
import TestSupport
import Testing

/// What answers come to when other answers change.
struct SettlingTests {
  private let pack = TinyPack.pack([
    TinyPack.question("gate", "boolean"),
    TinyPack.question(
      "pick", "choice", "answerOption:", "  - {code: one, display: One}",
      "  - {code: two, display: Two, enableWhen: gate is yes}"),
    TinyPack.question(
      "ticks", "checks", "answerOption:", "  - {code: x, display: X}",
      "  - {code: y, display: Y, enableWhen: gate is yes}",
      "  - {code: none, display: None, exclusive: true}"),
    TinyPack.question("low", "quantity", "unit: day"),
    TinyPack.question(
      "high", "quantity", "unit: day",
      "constraint: {require: high >= low, human: The longer one is shorter.}"),
    TinyPack.question(
      "rows", "table", "repeats: true", "item:",
      "  - linkId: share", "    type: quantity", "    unit: percent", "    text: Share",
      "    shortText: share",
      "    constraint: {require: \"share <= 100 %\", human: No more than all.}"),
  ])

  private func key(_ linkId: String) -> AnswerKey { AnswerKey(linkId) }

  private func number(_ linkId: String) throws -> Int { try #require(pack.question(linkId)) }

  @Test func whatIsNotOfferedAnyMoreIsAConflictAndComesBack() throws {
    var walk = RandomWalk(pack, seed: 1)
    func say(_ linkId: String, _ value: Value) {
      walk.act(walk.sheet.setting(key(linkId), to: .value(value)))
    }
    say("gate", .boolean(true))
    say("pick", .code("two"))
    say("ticks", .checks([.code("x"), .code("y")]))
    #expect(walk.evaluation.state(try number("pick")) == .answered)
    say("gate", .boolean(false))
    #expect(walk.evaluation.state(try number("pick")) == .conflict)
    #expect(walk.evaluation.effective.reading(.question(try number("pick"))) == .unknown)
    #expect(
      walk.evaluation.effective.reading(.question(try number("ticks")))
        == .value(.checks([.code("x")])))
    #expect(walk.sheet[key("ticks")] == .value(.checks([.code("x"), .code("y")])), "kept")
    say("gate", .boolean(true))
    #expect(walk.evaluation.state(try number("pick")) == .answered)
    #expect(
      walk.evaluation.effective.reading(.question(try number("ticks")))
        == .value(.checks([.code("x"), .code("y")])))
  }

  /// A question that is not asked yet: what decides is waited for, its own value is what is lacking.
  @Test func whatIsWaitedForAndWhatIsLacking() throws {
    let pack = TinyPack.pack([
      TinyPack.question("gate", "boolean"),
      TinyPack.question("days", "quantity", "unit: day", "enableWhen: gate is yes"),
    ])
    let days = Expression.member(.question(try #require(pack.question("days"))))
    let open = evaluate(pack, AnswerSheet()).evaluator()
    #expect(open.waits(for: days) == [key("gate")] && open.lacks(for: days) == [key("days")])
    let asked = Sheets.evaluation(pack, ["gate": "yes"]).evaluator()
    #expect(asked.waits(for: days) == [key("days")] && asked.lacks(for: days) == [key("days")])
  }

  @Test func labelsWithCommasAreToldApart() throws {
    let pack = TinyPack.pack([
      TinyPack.question(
        "ticks", "checks", "answerOption:", "  - {code: x, display: \"Encryption, AES-256\"}",
        "  - {code: y, display: Logs}", "  - {code: z, display: Tests}")
    ])
    let evaluation = evaluate(pack, AnswerSheet())
    let ticks = try #require(pack.question("ticks"))
    func shown(_ codes: String...) -> String {
      evaluation.shown(.checks(codes.map { .code($0) }), of: ticks)
    }
    #expect(shown("x", "y", "z") == "Encryption, AES-256; Logs; Tests")
    #expect(shown("y", "z") == "Logs and Tests")
  }

  @Test func whatIsNotOfferedIsRefused() throws {
    let no = Sheets.evaluation(pack, ["gate": "no"])
    #expect(no.refusal(of: .code("two"), for: try number("pick"))?.kind == .notAnOption)
    #expect(no.refusal(of: .code("one"), for: try number("pick")) == nil)
    let open = evaluate(pack, AnswerSheet())
    #expect(open.refusal(of: .code("two"), for: try number("pick")) == nil, "not known yet")
  }

  @Test func aConstraintMayReadAnotherAnswer() throws {
    let evaluation = Sheets.evaluation(pack, ["low": "10 day"])
    let refusal = evaluation.refusal(of: .quantity(Quantity(5, .day)), for: try number("high"))
    #expect(refusal?.kind == .constraint)
    #expect(refusal?.message == "The longer one is shorter.")
    #expect(evaluation.refusal(of: .quantity(Quantity(10, .day)), for: try number("high")) == nil)
    // The other way round the answer that stands is in conflict, kept, and says so.
    var walk = RandomWalk(pack, seed: 1)
    walk.act(walk.sheet.setting(key("high"), to: .value(.quantity(Quantity(5, .day)))))
    walk.act(walk.sheet.setting(key("low"), to: .value(.quantity(Quantity(10, .day)))))
    #expect(walk.evaluation.state(try number("high")) == .conflict)
    #expect(walk.evaluation.openAnswers().contains { $0.state == .conflict })
  }

  @Test func aConstraintOfAColumnReadsItsOwnRow() throws {
    let evaluation = Sheets.evaluation(pack, ["rows[a].share": "40 %", "rows[b].share": "60 %"])
    let share = try number("rows.share")
    #expect(evaluation.refusal(of: .quantity(Quantity(101, .percent)), for: share, row: 1) != nil)
    #expect(evaluation.refusal(of: .quantity(Quantity(99, .percent)), for: share, row: 1) == nil)
  }

  @Test func noneMayBeAnOptionOfItsOwn() throws {
    let evaluation = evaluate(pack, AnswerSheet())
    #expect(try evaluation.read("none", for: number("ticks")) == .checks([.code("none")]))
    #expect(try evaluation.read("-", for: number("ticks")) == .checks([]))
    #expect(
      evaluation.refusal(of: .checks([.code("none"), .code("x")]), for: try number("ticks"))?.kind
        == .exclusive)
  }

  @Test(arguments: [
    "9223372036854775.999", "9223372036854775807", "99999999999999999999999999", "1.2.3", ",", "'",
    ".", "1e9", "-1", "1,0", "1,00,000",
  ]) func numbersThatAreNoneAreRefused(_ text: String) throws {
    #expect(throws: AnswerError.self) {
      try evaluate(pack, AnswerSheet()).read(text + " day", for: number("low"))
    }
  }
}

/// Numbers as people write them.
struct NumberReadingTests {
  private let pack = TinyPack.pack([
    TinyPack.question("people", "quantity", "unit: person"),
    TinyPack.question("time", "quantity", "unit: [hour, day]"),
    TinyPack.question("price", "money", "currency: EUR"),
  ])

  private func read(_ text: String, _ linkId: String) throws -> Value {
    try evaluate(pack, AnswerSheet()).read(text, for: #require(pack.question(linkId)))
  }

  @Test func groupsAndFractions() throws {
    #expect(try read("1,000", "people") == .quantity(Quantity(1000, .person)))
    #expect(try read("1'000 people", "people") == .quantity(Quantity(1000, .person)))
    #expect(try read("1.5 hours", "time") == .quantity(Quantity(thousandths: 1500, unit: .hour)))
    #expect(throws: AnswerError.self) { try read("36", "time") }
    #expect(try read("EUR 10,000.50", "price") == .money(Money(minor: 1_000_050, currency: "EUR")))
    #expect(try read("10000 $", "price") == .money(Money(minor: 1_000_000, currency: "USD")))
  }

  @Test(arguments: [
    ("50 million", 5_000_000_000), ("EUR 1.5 million", 150_000_000), ("€500k", 50_000_000),
    ("1.2bn EUR", 120_000_000_000), ("50 thousand", 5_000_000), ("310m", 31_000_000_000),
  ])
  func largeAmountsMayBeWrittenInWords(_ text: String, _ minor: Int) throws {
    #expect(try read(text, "price") == .money(Money(minor: minor, currency: "EUR")))
  }

  /// A point that sets off thousands is asked back, not read as a fraction.
  @Test(arguments: [
    ("1.000", "people"), ("2.5 people", "people"), ("1.500 hours", "time"), ("10.000", "price"),
    ("1.500 million", "price"), ("million", "price"), ("5 zillion", "price"),
  ])
  func aPointForThousandsIsAskedBack(_ text: String, _ linkId: String) {
    #expect(throws: AnswerError.self) { try read(text, linkId) }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    for value: Value in [
      .quantity(Quantity(thousandths: 1125, unit: .day)), .quantity(Quantity(3, .hour)),
      .money(Money(minor: 5, currency: "EUR")), .money(Money(minor: 100, currency: "JPY")),
      .money(Money(minor: 1, currency: "KWD")),
    ] {
      let linkId = if case .money = value { "price" } else { "time" }
      #expect(try read(Evaluation.written(value), linkId) == value)
    }
  }
}
