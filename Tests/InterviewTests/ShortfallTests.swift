import Interview
import PackModel
import TestSupport
import Testing

/// A choice below the law is taken with a reason, and with nothing less.
struct ShortfallTests {
  private let pack = TestPacks.mini

  private func assigning(_ assignments: [Assignment]) -> Assigning {
    var assigning = Assigning(evaluate(pack, AnswerSheet()))
    assigning.take([Assignment(path: "laws", said: .words("gdpr"))] + assignments)
    return assigning
  }

  @Test func withoutAReasonItIsRefusedAndNothingElseIsLost() throws {
    let result = assigning([
      Assignment(path: "rights[access].limit", said: .words("2 month")),
      Assignment(path: "rights[delete].limit", said: .words("1 month")),
    ])
    let refused = try #require(result.refused.first)
    #expect(refused.path == "rights[access].limit")
    #expect(refused.error.kind == .reasonWanted)
    #expect(refused.error.message.contains("GDPR, Art. 12(3)"))
    #expect(refused.error.message.contains("one month"))
    #expect(result.refused.count == 1)
    let sheet = result.evaluation.sheet
    #expect(sheet[AnswerKey("rights.limit", row: "access")] == nil)
    #expect(sheet[AnswerKey("rights.limit", row: "delete")] != nil)
  }

  @Test func withAReasonItStandsAndIsListed() throws {
    let result = assigning([
      Assignment(
        path: "rights[access].limit", said: .words("2 month"), note: "Agreed with the works council"
      )
    ])
    #expect(result.refused.isEmpty)
    let shortfall = try #require(result.evaluation.shortfalls().first)
    #expect(shortfall.key == AnswerKey("rights.limit", row: "access"))
    #expect(shortfall.reason == "Agreed with the works council")
    #expect(result.evaluation.shortfalls().count == 1)
  }

  @Test func whatAnotherAnswerMakesAShortfallIsListedWithoutAReason() {
    let result = assigning([Assignment(path: "rights[access].limit", said: .words("1 month"))])
    #expect(result.evaluation.shortfalls().isEmpty)
    // The reason is taken away afterwards: the choice stays and waits for one.
    var sheet = assigning([
      Assignment(path: "rights[access].limit", said: .words("2 month"), note: "because")
    ]).evaluation.sheet
    let key = AnswerKey("rights.limit", row: "access")
    sheet.apply(
      Entry(
        number: sheet.head + 1, when: "", by: "", why: nil, changes: sheet.remarking(key, nil)))
    #expect(evaluate(pack, sheet).shortfalls().map(\.reason) == [nil])
  }

  @Test func aSuggestionIsSeenFromTheControllerWhereNobodySaidOtherwise() throws {
    let evaluation = evaluate(pack, AnswerSheet())
    let notice = try #require(pack.question("notice"))
    let suggestion = try #require(evaluation.suggestion(for: notice))
    #expect(Evaluation.written(suggestion.value) == "30 day")
    #expect(suggestion.lens.mapValues { Evaluation.written($0) } == ["processor": "14 day"])
  }

  @Test(arguments: [
    ("30 day", PlaybookTerm.Position.preferred), ("20 day", .acceptable), ("5 day", .walkAway),
  ]) func aTermOfThePlaybookKnowsWhereTheAnswerStands(
    _ words: String, _ position: PlaybookTerm.Position
  ) throws {
    let evaluation = Sheets.evaluation(pack, ["authorisation": "general", "notice": words])
    let term = try #require(Negotiation.terms(evaluation).first)
    #expect(term.position == position)
    #expect(!term.isOpen)
  }

  @Test func whatLiesBetweenThePositionsHasNone() throws {
    let between = Sheets.evaluation(pack, ["authorisation": "general", "notice": "12 day"])
    #expect(try #require(Negotiation.terms(between).first).position == nil)
    let open = Sheets.evaluation(pack, ["authorisation": "general"])
    #expect(try #require(Negotiation.terms(open).first).isOpen)
    #expect(Negotiation.terms(evaluate(pack, AnswerSheet())).isEmpty, "it is not asked yet")
  }

  @Test(arguments: ["gdrp", "uk-gdp"]) func whatIsNearlyACodeWasMeantToBeIt(_ word: String) throws {
    let laws = try #require(pack.question("laws"))
    #expect(throws: AnswerError.self) { try evaluate(pack, AnswerSheet()).read(word, for: laws) }
  }

  @Test(arguments: ["Gdrp", "the law of the sea", "nis2"]) func ownWordsAreTaken(_ word: String)
    throws
  {
    let laws = try #require(pack.question("laws"))
    let value = try evaluate(pack, AnswerSheet()).read(word, for: laws)
    #expect(value == .checks([.other(word)]))
  }
}
