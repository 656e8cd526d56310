import Findings
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

/// What once contradicted itself in every draft is found where somebody puts it back.
struct MendedContradictionTests {
  private static let agreement = "promises/3-agreement.yaml"
  private static let words = "promises/1-words.yaml"
  private static let ai = "promises/4-ai.yaml"

  /// The shipped pack with some words of a file replaced.
  private func sources(_ file: String, _ old: String, _ new: String) throws -> SourceFiles {
    var files = TestPacks.realSources.files
    let text = String(decoding: try #require(files[file]), as: UTF8.self)
    try #require(text.contains(old), "\(file) does not hold “\(old)”")
    files[file] = Array(text.replacing(old, with: new).utf8)
    return SourceFiles(files)
  }

  private func evaluation(_ pack: Pack, _ answers: KeyValuePairs<String, String>) -> Evaluation {
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take(answers.map { Assignment(path: $0.key, said: .words($0.value)) })
    #expect(assigning.refused.isEmpty, "\(assigning.refused)")
    return assigning.evaluation
  }

  /// The pairs at odds.
  private func found(_ pack: Pack, _ answers: KeyValuePairs<String, String> = [:]) -> [String] {
    examine(evaluation(pack, answers), asOf: CalendarDate.first).failed(pack)
      .filter { pack.checks[$0.check].promises != nil }.map { $0.id(pack) }
  }

  /// The present text contradicts itself under none of these answers; the older one does.
  private func expectPutBack(
    _ file: String, _ old: String, _ new: String, _ answers: KeyValuePairs<String, String>,
    _ wanted: String, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let before = found(TestPacks.real, answers)
    #expect(!before.contains { $0.hasPrefix(wanted) }, "\(before)", sourceLocation: place)
    let after = found(TestPacks.compiled(try sources(file, old, new)), answers)
    #expect(after.contains { $0.hasPrefix(wanted) }, "\(after)", sourceLocation: place)
  }

  @Test func theCleanCasePromisesNothingTwice() {
    #expect(found(TestPacks.real).isEmpty)
  }

  /// B1: a company of a third country that works in the Union was no transfer.
  @Test func aCompanysSeatCounts() throws {
    try expectPutBack(
      MendedContradictionTests.agreement, "subprocessors where not (sub-route is no-transfer)",
      "subprocessors where country.place is us or country.place is third",
      [
        "third-country": "yes", "subprocessors[a].seat": "us",
        "subprocessors[a].sub-mechanism": "scc-3",
      ], "promises.transfer.transfers.listed+companies.transfer[a]")
  }

  /// Under the FADP a company in the Union receives a Transfer, and was in no list.
  @Test func theListIsOfTheTransfersUnderEachLaw() throws {
    try expectPutBack(
      MendedContradictionTests.agreement, "subprocessors where not (sub-route is no-transfer)",
      "subprocessors where not (leg-eu is no-transfer)", ["laws": "gdpr, fadp"],
      "promises.transfer.transfers.listed+companies.transfer-ch[")
  }

  /// B3: the list authorised companies without a contract.
  @Test func aCompanyWithoutAContractIsNotAuthorised() throws {
    try expectPutBack(
      MendedContradictionTests.agreement, "subprocessors where authorised is authorised",
      "subprocessors where sub-role is processor", ["subprocessors[b].dpa-in-place": "missing"],
      "promises.company.companies.without-contract+companies.authorised[b]")
  }

  /// M1: the table of the stores was due at the end, before the choice.
  @Test func theTableOfStoresWaitsForTheChoice() throws {
    try expectPutBack(
      MendedContradictionTests.agreement,
      "within: \"stores[prompts].kept-for\", from: record",
      "within: \"stores[prompts].kept-for\", from: end",
      [
        "stores-alike": "yes", "stores[prompts].kept-rule": "fixed-time",
        "stores[prompts].kept-for": "7 day", "deletion-usual": "yes",
      ], "promises.time.stores.prompts+usual.choice")
  }

  /// M2: abuse review was allowed in one place and closed in another.
  @Test func whoReviewsForAnOwnPurposeMayRead() throws {
    try expectPutBack(
      MendedContradictionTests.ai, "- {id: paths.own-purposes, only: read",
      "- {id: paths.own-purposes, only: store",
      ["human-access": "defined-paths", "own-purposes[abuse].data": "prompts"],
      "promises.access.paths.usual+own-purposes.read[abuse]")
  }

  /// M3: sensitive data was to be kept out of purposes for which all prompts are screened.
  @Test func sensitiveDataIsNotPromisedAway() throws {
    try expectPutBack(
      MendedContradictionTests.agreement, "purpose: search-for-sensitive-data,",
      "purpose: [abuse-monitoring, safety-review, statistics],",
      ["own-purposes[abuse].purpose": "abuse-monitoring"],
      "promises.access.sensitive.search+own-purposes.use[abuse]")
  }

  /// M4: under two laws the courts of each were foreign under the other.
  @Test func noAuthorityIsForeignWhoseLawCounts() throws {
    try expectPutBack(
      MendedContradictionTests.agreement,
      "people: union-authority, when: not laws includes gdpr",
      "people: union-authority, when: laws includes fadp", ["laws": "gdpr, fadp"],
      "promises.access.orders.union+law.union")
  }

  /// M5: what is to be flagged was wider than the term that names it.
  @Test func theTermReachesAllThatMustBeFlagged() throws {
    let result = compile(
      try sources(
        MendedContradictionTests.agreement,
        "only: notify, purpose: [breach-of-the-laws-named, breach-of-national-law]",
        "only: notify, purpose: [breach-of-the-laws-named]"), lints: true)
    guard case .failure(let failure) = result else {
      Issue.record("it compiles")
      return
    }
    #expect(failure.diagnostics.map(\.kind) == [.promisesAtOdds])
    #expect(failure.diagnostics.first?.message.contains("breach-of-national-law") == true)
  }

  /// M6: steps were bound to places where no model and no company works.
  @Test(arguments: [
    ("models[a].model-region", "EU Data Boundary", "residency.run+models.run[a]"),
    ("models[a].model-region", "us-east-1", "residency.run+models.run[a]"),
    ("subprocessors[b].country", "ie", "residency.store+companies.store[b]"),
    ("subprocessors[c].country", "nl", "residency.store+companies.store[c]"),
    ("subprocessors[d].country", "fi", "residency.logs+companies.logs[d]"),
  ])
  func aBoundStepTakesPlaceWhereItIsBound(_ path: String, _ value: String, _ pair: String) throws {
    let pack = TestPacks.real
    let first = try #require(
      Sheets.clean(pack).sheet.rows(of: "models").first)
    let path = path.replacing("models[a]", with: "models[\(first)]")
    let pair = pair.replacing("models.run[a]", with: "models.run[\(first)]")
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take([Assignment(path: path, said: .words(value))])
    let result = examine(assigning.evaluation, asOf: CalendarDate.first)
    #expect(result.failed(pack).map { $0.id(pack) }.contains("promises.place.\(pair)"))
  }

  /// M8: a processor that is a controller too, with the module and the status of a processor alone.
  @Test func aControllerHasItsModuleAndItsStatus() throws {
    let answers: KeyValuePairs = [
      "third-country": "yes", "processor.country": "us", "processor-place": "us",
      "own-purposes[abuse].role": "own-controller",
      "laws": "gdpr, ccpa", "california-status": "service-provider", "dpf-active": "no",
      "mechanism-confirmed": "yes",
    ]
    try expectPutBack(
      MendedContradictionTests.agreement, "when: eu-clauses is yes and own-module is yes",
      "when: own-module is no", answers,
      "promises.transfer.transfers.module+own-purposes.module[abuse]")
    try expectPutBack(
      MendedContradictionTests.agreement, "role: own-controller, when: ca-terms is yes",
      "role: own-controller, when: ca-terms is no", answers,
      "promises.role.california.service-provider+own-purposes.controller[abuse]")
  }

  /// M9: a cap that reaches what no cap may reach.
  @Test func aCapReachesTheOtherPartyOnly() throws {
    let result = compile(
      try sources(
        MendedContradictionTests.agreement,
        "id: cap.fees, may-not: pay, purpose: liability-between-the-parties",
        "id: cap.fees, may-not: pay, purpose: [liability-between-the-parties, liability-to-people]"),
      lints: true)
    guard case .failure(let failure) = result else {
      Issue.record("it compiles")
      return
    }
    #expect(failure.diagnostics.map(\.kind) == [.promisesAtOdds])
  }

  /// M10: by its definition the log of access was a log of the system, gone after days.
  @Test func theLogOfAccessIsNoLogOfTheSystem() throws {
    try expectPutBack(
      MendedContradictionTests.words,
      "- {data: [access-log, tool-log, incident-record, instruction-register, deletion-log], in: proof}",
      "- {data: [access-log], in: logs}\n- {data: [tool-log], in: proof}",
      [
        "stores-alike": "yes", "stores[logs].kept-rule": "fixed-time",
        "stores[logs].kept-for": "7 day", "human-access": "defined-paths",
      ], "promises.time.stores.logs+access-log.named")
  }
}
