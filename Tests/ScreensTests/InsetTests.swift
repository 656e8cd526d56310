import Interview
import PackModel
import Testing

@testable import Screens

/// What stands in front of the question.
@Suite struct InsetTests {
  private func at(_ linkId: String, _ shared: Shared) throws -> Cursor {
    let file = try #require(shared.file)
    var cursor = Cursor()
    cursor.show(try Parts.place(linkId, file), file)
    return cursor
  }

  @Test func aRefusedNoteIsThereAgain() throws {
    var shared = try Parts.shared()
    let cursor = try at("signed", shared)
    let file = try #require(shared.file)
    var inset = Inset()
    inset.show(.asking(Asking(.note, at: try #require(cursor.slot), file)))
    _ = inset.update(.text(.typed("ask Brigitte")), cursor, &shared)
    #expect(shared.file?.drafts[AnswerKey("signed#note")] == "ask Brigitte")
    let act = Act([.remark(AnswerKey("signed"), from: nil, to: "ask Brigitte")])
    #expect(inset.update(.carryOn, cursor, &shared) == .act(act, then: .resume))
    #expect(inset.mode == .answering)
    let asked = Asking(.note, at: try #require(cursor.slot), file)
    inset.actIsOver(isKept: false)
    #expect(inset.holds(act, cursor, file))
    #expect(inset.mode != .answering && inset.mode != .asking(asked), "what was typed is there too")
    // Kept, it stays closed.
    _ = inset.update(.carryOn, cursor, &shared)
    inset.actIsOver(isKept: true)
    #expect(inset.mode == .answering)
  }

  @Test func whatDoesNotApplyNeedsItsReason() throws {
    var shared = try Parts.shared()
    let cursor = try at("penalty", shared)
    var inset = Inset()
    inset.show(
      .asking(
        Asking(.notApplicable, at: try #require(cursor.slot), try #require(shared.file))))
    _ = inset.update(.carryOn, cursor, &shared)
    #expect(shared.notice?.kind == .error && inset.mode != .answering)
    _ = inset.update(.text(.typed("no penalty")), cursor, &shared)
    let act = Act([.set(AnswerKey("penalty"), from: nil, to: .notApplicable("no penalty"))])
    #expect(inset.update(.carryOn, cursor, &shared) == .act(act, then: .forward))
  }

  @Test func theCalendarKeepsToTheEndOfShortMonths() throws {
    var shared = try Parts.shared()
    let cursor = try at("signed", shared)
    var inset = Inset()
    inset.show(.calendar(try #require(CalendarDate(year: 2027, month: 1, day: 31))))
    _ = inset.update(.months(1), cursor, &shared)
    let last = try #require(CalendarDate(year: 2027, month: 2, day: 28))
    #expect(inset.mode == .calendar(last))
    _ = inset.update(.days(1), cursor, &shared)
    #expect(inset.update(.carryOn, cursor, &shared) == .type(.replaced("1 March 2027")))
    #expect(inset.mode == .answering)
  }
}
