import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What is drafted alone, or of what was made before, is the same as with all the rest.
struct DraftPartTests {
  @Test(arguments: [TestPacks.mini, TestPacks.real])
  func aSectionAloneReadsAsInItsDocument(_ pack: Pack) throws {
    let evaluation = Sheets.clean(pack)
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let whole = try #require(draft("agreement", evaluation, .none(day))).passages
    var numbers = Set(whole.compactMap(\.number))
    #expect(numbers.count > 3)
    numbers.formUnion(whole.map(\.place).filter { $0.contains("(") || $0.contains(", row ") })
    for number in numbers {
      guard let section = draftSection(.contract, at: number, evaluation, asOf: day) else {
        continue
      }
      let part = section.passages
      func said(_ passages: [Passage]) -> [Passage] {
        passages.filter { $0.place == number || $0.number == number }
      }
      #expect(!said(part).isEmpty, "\(number)")
      #expect(said(part) == said(whole), "\(number)")
    }
    let alone = numbers.filter {
      draftSection(.contract, at: $0.uppercased(), evaluation, asOf: day) != nil
    }
    #expect(
      alone.contains { $0.hasPrefix("Annex") } && alone.contains { $0.first?.isNumber == true })
    #expect(draftSection(.contract, at: "no such number", evaluation, asOf: day) == nil)
  }

  @Test func documentsOfOneReportReadAsEachByItself() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let settings = DraftSettings(matter: "clinic")
    let report = ReportData(evaluation, findings, settings)
    for id in TestPacks.real.documents.map(\.id) {
      #expect(
        draft(id, evaluation, findings, settings, of: report)
          == draft(id, evaluation, findings, settings), "\(id)")
    }
  }

  @Test func aFindingByItselfReadsAsInTheReport() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let all = ReportData(evaluation, findings, DraftSettings()).findings
    #expect(all.count > 20)
    for entry in all.filter({ $0.clause != nil }).prefix(5) {
      let alone = try #require(
        FindingEntry.entries(of: [entry.finding], evaluation, findings, DraftSettings()).first)
      #expect(alone.words == entry.words && alone.text == entry.text && !alone.text.isEmpty)
      #expect(alone.evidence == entry.evidence && alone.place == entry.place)
      #expect(alone.closing == entry.closing && alone.clause == entry.clause)
    }
  }
}
