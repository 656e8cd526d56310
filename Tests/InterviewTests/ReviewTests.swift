import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// The matrix and the chain of the pack of FORMAT.md: not assessed is never a pass, and a tier
/// without a number leaves a sum unknown.
struct ReviewTests {
  private static let day: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 11, day: 21) else {
      preconditionFailure("21 November 2026 is a day")
    }
    return day
  }()
  private let pack = TestPacks.mini

  private func evaluation(
    _ words: KeyValuePairs<String, String>, journey: String = "both"
  ) -> Evaluation {
    let answered = Sheets.evaluation(pack, words)
    let entry = Entry(
      number: 2, when: "2026-11-21T10:00:00Z", by: "T", why: nil,
      changes: answered.sheet.changing(.journey, to: journey))
    var sheet = answered.sheet
    sheet.apply(entry)
    return evaluate(pack, sheet)
  }

  private func grades(_ evaluation: Evaluation) -> [ArticleRow: Matrix.Grade.Level] {
    let rows = examine(evaluation, asOf: Self.day).matrix.rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.article, $0.contract.level) })
  }

  // MARK: Matrix

  @Test func nothingAnsweredIsNotAssessed() {
    let found = examine(evaluation([:]), asOf: Self.day)
    #expect(found.matrix.rows.count == 10)
    #expect(found.matrix.rows.allSatisfy { $0.contract.level == .notAssessed })
    #expect(found.matrix.rows.allSatisfy { $0.mechanism.level == .notAssessed })
    #expect(Verdict(evaluation([:]), found).standing == .notReady)
  }

  @Test func theDraftNeverMarksTheVendorsPaper() {
    let all: KeyValuePairs = [
      "paper-kind": "theirs", "controller.name": "N", "processor.name": "D",
      "authorisation": "general", "notice": "30 day", "rows[a].contract": "present",
    ]
    let found = examine(evaluation(all), asOf: Self.day)
    #expect(found.coverage.isEmpty)
    #expect(grades(evaluation(all))[.d] == .notAssessed)
    #expect(grades(evaluation(all))[.a] == .present)
  }

  @Test func aBlankInOurOwnDraftIsNotAssessedAndNotMissing() {
    let open = evaluation([
      "paper-kind": "own", "controller.name": "N", "processor.name": "D",
      "authorisation": "general",
    ])
    #expect(grades(open)[.d] == .notAssessed)
    let whole = evaluation([
      "paper-kind": "own", "controller.name": "N", "processor.name": "D",
      "processor.country": "de", "authorisation": "general", "notice": "30 day",
    ])
    #expect(grades(whole)[.d] == .present)
    let row = examine(whole, asOf: Self.day).matrix.rows.first { $0.article == .d }
    #expect(row?.clauses.contains("sub.general") == true)
    #expect(row?.mechanism.level == .notAssessed)
  }

  @Test func everyGradeNamesTheAnswersItCameFrom() {
    let found = examine(
      evaluation(["paper-kind": "theirs", "rows[c].contract": "vague"]), asOf: Self.day)
    let row = found.matrix.rows.first { $0.article == .c }
    #expect(row?.contract.level == .vague)
    #expect(row?.contract.sources.map(\.path) == ["rows[c].contract"])
  }

  // MARK: Journeys

  @Test func aCheckOfAnotherJourneyIsSilent() {
    let test = examine(evaluation(["notice": "5 day"], journey: "self-test"), asOf: Self.day)
    #expect(!test.checks.contains { pack.checks[$0.check].id == "sub.notice-short" })
    let draft = examine(evaluation(["authorisation": "general"], journey: "draft"), asOf: Self.day)
    #expect(draft.checks.contains { pack.checks[$0.check].id == "sub.notice-short" })
    #expect(!draft.checks.contains { pack.checks[$0.check].id.hasPrefix("review.") })
  }

  @Test func onlyTheJourneysAnswersCount() {
    let open = evaluation([:], journey: "self-test").openAnswers().map(\.key.linkId)
    #expect(open.contains("paper-kind"))
    #expect(!open.contains("controller.name"))
  }

  @Test func theSideChangesSeveritiesOfBusinessOnly() {
    func severities(_ side: String) -> [String: Severity] {
      let found = examine(
        evaluation([
          "paper-kind": "theirs", "side": side, "rows[a].contract": "vague",
          "rows[a].mechanism": "nothing",
        ]), asOf: Self.day)
      return Dictionary(
        uniqueKeysWithValues: found.failed(pack).map { ($0.id(pack), $0.severity) })
    }
    #expect(severities("controller")["review.mechanism[a]"] == .major)
    #expect(severities("processor")["review.mechanism[a]"] == .minor)
    #expect(severities("controller")["review.text[a]"] == .critical)
    #expect(severities("processor")["review.text[a]"] == .critical)
  }

  // MARK: Chain

  private func chain(_ words: KeyValuePairs<String, String>) throws -> Chain {
    let evaluation = evaluation(words)
    return try #require(ReviewResult(evaluation, examine(evaluation, asOf: Self.day)).chain)
  }

  @Test func theClockAddsUpToTheControllersDoor() throws {
    let found = try chain([
      "own-hours": "48 hour", "authorisation": "general", "notice": "10 day",
      "subprocessors[+].name": "A", "subprocessors[0].engaged-by": "processor",
      "subprocessors[0].breach-hours": "24 hour", "subprocessors[+].name": "B",
      "subprocessors[1].engaged-by": "r1", "subprocessors[1].breach-hours": "12 hour",
    ])
    #expect(found.nodes.map(\.depth) == [1, 2])
    #expect(found.nodes.map(\.latest.value) == [Quantity(72, .hour), Quantity(84, .hour)])
    #expect(found.latest.value == Quantity(84, .hour))
    #expect(
      found.nodes[1].latest.sources.map(\.path) == [
        "subprocessors[r2].breach-hours", "subprocessors[r1].breach-hours", "own-hours",
      ])
  }

  @Test func aTierWithoutANumberLeavesTheSumUnknown() throws {
    let found = try chain([
      "own-hours": "48 hour", "subprocessors[+].name": "A",
      "subprocessors[0].engaged-by": "processor", "subprocessors[+].name": "B",
      "subprocessors[1].engaged-by": "r1", "subprocessors[1].breach-hours": "12 hour",
    ])
    #expect(found.nodes[1].latest.value == nil)
    #expect(found.nodes[1].latest.waits.map(\.path) == ["subprocessors[r1].breach-hours"])
    #expect(found.latest.value == nil)
  }

  @Test func aRingIsDrawnAndNotAdded() throws {
    let found = try chain([
      "own-hours": "48 hour", "subprocessors[+].name": "A", "subprocessors[+].name": "B",
      "subprocessors[0].engaged-by": "r2", "subprocessors[0].breach-hours": "1 hour",
      "subprocessors[1].breach-hours": "1 hour",
    ])
    #expect(found.nodes.count == 2)
    #expect(found.latest.value == nil)
  }
}
