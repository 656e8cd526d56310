import PackCompiler
import PackModel
import TestSupport
import Testing

/// Promises of clauses alone: what no answer could mend is said to the author.
struct PromiseTests {
  private static let text = """
    # Text {#text}

    ::: clause one

    One.
    :::

    ::: clause two

    Two.
    :::

    ::: clause yes
    case: really yes

    Yes.
    :::

    ::: clause no
    case: really no

    No.
    :::

    """

  private static let words = """
    - {data: [prompts, answers], in: content}
    - {people: [support, audit]}
    - rule: access
      severity: major
      mandatory: critical
      kind: LAW
      authority: [law]
      finding: They fit.
      consequence: One is broken.
      remedy: Mend one.

    """

  private func diagnostics(_ promises: String) -> [Diagnostic] {
    let sources = TinyPack.sources(
      [TinyPack.question("really", "boolean")], agreement: PromiseTests.text,
      files: ["promises.yaml": PromiseTests.words + promises])
    guard case .failure(let failure) = compile(sources, lints: true) else { return [] }
    return failure.diagnostics
  }

  private func two(
    _ first: String, _ closed: String, _ second: String, _ open: String
  ) -> String {
    """
    - clause: \(first)
      promises: [{\(closed), says: it is closed}]
    - clause: \(second)
      promises: [{\(open), says: it is open}]

    """
  }

  @Test func twoThatCannotBothBeKeptAreToldWithBothPlaces() throws {
    let found = diagnostics(
      two("one", "only: read, people: support", "two", "may: read, people: audit"))
    let diagnostic = try #require(found.first)
    #expect(found.map(\.kind) == [.promisesAtOdds])
    #expect(diagnostic.file == "promises.yaml" && diagnostic.line == 14)
    #expect(diagnostic.message.contains("The clauses two and one cannot both be kept"))
    #expect(diagnostic.message.contains("promises.yaml:12"))
    #expect(diagnostic.message.contains("audit"))
    #expect(diagnostic.remedy.contains("yields"))
  }

  @Test(arguments: [
    ("only: read, people: support", "may: read, people: support"),
    ("only: read, people: [support, audit]", "must: read, people: audit"),
    ("only: read, what: prompts, people: support", "may: read, what: answers, people: audit"),
    ("may-not: read, people: support", "may: read, people: audit"),
    ("only: store, people: support", "may: read, people: audit"),
    ("id: shut, only: read, people: support", "must: read, people: audit, yields: [shut]"),
    ("may-not: notify", "may: read"),
  ])
  func whatCanBeKeptIsNoFault(_ closed: String, _ open: String) {
    #expect(diagnostics(two("one", closed, "two", open)).isEmpty)
  }

  @Test(arguments: [
    ("only: read, what: content, people: support", "may: read, what: answers, people: audit"),
    ("may-not: read, people: [support, audit]", "must: read, people: audit"),
    ("only: process, people: support", "is: read, people: audit"),
    ("may-not: notify", "must: notify"),
  ])
  func whatCannotIsOne(_ closed: String, _ open: String) {
    #expect(diagnostics(two("one", closed, "two", open)).map(\.kind) == [.promisesAtOdds])
    // Two clauses of which never both stand are not at odds.
    #expect(diagnostics(two("yes", closed, "no", open)).isEmpty)
    // One that stands sometimes can meet one that always does.
    #expect(diagnostics(two("yes", closed, "two", open)).map(\.kind) == [.promisesAtOdds])
    // What answers bring about is for the matter.
    #expect(diagnostics(two("one", closed, "two", open + ", when: really is yes")).isEmpty)
  }

  @Test func whatAlwaysGivesWayIsDeadLetter() {
    let closed = "id: shut, only: read, people: support"
    let open = "may: read, people: audit, yields: [shut]"
    #expect(diagnostics(two("one", closed, "two", open)).map(\.kind) == [.deadPromise])
    #expect(diagnostics(two("yes", closed, "two", open)).isEmpty)
    let partly = "may: read, people: [support, audit], yields: [shut]"
    #expect(diagnostics(two("one", closed, "two", partly)).isEmpty)
  }

  @Test(arguments: [
    ("only: read, people: nobody", Diagnostic.Kind.unknownName),
    ("only: reed, people: audit", .unknownWord),
    ("only: read, may: read, people: audit", .unknownWord),
    ("only: read, people: audit, purpose: audit", .wrongShape),
    ("only: read, what: prompt, people: audit", .unknownWord),
    ("must: keep, lasting: 3 day, from: noon", .unknownWord),
    ("only: read, people: audit, each: really", .unknownName),
    ("only: read, people: audit, yields: [never]", .unknownName),
    ("only: read, people: audit, until: noon", .unknownKey),
  ])
  func aWordThatNobodyKnowsIsRefused(_ promise: String, _ kind: Diagnostic.Kind) {
    let found = diagnostics("- clause: one\n  promises: [{\(promise), says: it is}]\n")
    #expect(found.map(\.kind).contains(kind), "\(found.map(\.rendered))")
    #expect(found.allSatisfy { $0.file == "promises.yaml" && $0.line > 0 })
  }

  @Test func aConflictWithoutARuleIsReported() {
    let found = diagnostics(
      two("one", "only: act, role: really", "two", "is: act, role: really"))
    #expect(found.map(\.kind) == [.missingKey])
    #expect(found.first?.message.contains("role") == true)
  }

  /// A check may name a conflict as the fact that it tells too: one that there is.
  @Test(arguments: [
    ("promises.access.two.read+one.read", true), ("promises.access.two.read+one.red", false),
  ])
  func aCheckNamesAConflictThatThereIs(_ id: String, _ isKnown: Bool) {
    let check = """
      - id: told
        severity: major
        kind: LAW
        authority: [law]
        pass: really is yes
        same: [\(id)]
        finding: It is.
        consequence: It is.
        remedy: Mend it.

      """
    let sources = TinyPack.sources(
      [TinyPack.question("really", "boolean")], agreement: PromiseTests.text,
      files: [
        "promises.yaml": PromiseTests.words
          + two(
            "two", "only: read, people: support, when: really is yes", "one",
            "may: read, people: audit"),
        "checks/1.yaml": check,
      ])
    var found: [Diagnostic] = []
    if case .failure(let failure) = compile(sources, lints: false) { found = failure.diagnostics }
    let unknown = found.filter { $0.message.contains(id) }
    #expect(unknown.isEmpty == isKnown, "\(found.map(\.rendered))")
    #expect(unknown.allSatisfy { $0.file == "checks/1.yaml" && $0.line > 0 })
  }

  @Test func twoDutiesOfEveryContractWeighMore() throws {
    let pack = TestPacks.mini
    let place = try #require(pack.checks.first { $0.promises?.pair?.rule == .place })
    #expect(place.severity == .major)
    #expect(place.authority.contains("gdpr-28-3"))
    let page = TestPacks.mini(with: [:])
    let list = "documents/agreement/07-sub-processors.md"
    let text = String(decoding: page.files[list] ?? [], as: UTF8.self)
    let both = TestPacks.compiled(
      TestPacks.mini(with: [
        list: text.replacing(
          "case: subprocessors some\n", with: "case: subprocessors some\nsatisfies: D-1\n")
      ]))
    #expect(both.checks.first { $0.promises?.pair?.rule == .place }?.severity == .critical)
    #expect(both.check("promises.place").map { both.checks[$0].severity } == .major)
  }

  @Test func theCommandSaysHowManyClausesPromise() {
    let promising = Set(TestPacks.real.promises.promises.map(\.clause))
    #expect(promising.count >= 38)
  }
}
