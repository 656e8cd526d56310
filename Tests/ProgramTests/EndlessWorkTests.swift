import TestSupport
import Testing

/// Questionnaires that ask for more than any machine does in a day.
@Suite struct EndlessWorkTests {
  private func answers(in place: Place) throws {
    try SmallPack.write(to: place)
    try place.write(
      "people:\n" + (0..<60).map { "  - {name: A\($0)}\n" }.joined(), to: "answers.yaml")
  }

  @Test("loops within loops end, and the draft says what it does not hold")
  func loops() throws {
    let place = try Place()
    try answers(in: place)
    try place.write(
      "# Deep {#deep}\n\n::: clause deep.deep\n\n"
        + String(repeating: "::: each people\n", count: 5) + "With {{name}}.\n"
        + String(repeating: ":::\n", count: 6),
      to: "pack/documents/agreement/3-deep.md")
    try Program.run("new", "m.art28", "--packs", "pack", "--from", "answers.yaml", in: place)
      .expectSuccess()
    let draft = try Program.shell(
      "ulimit -v 3000000; timeout 110 art28 draft m.art28 --to txt --out out", in: place)
    #expect(draft.code == 0, "\(draft)")
    #expect(try place.text(of: "out/agreement.txt").contains("too many rows to go through"))
  }

  @Test("conditions within conditions end, and what was not come to is not known")
  func conditions() throws {
    let place = try Place()
    try answers(in: place)
    var condition = "any people where name is \"nobody\""
    for _ in 0..<6 { condition = "any people where (\(condition))" }
    try place.write(
      try place.text(of: "pack/more/4-more.yaml") + """
          - linkId: late
            type: string
            text: What comes late?
            shortText: what comes late
            why: It does.
            help: Any words.
            authority: [gdpr-28-3]
            enableWhen: \(condition)

        """, to: "pack/more/4-more.yaml")
    try Program.run("new", "m.art28", "--packs", "pack", "--from", "answers.yaml", in: place)
      .expectSuccess()
    for line in ["show m.art28", "show m.art28 --json", "ask m.art28", "explain m.art28 late"] {
      let run = try Program.shell("timeout 110 art28 \(line)", in: place)
      #expect(run.code == 0, "\(line): \(run)")
      #expect(run.complaint.contains("more work than is done"), "\(line): \(run)")
    }
  }

  @Test("a table of a thousand rows is shown, with all that waits for each of them")
  func manyRows() throws {
    let place = try Place()
    try place.write(
      "subprocessors:\n"
        + (0..<1000).map { "  - {name: Sub \($0) GmbH, country: DE}\n" }.joined(),
      to: "answers.yaml")
    try Program.run("new", "m.art28", "--from", "answers.yaml", "--by", "A", in: place)
      .expectSuccess()
    // Six seconds of the processor are enough; a walk over all that waits, for each that waits, takes
    // minutes.
    let run = try Program.shell("ulimit -t 40; art28 show m.art28", in: place)
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.said.contains("2001 of "), "\(run.said.suffix(200))")
  }
}
