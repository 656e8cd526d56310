import FoundationEssentials
import TestSupport
import Testing

/// Rows of the papers beside the agreement, from the command line.
@Suite struct RowTests {
  private func place() throws -> Place {
    let place = try Place()
    try SmallPack.write(to: place)
    // Its last lines are the documents.
    let pack = SmallPack.files["pack.yaml"]?.split(separator: "\n").joined(separator: "\n")
    let more = ["list", "letter"].map {
      "  - {id: \($0), role: memo, title: The \($0), with: \($0)}\n"
    }
    try place.write(try #require(pack) + "\n" + more.joined(), to: "pack/pack.yaml")
    try place.write(
      """
      # The list {#list}

      ::: clause list.people

      | Name | Task |
      |---|---|
      ::: each people
      | {{name}} | {{task}} |
      :::
      :::

      """, to: "pack/documents/list/1.md")
    try place.write("# The letter {#letter}\n\nNo rows.\n", to: "pack/documents/letter/1.md")
    try Program.run("new", "s.art28", "--packs", "pack", "--by", "Zoë", in: place).expectSuccess()
    try Program.run(
      "answer", "s.art28", "--set", "people[+].name==1+1", "--set", "people[0].task=law", "--by",
      "Zoë", in: place
    ).expectSuccess()
    return place
  }

  @Test func rowsAreWrittenOfWhatWasAskedForAlone() throws {
    let place = try place()
    let run = try Program.run(
      "draft", "s.art28", "--with", "list", "--to", "csv,xlsx", "--out", "out", in: place)
    #expect(run.code == 0, "\(run)")
    #expect(run.lines == ["out/list.csv", "out/list.xlsx"])
    #expect(try place.text(of: "out/list.csv").hasSuffix("\"'=1+1\",\"law\"\r\n"))
    let both = try Program.run(
      "draft", "s.art28", "--with", "list", "--to", "md,csv", "--out", "both", in: place)
    #expect(both.lines == ["both/agreement.md", "both/list.md", "both/list.csv"])
  }

  @Test func whatHasNoRowsIsSaid() throws {
    let place = try place()
    let alone = try Program.run("draft", "s.art28", "--to", "xlsx", "--out", "a", in: place)
    #expect(alone.code == 1 && alone.complaint.contains("Ask for one with --with: list, letter."))
    let letter = try Program.run(
      "draft", "s.art28", "--with", "letter", "--to", "csv", "--out", "b", in: place)
    #expect(letter.code == 1 && letter.complaint.contains("“letter” has no table"))
    let final = try Program.run("draft", "s.art28", "--final", "--to", "csv", in: place)
    #expect(final.code != 0 && final.complaint.contains("what is signed is written whole"))
  }
}
