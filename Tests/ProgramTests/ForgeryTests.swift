import Interview
import Matters
import TestSupport
import Testing

/// Whoever can write a matter's journal anew makes no file a published one: the signed manifest says
/// what it was.
@Suite struct ForgeryTests {
  private static let document = "out/agreement.md"

  /// A signed final copy, and what its file is forged to.
  private struct Scene {
    let place: Place
    let hash: String
    let forgedHash: String
    var forgery: Forgery

    init(signed: Bool = true) throws {
      place = try Place()
      try SmallPack.make("case.art28", in: place)
      try Program.run(SmallPack.answered("case.art28"), in: place).expectSuccess()
      for key in ["me.key", "you.key"] {
        try Program.run("key", "new", key, in: place).expectSuccess()
      }
      try Program.run(
        ["draft", "case.art28", "--final", "--out", "out"] + (signed ? ["--sign", "me.key"] : []),
        in: place
      ).expectSuccess()
      forgery = try Forgery(of: place.file("case.art28"))
      let text = try place.text(of: document)
      hash = Fingerprint(of: Array(text.utf8)).hexadecimal
      let forged = text.replacing("30 days", with: "300 days")
      #expect(forged != text)
      try place.write(forged, to: "forged/agreement.md")
      forgedHash = Fingerprint(of: Array(forged.utf8)).hexadecimal
    }

    func verify(_ words: String...) throws -> Program {
      try forgery.write(to: place.file("forged.art28"))
      return try Program.run(["verify", "forged.art28"] + words, in: place)
    }
  }

  private static let questions = [
    "Is this the published file? ", "Does the text follow from the answers and the questionnaire? ",
    "Can the file be made again here? ", "Is it signed? ", "Has it a time stamp? ",
  ]

  /// Every question is answered, in one order, whatever the answer.
  private func expectEveryQuestion(_ run: Program, files: Int = 1) {
    for question in Self.questions {
      #expect(run.said.split(separator: "\n").count { $0.contains(question) } == files, "\(run)")
    }
  }

  @Test func aForgedFileDoesNotVerifyWithTheJournalChanged() throws {
    var scene = try Scene()
    scene.forgery.publish("agreement.md", scene.forgedHash)
    let run = try scene.verify("forged/agreement.md", "--key", "me.key.pub")
    #expect(run.code == 1, "\(run)")
    #expect(run.said.contains("The journal is whole"), "\(run)")
    #expect(run.said.contains("Is this the published file? No"), "\(run)")
    // Both are named.
    #expect(run.said.contains(scene.hash) && run.said.contains(scene.forgedHash), "\(run)")
    expectEveryQuestion(run)
  }

  @Test func withoutAFileTheJournalIsHeldAgainstTheManifestToo() throws {
    var scene = try Scene()
    scene.forgery.publish("agreement.md", scene.forgedHash)
    let run = try scene.verify()
    #expect(run.code == 1 && run.said.contains(scene.forgedHash), "\(run)")
    expectEveryQuestion(run)
  }

  @Test func aForgedManifestHasNoSignature() throws {
    var scene = try Scene()
    let (hash, forged) = (scene.hash, scene.forgedHash)
    scene.forgery.replace("agreement.manifest.json") { $0.replacing(hash, with: forged) }
    scene.forgery.publish("agreement.md", forged)
    for key in [["--key", "me.key.pub"], []] {
      try Program.shell("rm -f forged.art28*", in: scene.place).expectSuccess()
      try scene.forgery.write(to: scene.place.file("forged.art28"))
      let run = try Program.run(
        ["verify", "forged.art28", "forged/agreement.md"] + key, in: scene.place)
      #expect(run.code == 1, "\(run)")
      #expect(run.said.contains("Is it signed? No: the signature does not fit"), "\(run)")
      // The program can make the true one again, so this is told without any key.
      #expect(run.said.contains("made again here? No"), "\(run)")
      expectEveryQuestion(run)
    }
  }

  @Test func aForgedManifestWithAnotherKeyIsNotMine() throws {
    var scene = try Scene()
    let (hash, forged) = (scene.hash, scene.forgedHash)
    scene.forgery.replace("agreement.manifest.json") { $0.replacing(hash, with: forged) }
    scene.forgery.publish("agreement.md", forged)
    let manifest = try #require(
      scene.forgery.papers.first { $0.name == "agreement.manifest.json" })
    let key = try SigningKey(pem: try scene.place.bytes(of: "you.key"))
    let signature = try key.signature(over: manifest.bytes).file
    scene.forgery.replace("agreement.manifest.sig") { _ in
      String(decoding: signature, as: UTF8.self)
    }
    let run = try scene.verify("forged/agreement.md", "--key", "me.key.pub")
    #expect(run.code == 1 && run.said.contains("Is it signed? No: with another key"), "\(run)")
  }

  @Test func aSignatureThatWasTakenAwayIsMissedByWhoAsksForIt() throws {
    var scene = try Scene()
    scene.forgery.publish("agreement.manifest.sig", nil)
    let run = try scene.verify(Self.document, "--key", "me.key.pub")
    #expect(run.code == 1 && run.said.contains("Is it signed? No: it has no signature"), "\(run)")
    // Named in the journal and not there is no unsigned copy.
    scene = try Scene()
    scene.forgery.papers.removeAll { $0.name == "agreement.manifest.sig" }
    let missing = try scene.verify(Self.document)
    #expect(missing.code == 1 && missing.said.contains("Is it signed? No"), "\(missing)")
  }

  @Test func anUnsignedCopyIsSaidToBeUnsigned() throws {
    let scene = try Scene(signed: false)
    let run = try scene.verify(Self.document, "out/agreement.manifest.json")
    #expect(run.code == 0, "\(run)")
    #expect(run.said.contains("It is not signed; nobody's key was asked."), "\(run)")
    expectEveryQuestion(run, files: 2)
    let alone = try Program.run("verify", "forged.art28", in: scene.place)
    #expect(alone.code == 0, "\(alone)")
    expectEveryQuestion(alone)
  }

  @Test func everyQuestionIsAnsweredOfWhateverFile() throws {
    let scene = try Scene()
    try Program.run(
      "draft", "case.art28", "--with", "why", "--out", "why", in: scene.place
    ).expectSuccess()
    let run = try scene.verify(
      Self.document, "out/agreement.manifest.json", "out/agreement.manifest.sig",
      "why/agreement.why.json", "--key", "me.key.pub")
    #expect(run.code == 1, "\(run)")
    expectEveryQuestion(run, files: 4)
    #expect(run.said.contains("it is the manifest of entry"), "\(run)")
    #expect(run.said.contains("it is the signature of entry"), "\(run)")
  }

  @Test func aFileThatNoManifestNamesIsNotPublished() throws {
    var scene = try Scene()
    scene.forgery.publish("agreement-final.md", scene.forgedHash)
    let run = try scene.verify("forged/agreement.md")
    #expect(run.code == 1 && run.said.contains("no manifest of that entry names it"), "\(run)")
    expectEveryQuestion(run)
    #expect(try Program.run("verify", "forged.art28", in: scene.place).code == 1)

    scene = try Scene()
    scene.forgery.publish("agreement.manifest.json", nil)
    let none = try scene.verify(Self.document)
    #expect(none.code == 1 && none.said.contains("no manifest of that entry names it"), "\(none)")
    expectEveryQuestion(none)
  }

  @Test func aManifestThatTheMatterDoesNotHoldProvesNothing() throws {
    var scene = try Scene()
    scene.forgery.publish("agreement.manifest.json", scene.forgedHash)
    let run = try scene.verify(Self.document)
    #expect(run.code == 1, "\(run)")
    expectEveryQuestion(run)
    let alone = try Program.run("verify", "forged.art28", in: scene.place)
    #expect(alone.code == 1 && alone.said.contains("the matter does not hold it"), "\(alone)")
  }

  @Test(arguments: [
    ("\"name\":\"agreement.md\"", "\"name\":\"agreement.txt\""),
    ("\"format\":\"md\"", "\"format\":\"txt\""),
    ("\"document\":\"agreement\"", "\"document\":\"memo\""),
  ])
  func aManifestUnderAnotherNameOrFormatIsSaid(_ old: String, _ new: String) throws {
    var scene = try Scene(signed: false)
    scene.forgery.replace("agreement.manifest.json") { $0.replacing(old, with: new) }
    let run = try scene.verify(Self.document)
    #expect(run.code == 1 && run.said.contains("Is this the published file? No"), "\(run)")
    expectEveryQuestion(run)
  }

  /// A head that is signed and is none of this journal, or not the one before the publication.
  @Test(arguments: [("\"number\":2", "\"number\":99"), ("\"number\":2", "\"number\":1")])
  func aHeadOfAnotherJournalIsSaid(_ old: String, _ new: String) throws {
    var scene = try Scene(signed: false)
    scene.forgery.replace("agreement.manifest.json") {
      #expect($0.contains(old))
      return $0.replacing(old, with: new)
    }
    let run = try scene.verify(Self.document)
    #expect(run.code == 1, "\(run)")
    expectEveryQuestion(run)
  }

  @Test func otherAnswersUnderASignedManifestAreSeen() throws {
    var scene = try Scene()
    let answers = scene.forgery.entries[1]
    scene.forgery.entries[1] = Entry(
      number: 2, when: answers.when, by: "Somebody else", why: answers.why,
      changes: answers.changes)
    let run = try scene.verify(Self.document, "--key", "me.key.pub")
    #expect(
      run.code == 1 && run.said.contains("does not hold the answers that the manifest names"),
      "\(run)")
  }

  /// The older text, properly signed, put under the newer entry.
  @Test func anOldPublicationIsNotTheNewOne() throws {
    let scene = try Scene()
    let place = scene.place
    try Program.run("answer", "case.art28", "--set", "text-1=Other", in: place).expectSuccess()
    try Program.run(
      "draft", "case.art28", "--final", "--out", "two", "--sign", "me.key", in: place
    ).expectSuccess()
    // Each is what it is, and the older one is said to be older.
    let both = try Program.run(
      "verify", "case.art28", Self.document, "two/agreement.md", "--key", "me.key.pub", in: place)
    #expect(both.code == 0 && both.said.contains("another one was published later"), "\(both)")

    var forgery = try Forgery(of: place.file("case.art28"))
    forgery.publish("agreement.md", scene.hash)
    try forgery.write(to: place.file("forged.art28"))
    let hash = try Program.run("verify", "forged.art28", Self.document, in: place)
    #expect(hash.code == 1, "\(hash)")

    forgery = try Forgery(of: place.file("case.art28"))
    let first = try #require(forgery.entries.dropLast(2).last)
    forgery.changeLast { $0 = first.changes }
    try forgery.write(to: place.file("replayed.art28"))
    let replayed = try Program.run(
      "verify", "replayed.art28", "--key", "me.key.pub", in: place)
    #expect(replayed.code == 1, "\(replayed)")
  }

  @Test func whatWasTakenBackIsSaid() throws {
    let scene = try Scene()
    try Program.run("undo", "case.art28", in: scene.place).expectSuccess()
    let run = try Program.run("verify", "case.art28", Self.document, in: scene.place)
    #expect(run.code == 1 && run.said.contains("that was taken back"), "\(run)")
    expectEveryQuestion(run)
  }

  /// Other clauses under the same head: the questionnaire is that of its hash, or it is none.
  @Test func aReplacedQuestionnaireIsSeen() throws {
    var scene = try Scene(signed: false)
    scene.forgery.packs = scene.forgery.packs.map { pack in
      PackSources(
        hash: pack.hash,
        files: Dictionary(
          uniqueKeysWithValues: pack.files.map { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            return (file.name, Array(text.replacing("The colour is", with: "The color is").utf8))
          }))
    }
    let run = try scene.verify()
    #expect(run.code == 1 && run.complaint.contains("another questionnaire"), "\(run)")
    // Nor is it drafted from where it was never compiled before.
    let drafted = try Program.run(
      "draft", "forged.art28", in: scene.place,
      environment: ["XDG_CACHE_HOME": scene.place.file("cache")])
    #expect(drafted.code == 3 && drafted.complaint.contains("another questionnaire"), "\(drafted)")
  }
}
