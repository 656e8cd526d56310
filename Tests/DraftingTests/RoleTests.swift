import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What a document is for is said by its role and not by its id: a German pack whose contract is
/// called `avv` gets all that the shipped one gets.
struct RoleTests {
  private let pack = GermanPack.pack
  private let asOf: CalendarDate
  private let whole: Evaluation

  init() throws {
    asOf = try #require(CalendarDate(iso: "2026-11-30"))
    whole = Sheets.clean(pack)
  }

  private func examined(_ evaluation: Evaluation) -> FindingsResult {
    examine(evaluation, asOf: asOf)
  }

  private func text(_ id: String, _ evaluation: Evaluation) throws -> String {
    let document = try #require(draft(id, evaluation, examined(evaluation)))
    return document.blocks.map(\.text).joined(separator: "\n")
  }

  @Test func theContractMeetsObligations() {
    #expect(examined(whole).coverage.map(\.status) == [.covered, .covered])
    #expect(examined(whole).coverage.map(\.clauses) == [["weisung.gebunden"], ["unter.anzeige"]])
    let half = Sheets.evaluation(pack, ["auftraggeber": "A", "auftragnehmer": "B"])
    #expect(examined(half).coverage.map(\.status) == [.covered, .open])
  }

  @Test func itsCoverSheetGoesWithADraftAndNotWithWhatIsSigned() throws {
    let working = try #require(draft(.contract, whole, examined(whole)))
    #expect(working.id == "avv")
    #expect(working.standing == .draft && working.cover.count == 2)
    let settings = DraftSettings(standing: .final)
    let final = try #require(draft("avv", whole, examined(whole), settings))
    #expect(final.standing == .final && final.cover.isEmpty)
    #expect(final.blocks.map(\.text) == working.blocks.map(\.text))
  }

  @Test func theReportNamesItsSections() throws {
    let short = Sheets.evaluation(
      pack, ["auftraggeber": "A", "auftragnehmer": "B", "frist": "5 day"])
    let report = try text("pruefbericht", short)
    #expect(report.contains("P-1 section 1.1"), "\(report)")
    #expect(report.contains("Eine Frist von 5 days ist zu kurz. (section 2.1)"), "\(report)")
    let document = try #require(draft(.report, short, examined(short)))
    #expect(document.id == "pruefbericht" && document.standing == .report)
  }

  @Test func theAmendmentIsSignedAndHoldsTheClauseThatClosesTheFinding() throws {
    let lacking = Sheets.evaluation(
      pack, ["auftraggeber": "A", "auftragnehmer": "B", "frist": "5 day", "pruefung": "no"])
    let document = try #require(draft(.amendment, lacking, examined(lacking)))
    #expect(document.id == "nachtrag" && document.standing == .draft)
    let text = document.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("Bestimmung 1. Prüfung\nA darf vor Ort prüfen."), "\(text)")
  }

  @Test func aMemoIsReadAndComesForTheAsking() throws {
    #expect(wantedDocuments(whole) == ["pruefbericht", "avv", "nachtrag"])
    #expect(wantedDocuments(whole, with: ["vermerk"]).first == "vermerk")
    let memo = try #require(draft(.memo, whole, examined(whole)))
    #expect(memo.id == "vermerk" && memo.standing == .report)
  }

  @Test func aPackWithoutAContractHasNone() throws {
    let only = TinyPack.pack(
      [TinyPack.question("a", "string")],
      files: [
        "pack.yaml": """
        id: tiny
        version: 1.0.0
        title: A tiny pack
        journeys:
          - {id: whole, title: All of it, steps: [only]}
        documents:
          - {id: agreement, role: memo, title: A note by that name}

        """
      ])
    let evaluation = Sheets.evaluation(only, ["a": "A"])
    #expect(draft(.contract, evaluation, examined(evaluation)) == nil)
    #expect(draft("agreement", evaluation, examined(evaluation))?.standing == .report)
    #expect(examined(evaluation).coverage.isEmpty)
  }
}
