import Interview
import PackModel
import TestSupport
import Testing

@testable import PackCompiler

struct PackCacheTests {
  @Test func whatWasWrittenIsRead() throws {
    for pack in [TestPacks.mini, TestPacks.real] {
      let bytes = PackCache.encode(pack)
      let read = try PackCache.decode(bytes, hash: pack.hash)
      #expect(read == pack)
      #expect(PackCache.encode(read) == bytes)
      #expect(read.questions.indices.allSatisfy { read.question(pack.questions[$0].linkId) == $0 })
      #expect(read.clauses.indices.allSatisfy { read.clause(pack.clauses[$0].id) == $0 })
      #expect(read.checks.indices.allSatisfy { read.check(pack.checks[$0].id) == $0 })
    }
  }

  /// Cases that no pack uses today.
  @Test func everyCaseSurvives() throws {
    let a = Expression.member(.question(0))
    let number = Expression.value(.number(-7))
    let state = try #require(ReportColumn("state", of: .open))
    let expressions: [Expression] = [
      .value(.boolean(true)), .value(.choice(.other("own"))),
      .value(.checks([.code("a"), .other("b")])),
      .value(.text("é")), .value(.quantity(Quantity(thousandths: Int.max, unit: .businessDay))),
      .value(.money(Money(minor: Int.min, currency: "EUR"))), .value(.row("r")), number,
      .cell(.calculated(0), row: "x"), .follow(a, targets: [0: .question(0), 1: .calculated(0)]),
      .attribute(a, "place", question: 0), .rowAttribute(table: 0, "x"), .reportColumn(state),
      .equal(a, number), .unequal(a, number), .includes(a, number), .among(a, [number, a]),
      .compare(a, .less, number), .compare(a, .lessOrEqual, number), .compare(a, .greater, number),
      .compare(a, .greaterOrEqual, number), .and([a]), .or([]), .not(a), .answered(a), .open(a),
      .none(a), .any(.rows(0), nil), .any(.ticks(0), a), .every(.report(.open), a),
      .count(.rows(0), a), .sum(.question(0), table: 0, along: 0),
      .sum(.question(0), table: 0, along: nil), .largest([a]), .smallest([a]),
      .largestOf(.question(0), table: 0, along: nil),
      .smallestOf(.question(0), table: 0, along: 0), .draftedRow(table: 0),
      .worst(.question(0), table: 0), .share(number, of: a), .daysSince(a), .drafted("D-1"),
      .words(a), .mentions(a, ["one"]),
    ]
    let inlines: [Inline] = [
      .strong([.emphasis([.text("x")])]), .reference(["a", "b"]), .cite("c"), .phrase("p"),
      .placeholder(Placeholder(source: .row("text"), format: .words)),
      .placeholder(Placeholder(source: .report(state), format: .or)),
      .placeholder(Placeholder(source: .fact(.asOf), format: .list)),
      .placeholder(
        Placeholder(
          source: .expression(a),
          otherwise: Placeholder.Default(value: .boolean(true), norm: "n", unless: a))),
    ]
    let loop = TemplateBlock.Loop(range: .ticks(0), condition: a, runsIn: true)
    let blocks: [TemplateBlock] = [
      .paragraph(inlines), .heading(inlines, id: "h"), .contents, .definitions, .sources,
      .list(
        ordered: true,
        items: [TemplateBlock.ListItem(loop: loop, condition: a, blocks: [.contents])]),
      .table(
        header: [inlines],
        rows: [TemplateBlock.TableRow(loop: nil, condition: nil, cells: [inlines])]),
      .when(a, [.contents]), .each(loop, [.contents]), .landscape([]),
      .signatures([.init(group: 0, party: 0, signatory: nil, title: 0)]),
    ]
    var contents = TestPacks.mini.contents
    for expression in expressions {
      contents.questions[0].constraints.append(Constraint(require: expression, human: "h"))
    }
    contents.clauses[0].blocks = blocks
    contents.background.examples[0].assignments += [
      Assignment(path: "a", said: .list(["b"])), Assignment(path: "a", said: .unknown(note: "n")),
      Assignment(path: "a", said: .parked(note: nil)), Assignment(path: "a", said: .open),
      Assignment(path: "a", said: .notApplicable(reason: "r")), Assignment(path: "a", said: .none),
      Assignment(path: "a", said: .removeRow),
    ]
    let pack = Pack(contents, hash: "h")
    #expect(try PackCache.decode(PackCache.encode(pack), hash: "h") == pack)
  }

  @Test func othersBytesAreRefused() throws {
    let bytes = PackCache.encode(TestPacks.mini)
    let hash = TestPacks.mini.hash
    #expect(throws: PackCacheFault.otherSources) {
      try PackCache.decode(bytes, hash: TestPacks.real.hash)
    }
    #expect(throws: PackCacheFault.damaged) { try PackCache.decode([], hash: hash) }
    #expect(throws: PackCacheFault.foreign) {
      try PackCache.decode(Array("SQLite format 3".utf8), hash: hash)
    }
    var newer = bytes
    newer[PackCache.magic.count] += 1
    #expect(throws: PackCacheFault.foreign) { try PackCache.decode(newer, hash: hash) }
    #expect(throws: PackCacheFault.damaged) { try PackCache.decode(bytes + [0], hash: hash) }
  }

  @Test func everyFlippedBitAndEveryCutIsFound() {
    let bytes = PackCache.encode(TestPacks.mini)
    let hash = TestPacks.mini.hash
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      var damaged = bytes
      damaged[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: PackCacheFault.self) { try PackCache.decode(damaged, hash: hash) }
    }
    for _ in 0..<300 {
      let cut = Array(bytes.prefix(Int.random(in: bytes.indices, using: &random)))
      #expect(throws: PackCacheFault.self) { try PackCache.decode(cut, hash: hash) }
    }
  }

  /// Bytes that were changed on purpose have a digest that fits: what is read of them is no pack
  /// that anyone wrote, yet it is within its bounds, and is evaluated without a trap.
  @Test(arguments: 0..<4) func forgedBytesNeverTrap(_ seed: UInt64) throws {
    let bytes = PackCache.encode(TestPacks.mini)
    let hash = TestPacks.mini.hash
    var head = ByteWriter()
    head.bytes = PackCache.magic
    head.write(count: PackCache.format)
    head.write(fixed: hash)
    let payload = Array(bytes[(head.bytes.count + 8)...])
    var random = SeededRandom(seed: seed)
    for _ in 0..<1000 {
      var forged = payload
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        forged[Int.random(in: forged.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      var whole = head
      whole.write(word: PackCache.digest(forged[...]))
      guard let pack = try? PackCache.decode(whole.bytes + forged, hash: hash) else { continue }
      let evaluation = evaluate(pack, Sheets.clean(TestPacks.mini).sheet)
      _ = evaluation.allAnswers()
      _ = (
        pack.examples, pack.coverage, pack.proofs(of: 0), pack.clauses.map(\.blocks),
        pack.checks.map(\.finding)
      )
    }
  }
}
