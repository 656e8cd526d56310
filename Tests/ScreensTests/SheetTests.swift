import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// A sheet for a colleague, out and back in.
@Suite struct SheetTests {
  @Test func itHoldsWhatIsOpenAndNothingElse() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-G>6<Enter>1<Enter>")
    let file = try #require(sitting.desk.shared.file)
    let text = try #require(QuestionSheet.text(file.evaluation, title: file.title))
    #expect(!text.contains("== controller.name =="))
    #expect(text.contains("== controller.country ==\n"))
    #expect(text.contains("== rights[access].limit ==\n"))
    #expect(text.contains("Usual (MARKET): 30 days"))
    #expect(QuestionSheet.answers(in: text).isEmpty)
  }

  @Test func whatAColleagueWroteIsTakenAsOneAct() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V>s")
    guard case .writeSheet(let sheet)? = sitting.effects.last else {
      Issue.record("no sheet is written")
      return
    }
    let filled =
      sheet
      .replacing(
        "legal name?\n(As it stands in the commercial register.)\nAnswer:",
        with: "legal name?\nAnswer: Åse & Søn ApS"
      )
      .replacing(
        "signed?\n(The day of the last signature.)\nWrite a date, such as 1 March 2026.\nAnswer:",
        with: "signed?\r\nAnswer:\r\n  21 November 2026\r\n")
    sitting.send(.sheet(filled, "questions.txt"))
    #expect(sitting.entries.count == 2)
    #expect(sitting.answer("controller.name") == .value(.text("Åse & Søn ApS")))
    #expect(sitting.answer("signed") != nil)
    #expect(sitting.desk.shared.notice?.text == "2 answers taken from “questions.txt”.")
    sitting.press("<Ctrl-Z>")
    #expect(sitting.answer("controller.name") == nil)
  }

  @Test func aRefusedAnswerIsNamedAndLosesNoOther() throws {
    var sitting = try Sitting.atQuestions()
    sitting.send(
      .sheet(
        "== signed ==\nAnswer: soon\n== purpose ==\nAnswer:\nOne.\n\nTwo.\n\n== laws ==\nAnswer: ?\n",
        "s"))
    #expect(sitting.answer("purpose") == .value(.text("One.\n\nTwo.")))
    #expect(sitting.answer("laws") == .unknown)
    #expect(sitting.answer("signed") == nil)
    #expect(sitting.desk.shared.notice?.text.contains("1 answer refused: signed:") == true)
  }

  @Test func anyTextIsReadWithoutHarm() {
    var chance = Chance(seed: 7)
    let parts = ["== ", " ==", "Answer:", "\n", "signed", "\r\n", "-- a --", "?", "山"]
    for _ in 0..<300 {
      let text = (0..<chance.below(30)).map { _ in parts[chance.below(parts.count)] }.joined()
      for answer in QuestionSheet.answers(in: text) { #expect(!answer.path.isEmpty) }
    }
  }
}
