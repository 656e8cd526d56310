import Canvas
import Drafting
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The dashboard: reached from anywhere, it shows what was found, and what is done about it is kept
/// by the journal.
@Suite struct DashboardTests {
  /// A matter with one finding.
  private func sitting(_ size: Size = Size(columns: 80, rows: 24)) throws -> Sitting {
    var sitting = try Sitting.atQuestions(size)
    sitting.say("goto 6", "1", "5")
    sitting.send(.elapsed(.settle))
    return sitting
  }

  @Test(arguments: GoldenTests.sizes) func looks(_ size: Size) throws {
    var sitting = try sitting(size)
    sitting.press("<F8>")
    try expect(sitting, "dashboard", size)
    sitting.press("<End><Enter>")
    try expect(sitting, "dashboard-finding", size)
    sitting.press("oÄnne Grünwald 山田")
    try expect(sitting, "dashboard-owner", size)
  }

  @Test func ownerDueAndStatusAreEntries() throws {
    var sitting = try sitting()
    let before = sitting.entries.count
    sitting.press("<Alt-=><End><Enter>oÄnne<Enter>d1.3.2027<Enter>s")
    #expect(sitting.entries.count == before + 3)
    let follow = sitting.sheet.followUp("notice-short")
    #expect(follow.owner == "Änne" && follow.status == .inProgress)
    #expect(follow.due == CalendarDate(year: 2027, month: 3, day: 1))
    // Accepted asks why, and without a reason it is not.
    sitting.press("ss")
    #expect(sitting.sheet.followUp("notice-short").status == .done)
    sitting.press("low volume<Enter>")
    #expect(sitting.sheet.followUp("notice-short").status == .accepted)
    #expect(sitting.sheet.followUp("notice-short").reason == "low volume")
    sitting.press("<Ctrl-Z>")
    #expect(sitting.sheet.followUp("notice-short").status == .done)
  }

  @Test func whatIsTypedThereIsKeptAndOutlivesARefusal() throws {
    var sitting = try sitting()
    sitting.press("<Alt-=><End><Enter>oÄn")
    sitting.send(.elapsed(.keep))
    let drafts = sitting.desk.shared.file?.keeping.texts ?? [:]
    #expect(drafts.values.contains("Än"))
    sitting.press("ne")
    sitting.refusal = "The disk is full."
    sitting.press("<Enter>")
    #expect(sitting.frame.text.contains("> Änne"))
    sitting.press("<Ctrl-Q>")
    #expect(sitting.sheet.followUp("notice-short").owner == "Änne")
    #expect(sitting.desk.unsaved == nil)
    #expect(sitting.desk.shared.file?.keeping.texts == [:])
  }

  @Test func aDateThatIsNoneStaysInTheField() throws {
    var sitting = try sitting()
    let before = sitting.entries.count
    sitting.press("<F8><End><Enter>dsoon<Enter>")
    #expect(sitting.entries.count == before)
    #expect(sitting.frame.snapshot.contains("soon"))
    #expect(sitting.desk.shared.notice?.kind == .error)
  }

  @Test func aKeyLeadsToTheAnswerThatWouldChangeIt() throws {
    var sitting = try sitting()
    sitting.press("<F8><End><Enter>a")
    #expect(sitting.desk.screen == .interview)
    #expect(
      sitting.desk.interview.slot.map { sitting.pack.questions[$0.question].linkId } == "notice")
  }

  @Test func fromTheAnswerOneComesBackToTheFinding() throws {
    var sitting = try sitting()
    sitting.press("<F8><Tab><Enter>a<Enter>")
    #expect(sitting.desk.screen == .dashboard)
    #expect(sitting.desk.dashboard.shown?.id == "notice-short")
    #expect(sitting.frame.snapshot.contains("Owner:"))
    sitting.press("a<Ctrl-U>45<Enter>")
    #expect(sitting.desk.screen == .dashboard)
    #expect(sitting.desk.dashboard.entries.isEmpty)
    #expect(sitting.desk.shared.notice?.text == "That finding no longer stands.")
  }

  @Test func tabGoesFromFindingToFinding() throws {
    var sitting = try sitting()
    sitting.press("<F8><Home><Tab>")
    #expect(sitting.desk.dashboard.shown?.id == "notice-short")
    // Behind the last comes the first.
    sitting.press("<Tab>")
    #expect(sitting.desk.dashboard.shown?.id == "notice-short")
  }

  @Test func escGoesBackStepByStepAndLosesNothing() throws {
    var sitting = try sitting()
    let here = sitting.desk.screen
    sitting.press("<F8><End><Enter><Esc>")
    #expect(sitting.desk.screen == .dashboard)
    sitting.press("<Esc>")
    #expect(sitting.desk.screen == here)
  }

  @Test func theLinearViewGivesTheSameJournal() throws {
    var screen = try sitting()
    screen.press("<F8><End><Enter>oÄnne<Enter>d2027-03-01<Enter>s")
    var lines = try sitting(plainSize)
    lines.say("findings", "1", "owner Änne", "due 2027-03-01", "status")
    #expect(lines.entries.map(\.changes) == screen.entries.map(\.changes))
    #expect(plainPrompt(lines.desk).contains { $0.hasPrefix("Owner: Änne") })
  }

  private func expect(_ sitting: Sitting, _ name: String, _ size: Size) throws {
    let file = "\(name)-\(size.columns)x\(size.rows).txt"
    #expect(throws: Never.self, "\(file)") { try Golden.expect(sitting.frame.snapshot, file) }
  }
}
