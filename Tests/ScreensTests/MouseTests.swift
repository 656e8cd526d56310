import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The mouse does what keys do, and nothing else.
@Suite struct MouseTests {
  @Test func aClickMovesToARowAndASecondTakesIt() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter><pause>")
    let row = try #require(line(of: "Specific, one by one", sitting))
    sitting.click(Point(x: 12, y: row))
    #expect(sitting.frame.caret.y == row)
    #expect(sitting.answer("authorisation") == nil)
    sitting.click(Point(x: 12, y: row))
    #expect(sitting.answer("authorisation") == .value(.code("specific")))
  }

  @Test func aClickOnTheKeyBarPressesThatKey() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>")
    let bar = sitting.frame.text(row: 23)
    let column = try #require(bar.firstRange(of: "Shift-Tab")).lowerBound
    sitting.click(Point(x: bar.distance(from: bar.startIndex, to: column) + 2, y: 23))
    #expect(sitting.desk.interview.page.item == sitting.pack.question("welcome"))
  }

  @Test func theWheelMovesInALongList() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V>")
    for message in messages(for: .wheel(1), on: sitting.desk) { sitting.send(message) }
    #expect(sitting.desk.review.cursor == 3)
    for message in messages(for: .wheel(-1), on: sitting.desk) { sitting.send(message) }
    #expect(sitting.desk.review.cursor == 0)
  }

  /// Each act is kept before the next is thought of.
  @Test func theWheelKeepsAnAnswerOnce() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH")
    let before = sitting.entries.count
    for message in messages(for: .wheel(1), on: sitting.desk) { sitting.send(message) }
    #expect(sitting.entries.count == before + 1)
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(sitting.desk.interview.focus == 1)
  }

  @Test func aClickIntoNothingDoesNothing() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordl")
    for y in 0..<24 { sitting.click(Point(x: 70, y: y)) }
    #expect(sitting.answer("controller.country") == nil)
    #expect(sitting.desk.screen == .interview)
  }

  private func line(of text: String, _ sitting: Sitting) -> Int? {
    (0..<24).first { sitting.frame.text(row: $0).contains(text) }
  }
}

extension Sitting {
  fileprivate mutating func click(_ point: Point) {
    for message in messages(for: .clicked(point), on: desk) { send(message) }
  }
}
