import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The unit that stands behind a field is the one that is kept.
@Suite struct UnitTests {
  private static let pack = TinyPack.pack([
    TinyPack.question("time", "quantity", "unit: [hour, day]"),
    TinyPack.question(
      "usual", "quantity", "unit: [hour, day]",
      "suggestion: {value: 14 day, kind: MARKET, because: Two weeks.}"),
    TinyPack.question("price", "money", "currency: EUR"),
    TinyPack.question(
      "figures", "table", "rows:", "  - {code: report, text: Hours to report, unit: hour}",
      "  - {code: notice, text: Days of notice, unit: day}", "item:",
      "  - {linkId: number, type: quantity, unit: [hour, day], text: Which?, shortText: number}"),
  ])

  private func sitting(at number: Int) throws -> Sitting {
    var sitting = try Sitting(pack: Self.pack)
    sitting.open(journey: "whole")
    sitting.press("<Ctrl-G>\(number)<Enter><pause>")
    return sitting
  }

  private func beside(_ sitting: Sitting) -> String? {
    guard case .line(let line) = sitting.desk.interview.field else { return nil }
    return line.taken
  }

  @Test func aRowBeginsWithItsOwnUnit() throws {
    var sitting = try sitting(at: 4)
    #expect(beside(sitting) == "hours")
    sitting.press("24<Enter>")
    #expect(beside(sitting) == "days")
    sitting.press("10<Enter>")
    #expect(
      sitting.answer("figures.number", row: "report") == .value(.quantity(Quantity(24, .hour))))
    #expect(
      sitting.answer("figures.number", row: "notice") == .value(.quantity(Quantity(10, .day))))
  }

  @Test func whatIsShownIsKept() throws {
    for (number, linkId) in [(1, "time"), (2, "usual")] {
      for turns in 0...1 {
        var sitting = try sitting(at: number)
        sitting.press(String(repeating: "<Alt-T>", count: turns) + "10<pause>")
        let unit = try #require(beside(sitting))
        #expect(sitting.frame.text.contains(unit))
        sitting.press("<Enter>")
        #expect(
          sitting.answer(linkId) == .value(.quantity(Quantity(10, unit == "days" ? .day : .hour))))
      }
    }
    #expect(beside(try sitting(at: 2)) == "days", "as the suggestion has it")
  }

  @Test func aUnitThatIsTypedGoesBeforeTheOneBehindTheField() throws {
    var sitting = try sitting(at: 1)
    sitting.press("10 days<pause>")
    #expect(beside(sitting) == nil)
    #expect(!sitting.frame.text.contains("hours"))
    sitting.press("<Enter>")
    #expect(sitting.answer("time") == .value(.quantity(Quantity(10, .day))))
  }

  @Test func theCurrencyBehindTheFieldIsTakenWithWords() throws {
    var sitting = try sitting(at: 3)
    sitting.press("<Alt-T><Alt-T><Alt-T>10 million<pause>")
    #expect(beside(sitting) == "CHF")
    sitting.press("<Enter>")
    #expect(
      sitting.answer("price") == .value(.money(Money(minor: 1_000_000_000, currency: "CHF"))))
  }

  @Test func whatIsNotAcceptedComesBackWithItsUnit() throws {
    var sitting = try sitting(at: 1)
    sitting.press("<Alt-T>1.000<Enter><Enter><Shift-Tab>")
    guard case .line(let line) = sitting.desk.interview.field else {
      Issue.record("no line")
      return
    }
    #expect(line.text == "1.000" && line.taken == "days")
  }

  /// An answer that only the matter's own form can print is not questioned on a second visit.
  @Test func anAnswerIsNotRefusedForBeingLookedAt() throws {
    var sitting = try Sitting(pack: Self.pack)
    sitting.open(
      journey: "whole",
      since: [
        .setting(.form(.numbers), from: nil, to: "point"),
        .set(AnswerKey("time"), from: nil, to: .value(.quantity(Quantity(5125, .day)))),
      ])
    sitting.press("<Ctrl-G>1<Enter><Enter>")
    #expect(sitting.desk.interview.error == nil)
    #expect(sitting.answer("time") == .value(.quantity(Quantity(5125, .day))))
    #expect(sitting.desk.shared.file?.drafts == [:])
  }

  @Test func theLinearReaderSaysWhichUnitANumberAloneHas() throws {
    let lines = plainPrompt(try sitting(at: 4).desk)
    #expect(lines.contains { $0.contains("hours or days; a number alone is hours") })
  }
}
