import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What a pause brings is worked out while keys are taken.
@Suite struct PauseTests {
  /// At the date, with what the pause after a wrong one brings still being worked out.
  private func working() throws -> (Sitting, PauseWork) {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter><pause>")
    sitting.worksAtOnce = false
    sitting.press("tomorow<pause>")
    #expect(sitting.desk.interview.error == nil, "it is not there yet")
    return (sitting, try #require(Self.work(sitting)))
  }

  private static func work(_ sitting: Sitting) -> PauseWork? {
    sitting.effects.compactMap { if case .workOut(let work) = $0 { work } else { nil } }.last
  }

  @Test func whatWasWorkedOutIsShown() throws {
    var (sitting, work) = try working()
    sitting.send(.workedOut(work.done()))
    #expect(sitting.desk.interview.error?.hasPrefix("Enter a date") == true)
  }

  @Test func aKeyThatComesMeanwhileIsTakenAndTheResultAskedForAnew() throws {
    var (sitting, work) = try working()
    sitting.press("<Ctrl-U>tomorrow")
    #expect(sitting.frame.text.contains("> tomorrow"))
    let before = sitting.effects.count
    sitting.send(.workedOut(work.done()))
    #expect(sitting.desk.interview.error == nil, "that was said of other words")
    #expect(sitting.frame.text.contains("> tomorrow"))
    #expect(
      sitting.effects.dropFirst(before)
        == [.after(milliseconds: Pause.settling, .settle)])
    sitting.press("<pause>")
    sitting.send(.workedOut(try #require(Self.work(sitting)).done()))
    #expect(sitting.frame.text.contains("= Sunday 22 November 2026"))
  }

  @Test func theCaretStaysWhereItWasMovedMeanwhile() throws {
    var (sitting, work) = try working()
    sitting.press("<Left><Left>")
    sitting.send(.workedOut(work.done()))
    #expect(sitting.desk.interview.error != nil, "the words are the same")
    sitting.press("r")
    #expect(sitting.frame.text.contains("> tomorrow"))
  }

  @Test func onAnotherQuestionNothingOfItIsShown() throws {
    var (sitting, work) = try working()
    sitting.press("<Shift-Tab>")
    let frame = sitting.frame
    sitting.send(.workedOut(work.done()))
    #expect(sitting.frame == frame)
  }

  @Test func answersThatWereGivenMeanwhileAreExaminedAnew() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter><pause>")
    sitting.worksAtOnce = false
    sitting.press("5<pause>")
    let work = try #require(Self.work(sitting))
    sitting.press("<Enter>")
    sitting.send(.workedOut(work.done()))
    #expect(sitting.answer("notice") == .value(.quantity(Quantity(5, .day))))
    sitting.press("<Alt-V>")
    sitting.press("<pause>")
    #expect(sitting.frame.text.contains("1 warning"))
  }
}
