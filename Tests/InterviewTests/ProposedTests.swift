import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

/// What is put forward for open questions, and from what.
@Suite struct ProposedTests {
  private static let day = CalendarDate(year: 2026, month: 12, day: 1) ?? .first

  /// The pack of FORMAT.md, with proposals and a fact that speaks of rows.
  private static let pack: Pack = {
    func text(_ path: String) -> String {
      String(decoding: TestPacks.miniSources.files[path] ?? [], as: UTF8.self)
    }
    let parties = text("how-to-fill-out/1-parties.yaml")
      .replacing(
        "shortText: turnover\n",
        with:
          "shortText: turnover\n    proposal: {value: 5 EUR, when: laws includes gdpr, because: For a try.}\n"
      )
    let help = text("how-to-fill-out/2-help.yaml")
      .replacing(
        "{linkId: country, type: choice,",
        with:
          "{linkId: country, proposal: {from: processor.country, when: engaged-by is processor}, type: choice,"
      )
      .replacing(
        "    rowText: sub-processor\n",
        with:
          "    rowText: sub-processor\n    proposal: {value: none, when: authorisation is specific, because: Nobody was approved.}\n"
      )
    let facts = """
      - {id: old, provider: Chatty, fact: hours, value: 24 hours, asOf: 2025-01-01, source: its paper, confidence: primary, answers: {subprocessors.breach-hours: 24 hour}}
      - {id: new, provider: Quick, fact: hours, value: 12 hours, asOf: 2026-11-01, source: its list, confidence: primary, answers: {subprocessors.breach-hours: 12 hour}}
      - {id: heard, provider: Rumour, fact: hours, value: 8 hours, asOf: 2026-11-01, source: a talk, confidence: second-hand, answers: {subprocessors.breach-hours: 8 hour}}
      """
    let review =
      text("review.yaml") + "\nfacts: [{table: subprocessors, provider: name}]\nstale: fact-age\n"
    let norms =
      text("norms.yaml")
      + "\n- {id: fact-age, value: 180 day, kind: MARKET, authority: [gdpr-28-2], asOf: 2026-11-21, says: \"Facts age.\"}\n"
    return TestPacks.compiled(
      TestPacks.mini(with: [
        "how-to-fill-out/1-parties.yaml": parties, "how-to-fill-out/2-help.yaml": help,
        "providers.yaml": facts, "review.yaml": review, "norms.yaml": norms,
      ]))
  }()

  private func evaluation(_ said: [String: String]) -> Evaluation {
    var assigning = Assigning(evaluate(Self.pack, AnswerSheet()), renames: false)
    assigning.take(
      said.sorted { $0.key < $1.key }.map { Assignment(path: $0.key, said: .words($0.value)) })
    #expect(assigning.refused.isEmpty, "\(assigning.refused)")
    return assigning.evaluation
  }

  private func proposed(_ evaluation: Evaluation, house: HouseAnswers? = nil) -> [String: Proposed]
  {
    Dictionary(
      evaluation.proposals(journey: 0, asOf: Self.day, house: house).map { ($0.key.path, $0) },
      uniquingKeysWith: { $1 })
  }

  @Test("what rests on an answer that is not there is not put forward")
  func nothingFollowsFromNothing() {
    let found = proposed(evaluation([:]))
    #expect(found["turnover"] == nil && found["subprocessors"] == nil)
    #expect(proposed(evaluation(["laws": "gdpr"]))["turnover"]?.source() == "For a try.")
  }

  @Test("what is put forward is read by nothing before it is accepted, and one act accepts it")
  func proposalsAreNoAnswers() throws {
    let evaluation = evaluation(["laws": "gdpr"])
    let turnover = try #require(Self.pack.question("turnover"))
    #expect(evaluation.state(turnover) == .open)
    let found = try #require(proposed(evaluation)["turnover"])
    let after = evaluation.after(evaluation.accepting([found]))
    #expect(after.sheet[AnswerKey("turnover")] == found.answer)
    #expect(proposed(after)["turnover"] == nil)
    // What is taken out by another answer is not accepted with it.
    #expect(after.accepting([found]).isEmpty)
  }

  @Test("a table of which none follows is said to have none")
  func aTableHasNone() {
    let found = proposed(evaluation(["authorisation": "specific"]))
    #expect(found["subprocessors"]?.answer == Answer.none)
  }

  @Test("a fact that is too old, or was only heard, stands there without a tick and says so")
  func factsHaveTheirDay() throws {
    let found = proposed(
      evaluation([
        "subprocessors[a].name": "Chatty Inc.", "subprocessors[b].name": "Quick GmbH",
        "subprocessors[c].name": "Rumour", "subprocessors[d].name": "Quicker AG",
      ]))
    let old = try #require(found["subprocessors[a].breach-hours"])
    #expect(!old.isFirm && old.source().hasPrefix("look it up: its paper, as of 1 January 2025"))
    let new = try #require(found["subprocessors[b].breach-hours"])
    #expect(new.isFirm && new.source() == "its list, as of 1 November 2026")
    let heard = try #require(found["subprocessors[c].breach-hours"])
    #expect(!heard.isFirm && heard.source().hasSuffix("(second-hand)"))
    #expect(found["subprocessors[d].breach-hours"] == nil)
  }

  @Test("in a row the row's own answers are read")
  func rowsReadTheirOwnAnswers() {
    let found = proposed(
      evaluation([
        "processor.country": "de", "subprocessors[a].name": "A", "subprocessors[b].name": "B",
        "subprocessors[a].engaged-by": "processor", "subprocessors[b].engaged-by": "a",
      ]))
    #expect(found["subprocessors[a].country"]?.answer == .value(.code("de")))
    #expect(found["subprocessors[b].country"] == nil)
  }

  @Test("every proposal of the shipped pack that comes to something would be accepted")
  func theShippedPackProposesWhatIsTaken() {
    let pack = TestPacks.real
    for example in pack.examples.prefix(6) {
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      let evaluation = assigning.evaluation
      for proposed in evaluation.proposals(journey: 0, asOf: Self.day) where proposed.isFirm {
        #expect(!evaluation.accepting([proposed]).isEmpty, "\(example.id) \(proposed.key.path)")
      }
    }
  }
}
