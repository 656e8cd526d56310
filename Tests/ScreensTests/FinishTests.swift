import Canvas
import TestSupport
import Testing

@testable import Screens

/// The page that writes documents, and asks about those that are there already.
@Suite struct FinishTests {
  static let held = [
    HeldFile(
      name: "agreement.docx",
      says: "is there already, and is not what art28 wrote there last; it is left as it is.",
      newName: "agreement 2.docx", mayGiveWay: true),
    HeldFile(
      name: "agreement.pdf", says: "is a key; a key is never overwritten.",
      newName: "agreement 2.pdf", mayGiveWay: false),
    HeldFile(
      name: "gap-report.docx",
      says: "is a final copy that was published before; it is not overwritten.",
      newName: "gap-report 3.docx", mayGiveWay: true),
  ]

  /// At the question what becomes of three files.
  private func asked() throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab><Enter>")
    sitting.send(
      .published(PublishReport(written: ["gap-report.pdf"], missing: [], held: Self.held)))
    return sitting
  }

  private func placing(_ sitting: Sitting) -> [String: Placing]? {
    guard case .publish(let publication)? = sitting.effects.last else { return nil }
    return publication.placing
  }

  @Test func spaceChoosesAFormat() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab>")
    let before = sitting.desk.finish.formats
    sitting.press(" ")
    #expect(sitting.desk.finish.formats != before)
    sitting.press(" ")
    #expect(sitting.desk.finish.formats == before)
  }

  @Test func eachFileIsAskedAbout() throws {
    var sitting = try asked()
    #expect(sitting.desk.finish.isAsking)
    sitting.press(" <Down> <Down>  <Enter>")
    #expect(placing(sitting) == ["agreement.docx": .replaced])
    // A key may not be replaced: after the new name comes leaving it.
    sitting.send(.published(PublishReport(written: ["agreement.docx"], missing: [])))
    let text = sitting.frame.text
    #expect(text.contains("+ gap-report.pdf") && text.contains("+ agreement.docx"))
    #expect(text.contains("Left as they were:") && text.contains("- gap-report.docx"))
  }

  @Test func oneKeySaysItForAll() throws {
    var sitting = try asked()
    sitting.press("<Enter>")
    #expect(
      placing(sitting) == [
        "agreement.docx": .renamed("agreement 2.docx"),
        "agreement.pdf": .renamed("agreement 2.pdf"),
        "gap-report.docx": .renamed("gap-report 3.docx"),
      ])
    sitting = try asked()
    sitting.press("o<Enter>")
    #expect(
      placing(sitting) == [
        "agreement.docx": .replaced, "agreement.pdf": .renamed("agreement 2.pdf"),
        "gap-report.docx": .replaced,
      ])
    for keys in ["l<Enter>", "<Esc>"] {
      sitting = try asked()
      let count = sitting.effects.count
      sitting.press(keys)
      #expect(sitting.effects.count == count && !sitting.desk.finish.isAsking)
    }
  }

  /// Whoever has gone elsewhere meanwhile is told, and finds the question there.
  @Test func theQuestionWaits() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab><Enter><Esc>")
    sitting.send(.published(PublishReport(written: [], missing: [], held: Self.held)))
    #expect(sitting.desk.shared.notice?.text.contains("3 files not written") == true)
    sitting.press("<Ctrl-G>finish<Enter>")
    #expect(sitting.frame.text.contains("agreement 2.docx"))
    // Of another matter nothing is asked.
    sitting.open("Another")
    sitting.press("<Ctrl-G>finish<Enter>")
    #expect(!sitting.desk.finish.isAsking)
  }

  @Test func lineByLineItIsTheSame() throws {
    var sitting = try Sitting.atQuestions(plainSize)
    sitting.say("finish", "write")
    sitting.send(.published(PublishReport(written: [], missing: [], held: Self.held)))
    let prompt = plainPrompt(sitting.desk)
    #expect(
      prompt.contains { $0.hasPrefix("1 agreement.docx - new name: “agreement 2.docx”. “agree") })
    #expect(prompt.contains { $0.contains("is a key; a key is never overwritten") })
    sitting.say("leave", "1", "write")
    #expect(placing(sitting) == ["agreement.docx": .renamed("agreement 2.docx")])
  }
}
