import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// Small moments in which somebody was in doubt.
struct SmallMomentsTests {
  @Test func anUntouchedRowIsNotKept() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter><Ctrl-G>9<Enter>+")
    #expect(sitting.sheet.rows(of: "subprocessors").count == 1)
    sitting.press("<Esc>")
    #expect(sitting.sheet.rows(of: "subprocessors").isEmpty)
    sitting.press("+Azure<Enter><Esc>")
    #expect(sitting.sheet.rows(of: "subprocessors").count == 1)
  }

  @Test func rowsAreCountedInEnglish() {
    #expect(counted(40, "company") == "40 companies")
    #expect(counted(2, "key") == "2 keys")
    #expect(counted(2, "process") == "2 processes")
    #expect(counted(1, "company") == "1 company")
  }

  @Test func lettersThatSayNothingSaySo() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>y")
    #expect(sitting.frame.text.contains("There is no plain “yes” here: the numbers choose."))
    #expect(sitting.answer("authorisation") == nil)
  }

  @Test func whatIsMarkedIsSaidForTheWayGoesOn() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter><Alt-K>")
    #expect(sitting.answer("signed") == .unknown)
    #expect(sitting.frame.text.contains("Signing date: not known yet. This is the next one."))
  }

  @Test func escClosesASourceThatWasOpened() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter><pause><Alt-1>")
    #expect(!sitting.desk.interview.sidePane.openTerms.isEmpty)
    sitting.press("<Esc>")
    #expect(sitting.desk.interview.sidePane.openTerms.isEmpty)
    #expect(!sitting.frame.text.contains("Ctrl-Q leaves"))
  }

  @Test func ownWordsInALongListAreAskedAboutOnce() throws {
    var sitting = try Sitting(pack: SamplePack.withLongChecks())
    sitting.open(journey: "draft")
    sitting.press("<Ctrl-G>6<Enter><End>keys that<Enter>")
    #expect(sitting.frame.text.contains("“keys that” would stand in the contract"))
    #expect(sitting.answer("places") == nil)
    sitting.press("<Enter>")
    #expect(sitting.answer("places") == .value(.checks([.other("keys that")])))
  }

  @Test func aPathMayBeTyped() throws {
    var sitting = try Sitting(pack: SamplePack.make())
    sitting.press("3")
    #expect(sitting.frame.text.contains("A path may be typed too"))
  }
}
