import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

@Suite struct TableTests {
  @Test func rowsAreAddedFilledMovedAndRemoved() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press(
      "<Ctrl-G>8<Enter>+Azure<Enter>irel<Enter><Enter><Enter>Tickethaus UG<Enter><Enter><Enter>"
    )
    #expect(sitting.sheet.rows(of: "subprocessors") == ["r1", "r2"])
    #expect(sitting.answer("subprocessors.name", row: "r2") == .value(.text("Tickethaus UG")))
    #expect(sitting.answer("subprocessors.country", row: "r1") == .value(.code("ie")))
    sitting.press("<Home><Down>K")
    #expect(sitting.sheet.rows(of: "subprocessors") == ["r2", "r1"])
    sitting.press("<Home>-")
    #expect(sitting.sheet.rows(of: "subprocessors") == ["r1"])
    #expect(sitting.answer("subprocessors.name", row: "r2") == nil)
    sitting.press("<Ctrl-Z>")
    #expect(sitting.sheet.rows(of: "subprocessors") == ["r2", "r1"])
    #expect(sitting.answer("subprocessors.name", row: "r2") == .value(.text("Tickethaus UG")))
  }

  @Test func thatThereAreNoneIsSaid() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>8<Enter><Enter>")
    #expect(sitting.answer("subprocessors") == nil)
    sitting.press("<Shift-Tab><Up><Enter>")
    #expect(sitting.answer("subprocessors") == Answer.none)
    #expect(sitting.desk.interview.page.item == sitting.pack.question("rights"))
    sitting.press("<Shift-Tab>+")
    #expect(sitting.answer("subprocessors") == nil)
    #expect(sitting.sheet.rows(of: "subprocessors") == ["r1"])
  }

  @Test func pastedRowsAreShownFirst() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>8<Enter><paste:Name\tPlace\nAzure\tIreland\nTickethaus UG\tKiel>")
    #expect(sitting.entries.count == 1)
    sitting.press("<Enter>")
    #expect(sitting.entries.count == 2)
    #expect(sitting.entries.last?.why == "Pasted: 2 rows new.")
    #expect(sitting.answer("subprocessors.country", row: "r1") == .value(.code("ie")))
    #expect(
      sitting.desk.shared.file?.drafts == [AnswerKey("subprocessors.country", row: "r2"): "Kiel"])
  }

  @Test func aRowPointsAtOthersButNotAtItself() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-G>8<Enter>+Azure<Enter><Enter>")
    guard case .choice(let choice) = sitting.desk.interview.field else {
      Issue.record("no choice of rows")
      return
    }
    #expect(choice.choices.map(\.label) == ["Nordlicht GmbH"])
  }
}
