import TestSupport
import Testing

/// Lists in the shapes in which vendors publish them, into the shipped questionnaire and out again.
@Suite struct ListCommandTests {
  private static let folder = "\(TestPacks.root)/Tests/Fixtures/lists"
  private let place: Place

  init() throws {
    place = try Place()
    try Program.run("new", "m.art28", "--journey", "draft", in: place).expectSuccess()
  }

  private func take(_ file: String, _ more: String...) throws -> Program {
    try Program.run(
      ["answer", "m.art28", "--rows", "subprocessors", "\(Self.folder)/\(file)"] + more, in: place)
  }

  /// The names and one more column of the table as it stands.
  private func rows(_ column: String) throws -> [String] {
    let shown = try Program.run("show", "m.art28", "--rows", "subprocessors", in: place)
      .expectSuccess()
    let lines = shown.said.replacing("\r\n", with: "\n").split(separator: "\n").map { line in
      line.split(separator: "\",\"", omittingEmptySubsequences: false).map(String.init)
    }
    let heads = lines.first ?? []
    guard let name = heads.firstIndex(of: "name"), let other = heads.firstIndex(of: column) else {
      return []
    }
    return lines.dropFirst().map { "\($0[name]): \($0[other])" }
  }

  @Test func listsOfManyShapesGoIn() throws {
    let short = try take("short.md")
    #expect(short.code == 1)
    #expect(short.complaint.contains("line 9 (Edgeworks), location “Worldwide”"))
    #expect(short.complaint.contains("2 cells were not understood; the others are kept."))
    #expect(
      try rows("location") == [
        "Edgeworks: ", "Plainhost: the United States", "Nordmail: ", "Counted: Ireland",
      ])

    try take("merged.xlsx", "--replace").expectSuccess()
    #expect(
      try rows("added on") == [
        "Plainhost, Inc.: 1 October 2025", "Nordmail AB: 1 November 2025",
        "Müller Datendienste GmbH: 1 January 2026",
      ])

    let page = try take("page.html", "--replace").expectSuccess()
    #expect(page.complaint.contains("“Infrastructure”, lies across the table and is no row"))
    #expect(
      try rows("seat") == [
        "Plainhost, Inc.: the United States", "Nordmail AB: Sweden", "Nordmail AB: Finland",
        "Müller Datendienste GmbH: Germany",
      ])

    let notes = try take("footnotes.csv", "--replace")
    #expect(notes.complaint.contains("line 12, “* Only where"))
    #expect(notes.complaint.contains("2 cells say only “-”"))
    #expect(try rows("service").contains("Müller Datendienste GmbH: Support; chat and telephone"))

    try take("german.txt", "--update").expectSuccess()
    #expect(try rows("location").contains("Torino S.r.l.: Italy"))
    #expect(try rows("address").contains("Müller Datendienste GmbH: Hauptstr. 1, 10115 Berlin"))

    let ods = try take("list.ods", "--replace").expectSuccess()
    #expect(ods.complaint.contains("“Notes” is no column that is known here"))
    #expect(
      try rows("added on") == ["Plainhost, Inc.: 1 October 2026", "Nordmail AB: 3 February 2025"])
  }

  @Test func nothingIsGuessed() throws {
    let two = try take("two-tables.md")
    #expect(two.code == 2 && two.complaint.contains("1 “Sub-processors”, 2 “Other providers”"))
    try take("two-tables.md", "--table", "Sub-processors").expectSuccess()
    #expect(try rows("location") == ["Plainhost Inc.: the United States"])

    // Rows are there: nobody said what becomes of them.
    let again = try take("list.ods")
    #expect(
      again.code == 2 && again.complaint.contains("--add: 2 rows new")
        && again.complaint.contains("--update: 1 row new, 1 row changed"), "\(again)")

    try place.write("Firma Eins;Paris\nFirma Zwei;Rom\n", to: "bare.csv")
    let bare = try Program.run(
      "answer", "m.art28", "--rows", "subprocessors", "bare.csv", "--replace", in: place)
    #expect(bare.code == 1 && bare.complaint.contains("No line of the list names a column"))
    let mapped = try Program.run(
      "answer", "m.art28", "--rows", "subprocessors", "bare.csv", "--replace", "--columns",
      "A=name", "--dry-run", in: place)
    #expect(mapped.said.contains("2 rows new") && mapped.said.contains("Nothing was kept."))
    #expect(try rows("location") == ["Plainhost Inc.: the United States"])
  }

  @Test func outToAWorkbookAndBackAndOneUndo() throws {
    try take("german.txt").expectSuccess()
    let before = try rows("location")
    for name in ["out.csv", "out.xlsx"] {
      try Program.run("show", "m.art28", "--rows", "subprocessors", "--out", name, in: place)
        .expectSuccess()
      let back = try Program.run(
        "answer", "m.art28", "--rows", "subprocessors", name, "--replace", in: place
      ).expectSuccess()
      #expect(back.said.contains("3 rows as before.") && !back.said.contains("changed"))
    }
    try take("list.ods", "--replace").expectSuccess()
    #expect(try rows("location") != before)
    try Program.run("undo", "m.art28", in: place).expectSuccess()
    #expect(try rows("location") == before)
  }

  @Test func aHostileWorkbookEndsInASentence() throws {
    try place.write([0x50, 0x4B, 3, 4, 9, 9, 9], to: "cut.xlsx")
    let cut = try Program.run(
      "answer", "m.art28", "--rows", "subprocessors", "cut.xlsx", in: place)
    #expect(cut.code == 3 && cut.complaint.contains("broken"))
    let none = try Program.run(
      "answer", "m.art28", "--rows", "subprocessors", "nothing.csv", in: place)
    #expect(none.code == 3)
    let other = try Program.run("answer", "m.art28", "--rows", "notice", "cut.xlsx", in: place)
    #expect(other.code == 2 && other.complaint.contains("is no table"))
  }
}
