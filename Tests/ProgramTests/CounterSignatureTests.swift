import TestSupport
import Testing

/// The other side signs what it was sent, without the matter, and the matter keeps its signature.
@Suite struct CounterSignatureTests {
  private let place: Place

  /// A signed final copy, and the other side's folder with what it was sent.
  init() throws {
    place = try Place()
    try SmallPack.make("case.art28", in: place)
    try Program.run(SmallPack.answered("case.art28"), in: place).expectSuccess()
    for key in ["me.key", "you.key", "eve.key"] {
      try Program.run("key", "new", key, in: place).expectSuccess()
    }
    try Program.run(
      "draft", "case.art28", "--final", "--out", "out", "--sign", "me.key", in: place
    ).expectSuccess()
    try Program.shell("mkdir theirs && cp out/* theirs", in: place).expectSuccess()
  }

  private func run(_ words: String...) throws -> Program { try Program.run(words, in: place) }

  private func fingerprint(_ key: String) throws -> String {
    let made = try Program.shell(
      "openssl pkey -pubin -in \(key).pub -outform DER | tail -c 32 | sha256sum", in: place)
    return String(made.said.prefix(64))
  }

  /// The other side's signature over what it was sent.
  @discardableResult
  private func sign(_ key: String = "you.key") throws -> String {
    let signed = try run("sign", "theirs/agreement.manifest.json", "--key", key).expectSuccess()
    return try #require(signed.lines.first)
  }

  @Test func bothSignaturesAreNamedAndWhoVouchesForThem() throws {
    let signature = try sign()
    #expect(signature.hasPrefix("theirs/agreement.manifest.") && signature.hasSuffix(".sig"))
    let (mine, yours) = (try fingerprint("me.key"), try fingerprint("you.key"))
    let taken = try run("countersign", "case.art28", signature, "--key", yours)
    #expect(taken.code == 0 && taken.said.contains("countersigned with key \(yours)"), "\(taken)")

    let both = try run(
      "verify", "case.art28", "out/agreement.md", "--key", "me.key.pub", "--key", yours)
    #expect(both.code == 0, "\(both)")
    #expect(
      both.said.contains("Is it signed? Yes: with key \(mine) (which you named); "), "\(both)")
    #expect(both.said.contains("with key \(yours) (which you named)."), "\(both)")
    #expect(both.said.contains("key \(yours), which you named, signed “agreement”"), "\(both)")
    #expect(both.said.contains("So entries 1 to 2 are those of that time."), "\(both)")

    let one = try run("verify", "case.art28", "out/agreement.md", "--key", yours)
    #expect(one.code == 0 && one.said.contains("\(mine) (which you did not name)"), "\(one)")
    let none = try run("verify", "case.art28")
    #expect(none.code == 0 && none.said.contains("name the public key, or its fingerprint"))
    let eve = try run("verify", "case.art28", "--key", "eve.key.pub")
    #expect(eve.code == 1 && eve.said.contains("No: with another key"), "\(eve)")
    // The signature itself is a file of the matter.
    let file = try run("verify", "case.art28", signature)
    #expect(file.code == 0 && file.said.contains("a signature of the other side, of entry 4"))
  }

  @Test func whatIsSignedIsSaid() throws {
    let signed = try run("sign", "theirs/agreement.manifest.json", "--key", "you.key")
    let hash = try Program.shell("sha256sum theirs/agreement.md", in: place).said.prefix(64)
    #expect(signed.said.contains("agreement.md (SHA-256 \(hash))"), "\(signed)")
    let twice = try run("sign", "theirs/agreement.manifest.json", "--key", "you.key")
    #expect(twice.code == 3 && twice.complaint.contains("is there already"), "\(twice)")
    let other = try run("sign", "theirs/agreement.md", "--key", "you.key")
    #expect(other.code == 3 && other.complaint.contains("is no manifest"), "\(other)")
  }

  @Test func anotherTextAnotherKeyAndAnAlteredOneAreRefused() throws {
    // Another text.
    try Program.shell(
      "sed -i s/small/other/ theirs/agreement.manifest.json", in: place
    ).expectSuccess()
    let other = try run("countersign", "case.art28", try sign("eve.key"))
    #expect(other.code == 1 && other.complaint.contains("fits no manifest"), "\(other)")
    try Program.shell("cp out/agreement.manifest.json theirs", in: place).expectSuccess()
    // Another key than the reader vouches for.
    let signature = try sign()
    let key = try run("countersign", "case.art28", signature, "--key", "eve.key.pub")
    #expect(key.code == 1 && key.complaint.contains("another key than you named"), "\(key)")
    #expect(key.complaint.contains(try fingerprint("you.key")), "\(key)")
    // Altered.
    let text = try place.text(of: signature)
    try place.write(text.replacing("\"signature\":\"", with: "\"signature\":\"AAAA"), to: "cut.sig")
    let cut = try run("countersign", "case.art28", "cut.sig")
    #expect(cut.code == 3 && cut.complaint.contains("is no signature"), "\(cut)")
    // The publisher's own is none of the other side.
    let own = try run("countersign", "case.art28", "out/agreement.manifest.sig")
    #expect(own.code == 1 && own.complaint.contains("carries itself"), "\(own)")
    // Nothing of it came in; the true one does, once.
    try run("countersign", "case.art28", signature).expectSuccess()
    let twice = try run("countersign", "case.art28", signature)
    #expect(twice.code == 1 && twice.complaint.contains("in the matter already"), "\(twice)")
    let log = try run("log", "case.art28")
    #expect(log.lines.count { $0.contains("was countersigned") } == 1, "\(log)")
  }

  /// Somebody writes the journal anew, with a signature of another text under the publication's name.
  @Test func aSignatureOfAnotherTextThatLiesInTheMatterIsTold() throws {
    try Program.shell(
      "sed -i s/small/other/ theirs/agreement.manifest.json", in: place
    ).expectSuccess()
    let signature = try place.bytes(of: try sign())
    let name = try #require(
      try place.names(in: "theirs").first { $0.hasSuffix(".sig") && $0.count > 30 })
    var forgery = try Forgery(of: place.file("case.art28"))
    forgery.attach(name, signature)
    try forgery.write(to: place.file("forged.art28"))
    let run = try run("verify", "forged.art28")
    #expect(run.code == 1 && run.said.contains("fits no manifest"), "\(run)")
  }

  @Test func undoneItIsGone() throws {
    try run("countersign", "case.art28", try sign()).expectSuccess()
    try run("undo", "case.art28").expectSuccess()
    let verified = try run("verify", "case.art28", "--key", "you.key.pub")
    #expect(verified.code == 1 && verified.said.contains("No: with another key"), "\(verified)")
    #expect(try run("verify", "case.art28").code == 0)
  }

  @Test func aPartOfAFingerprintIsNotEnough() throws {
    let part = String(try fingerprint("me.key").prefix(16))
    let run = try run("verify", "case.art28", "--key", part)
    #expect(run.code == 2 && run.complaint.contains("no whole fingerprint"), "\(run)")
  }
}
