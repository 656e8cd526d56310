import Interview
import PackModel
import Testing

/// What can be undone on a sheet.
@Suite struct OpeningEntryTests {
  private func entry(_ number: Int, _ changes: [Change], _ reverses: Entry.Reverse? = nil) -> Entry
  {
    Entry(
      number: number, when: "2026-01-01T00:00:00Z", by: "a", why: nil, changes: changes,
      reverses: reverses)
  }

  @Test func theOpeningIsNeverUndone() {
    var sheet = AnswerSheet()
    sheet.apply(
      entry(
        1,
        [
          .setting(.pack, from: nil, to: "p"), .setting(.journey, from: nil, to: "j"),
          .setting(.title, from: nil, to: "t"),
        ]))
    #expect(sheet.undoable == [])
    sheet.apply(entry(2, sheet.setting(AnswerKey("a"), to: .unknown)))
    sheet.apply(entry(3, sheet.changing(.journey, to: "k")))
    sheet.apply(entry(4, sheet.changing(.pack, to: "q")))
    #expect(sheet.undoable == [2, 3, 4])
  }

  /// In journals of the first versions the opening may stand undone and done again.
  @Test func doneAgainItIsNotUndoneEither() {
    var sheet = AnswerSheet()
    let opening = entry(1, [.setting(.pack, from: nil, to: "p")])
    sheet.apply(opening)
    sheet.apply(entry(2, sheet.inverse(of: opening), .undo(1)))
    #expect(sheet.isClosed)
    sheet.apply(entry(3, opening.changes, .redo(1)))
    #expect(!sheet.isClosed)
    #expect(sheet.undoable == [] && sheet.redoable == [])
  }

  /// A journal that was imported may say anything.
  @Test func onlyWhatStandsIsUndoneAndOnlyWhatIsUndoneIsDoneAgain() {
    var sheet = AnswerSheet()
    sheet.apply(entry(1, [.setting(.pack, from: nil, to: "p")]))
    sheet.apply(entry(2, sheet.setting(AnswerKey("a"), to: .unknown)))
    for (number, reverse) in [
      Entry.Reverse.redo(1), .undo(1), .undo(77), .redo(77), .redo(2),
    ].enumerated() {
      sheet.apply(entry(number + 3, [], reverse))
      #expect(sheet.undoable == [2] && sheet.redoable == [])
    }
    sheet.apply(entry(8, [], .undo(2)))
    sheet.apply(entry(9, [], .undo(2)))
    #expect(sheet.undoable == [] && sheet.redoable == [2])
    sheet.apply(entry(10, [], .redo(2)))
    #expect(sheet.undoable == [2] && sheet.redoable == [])
  }
}
