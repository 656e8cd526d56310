import Canvas
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// Two people's readings of one paper, on the screen.
@Suite struct SettlingTests {
  private static func said(_ grade: String, _ words: String?, row: String) -> [Change] {
    let sheet = AnswerSheet()
    var changes = sheet.setting(
      AnswerKey("duties.wording", row: row), to: .value(.choice(.code(grade))))
    if let words {
      changes += sheet.setting(AnswerKey("duties.quote", row: row), to: .value(.text(words)))
    }
    return changes
  }

  /// - Parameter second: what the second reader said.
  private func settling(
    _ size: Size = Size(columns: 80, rows: 24), second: [[Change]]
  ) throws -> Sitting {
    var sitting = try Sitting(size, pack: TestPacks.real)
    sitting.open(journey: TestPacks.real.journeys.last?.id ?? "")
    sitting.keep(
      sitting.sheet.setting(AnswerKey("paper-kind"), to: .value(.choice(.code("existing")))))
    sitting.keep(Self.said("present", "within ten days", row: "D-3"))
    sitting.keep(Self.said("vague", nil, row: "D-4"))
    let entry = Entry(
      number: 1, when: "2026-11-21T11:00:00Z", by: "B. Lee", why: nil,
      changes: second.flatMap(\.self))
    var sheet = AnswerSheet()
    sheet.apply(entry)
    sitting.send(.turnTo(.reading))
    sitting.second = SecondMatter(
      path: "/matters/lee.art28", reader: TwoReadings.Reader(sheet, [entry]))
    return sitting
  }

  private static let both = [
    said("vague", "deemed approved", row: "D-3"), said("missing", nil, row: "D-4"),
  ]

  @Test func bothGradesAndQuotationsStandBesideTheCriteria() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
      var sitting = try settling(size, second: Self.both)
      sitting.press("clee.art28<Enter>")
      let text = sitting.frame.text
      for words in ["Present", "Vague", "within ten days", "deemed approved", "B. Lee"] {
        #expect(text.contains(words), "\(words) at \(size)")
      }
      if size.rows > 12 {
        #expect(text.contains("Missing:") && text.contains("kappa"))
      }
    }
  }

  @Test func oneKeyTakesAReadingAndTheJournalSaysWhoseAndWhy() throws {
    var sitting = try settling(second: Self.both)
    sitting.press("clee.art28<Enter>2")
    #expect(sitting.answer("duties.wording", row: "D-3") == .value(.choice(.code("vague"))))
    #expect(sitting.answer("duties.quote", row: "D-3") == .value(.text("deemed approved")))
    #expect(
      sitting.entries.last?.why
        == "Settled between two readings: the one of B. Lee (vague) was taken, not that of Änne Grünwald (present). The written criteria say so."
    )
    // The next difference is in hand; its first reading stays, for a reason that is typed.
    #expect(sitting.frame.text.contains("D-4"))
    sitting.press("b<Ctrl-U>Page 3.<Enter>1")
    #expect(sitting.answer("duties.wording", row: "D-4") == .value(.choice(.code("vague"))))
    #expect(sitting.entries.last?.why?.hasSuffix("(missing). Page 3.") == true)
    #expect(sitting.frame.text.contains("Nothing is left to settle"))
    sitting.press("<Ctrl-Z>")
    #expect(sitting.frame.text.contains("D-4"), "undo brings the difference back")
    #expect(sitting.frame.text.contains("Undone: Settled between two readings"))
  }

  @Test func anotherGradeIsOneKeyToo() throws {
    var sitting = try settling(second: Self.both)
    sitting.press("clee.art28<Enter>")
    #expect(sitting.frame.text.contains("3 Missing"))
    sitting.press("3")
    #expect(sitting.answer("duties.wording", row: "D-3") == .value(.choice(.code("missing"))))
  }

  @Test func noGradeIsShownWhileOneOfThemHasNotReadARow() throws {
    var sitting = try settling(second: [Self.both[0]])
    sitting.press("clee.art28<Enter>")
    let text = sitting.frame.text
    #expect(text.contains("Only one of the two") && text.contains("D-4"))
    #expect(!text.contains("deemed approved"))
    sitting.press("2")
    #expect(sitting.answer("duties.wording", row: "D-3") == .value(.choice(.code("present"))))
  }

  @Test func theLinearViewSettlesAlike() throws {
    var typed = try settling(second: Self.both)
    typed.press("clee.art28<Enter>2")
    var said = try settling(second: Self.both)
    said.say("compare lee.art28", "2")
    #expect(said.sheet == typed.sheet)
  }
}
