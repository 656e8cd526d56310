import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// A name may end in a full stop of its own.
struct FullStopTests {
  @Test func aNameWithAFullStopEndsItsSentence() throws {
    let pack = TestPacks.real
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take([Assignment(path: "processor.name", said: .words("Example, Inc."))])
    #expect(assigning.refused.isEmpty)
    let evaluation = assigning.evaluation
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let memo = try #require(
      draft("deviation-memo", evaluation, examine(evaluation, asOf: asOf), DraftSettings()))
    let texts = memo.blocks.map(\.text)
    #expect(texts.contains { $0.contains("Example, Inc. It names") }, "\(texts)")
    #expect(!texts.contains { $0.contains("..") })
  }
}
