import Canvas
import Interview
import PackModel
import Papers
import TestSupport
import Testing

@testable import Screens

/// A list from elsewhere, shown and mended before it is taken.
struct IntakeTests {
  private static let three =
    "Company\tPlace\tNotes\nAzure\tIreland\tx\nTickethaus UG\tKiel\ty\nBeta\tde\tz"

  private func atList(_ text: String) throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>8<Enter><paste:\(text)>")
    return sitting
  }

  private func name(_ sitting: Sitting, _ row: String) -> String? {
    guard case .value(.text(let text))? = sitting.answer("subprocessors.name", row: row) else {
      return nil
    }
    return text
  }

  @Test func whatIsNotKnownIsMappedWithArrows() throws {
    var sitting = try atList(Self.three)
    #expect(sitting.desk.screen == .intake)
    // Only the place is known: nothing is taken, and why is said.
    sitting.press("<Enter>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.desk.shared.notice?.text.contains("“name”") == true)
    #expect(sitting.frame.text.contains("(not taken)"))
    sitting.press("<Tab><Right>")
    #expect(sitting.frame.text.contains("-> name"))
    sitting.press("<Enter>")
    #expect(sitting.desk.screen == .interview)
    #expect((1...3).map { name(sitting, "r\($0)") } == ["Azure", "Tickethaus UG", "Beta"])
    #expect(sitting.answer("subprocessors.country", row: "r3") == .value(.code("de")))
    #expect(
      sitting.desk.shared.file?.drafts == [AnswerKey("subprocessors.country", row: "r2"): "Kiel"])
    // One undo takes all of it.
    sitting.press("<Ctrl-Z>")
    #expect(sitting.sheet.rows(of: "subprocessors").isEmpty)
  }

  @Test func whatIsNotUnderstoodIsCorrectedHere() throws {
    var sitting = try atList("Name\tPlace\nAzure\tNowhere\n\tIreland")
    #expect(sitting.frame.text.contains("Not understood: 2 cells"))
    sitting.press("<Tab><Tab><Enter><Ctrl-U>Japan<Enter>")
    sitting.press("<Enter><Ctrl-U>Beta<Enter>")
    #expect(!sitting.frame.text.contains("Not understood"))
    sitting.press("t")
    #expect((1...2).map { name(sitting, "r\($0)") } == ["Azure", "Beta"])
    #expect(sitting.answer("subprocessors.country", row: "r1") == .value(.code("jp")))
  }

  @Test func aSecondListUpdatesByNameAndShowsTheDifference() throws {
    var sitting = try atList("Name\tPlace\nAzure\tIreland\nBeta\tGermany")
    sitting.press(
      "<Enter><Ctrl-G>8<Enter><paste:Name\tPlace\nAzure\tIreland\nBeta\tJapan\nDelta\tIreland>")
    #expect(sitting.frame.text.contains("1 row new, 1 row changed, 1 row as before"))
    #expect(sitting.frame.text.contains("place Germany -> Japan"))
    sitting.press("r")
    #expect(sitting.frame.text.contains("(x) Replace"))
    sitting.press("u<Enter>")
    #expect(sitting.sheet.rows(of: "subprocessors").count == 3)
    // The same once more changes nothing.
    sitting.press("<Ctrl-G>8<Enter><paste:Name\tPlace\nBeta\tJapan>")
    sitting.press("<Enter>")
    #expect(sitting.desk.shared.notice?.text.contains("as the list says already") == true)
    sitting.press("<Esc>")
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.entries.count == 3)
  }

  @Test func aListWithoutAnyHeadingIsNotTaken() throws {
    var sitting = try atList("Azure\tIreland\nBeta\tGermany")
    sitting.press("<Enter>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.frame.text.contains("No line of the list names a column"))
    // Mapped by hand its first line is known to be a row.
    sitting.press("<Tab><Right><Down><Right><Enter>")
    #expect((1...2).map { name(sitting, "r\($0)") } == ["Azure", "Beta"])
  }

  @Test func whatStandsAloneIsTakenWhenSomebodySaysSo() throws {
    var sitting = try atList("Name\tPlace\nAzure\tIreland\nBeta\tGermany\n* Gamma")
    #expect(sitting.frame.text.contains("line 4: * Gamma"))
    sitting.press("<Tab><Tab><Space><Enter>")
    #expect(name(sitting, "r3") == "* Gamma")
  }

  @Test func aFileIsAskedForAndRead() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>8<Enter>f")
    #expect(sitting.frame.text.contains("Which file has the list?"))
    sitting.press("~/list.xlsx<Enter>")
    let table = try #require(sitting.pack.question("subprocessors"))
    #expect(sitting.effects.last == .readTable(.file(path: "~/list.xlsx"), table: table))
    sitting.send(
      .tableRead(
        TableRead(
          name: "list.xlsx", grids: try TableFile.read(text: "Name;Place\nAzure;Ireland"),
          table: table)))
    #expect(sitting.frame.text.contains("From list.xlsx"))
    sitting.press("<Enter>")
    #expect(sitting.entries.last?.why == "From list.xlsx: 1 row new.")
    sitting.press("<Ctrl-G>8<Enter>f<Esc>")
    #expect(sitting.desk.screen == .interview)
  }

  @Test func inLinesItIsTheSame() throws {
    var sitting = try Sitting.atQuestions()
    let table = try #require(sitting.pack.question("subprocessors"))
    sitting.press("<Ctrl-G>8<Enter>")
    sitting.say("file /tmp/list.csv")
    #expect(sitting.effects.last == .readTable(.file(path: "/tmp/list.csv"), table: table))
    sitting.send(
      .tableRead(
        TableRead(
          name: "list.csv", grids: try TableFile.read(text: "Vendor;Place\nAzure;Nowhere"),
          table: table)))
    sitting.say("3 name")
    let fault = sitting.desk.front.prompt(sitting.desk.shared).first { $0.contains("Nowhere”") }
    let number = try #require(fault?.split(separator: ".").first)
    sitting.say("\(number) Japan", "take")
    #expect(name(sitting, "r1") == "Azure")
    #expect(sitting.answer("subprocessors.country", row: "r1") == .value(.code("jp")))
  }

  @Test func oneAnswerGoesIntoManyRows() throws {
    var sitting = try atList("Name\tPlace\nAzure\tIreland\nBeta\t\nGamma\t\nDelta\tJapan")
    sitting.press("<Enter><Ctrl-G>8<Enter><Home><Enter><Enter>")
    sitting.press("<Alt-I>")
    #expect(sitting.frame.text.contains("This row and those below"))
    sitting.press("2")
    #expect(
      (1...4).map { sitting.answer("subprocessors.country", row: "r\($0)") }
        == ["ie", "ie", "ie", "ie"].map { .value(.code($0)) })
    sitting.press("<Ctrl-Z>")
    #expect(sitting.answer("subprocessors.country", row: "r4") == .value(.code("jp")))
    #expect(sitting.answer("subprocessors.country", row: "r2") == nil)
  }

  @Test func theRestOfARowDoesNotApply() throws {
    var sitting = try atList("Name\tPlace\nAzure\tIreland")
    sitting.press("<Enter><Ctrl-G>8<Enter><Home>X")
    sitting.press("a test only<Enter>")
    #expect(
      sitting.answer("subprocessors.engaged-by", row: "r1") == .notApplicable("a test only"))
    #expect(sitting.answer("subprocessors.country", row: "r1") == .value(.code("ie")))
  }
}
