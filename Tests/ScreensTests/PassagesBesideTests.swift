import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The passages of the paper beside a question that is graded with them.
@Suite struct PassagesBesideTests {
  /// On the grade of the duty D-3, with the pane of Alt-P beside it.
  private func beside() throws -> Sitting {
    var sitting = try Sitting.reviewing()
    let file = try #require(sitting.desk.shared.file)
    let place = try #require(file.place(AnswerKey("duties.wording", row: "D-3")))
    _ = sitting.desk.follow(.question(place, from: nil))
    sitting.press("<Alt-P><pause>")
    return sitting
  }

  @Test func theyStandThereFromThePauseOnWithTheWordsThatWouldBeQuoted() throws {
    let sitting = try beside()
    let text = sitting.frame.text
    #expect(text.contains("section 4.2") && text.contains("page 4") && text.contains("[Customer"))
    #expect(!text.contains("blanks left"))
  }

  @Test func theNextPassageIsInHandByOneKeyAndThePaperOpensThere() throws {
    var sitting = try beside()
    sitting.press("<Alt-PgDn><pause>")
    #expect(sitting.frame.text.contains("[No training.]"))
    sitting.press("<Ctrl-T>")
    #expect(sitting.desk.screen == .reading)
    #expect(sitting.desk.reading.row?.key.row == "D-3" && sitting.desk.reading.cursor == 1)
  }

  @Test func oneKeyQuotesFromThereWhatIsGraded() throws {
    var sitting = try beside()
    sitting.keep(
      sitting.sheet.setting(
        AnswerKey("duties.wording", row: "D-3"), to: .value(.choice(.code("present")))))
    sitting.press("<Ctrl-O>")
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.answer("duties.found-at", row: "D-3") == .value(.text("section 4.2")))
    #expect(
      sitting.sheet.source(of: AnswerKey("duties.quote", row: "D-3"))
        == QuotationSource(paper: "aa", anchor: "p1"))
  }

  @Test func whatIsNotGradedYetIsGradedWithThePaperInHand() throws {
    var sitting = try beside()
    sitting.press("<Ctrl-O>")
    #expect(sitting.desk.screen == .reading)
    sitting.press("1")
    #expect(sitting.answer("duties.found-at", row: "D-3") == .value(.text("section 4.2")))
  }

  @Test func otherQuestionsHaveTheDraftThere() throws {
    var sitting = try beside()
    let file = try #require(sitting.desk.shared.file)
    let place = try #require(file.place(AnswerKey("paper.title")))
    _ = sitting.desk.follow(.question(place, from: nil))
    sitting.press("<pause>")
    #expect(!sitting.frame.text.contains("section 4.2"))
  }

  @Test func typingAsksForNothingOfThePapers() throws {
    var sitting = try beside()
    let before = sitting.desk.shared.beside.state
    sitting.press("<Down><Down><Up>")
    #expect(sitting.desk.shared.beside.state == before)
  }
}
