import Canvas
import Drafting
import Interview
import TestSupport
import Testing

@testable import Screens

/// The final copy on the screen: what bars it, reasons by name, formats, and what was written.
@Suite struct FinalTests {
  private func opened() throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab>f")
    return sitting
  }

  /// A sitting in which every bar but the findings has its reason.
  private func reasoned() throws -> Sitting {
    var sitting = try opened()
    for _ in sitting.desk.final.bars { sitting.press("rcomes at signature<Enter>") }
    return sitting
  }

  @Test func finishLeadsToWhatBarsIt() throws {
    let sitting = try opened()
    #expect(sitting.desk.screen == .final)
    #expect(!sitting.desk.final.bars.isEmpty)
    let text = sitting.frame.text
    #expect(text.contains("in the way of a final copy"))
    #expect(text.contains("is blank."))
  }

  @Test func aBlankIsLeftOpenByNameAndReason() throws {
    var sitting = try opened()
    let before = sitting.desk.final.bars
    guard case .blank(_, let key?) = before[0] else {
      Issue.record("\(before[0]) is no blank")
      return
    }
    sitting.press("r<Enter>")
    #expect(sitting.desk.final.bars == before, "nothing is left open without a reason")
    sitting.press("comes at signature<Enter>")
    #expect(sitting.desk.shared.file?.sheet.leftOpen(key) == "comes at signature")
    #expect(sitting.desk.final.bars.count < before.count)
  }

  @Test func escapeTakesAReasonBack() throws {
    var sitting = try opened()
    let before = sitting.desk.final.bars
    sitting.press("rperhaps<Esc>")
    #expect(sitting.desk.screen == .final && sitting.desk.final.bars == before)
  }

  @Test func enterLeadsToTheQuestionAndBack() throws {
    var sitting = try opened()
    sitting.press("<Enter>")
    #expect(sitting.desk.screen == .interview)
  }

  @Test func whatNothingBarsIsWrittenAndSigned() throws {
    var sitting = try reasoned()
    #expect(sitting.desk.final.bars.isEmpty, "\(sitting.desk.final.lines)")
    sitting.press("6/home/me/my.key<Enter>2<Enter>")
    guard case .publishFinal(let wanted)? = sitting.effects.last else {
      Issue.record("\(sitting.effects)")
      return
    }
    #expect(wanted == FinalPublication(formats: [.docx], key: "/home/me/my.key"))
    sitting.send(.finalCopy(FinalReport(written: ["/home/me/agreement.docx"])))
    #expect(sitting.frame.text.contains("+ /home/me/agreement.docx"))
    sitting.press("v")
    #expect(sitting.effects.last == .verifyFinal)
    sitting.send(.verified(["The journal is whole."]))
    #expect(sitting.frame.text.contains("The journal is whole."))
  }

  @Test func whatWasRefusedIsSaid() throws {
    var sitting = try reasoned()
    sitting.press("<Enter>")
    sitting.send(
      .finalCopy(FinalReport(written: [], refused: ["There is no file “my.key”."])))
    let text = sitting.frame.text
    #expect(text.contains("No final copy was written") && text.contains("my.key"))
    sitting.press("<Enter>")
    #expect(sitting.desk.screen == .final && sitting.frame.text.contains("[x] Word"))
    sitting.press("<Esc>")
    #expect(sitting.desk.screen == .finish)
  }
}
