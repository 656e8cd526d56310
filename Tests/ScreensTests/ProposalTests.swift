import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What follows is put forward on a page of its own, and counts once it is accepted.
@Suite struct ProposalTests {
  /// Before the page whose two questions follow from the seat and the day of signing.
  private func sitting(house: HouseAnswers? = nil) throws -> Sitting {
    var sitting = try Sitting(pack: SamplePack.withProposals())
    sitting.desk.shared.house = house
    sitting.open()
    sitting.keep(
      sitting.sheet.setting(AnswerKey("controller.country"), to: .value(.code("de"))))
    sitting.press("<Ctrl-G>3<Enter>2026-03-01<Enter>")
    return sitting
  }

  @Test(
    "the way to a question that follows leads to a page that says from what; nothing is answered")
  func whatFollowsIsPutForward() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>5<Enter><Enter>")
    #expect(sitting.desk.screen == .proposals)
    let text = sitting.frame.snapshot
    #expect(text.contains("[x] Agreed") && text.contains("[x] Home of the file"))
    #expect(text.contains("Germany") && text.contains("You named the day of signing."))
    #expect(text.contains("2 of 2 ticked. None is an answer before Enter."))
    #expect(sitting.answer("agreed") == nil && sitting.answer("home") == nil)
    sitting.press("<Down>")
    #expect(sitting.frame.snapshot.contains("from: controller: country"))
  }

  @Test(
    "Enter accepts the page in one act with its sources, passes its questions, and one undo takes it back"
  )
  func enterAcceptsThePage() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>5<Enter><Enter>")
    let before = sitting.entries.count
    sitting.press("<Enter>")
    #expect(sitting.entries.count == before + 1)
    #expect(sitting.answer("agreed") == .value(.boolean(true)))
    #expect(sitting.answer("home") == .value(.code("de")))
    let why = try #require(sitting.entries.last?.why)
    #expect(why.contains("You named the day of signing.") && why.contains("controller: country"))
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.desk.interview.page.item == sitting.pack.question("authorisation"))
    sitting.press("<Alt-U>")
    #expect(sitting.answer("agreed") == nil && sitting.answer("home") == nil)
  }

  @Test("a line that is taken out stays open, and its question is asked")
  func aLineIsTakenOut() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>5<Enter><Enter> <Enter>")
    #expect(sitting.answer("agreed") == nil)
    #expect(sitting.answer("home") == .value(.code("de")))
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.desk.interview.page.item == sitting.pack.question("last-page"))
  }

  @Test("Esc goes on without, and what was put forward once does not stand in the way again")
  func onWithout() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>5<Enter><Enter><Esc>")
    #expect(sitting.desk.screen == .interview && sitting.answer("home") == nil)
    #expect(sitting.desk.interview.page.item == sitting.pack.question("last-page"))
    sitting.press("<Ctrl-G>5<Enter><Enter>")
    #expect(sitting.desk.screen == .interview)
    // It is found again where it is looked for.
    sitting.send(.turnTo(.proposals))
    #expect(sitting.desk.proposals.lines.count == 2)
    sitting.press("o")
    #expect(sitting.desk.screen == .interview && sitting.desk.interview.page.slots.count == 2)
  }

  @Test("in lines a page is accepted with a word")
  func inLines() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>5<Enter><Enter>")
    let lines = plainPrompt(sitting.desk)
    #expect(lines.contains { $0.contains("Home of the file: Germany. from: controller: country.") })
    sitting.say("1", "accept")
    #expect(sitting.answer("agreed") == nil)
    #expect(sitting.answer("home") == .value(.code("de")))
  }

  @Test("a profile is proposed with its name and day, and kept from the list of all answers")
  func aProfileIsProposed() throws {
    let day = try #require(CalendarDate(year: 2026, month: 10, day: 2))
    let house = HouseAnswers(
      name: "Firm", saved: day, assignments: [Assignment(path: "training", said: .words("no"))])
    var sitting = try sitting(house: house)
    // On the way from the day of signing to the question on training.
    #expect(sitting.desk.screen == .proposals)
    #expect(sitting.frame.snapshot.contains("profile “Firm”, saved 2 October 2026"))
    sitting.press("<Enter>")
    #expect(sitting.answer("training") == .value(.boolean(false)))
    sitting.send(.turnTo(.review))
    sitting.press("h")
    guard case .keepHouse(let kept)? = sitting.effects.last else {
      Issue.record("nothing is kept")
      return
    }
    #expect(kept.assignments.map(\.path) == ["controller.country", "training"])
    #expect(kept.name == "Firm" && kept.saved == sitting.desk.shared.today)
  }

  @Test("questions on one page keep their names, and one that is alone has the whole room")
  func pagesOfSeveralQuestions() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>6<Enter>")
    if sitting.desk.screen == .proposals { sitting.press("<Esc>") }
    let page = sitting.desk.interview.page
    #expect(page.kind == .block && page.slots.count == 2)
    #expect(sitting.frame.snapshot.contains("At the end"))
    #expect(sitting.frame.snapshot.contains("Is that agreed?"))
    sitting.press("y<Enter>")
    #expect(sitting.answer("agreed") == .value(.boolean(true)))
    #expect(sitting.desk.interview.slot?.question == sitting.pack.question("home"))
  }
}
