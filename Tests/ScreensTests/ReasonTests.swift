import Canvas
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

@testable import Screens

/// A choice below the law asks for its reason before it is kept.
struct ReasonTests {
  /// The sample pack, in which training is below the law.
  private func sitting() throws -> Sitting {
    let old = "suggestion: {value: \"no\", kind: MARKET, because: Most business offers exclude it.}"
    var files = SamplePack.sources
    let path = try #require(files.first { $0.value.contains(old) }?.key)
    files[path] = files[path]?.replacing(
      old,
      with: old + "\n    deviation:\n      when: training is yes\n      authority: [gdpr-28-3]\n"
        + "      says: The data is processed for the controller alone.")
    let pack = TestPacks.compiled(SourceFiles(files.mapValues { Array($0.utf8) }))
    var sitting = try Sitting(pack: pack)
    sitting.open(journey: "draft")
    return sitting
  }

  @Test func theFieldAsksWhyAndKeepsBothInOneAct() throws {
    var sitting = try sitting()
    let before = sitting.entries.count
    sitting.press("<Ctrl-G>4<Enter>y<Enter>")
    #expect(sitting.desk.interview.page.owner == sitting.pack.question("training"))
    #expect(sitting.entries.count == before, "nothing is kept without a reason")
    #expect(sitting.frame.text.contains("The data is processed for the controller"))
    sitting.press("<Enter>")
    #expect(sitting.entries.count == before)
    sitting.press("We pay less<Enter>")
    #expect(sitting.entries.count == before + 1)
    #expect(sitting.answer("training") == .value(.boolean(true)))
    #expect(sitting.sheet.remark(AnswerKey("training")) == "We pay less")
  }

  @Test func goingBackLeavesTheQuestionOpen() throws {
    var sitting = try sitting()
    sitting.press("<Ctrl-G>4<Enter>y<Enter><Esc>")
    #expect(sitting.desk.interview.mode == .answering)
    #expect(sitting.answer("training") == nil)
  }

  @Test func theLinearViewAsksTheSame() throws {
    var sitting = try sitting()
    sitting.say("goto 4", "yes", "We pay less")
    #expect(sitting.answer("training") == .value(.boolean(true)))
    #expect(sitting.sheet.remark(AnswerKey("training")) == "We pay less")
  }
}
