import Interview
import PackModel
import TestSupport
import Testing

/// Rows that point at rows: who engages whom, sums along the chain, rings.
struct ChainTests {
  private let pack = TestPacks.mini

  private func chain(_ rows: [(String, hours: String?, above: String)]) -> Evaluation {
    var answers: [(String, Assignment.Said)] = [("processor.name", .words("Datenlotse"))]
    for row in rows {
      answers.append(("subprocessors[\(row.0)].name", .words("Company \(row.0)")))
      if let hours = row.hours {
        answers.append(("subprocessors[\(row.0)].breach-hours", .words(hours)))
      }
    }
    for row in rows {
      answers.append(("subprocessors[\(row.0)].engaged-by", .words(row.above)))
    }
    return Sheets.evaluation(pack, answers)
  }

  private func clock(_ evaluation: Evaluation, _ row: Int) throws -> Reading {
    let number = try #require(pack.calculated("subprocessors.clock"))
    return evaluation.effective.reading(.calculated(number), row: row)
  }

  private func hours(_ count: Int) -> Reading { .value(.quantity(Quantity(count, .hour))) }

  @Test func theSumGoesUpTheChain() throws {
    let evaluation = chain([
      ("a", "24", "processor"), ("b", "12", "a"), ("c", "6", "b"), ("d", "1", "processor"),
    ])
    #expect(try clock(evaluation, 0) == hours(24))
    #expect(try clock(evaluation, 1) == hours(36))
    #expect(try clock(evaluation, 2) == hours(42))
    #expect(try clock(evaluation, 3) == hours(1))
  }

  @Test func oneOpenLinkMakesUnknownWhatHangsOnItAndNothingElse() throws {
    let evaluation = chain([("a", nil, "processor"), ("b", "12", "a"), ("d", "1", "processor")])
    #expect(try clock(evaluation, 0) == .unknown)
    #expect(try clock(evaluation, 1) == .unknown)
    #expect(try clock(evaluation, 2) == hours(1))
    let number = try #require(pack.calculated("subprocessors.clock"))
    let table = try #require(pack.question("subprocessors"))
    let waits = evaluation.evaluator().waits(
      for: .member(.calculated(number)), Scope(table: table, row: 1))
    #expect(waits == [AnswerKey("subprocessors.breach-hours", row: "a")])
  }

  @Test func aRingIsRefused() throws {
    let evaluation = chain([("a", "1", "processor"), ("b", "1", "a"), ("c", "1", "b")])
    let pointer = try #require(pack.question("subprocessors.engaged-by"))
    for target in ["a", "b", "c"] {
      let refusal = evaluation.refusal(of: .row(target), for: pointer, row: 0)
      #expect(refusal?.kind == .ring)
    }
    #expect(evaluation.refusal(of: .row("processor"), for: pointer, row: 2) == nil)
  }

  /// Two people may close a ring together that neither alone could; it is unknown, never endless.
  @Test func aRingThatIsThereIsUnknown() throws {
    var sheet = chain([("a", "1", "processor"), ("b", "1", "a")]).sheet
    let key = AnswerKey("subprocessors.engaged-by", row: "a")
    sheet.apply(
      Entry(
        number: sheet.head + 1, when: "", by: "", why: nil,
        changes: sheet.setting(key, to: .value(.row("b")))))
    let evaluation = evaluate(pack, sheet)
    #expect(try clock(evaluation, 0) == .unknown)
    #expect(try clock(evaluation, 1) == .unknown)
    let number = try #require(pack.calculated("subprocessors.clock"))
    let table = try #require(pack.question("subprocessors"))
    let waits = evaluation.evaluator().waits(
      for: .member(.calculated(number)), Scope(table: table, row: 0))
    #expect(!waits.isEmpty, "a blank always has a name")
  }

  @Test func aPointerAtARowThatIsGoneIsAConflict() throws {
    var sheet = chain([("a", "1", "processor"), ("b", "1", "a")]).sheet
    sheet.apply(
      Entry(
        number: sheet.head + 1, when: "", by: "", why: nil,
        changes: sheet.removingRow("a", from: "subprocessors")))
    let evaluation = evaluate(pack, sheet)
    let pointer = try #require(pack.question("subprocessors.engaged-by"))
    #expect(evaluation.state(pointer, row: 0) == .conflict)
    #expect(evaluation.effective.reading(.question(pointer), row: 0) == .unknown)
  }

  @Test func whatThePointerNamesHasAStateOfItsOwn() throws {
    let evaluation = chain([("a", "1", "processor")])
    let table = try #require(pack.question("subprocessors"))
    let pointer = try #require(pack.question("subprocessors.engaged-by"))
    let country = try #require(pack.question("processor.country"))
    let processor = try #require(pack.question("processor"))
    let followed = Expression.follow(
      .member(.question(pointer)), targets: [processor: .question(country)])
    let scope = Scope(table: table, row: 0)
    #expect(evaluation.evaluator().truth(.answered(followed), scope) == .no)
    #expect(evaluation.evaluator().truth(.open(followed), scope) == .yes)
  }

  /// Whatever the rows point at, rings and gaps too: what a whole column of sums comes to is what each
  /// of them comes to alone.
  @Test(arguments: 0..<20) func aColumnOfSumsIsWhatEachIs(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let ids = (0..<14).map { "c\($0)" }
    var changes: [Change] = []
    for (at, id) in ids.enumerated() {
      changes.append(.addRow(table: "subprocessors", row: id, at: at))
      func set(_ column: String, _ value: Value) {
        let key = AnswerKey("subprocessors.\(column)", row: id)
        changes.append(.set(key, from: nil, to: .value(value)))
      }
      let above = (ids.prefix(at + 2) + ["processor"]).randomElement(using: &random)
      if let above, Int.random(in: 0..<12, using: &random) > 0 { set("engaged-by", .row(above)) }
      let unit: PackModel.Unit = Int.random(in: 0..<9, using: &random) == 0 ? .day : .hour
      let hours = Int.random(in: 0..<40, using: &random)
      if hours > 2 { set("breach-hours", .quantity(Quantity(hours, unit))) }
    }
    let entry = Entry(number: 1, when: "", by: "", why: nil, changes: changes)
    let evaluation = evaluate(pack, AnswerSheet(entries: [entry]))
    let number = try #require(pack.calculated("subprocessors.clock"))
    let table = try #require(pack.question("subprocessors"))
    guard case .value(let sum) = pack.calculated[number].rule else {
      Issue.record("it is no sum")
      return
    }
    for row in ids.indices {
      let alone = evaluation.evaluator().reading(sum, Scope(table: table, row: row))
      #expect(try clock(evaluation, row) == alone, "row \(row)")
    }
  }
}
