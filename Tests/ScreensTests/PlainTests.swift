import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The linear view has no flow of its own.
@Suite struct PlainTests {
  @Test func theSameWalkGivesTheSameJournal() throws {
    var onScreen = try Sitting.atQuestions()
    onScreen.press(
      "<Enter>Nordlicht GmbH<Enter>germ<Enter>1.3.2026<Enter>Kundenfragen<Tab>tomorow<Enter><Enter>"
        + "<Down><Down><Enter>13<Enter><Enter><Shift-Tab>3<Enter>1<Enter><Alt-S><Enter>10,000<Enter>"
        + "+Azure<Enter>irel<Enter><Enter><Enter>Tickethaus UG<Enter><Enter><Enter><Home>-<Tab>"
        + "<Alt-K><Ctrl-Z><Alt-V>")
    var inLines = try Sitting.atQuestions(plainSize)
    inLines.say(
      "", "Nordlicht GmbH", "germany", "1.3.2026", "Kundenfragen", "tomorow", "", "2", "1,3", "",
      "back", "1", "1", "use", "10,000", "add", "Azure", "ireland", "", "add", "Tickethaus UG", "",
      "", "remove 1", "", "unknown", "undo", "review")
    #expect(inLines.entries.map(\.changes) == onScreen.entries.map(\.changes))
    #expect(inLines.entries == onScreen.entries)
    #expect(inLines.desk.screen == onScreen.desk.screen)
  }

  @Test func everyPromptIsCompleteInItself() throws {
    var sitting = try Sitting.atQuestions(plainSize)
    sitting.say("goto 6")
    #expect(
      plainPrompt(sitting.desk) == [
        "Question 6 of 10 - Sub-processors.",
        "How may the provider bring in sub-processors?",
        "1. General, with notice of every change and a right to object to it",
        "2. Specific, one by one", "Type a number. Needed for the final copy.", "Open.",
      ])
    sitting.say("1", "5", "back")
    sitting.send(.elapsed(.settle))
    #expect(
      plainPrompt(sitting.desk) == [
        "Question 7 of 11 - Sub-processors.",
        "How long before a change must the controller hear of it?",
        "Type a number of days or business days; a number alone is days. Needed for the final copy.",
        "Answer: 5 days",
        "Warning: Major, MARKET: Notice of 5 days leaves too little time to object.",
      ])
  }

  @Test func whatIsNoAnswerIsSaidAndKept() throws {
    var sitting = try Sitting.atQuestions(plainSize)
    sitting.say("goto 3", "tomorow")
    let prompt = plainPrompt(sitting.desk)
    #expect(prompt.contains("Typed, not accepted yet: tomorow"))
    #expect(prompt.contains { $0.hasPrefix("Not accepted: Enter a date") })
    sitting.say("")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("training"))
  }

  @Test func commandsReachEverything() throws {
    var sitting = try Sitting.atQuestions(plainSize)
    sitting.say("goto 6", "park ask Dr. Weiß")
    #expect(sitting.answer("authorisation") == .parked)
    sitting.say("goto 7", "na no penalty is wanted")
    #expect(sitting.answer("penalty") == .notApplicable("no penalty is wanted"))
    sitting.say("goto 8", "none")
    #expect(sitting.answer("subprocessors") == Answer.none)
    sitting.say("goto 3", "\"back\"", "")
    #expect(sitting.desk.shared.file?.drafts[AnswerKey("signed")] == "back")
    sitting.say("help")
    #expect(plainPrompt(sitting.desk).contains("What it means"))
    sitting.say("", "list", "6", "review", "open", "1", "Nordlicht GmbH", "finish", "1", "write")
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(
      sitting.effects.contains(
        .publish(
          Publication(documents: ["agreement", "gap-report"], formats: [.markdown, .docx, .pdf]))))
  }

  @Test func nothingIsDrawn() throws {
    for screen in GoldenTests.screens {
      var sitting = try Sitting.atQuestions(plainSize)
      sitting.press(screen.keys)
      let text = plainPrompt(sitting.desk).joined(separator: "\n")
      #expect(!text.isEmpty)
      #expect(
        !text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) || $0.value == 27 })
    }
  }
}
