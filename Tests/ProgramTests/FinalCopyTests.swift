import FoundationEssentials
import TestSupport
import Testing

/// Final copies: what bars them, what they carry, and what can be proved of them later.
@Suite struct FinalCopyTests {
  /// A matter with everything answered but the last text and the story.
  private func place() throws -> Place {
    let place = try Place()
    try SmallPack.write(to: place)
    try Program.run("new", "case.art28", "--packs", "pack", in: place).expectSuccess()
    var words = ["answer", "case.art28"]
    for number in 1..<SmallPack.texts { words += ["--set", "text-\(number)=Words \(number)"] }
    words += ["--set", "colour=red", "--set", "notice=30 day"]
    words += ["--set", "people[+].name=Zoë", "--set", "people[0].task=law"]
    try Program.run(words, in: place).expectSuccess()
    return place
  }

  private let leaves = [
    "--leave", "text-30=the parties agree on it at signing", "--leave", "story=told by hand",
  ]

  private func publish(
    _ place: Place, _ more: [String] = [], to folder: String = "out"
  ) throws -> Program {
    try Program.run(
      ["draft", "case.art28", "--final", "--out", folder] + leaves + more, in: place)
  }

  @Test func aBlankBarsItAndTheListSaysWhatToDo() throws {
    let place = try place()
    let run = try Program.run("draft", "case.art28", "--final", "--out", "out", in: place)
    #expect(run.code == 1 && run.said.isEmpty, "\(run)")
    #expect(run.complaint.contains("2 things stand in the way"), "\(run)")
    #expect(
      run.complaint.contains(
        "[text 30] is blank. Answer text-30, or leave it open: --leave text-30="),
      "\(run)")
    #expect(!place.exists("out"))
    let log = try Program.run("log", "case.art28", in: place)
    #expect(!log.said.contains("published"), "\(log)")
  }

  @Test func leftOpenByNameAndReasonItIsPublished() throws {
    let place = try place()
    let run = try publish(place, ["--to", "md,html"])
    #expect(run.code == 0, "\(run)")
    #expect(
      run.lines == ["out/agreement.md", "out/agreement.html", "out/agreement.manifest.json"],
      "\(run)")
    let text = try place.text(of: "out/agreement.md")
    #expect(text.contains("\\[text 30\\]") && !text.contains("DRAFT"), "\(text.prefix(400))")
    let manifest = try JSONReading(try place.text(of: "out/agreement.manifest.json"))
    #expect(
      manifest["leftOpen"].array.map { $0["reason"].string } == [
        "the parties agree on it at signing", "told by hand",
      ])
    #expect(manifest["program"].string == "0.1.0" && manifest["head"]["number"].number == 3)
    #expect(manifest["pack"]["id"].string == "small")
    #expect(
      manifest["files"].array.map { $0["name"].string } == ["agreement.md", "agreement.html"])
    let sum = try Program.shell("sha256sum out/agreement.md", in: place)
    #expect(sum.said.hasPrefix(manifest["files"].array[0]["sha256"].string))
    let log = try Program.run("log", "case.art28", in: place)
    #expect(log.said.contains("told by hand") && log.said.contains("published agreement.md"))
  }

  @Test(arguments: [
    (["--final", "--leave", "text-1=no need"], "no open point"),
    (["--final", "--leave", "text-30= "], "why it stays open"),
    (["--final", "--leave", "text-30"], "why it stays open"),
    (["--leave", "text-30=why"], "go with --final"),
    (["--despite", "small.notice=why"], "go with --final"),
    (["--final", "--despite", "small.notice=why"], "no critical finding"),
    (["--final", "--despite", "small.notice"], "why the risk is taken"),
  ])
  func whatCannotBeLeftOpenIsSaid(_ words: [String], _ says: String) throws {
    let place = try place()
    let run = try Program.run(["draft", "case.art28"] + words, in: place)
    #expect(run.code == 2 && run.complaint.contains(says), "\(run)")
  }

  // MARK: Proof

  @Test func threeAnswersInAnyFolder() throws {
    let place = try place()
    try publish(place, ["--to", "md,txt,html"]).expectSuccess()
    try Program.shell("mkdir far && cp case.art28 far/other.art28 && cp out/* far", in: place)
      .expectSuccess()
    try Program.run("answer", "far/other.art28", "--set", "text-1=Changed since", in: place)
      .expectSuccess()
    for name in ["agreement.md", "agreement.txt", "agreement.html"] {
      let run = try Program.run("verify", "far/other.art28", "far/\(name)", in: place)
      #expect(run.code == 0, "\(run)")
      #expect(run.said.contains("Is this the published file? Yes"), "\(run)")
      #expect(run.said.contains("the questionnaire? Yes: drafted again as of entry 3"), "\(run)")
      #expect(run.said.contains("made again here? Yes"), "\(run)")
    }
    let alone = try Program.run("verify", "far/other.art28", in: place)
    #expect(alone.code == 0 && alone.said.contains("drafted again"), "\(alone)")
  }

  @Test func oneByteMoreIsNoPublishedFile() throws {
    let place = try place()
    try publish(place).expectSuccess()
    try Program.shell("printf x >> out/agreement.md", in: place).expectSuccess()
    let run = try Program.run("verify", "case.art28", "out/agreement.md", in: place)
    #expect(run.code == 1, "\(run)")
    #expect(run.said.contains("No: its SHA-256 stands nowhere in the journal"), "\(run)")
    #expect(run.said.contains("has other bytes"), "\(run)")
  }

  @Test func anEditedTextIsNoPublishedFile() throws {
    let place = try place()
    try publish(place).expectSuccess()
    try Program.shell("sed -i 's/30 days/300 days/' out/agreement.md", in: place).expectSuccess()
    let run = try Program.run("verify", "case.art28", "out/agreement.md", in: place)
    #expect(run.code == 1 && run.said.contains("Is this the published file? No"), "\(run)")
  }

  @Test func anotherMatterDoesNotKnowTheFile() throws {
    let place = try place()
    try publish(place).expectSuccess()
    try Program.run("new", "other.art28", "--packs", "pack", in: place).expectSuccess()
    let run = try Program.run("verify", "other.art28", "out/agreement.md", in: place)
    #expect(run.code == 1, "\(run)")
    #expect(run.said.contains("no file of that name was published from this matter"), "\(run)")
  }

  /// A file for Word needs no program of others, so it is made again wherever art28 runs.
  @Test func aFileForWordIsMadeAgainAnywhere() throws {
    let place = try place()
    try publish(place, ["--to", "docx"]).expectSuccess()
    let manifest = try JSONReading(try place.text(of: "out/agreement.manifest.json"))
    #expect(manifest["files"].array.map { $0["converter"].string } == [""])
    let bare = try Program.run(
      "verify", "case.art28", "out/agreement.docx", in: place,
      environment: ["PATH": "/nowhere", "TZ": "Asia/Tokyo"])
    #expect(bare.code == 0 && bare.said.contains("it is the same byte for byte"), "\(bare)")
  }

  @Test(.enabled(if: OtherTools.pythonIsHere))
  func anotherVersionOfAToolIsSaidAndNoTampering() throws {
    let place = try place()
    try publish(place, ["--to", "pdf"]).expectSuccess()
    let same = try Program.run("verify", "case.art28", "out/agreement.pdf", in: place)
    #expect(same.code == 0 && same.said.contains("it is the same byte for byte"), "\(same)")
    try place.write("#!/bin/sh\necho 'typst 0.99.0'\n", to: "bin/typst")
    try Program.shell("chmod +x bin/typst", in: place).expectSuccess()
    let other = try Program.run(
      "verify", "case.art28", "out/agreement.pdf", in: place,
      environment: ["PATH": "\(place.file("bin")):/usr/bin:/bin"])
    #expect(other.code == 0, "\(other)")
    #expect(other.said.contains("Not tried: made with typst 0."), "\(other)")
    #expect(other.said.contains(", here 0.99.0."), "\(other)")
  }

  @Test func aPublishedCopyIsNotOverwritten() throws {
    let place = try place()
    try publish(place).expectSuccess()
    try Program.run("answer", "case.art28", "--set", "text-1=Other", in: place).expectSuccess()
    let second = try Program.run("draft", "case.art28", "--final", "--out", "out", in: place)
    #expect(second.code == 3 && second.complaint.contains("not overwritten"), "\(second)")
    let elsewhere = try Program.run("draft", "case.art28", "--final", "--out", "two", in: place)
    #expect(elsewhere.code == 0, "\(elsewhere)")
    // Both can still be proved.
    let run = try Program.run(
      "verify", "case.art28", "out/agreement.md", "two/agreement.md", in: place)
    #expect(run.code == 0, "\(run)")
  }

  // MARK: Signature

  @Test func aKeySignsAndItsPublicHalfProvesIt() throws {
    let place = try place()
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    try Program.run("key", "new", "you.key", in: place).expectSuccess()
    let attributes = try FileManager.default.attributesOfItem(atPath: place.file("me.key"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let twice = try Program.run("key", "new", "me.key", in: place)
    #expect(twice.code == 3 && twice.complaint.contains("never overwritten"), "\(twice)")

    let run = try publish(place, ["--sign", "me.key"])
    #expect(run.lines.last == "out/agreement.manifest.sig", "\(run)")
    let file = "out/agreement.md"
    let own = try Program.run("verify", "case.art28", file, "--key", "me.key.pub", in: place)
    #expect(own.code == 0 && own.said.contains("Is it signed? Yes"), "\(own)")
    let other = try Program.run("verify", "case.art28", file, "--key", "you.key.pub", in: place)
    #expect(other.code == 1 && other.said.contains("No: with another key"), "\(other)")
    let unasked = try Program.run("verify", "case.art28", file, in: place)
    #expect(unasked.code == 0 && unasked.said.contains("name the public key"), "\(unasked)")
  }

  @Test func aCopyWithoutASignatureIsNotProvedByAKey() throws {
    let place = try place()
    try publish(place).expectSuccess()
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    let run = try Program.run(
      "verify", "case.art28", "out/agreement.md", "--key", "me.key.pub", in: place)
    #expect(run.code == 1 && run.said.contains("No: it has no signature"), "\(run)")
  }

  /// Others can check it without this program.
  @Test(.enabled(if: OtherTools.isHere("openssl"))) func opensslChecksItToo() throws {
    let place = try place()
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    try publish(place, ["--sign", "me.key"]).expectSuccess()
    let signature = try JSONReading(try place.text(of: "out/agreement.manifest.sig"))
    let bytes = try #require(Data(base64Encoded: signature["signature"].string))
    try place.write([UInt8](bytes), to: "raw.sig")
    let check =
      "openssl pkeyutl -verify -pubin -inkey me.key.pub -rawin -in out/agreement.manifest.json "
      + "-sigfile raw.sig"
    let run = try Program.shell(check, in: place)
    #expect(run.code == 0, "\(run)")
    try Program.shell("sed -i 's/small/Small/' out/agreement.manifest.json", in: place)
      .expectSuccess()
    #expect(try Program.shell(check, in: place).code != 0)
  }

  @Test(arguments: [
    ("me.key.pub", "other half"), ("pack/pack.yaml", "no Ed25519 key"), ("none.key", "none.key"),
  ])
  func whatIsNoKeyIsSaid(_ key: String, _ says: String) throws {
    let place = try place()
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    let run = try publish(place, ["--sign", key])
    #expect(run.code == 3 && run.complaint.contains(says), "\(run)")
    #expect(!place.exists("out"))
  }

  // MARK: Findings that stand

  /// A matter on which a critical and two major findings stand.
  private func risky() throws -> Place {
    let place = try Place()
    try SmallPack.write(to: place)
    try place.write(Self.checks, to: "pack/checks/small.yaml")
    try Program.run("new", "case.art28", "--packs", "pack", in: place).expectSuccess()
    try Program.run(SmallPack.answered("case.art28"), in: place).expectSuccess()
    try Program.run("answer", "case.art28", "--set", "notice=5 day", in: place).expectSuccess()
    return place
  }

  private static let checks = [
    ("small.notice", "critical", "notice >= 14 day", "notice: 14 day", "notice: 5 day", "notice"),
    ("small.red", "major", "colour is not red", "colour: grey", "colour: red", "colour"),
    ("small.grey", "major", "colour is grey", "colour: grey", "colour: red", "colour"),
  ].map { id, severity, pass, good, bad, question in
    """
    - id: \(id)
      severity: \(severity)
      kind: LAW
      authority: [gdpr-28-3]
      pass: \(pass)
      finding: What \(id) wants is not there.
      consequence: Somebody may object.
      remedy: Agree on something else.
      examples:
        pass:
          - {set: {\(good)}}
        fail:
          - {set: {\(bad)}}
        notAssessed:
          - {unknown: [\(question)]}

    """
  }.joined()

  @Test func aCriticalFindingBarsItUntilItIsAcceptedByName() throws {
    let place = try risky()
    let barred = try Program.run("draft", "case.art28", "--final", "--out", "out", in: place)
    #expect(barred.code == 1 && barred.said.isEmpty, "\(barred)")
    #expect(
      barred.complaint.contains("Critical finding small.notice: What small.notice wants"),
      "\(barred)")
    #expect(barred.complaint.contains("--despite small.notice="), "\(barred)")
    #expect(!barred.complaint.contains("small.red"), "\(barred)")
    #expect(!place.exists("out"))

    let run = try Program.run(
      "draft", "case.art28", "--final", "--out", "out", "--despite",
      "small.notice=The client knows it", "--by", "Dr. Weiß", in: place)
    #expect(run.code == 0, "\(run)")
    let over =
      "Published over 1 critical finding: small.notice, reason: The client knows it (Dr. Weiß)."
    #expect(run.complaint.contains(over), "\(run)")
    #expect(run.complaint.contains("2 major findings stand; art28 report says which."), "\(run)")
    let manifest = try JSONReading(try place.text(of: "out/agreement.manifest.json"))
    let finding = try #require(manifest["findings"].array.first)
    #expect(finding["reason"].string == "The client knows it")
    #expect(finding["by"].string == "Dr. Weiß")
    let log = try Program.run("log", "case.art28", in: place)
    #expect(log.said.contains("A final copy was published. Published over 1 critical"), "\(log)")
    for words in [["verify", "case.art28"], ["verify", "case.art28", "out/agreement.md"]] {
      let verified = try Program.run(words, in: place)
      #expect(verified.code == 0 && verified.said.contains(over), "\(verified)")
      #expect(verified.said.contains("2 major findings"), "\(verified)")
    }
    // It stays accepted.
    try Program.run("draft", "case.art28", "--final", "--out", "two", in: place).expectSuccess()
  }

  @Test func whatWasAcceptedBeforeCounts() throws {
    let place = try risky()
    for status in ["in-progress", "done"] {
      try Program.run(
        "follow", "case.art28", "small.notice", "--status", status, "--reason", "later", in: place
      ).expectSuccess()
      let run = try Program.run("draft", "case.art28", "--final", "--out", "out", in: place)
      #expect(run.code == 1, "\(status): \(run)")
    }
    try Program.run(
      "follow", "case.art28", "small.notice", "--status", "accepted", "--reason", "insured", "--by",
      "Ana", in: place
    ).expectSuccess()
    let run = try Program.run("draft", "case.art28", "--final", "--out", "out", in: place)
    #expect(run.code == 0 && run.complaint.contains("reason: insured (Ana)"), "\(run)")
  }

  /// A reason is kept only when the copy is published.
  @Test func aReasonIsNotKeptWhileSomethingElseBarsIt() throws {
    let place = try risky()
    try Program.run("answer", "case.art28", "--set", "text-1=?open", in: place).expectSuccess()
    let run = try Program.run(
      "draft", "case.art28", "--final", "--out", "out", "--despite", "small.notice=known",
      in: place)
    #expect(run.code == 1 && run.complaint.contains("1 thing stands in the way"), "\(run)")
    let followed = try Program.run("follow", "case.art28", "small.notice", in: place)
    #expect(followed.said.contains("open") && !followed.said.contains("accepted"), "\(followed)")
  }
}
