import Interview
import PackModel
import TestSupport
import Testing

@testable import PackCompiler

struct PackCacheTests {
  private static let build = "a build"

  private func encoded(_ pack: Pack) throws -> [UInt8] {
    try PackCache.encode(pack, by: PackCacheTests.build)
  }

  private func decoded(_ bytes: [UInt8], of pack: Pack) throws -> Pack {
    try PackCache.decode(bytes, by: PackCacheTests.build, hash: pack.hash)
  }

  @Test func whatWasWrittenIsRead() throws {
    for pack in [TestPacks.mini, TestPacks.real] {
      let bytes = try encoded(pack)
      let read = try decoded(bytes, of: pack)
      #expect(read == pack)
      #expect(try encoded(read) == bytes)
      #expect(read.questions.indices.allSatisfy { read.question(pack.questions[$0].linkId) == $0 })
      #expect(read.clauses.indices.allSatisfy { read.clause(pack.clauses[$0].id) == $0 })
      #expect(read.checks.indices.allSatisfy { read.check(pack.checks[$0].id) == $0 })
    }
  }

  /// The cases are made from the descriptions, so that a new one is made by itself.
  @Test func everyCaseSurvives() throws {
    var sample = SampleCodec(seed: 1)
    for _ in 0..<60 {
      let pack = try sample.pack()
      let read = try decoded(try encoded(pack), of: pack)
      #expect(read == pack)
      #expect(read.contents == pack.contents)
    }
    #expect(sample.cases.count >= 26)
    for (type, cases) in sample.cases {
      #expect(cases.made.count == cases.count, "not every case of \(type) was made")
    }
  }

  /// A description that misses a field would leave it as it is by default in every pack.
  @Test func everyFieldIsDescribed() throws {
    var sample = SampleCodec(seed: 2)
    var fields = Fields()
    for _ in 0..<40 { fields.look(at: try sample.pack().contents) }
    #expect(fields.values.count > 150)
    for (field, values) in fields.values {
      #expect(values.count > 1, "the cache has no line for \(field)")
    }
  }

  /// Where a tag and its blank differ in their order, a case is read as another.
  @Test func everyTagHasItsBlank() {
    func blanks<V: Variant>(_ type: V.Type) -> Bool {
      zip(V.Tag.allCases, V.blanks).allSatisfy { tag, blank in
        let name = Mirror(reflecting: blank).children.first?.label ?? "\(blank)"
        return "\(tag)" == name
      } && V.Tag.allCases.count == V.blanks.count
    }
    let all: [Bool] = [
      blanks(Expression.self), blanks(Expression.Range.self), blanks(Member.self),
      blanks(Value.self), blanks(Tick.self), blanks(Inline.self), blanks(Placeholder.Source.self),
      blanks(TemplateBlock.self), blanks(Section.Part.self), blanks(Phrase.Rule.self),
      blanks(RowSource.self), blanks(Calculated.Rule.self), blanks(DecisionTable.Cell.self),
      blanks(Assignment.Said.self), blanks(Review.Assumption.Source.self),
      blanks(Promise.Bound.self), blanks(Promise.Term.self), blanks(PromiseCheck.self),
    ]
    #expect(all.allSatisfy { $0 })
  }

  @Test func othersBytesAreRefused() throws {
    let pack = TestPacks.mini
    let bytes = try encoded(pack)
    #expect(throws: PackCacheFault.otherSources) {
      try decoded(bytes, of: TestPacks.real)
    }
    #expect(throws: PackCacheFault.damaged) { try decoded([], of: pack) }
    #expect(throws: PackCacheFault.foreign) {
      try decoded(Array("\u{6}SQLite format 3".utf8), of: pack)
    }
    #expect(throws: PackCacheFault.foreign) {
      try PackCache.decode(bytes, by: "another build", hash: pack.hash)
    }
    #expect(throws: PackCacheFault.damaged) { try decoded(bytes + [0], of: pack) }
  }

  /// As art28 0.1.0 wrote them: a format number stood where the build stands.
  @Test func bytesOfTheOldFormatAreRefused() throws {
    let pack = TestPacks.mini
    var old = Array("art28p".utf8) + [12, UInt8(pack.hash.utf8.count)] + Array(pack.hash.utf8)
    old += [UInt8](repeating: 7, count: 500)
    #expect(throws: PackCacheFault.self) { try decoded(old, of: pack) }
  }

  @Test func everyFlippedBitAndEveryCutIsFound() throws {
    let pack = TestPacks.mini
    let bytes = try encoded(pack)
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      var damaged = bytes
      damaged[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: PackCacheFault.self) { try decoded(damaged, of: pack) }
    }
    let small = TinyPack.pack([TinyPack.question("q", "boolean")])
    let whole = try encoded(small)
    for length in whole.indices {
      #expect(throws: PackCacheFault.self) { try decoded(Array(whole[..<length]), of: small) }
    }
  }

  /// Bytes that were changed on purpose have a digest that fits: what is read of them is no pack
  /// that anyone wrote, yet it is within its bounds, and is evaluated without a trap.
  @Test(arguments: 0..<4) func forgedBytesNeverTrap(_ seed: UInt64) throws {
    let pack = TestPacks.mini
    var random = SeededRandom(seed: seed)
    try forge(pack, times: 1000, &random) { pack in
      let evaluation = evaluate(pack, Sheets.clean(TestPacks.mini).sheet)
      _ = evaluation.allAnswers()
      _ = (
        pack.examples, pack.coverage, pack.proofs(of: 0), pack.clauses.map(\.blocks),
        pack.checks.map(\.finding)
      )
    }
  }

  /// The same of packs that have every case, and of packs that end anywhere.
  @Test func forgedPacksOfEveryCaseNeverTrap() throws {
    var sample = SampleCodec(seed: 3)
    var random = SeededRandom(seed: 3)
    for _ in 0..<6 {
      try forge(try sample.pack(), times: 100, &random) { pack in
        _ = try? encoded(pack)
      }
    }
    let small = TinyPack.pack([TinyPack.question("q", "boolean")])
    let payload = try payload(of: small)
    for length in payload.indices {
      #expect(throws: PackCacheFault.self) {
        try decoded(whole(Array(payload[..<length]), small), of: small)
      }
    }
  }

  @Test func whatNestsWithoutEndIsRefused() throws {
    let bytes = [0] + [UInt8](repeating: Expression.Tag.not.rawValue, count: 100_000)
    #expect(throws: Damage.self) {
      try bytes.withUnsafeBytes { buffer in
        var reader = ByteReader(buffer)
        _ = try reader.whole(Expression.self)
      }
    }
    var expression = Expression.drafted("D")
    for _ in 0..<400 { expression = .not(expression) }
    #expect(throws: Damage.self) { try ByteWriter.whole(expression) }
  }

  /// Bytes may promise more than they hold.
  @Test func aLongCountTakesNoMemory() throws {
    let small = TinyPack.pack([TinyPack.question("q", "boolean")])
    let payload = try payload(of: small)
    for at in payload.indices.prefix(400) {
      var forged = payload
      forged.replaceSubrange(at...at, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
      #expect(throws: PackCacheFault.self) { try decoded(whole(forged, small), of: small) }
    }
  }

  private func payload(of pack: Pack) throws -> [UInt8] {
    let head = PackCache.head(PackCacheTests.build, pack.hash, [])
    return Array(try encoded(pack)[head.count...])
  }

  private func whole(_ payload: [UInt8], _ pack: Pack) -> [UInt8] {
    PackCache.head(PackCacheTests.build, pack.hash, payload) + payload
  }

  private func forge(
    _ pack: Pack, times: Int, _ random: inout SeededRandom, _ use: (Pack) throws -> Void
  ) throws {
    let payload = try payload(of: pack)
    for _ in 0..<times {
      var forged = payload
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        forged[Int.random(in: forged.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let read = try? decoded(whole(forged, pack), of: pack) else { continue }
      try use(read)
    }
  }
}

/// What the fields of the pack's types held, wherever they stand; two values are enough.
private struct Fields {
  private(set) var values: [String: Set<Int>] = [:]

  mutating func look(at value: Any) {
    let mirror = Mirror(reflecting: value)
    let type = String(reflecting: mirror.subjectType)
    for child in mirror.children {
      if mirror.displayStyle == .struct, type.hasPrefix("PackModel."), let label = child.label,
        let held = child.value as? any Hashable
      {
        let field = "\(type).\(label)"
        if values[field, default: []].count < 2 {
          values[field, default: []].insert(held.hashValue)
        }
      }
      look(at: child.value)
    }
  }
}
