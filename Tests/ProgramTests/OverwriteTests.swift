import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Nothing that somebody else wrote, or changed since, is replaced unasked.
@Suite struct OverwriteTests {
  private func place() throws -> Place {
    let place = try Place()
    try SmallPack.make("case.art28", in: place)
    try Program.run(SmallPack.answered("case.art28"), in: place).expectSuccess()
    return place
  }

  private func answer(_ words: String, in place: Place) throws {
    try Program.run("answer", "case.art28", "--set", words, in: place).expectSuccess()
  }

  private func draft(_ more: String..., in place: Place) throws -> Program {
    try Program.run(["draft", "case.art28", "--out", "docs"] + more, in: place)
  }

  // MARK: Documents

  @Test func whatItWroteItselfIsReplaced() throws {
    let place = try place()
    for words in ["text-1=One", "text-1=Two", "text-1=One"] {
      try answer(words, in: place)
      try draft("--to", "md,html", in: place).expectSuccess()
    }
    #expect(try place.text(of: "docs/agreement.md").contains("Text 1 is One"))
    #expect(try place.names(in: "docs") == ["agreement.html", "agreement.md"])
  }

  @Test func anEditedDocumentStaysAndTheOthersAreWritten() throws {
    let place = try place()
    try draft("--to", "md,html", in: place).expectSuccess()
    try place.write("My own words.\n", to: "docs/agreement.md")
    try answer("text-1=Changed", in: place)
    let run = try draft("--to", "md,html", in: place)
    #expect(run.code == 1 && run.lines == ["docs/agreement.html"], "\(run)")
    #expect(run.complaint.contains("“docs/agreement.md” is there already"), "\(run)")
    #expect(run.complaint.contains("--overwrite") && run.complaint.contains("--out"), "\(run)")
    #expect(try place.text(of: "docs/agreement.md") == "My own words.\n")
    #expect(try place.text(of: "docs/agreement.html").contains("Changed"))
    try draft("--overwrite", in: place).expectSuccess()
    #expect(try place.text(of: "docs/agreement.md").contains("Text 1 is Changed"))
    try answer("text-1=And again", in: place)
    try draft(in: place).expectSuccess()
  }

  /// An older version that somebody put back is not what was written last.
  @Test func anOlderVersionThatWasPutBackStays() throws {
    let place = try place()
    try draft(in: place).expectSuccess()
    try Program.shell("cp docs/agreement.md old.md", in: place).expectSuccess()
    try answer("text-1=Two", in: place)
    try draft(in: place).expectSuccess()
    try Program.shell("cp old.md docs/agreement.md", in: place).expectSuccess()
    try answer("text-1=Three", in: place)
    #expect(try draft(in: place).code == 1)
    #expect(try place.bytes(of: "docs/agreement.md") == place.bytes(of: "old.md"))
  }

  @Test func theSameBytesAreInNobodysWay() throws {
    let place = try place()
    try draft(in: place).expectSuccess()
    try Program.shell("rm -r home", in: place).expectSuccess()
    try draft(in: place).expectSuccess()
    try answer("text-1=Two", in: place)
    try draft(in: place).expectSuccess()
  }

  @Test func aFileOfAnotherMatterStays() throws {
    let place = try place()
    try draft(in: place).expectSuccess()
    let before = try place.bytes(of: "docs/agreement.md")
    try Program.shell("cp case.art28 other.art28", in: place).expectSuccess()
    try Program.run("answer", "other.art28", "--set", "text-1=Other", in: place).expectSuccess()
    let run = try Program.run("draft", "other.art28", "--out", "docs", in: place)
    #expect(run.code == 1, "\(run)")
    #expect(try place.bytes(of: "docs/agreement.md") == before)
  }

  @Test func aFolderThatMovedIsStillItsOwn() throws {
    let place = try place()
    try draft(in: place).expectSuccess()
    try Program.shell("mkdir far && mv case.art28 docs far", in: place).expectSuccess()
    try Program.run("answer", "far/case.art28", "--set", "text-1=Two", in: place).expectSuccess()
    try Program.run("draft", "far/case.art28", "--out", "far/docs", in: place).expectSuccess()
  }

  /// On another person's machine nothing counts as written before.
  @Test func aStrangersFileStays() throws {
    let place = try place()
    try draft(in: place).expectSuccess()
    try answer("text-1=Two", in: place)
    let run = try Program.run(
      "draft", "case.art28", "--out", "docs", in: place,
      environment: ["HOME": place.file("elsewhere")])
    #expect(run.code == 1, "\(run)")
  }

  @Test func aFinalCopyStaysAndADraftIsAnotherName() throws {
    let place = try place()
    try draft("--final", in: place).expectSuccess()
    let before = try place.bytes(of: "docs/agreement.md")
    let run = try draft(in: place)
    #expect(run.code == 1 && run.complaint.contains("is a final copy"), "\(run)")
    #expect(try place.bytes(of: "docs/agreement.md") == before)
  }

  @Test func aFinalCopyIsHeldBackWholeByAnEditedDraft() throws {
    let place = try place()
    try draft("--to", "md,html", in: place).expectSuccess()
    try place.write("My own words.\n", to: "docs/agreement.html")
    let run = try draft("--final", "--to", "md,html", in: place)
    #expect(run.code == 3 && run.said.isEmpty, "\(run)")
    #expect(try place.text(of: "docs/agreement.md").contains("DRAFT"))
    #expect(try place.names(in: "docs") == ["agreement.html", "agreement.md"])
    #expect(try !Program.run("log", "case.art28", in: place).said.contains("published"))
    try draft("--final", "--to", "md,html", "--overwrite", in: place).expectSuccess()
  }

  /// The disk holds the first file and not the second.
  @Test func aFinalCopyIsWholeOrNotThere() throws {
    let place = try place()
    guard let disk = try SmallDisk(in: place, kilobytes: 64) else { return }
    defer { _ = disk }
    let words = String(repeating: "A long story. ", count: 3000)
    try place.write("story: \"\(words)\"\n", to: "story.yaml")
    try Program.run("answer", "case.art28", "--from", "story.yaml", in: place).expectSuccess()
    let run = try Program.run(
      "draft", "case.art28", "--final", "--to", "md,html,txt", "--out", "disk/out", in: place)
    #expect(run.code == 3 && run.complaint.contains("No space left"), "\(run)")
    #expect(run.complaint.contains("whole or not at all"), "\(run)")
    let left = try Program.shell("ls -A disk/out", in: place)
    #expect(left.said.isEmpty, "\(left)")
    #expect(try !Program.run("log", "case.art28", in: place).said.contains("published"))
  }

  // MARK: Reports, redlines, sheets, exports

  @Test func everyCommandThatWritesAsks() throws {
    let place = try place()
    let commands: [(words: [String], file: String, code: Int32)] = [
      (["report", "case.art28", "--to", "md", "--out", "."], "gap-report.md", 1),
      (["report", "case.art28", "--to", "json", "--out", "."], "gap-report.json", 1),
      (["report", "case.art28", "--to", "csv", "--out", "."], "action-plan.csv", 1),
      (["report", "case.art28", "--to", "ics", "--out", "."], "action-plan.ics", 1),
      (["draft", "case.art28", "--with", "why", "--to", ""], "agreement.why.json", 1),
      (["diff", "case.art28", "--from", "1", "--to", "md"], "redline.md", 3),
      (["export", "case.art28", "--out", "x.json"], "x.json", 3),
      (["ask", "case.art28", "--out", "sheet.txt"], "sheet.txt", 3),
    ]
    try answer("text-30=?open", in: place)
    for (number, command) in commands.enumerated() {
      try place.write("mine\n", to: command.file)
      let held = try Program.run(command.words, in: place)
      #expect(held.code == command.code, "\(command.file): \(held)")
      #expect(held.complaint.contains("--overwrite"), "\(held)")
      #expect(try place.text(of: command.file) == "mine\n")
      try Program.run(command.words + ["--overwrite"], in: place).expectSuccess()
      #expect(try place.text(of: command.file) != "mine\n")
      // Its own is replaced.
      try answer("text-\(number + 1)=Other", in: place)
      try Program.run(command.words, in: place).expectSuccess()
    }
  }

  @Test func mattersAndKeysAreNeverOverwritten() throws {
    let place = try place()
    try SmallPack.make("client.art28", in: place)
    try Program.shell("cp client.art28 renamed.db", in: place).expectSuccess()
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    try place.write("{}", to: "empty.art28")
    try answer("text-30=?open", in: place)
    for file in [
      "client.art28", "renamed.db", "me.key", "me.key.pub", "empty.art28", "case.art28",
    ] {
      let before = try place.bytes(of: file)
      for command in ["export", "ask"] {
        for more in [[], ["--overwrite"]] {
          let run = try Program.run([command, "case.art28", "--out", file] + more, in: place)
          #expect(run.code == 3 && run.complaint.contains("never overwritten"), "\(run)")
          #expect(try place.bytes(of: file) == before, "\(file)")
        }
      }
    }
    for command in [
      ["key", "new", "case.art28"], ["new", "me.key", "--packs", "pack"],
      ["new", "case.art28", "--packs", "pack"],
    ] {
      let run = try Program.run(command, in: place)
      #expect(run.code == 3, "\(run)")
    }
    try Program.run("export", "case.art28", "--out", "x.json", in: place).expectSuccess()
    for file in ["client.art28", "me.key", "x.json"] {
      let before = try place.bytes(of: file)
      let run = try Program.run("import", "x.json", file, in: place)
      #expect(run.code == 3, "\(run)")
      #expect(try place.bytes(of: file) == before)
    }
  }

  /// What is left of a damaged matter does not take the place of yesterday's whole export.
  @Test func aSalvageDoesNotReplaceAWholeExport() throws {
    let place = try place()
    try Program.run("export", "case.art28", "--out", "x.json", in: place).expectSuccess()
    let before = try place.bytes(of: "x.json")
    var bytes = try place.bytes(of: "case.art28")
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: "Words 12".utf8) })
    bytes[at] = UInt8(ascii: "w")
    try place.write(bytes, to: "case.art28")
    let run = try Program.run("export", "case.art28", "--out", "x.json", in: place)
    #expect(run.code == 3, "\(run)")
    #expect(try place.bytes(of: "x.json") == before)
  }

  // MARK: Links, modes, places

  @Test func aLinkIsFollowedAndAModeIsKept() throws {
    let place = try place()
    try draft(in: place).expectSuccess()
    #expect(try place.mode(of: "docs/agreement.md") == 0o600)
    try Program.shell(
      "mkdir real && mv docs/agreement.md real/a.md && chmod 664 real/a.md && ln -s ../real/a.md docs/agreement.md",
      in: place
    ).expectSuccess()
    try answer("text-1=Two", in: place)
    try draft("--overwrite", in: place).expectSuccess()
    try answer("text-1=Three", in: place)
    try draft(in: place).expectSuccess()
    let link = try Program.shell("test -L docs/agreement.md && cat real/a.md", in: place)
    #expect(link.code == 0 && link.said.contains("Text 1 is Three"), "\(link.code)")
    #expect(try place.mode(of: "real/a.md") == 0o664)
    #expect(try place.names(in: "docs") == ["agreement.md"])
  }

  @Test func aLinkToNothingAndWhatIsNoFileAreSaid() throws {
    let place = try place()
    try Program.shell(
      "mkdir docs && ln -s ../nowhere.md docs/agreement.md && mkdir docs/agreement.html && mkfifo docs/agreement.txt",
      in: place
    ).expectSuccess()
    let run = try draft("--to", "md,html,txt", "--overwrite", in: place)
    #expect(run.code == 1 && run.said.isEmpty, "\(run)")
    #expect(!place.exists("nowhere.md"))
    for path in ["/dev/null", "docs"] {
      let out = try Program.run("export", "case.art28", "--out", path, "--overwrite", in: place)
      #expect(out.code == 3 && out.complaint.contains("is no plain file"), "\(out)")
    }
    let device = try Program.shell("test -c /dev/null", in: place)
    #expect(device.code == 0)
  }

  /// In a folder that others may write to nothing that lies there beforehand is written through.
  @Test func thePartIsNobodysToPlace() throws {
    let place = try place()
    try place.write("secret\n", to: "secret")
    // The names that it once had.
    try Program.shell(
      "mkdir docs && for p in $(seq $$ $(($$ + 60))); do ln -s ../secret docs/agreement.md.$p.1.part; done",
      in: place
    ).expectSuccess()
    try draft(in: place).expectSuccess()
    #expect(try place.text(of: "secret") == "secret\n")
    let left = try Program.shell("find docs -name '.art28-*'", in: place)
    #expect(left.said.isEmpty)
  }

  // MARK: On the screen

  @Test func theScreenAsks() throws {
    let place = try place()
    try place.isKnown()
    let terminal = try OnTerminal.start(["case.art28"], in: place)
    try terminal.wait(for: "Question")
    let folder = "case documents"
    try place.write("mine\n", to: "\(folder)/agreement.md")
    try place.write("mine too\n", to: "\(folder)/gap-report.md")
    try terminal.type("<Ctrl-G>finish<Enter>")
    try terminal.wait(for: "Markdown")
    // Word and PDF are chosen: Space leaves them out and takes Markdown.
    try terminal.type(" 45<Enter>")
    try terminal.wait(for: "not written yet")
    #expect(terminal.screen.text.contains("new name: “agreement 2.md”"))
    try terminal.type("<Down>  ")
    try terminal.wait(for: "2 gap-report.md - leave it")
    try terminal.type("<Enter>")
    try terminal.wait(for: "Left as they were")
    try terminal.leave()
    #expect(try place.text(of: "\(folder)/agreement.md") == "mine\n")
    #expect(try place.text(of: "\(folder)/gap-report.md") == "mine too\n")
    #expect(try place.text(of: "\(folder)/agreement 2.md").contains("DRAFT"))
  }

  @Test func aSheetThatWasFilledInStays() throws {
    let place = try Place()
    try SmallPack.make("case.art28", in: place)
    try place.isKnown()
    let sheet = "case questions.txt"
    func plain(_ lines: String...) throws -> Program {
      try Program.run(
        "--plain", "case.art28", in: place,
        input: lines.map { $0 + "\n" }.joined() + "quit\n")
    }
    try plain("review", "sheet").expectSuccess()
    try Program.shell("sed -i '0,/^Answer:/s//Answer: From a colleague/' '\(sheet)'", in: place)
      .expectSuccess()
    let before = try place.bytes(of: sheet)
    let again = try plain("review", "sheet").expectSuccess()
    #expect(again.said.contains("case questions 2.txt"), "\(again)")
    #expect(try place.bytes(of: sheet) == before)
    // The one that somebody has written into is taken.
    try plain("review", "take").expectSuccess()
    #expect(try SmallPack.answers("case.art28", in: place)["text-1"] == "From a colleague")
  }
}
