import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What a message changes, whole.
@Suite struct AnsweringTests {
  @Test func enterTakesTheAnswerAndGoesOn() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter>")
    let key = AnswerKey("controller.name")
    #expect(sitting.entries.count == 2)
    #expect(
      sitting.entries.last?.changes == [.set(key, from: nil, to: .value(.text("Nordlicht GmbH")))])
    #expect(sitting.desk.interview.focus == 1)
    #expect(sitting.desk.interview.error == nil)
  }

  @Test func whatFollowsIsSaidOnceItsAnswersAreThere() throws {
    var sitting = try Sitting(pack: SamplePack.withFollows())
    sitting.open()
    sitting.press("<Ctrl-G>6<Enter>")
    sitting.send(.elapsed(.settle))
    #expect(sitting.frame.snapshot.contains("Is that agreed?"))
    #expect(!sitting.frame.snapshot.contains("It follows"))
    sitting.press("<Ctrl-G>3<Enter>2026-03-01<Enter><Ctrl-G>6<Enter>")
    sitting.send(.elapsed(.settle))
    #expect(sitting.frame.snapshot.contains("= It follows: bound from 1 March 2026."))
  }

  @Test func aJourneyWritesItsOwnPapers() throws {
    var sitting = try Sitting(pack: SamplePack.withFollows())
    sitting.open(journey: "short")
    sitting.send(.turnTo(.finish))
    #expect(sitting.frame.snapshot.contains("Written from what you have said so far: gap report."))
    sitting.press("<Enter>")
    let written = sitting.effects.compactMap { effect in
      if case .publish(let publication) = effect { publication.documents } else { nil }
    }
    #expect(written == [["gap-report"]])
  }

  @Test func anEmptyFieldStaysOpen() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter><Enter><Enter><Enter>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.desk.interview.page.item == sitting.pack.question("purpose"))
  }

  @Test func enterOnAChoiceWithoutChoosingLeavesItOpen() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter><Enter>")
    #expect(sitting.entries.count == 1)
    sitting.press("<Shift-Tab><Down><Enter>")
    #expect(sitting.answer("authorisation") == .value(.code("general")))
  }

  @Test func whatIsNoAnswerStaysAsTypedAndNeverBarsTheWay() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter>tomorow<Enter>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.desk.interview.error == "Enter a date, such as 1 March 2026 or 2026-03-01.")
    let here = sitting.desk.interview.page.item
    #expect(here == sitting.pack.question("signed"))
    sitting.press("<Enter>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("training"))
    #expect(sitting.desk.shared.file?.drafts == [AnswerKey("signed"): "tomorow"])
    sitting.press("<Shift-Tab>")
    #expect(sitting.frame.text.contains("> tomorow"))
    sitting.press("<Shift-Tab>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("purpose"))
  }

  @Test func whatIsNotAcceptedYetOutlivesANote() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter>tomorrow<Alt-M>ask Brigitte<Enter>")
    #expect(sitting.sheet.remark(AnswerKey("signed")) == "ask Brigitte")
    #expect(sitting.frame.text.contains("> tomorrow"))
    sitting.press("<Enter>")
    #expect(sitting.answer("signed") != nil)
    sitting.press("<Ctrl-G>6<Enter><Down><Alt-M>see the list<Enter>")
    #expect(sitting.sheet.remark(AnswerKey("authorisation")) == "see the list")
    sitting.press("<Enter>")
    #expect(sitting.answer("authorisation") != nil)
  }

  @Test func theRefusalGoesOnceWhatIsTypedCanBeAccepted() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter>tomorow<Enter>")
    #expect(sitting.frame.snapshot.contains("Not accepted yet"))
    sitting.press("<Ctrl-U>tomorrow")
    sitting.send(.elapsed(.settle))
    #expect(!sitting.frame.snapshot.contains("Not accepted yet"))
  }

  @Test func anAcceptedAnswerReplacesTheDraft() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter>tomorow<Enter><Enter><Shift-Tab><Ctrl-U>tomorrow<Enter>")
    #expect(sitting.desk.shared.file?.drafts == [:])
    let tomorrow = CalendarDate(year: 2026, month: 11, day: 22).map { Answer.value(.date($0)) }
    #expect(sitting.answer("signed") == tomorrow)
  }

  @Test func deletingTheTextDeletesNoAnswer() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Shift-Tab><Ctrl-U><Enter>")
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(sitting.desk.shared.notice?.text == "The answer stands. Alt-O takes it away.")
    sitting.press("<Shift-Tab><Alt-O>")
    #expect(sitting.answer("controller.name") == nil)
    #expect(sitting.entries.last?.changes.count == 1)
  }

  @Test func theQuestionStaysWhenTheMatterCannotKeepTheAnswer() throws {
    var sitting = try Sitting.atQuestions()
    sitting.refusal = "The disk is full."
    sitting.press("<Enter>Nordlicht GmbH<Enter>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.desk.interview.focus == 0)
    #expect(sitting.frame.text.contains("Nordlicht GmbH"))
    #expect(sitting.desk.shared.notice == Notice("The disk is full.", .error))
    sitting.press("<Enter>")
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
  }

  @Test func statesAreActsOfTheirOwn() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter><Alt-K>")
    #expect(sitting.answer("authorisation") == .unknown)
    sitting.press("<Ctrl-G>6<Enter><Alt-L>Ask Dr. Weiß<Enter>")
    #expect(sitting.answer("authorisation") == .parked)
    #expect(sitting.sheet.remark(AnswerKey("authorisation")) == "Ask Dr. Weiß")
    sitting.press("<Ctrl-G>6<Enter><Alt-X><Enter>")
    #expect(sitting.answer("authorisation") == .parked)
    sitting.press("one provider only<Enter>")
    #expect(sitting.answer("authorisation") == .notApplicable("one provider only"))
  }

  @Test func aSuggestionIsNoAnswerUntilAccepted() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter><Alt-S><pause>")
    #expect(sitting.answer("notice") == nil)
    sitting.press("<Enter>")
    #expect(sitting.answer("notice") == .value(.quantity(Quantity(30, .day))))
  }

  @Test func usualValuesAreAcceptedAsAGroup() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter><Alt-G>a<Enter>")
    #expect(sitting.entries.last?.why == "Accepted 3 usual values as a group")
    #expect(sitting.entries.last?.changes.count == 3)
    #expect(sitting.answer("rights.limit", row: "access") == .value(.quantity(Quantity(1, .month))))
  }

  @Test func theShortWayOffersWhatIsUsualOnTheLongOne() throws {
    var sitting = try Sitting.atQuestions(journey: "short")
    sitting.press("<Alt-G>a<Enter>")
    #expect(sitting.answer("training") != nil)
    // And Alt-J goes between the two, past every other journey.
    sitting.press("<Esc><Alt-J>")
    #expect(sitting.desk.shared.file?.isShort == false)
    sitting.press("<Alt-J>")
    #expect(sitting.desk.shared.file?.isShort == true)
  }

  @Test func checksTakeOwnWordsAndAPurposefulNone() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>5<Enter><Down> <Down><Down><Down>DSG; LGPD<Enter>")
    #expect(
      sitting.answer("laws") == .value(.checks([.code("gdpr"), .other("DSG"), .other("LGPD")])))
    sitting.press("<Ctrl-G>5<Enter>0<Enter>")
    #expect(sitting.answer("laws") == .value(.checks([])))
  }

  @Test func typingNarrowsALongList() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter><Enter>germ")
    guard case .choice(let narrow) = sitting.desk.interview.field else { return }
    #expect(narrow.shown.count == 1)
    sitting.press("<Ctrl-U>")
    guard case .choice(let wide) = sitting.desk.interview.field else { return }
    #expect(wide.shown.count == 11 && wide.cursor == nil)
  }

  @Test func anExclusiveTickIsRefusedBesideOthers() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>5<Enter>13<pause>")
    #expect(sitting.desk.interview.error?.contains("stands alone") == true)
  }

  @Test func undoNamesWhatItTakesBack() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-Z>")
    #expect(sitting.answer("controller.name") == nil)
    #expect(sitting.entries.last?.reverses == .undo(2))
    #expect(sitting.desk.shared.notice?.text == "Undone: controller: legal name: Nordlicht GmbH")
    sitting.press("<Ctrl-Y>")
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(sitting.entries.last?.reverses == .redo(2))
  }

  @Test func historyGoesBackAndForward() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter><Ctrl-G>7<Enter><Alt-Left>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("signed"))
    sitting.press("<Alt-Right>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("penalty"))
  }

  @Test func reviewEditsAndComesBackToTheSameLine() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Down><Down><Down>")
    let line = sitting.desk.review.lines[sitting.desk.review.cursor]
    #expect(line.slot.question == sitting.pack.question("purpose"))
    sitting.press("<Enter>Kundenfragen<Tab>")
    #expect(sitting.desk.screen == .review)
    #expect(sitting.answer("purpose") == .value(.text("Kundenfragen")))
    #expect(sitting.desk.review.lines[sitting.desk.review.cursor].slot == line.slot)
  }

  @Test func leavingKeepsHalfFilledText() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordl<Ctrl-Q>")
    let note = DeskNote(
      place: AnswerKey("controller.name"), drafts: [AnswerKey("controller.name"): "Nordl"])
    #expect(sitting.effects.suffix(2) == [.saveDesk(note), .quit(0)])
    sitting.open(note: note)
    #expect(sitting.frame.text.contains("Nordl"))
    #expect(sitting.desk.shared.notice?.text == "You are back where you stopped: question 1 of 10.")
  }

  @Test func ctrlCTwiceLeaves() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-C>x<Ctrl-C>")
    #expect(!sitting.effects.contains(.quit(130)))
    sitting.press("<Ctrl-C>")
    #expect(sitting.effects.contains(.quit(130)))
  }

  @Test func onReturnItIsSaidWhatChangedSince() throws {
    var sitting = try Sitting(pack: SamplePack.make())
    let key = AnswerKey("controller.name")
    sitting.open(
      note: DeskNote(place: AnswerKey("signed")), seen: 1,
      since: [.set(key, from: nil, to: .value(.text("Świt Sp. z o.o.")))])
    #expect(sitting.desk.shared.notice?.text.contains("Changed since: 1 answer") == true)
    sitting.press("<Alt-V>4")
    #expect(sitting.desk.review.lines.map(\.said) == ["Świt Sp. z o.o."])
    // What this person does now is not news to them.
    var own = try Sitting.atQuestions()
    own.press("<Enter>Nordlicht<Enter><Alt-V>4")
    #expect(own.desk.review.lines.isEmpty)
  }

  @Test func movingAboutWritesNothingAndAnAnswerKeepsThePlaceWithIt() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter><Enter><Enter><pause>")
    #expect(!sitting.effects.contains { if case .saveDesk = $0 { true } else { false } })
    #expect(!sitting.effects.contains(.within(milliseconds: 250, .keep)))
    #expect(sitting.desk.standing.place == AnswerKey("controller.start"))
  }

  @Test func theSummaryOnLeavingSaysWhatWasDoneAndWhatIsLeft() throws {
    var sitting = try Sitting.atQuestions()
    #expect(sitting.desk.summary.last == "Nothing was changed in this sitting.")
    sitting.press("<Enter>Nordlicht<Enter><Ctrl-G>6<Enter><Alt-L><Enter>")
    #expect(sitting.desk.summary.last == "2 changes in this sitting, all saved.")
    #expect(sitting.desk.summary.first?.contains("1 for counsel") == true)
  }

  @Test func aWarningComesOnAPauseBeforeTheAnswerIsTaken() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter>5")
    #expect(sitting.desk.interview.settled.warnings.isEmpty)
    sitting.press("<pause>")
    #expect(sitting.desk.interview.settled.warnings.first?.contains("Notice of 5 days") == true)
    #expect(sitting.answer("notice") == nil)
    sitting.press("<Ctrl-U>30<Alt-P><pause>")
    #expect(sitting.desk.interview.settled.warnings.isEmpty)
    // The draft beside it has the words before they are taken.
    let draft = sitting.desk.interview.sidePane.strips.map(\.text).joined(separator: " ")
    #expect(draft.contains("at least 30 days"))
    #expect(sitting.answer("notice") == nil)
  }
}
