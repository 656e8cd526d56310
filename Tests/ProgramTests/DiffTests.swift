import TestSupport
import Testing

/// `art28 diff`: what changed between two matters, or two moments of one.
@Suite struct DiffTests {
  private func place() throws -> Place {
    let place = try Place()
    try SmallPack.write(to: place)
    for name in ["old", "new"] {
      try Program.run("new", "\(name).art28", "--packs", "pack", in: place).expectSuccess()
      try Program.run(
        "answer", "\(name).art28", "--set", "text-1=The first text", "--set", "colour=red", "--set",
        "notice=30 day", in: place
      ).expectSuccess()
    }
    try Program.run(
      "answer", "new.art28", "--set", "text-1=The first and last text", "--set",
      "people[+].name=Zoë",
      "--set", "people[0].task=law", in: place
    ).expectSuccess()
    return place
  }

  @Test func twoMomentsOfOne() throws {
    let place = try place()
    let from = try Program.run("diff", "new.art28", "--from", "2", in: place)
    #expect(from.said.contains("{+and last +}"), "\(from)")
    #expect(try Program.run("diff", "new.art28@2", in: place).said == from.said)
    #expect(try Program.run("diff", "new.art28@2", "new.art28@3", in: place).said == from.said)
    #expect(
      try Program.run("diff", "new.art28@2", "old.art28", in: place).said
        == "The text is the same.\n")
  }

  @Test func asMarkdown() throws {
    let place = try place()
    let run = try Program.run(
      "diff", "old.art28", "new.art28", "--to", "md", "--out", "out", in: place)
    #expect(run.said == "out/redline.md\n", "\(run)")
    let text = try place.text(of: "out/redline.md")
    #expect(
      text.contains("## 1. Texts") && text.contains("The first **and last** text."), "\(text)")
  }

  @Test(.enabled(if: OtherTools.isHere("pandoc"))) func asTrackedChanges() throws {
    let place = try place()
    try Program.run(
      "diff", "old.art28", "new.art28", "--to", "docx", "--out", "out", in: place
    ).expectSuccess()
    let accepted = try Program.shell(
      "pandoc --track-changes=accept -t plain --wrap=none out/redline.docx", in: place)
    #expect(accepted.said.contains("Text 1 is The first and last text."), "\(accepted)")
    let rejected = try Program.shell(
      "pandoc --track-changes=reject -t plain --wrap=none out/redline.docx", in: place)
    #expect(rejected.said.contains("Text 1 is The first text."), "\(rejected)")
    #expect(!rejected.said.contains("Zoë"), "\(rejected)")
    let all = try Program.shell(
      "pandoc --track-changes=all -t native out/redline.docx", in: place)
    // Who and when, by the journal.
    let log = try Program.run("log", "new.art28", in: place)
    let last = try #require(log.lines.last { !$0.hasPrefix(" ") }).split(separator: " ")
    #expect(all.said.contains("\"\(last[1])\""), "\(all.said.prefix(3000))")
    #expect(try place.bytes(of: "out/redline.docx") == again(in: place))
  }

  private func again(in place: Place) throws -> [UInt8] {
    try Program.run(
      "diff", "old.art28", "new.art28", "--to", "docx", "--out", "again", in: place
    ).expectSuccess()
    return try place.bytes(of: "again/redline.docx")
  }

  @Test(arguments: [
    (["old.art28"], 2, "Say what to compare with"),
    (["old.art28", "new.art28", "--from", "1"], 2, "leave NEW out"),
    (["old.art28", "new.art28", "--to", "pdf"], 2, "no form of a redline"),
    (["old.art28@9", "new.art28"], 2, "its entries are 1 to 2"),
    (["old.art28@x", "new.art28"], 2, "after entry 12"),
    (["none.art28", "new.art28"], 3, "none.art28"),
  ])
  func whatCannotBeComparedIsSaid(_ words: [String], _ code: Int32, _ says: String) throws {
    let place = try place()
    let run = try Program.run(["diff"] + words, in: place)
    #expect(run.code == code && run.complaint.contains(says), "\(run)")
  }
}
