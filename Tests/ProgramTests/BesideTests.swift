import Interview
import TestSupport
import Testing

/// What a stranger can do to a matter without touching an entry, and to the whole of it.
@Suite struct BesideTests {
  private let place: Place

  init() throws {
    place = try Place()
    try SmallPack.make("case.art28", in: place)
    try Program.run(SmallPack.answered("case.art28"), in: place).expectSuccess()
    try Program.run("draft", "case.art28", "--final", "--out", "out", in: place).expectSuccess()
  }

  private var matter: String { place.file("case.art28") }

  private func verify(_ words: String...) throws -> Program {
    try Program.run(["verify", "case.art28"] + words, in: place)
  }

  private func expectFault(_ words: String, _ location: SourceLocation = #_sourceLocation) throws {
    let run = try verify()
    #expect(run.code == 1, "\(run)", sourceLocation: location)
    #expect(run.said.contains(words), "\(run)", sourceLocation: location)
    // Nobody takes it for damage of the journal.
    #expect(run.said.contains("The journal is whole"), "\(run)", sourceLocation: location)
  }

  @Test("a whole matter is said to be whole, and where trust in it begins")
  func whole() throws {
    let run = try verify()
    #expect(run.code == 0, "\(run)")
    #expect(run.said.contains("Yes: each enclosed file, and the names that lists show."))
    #expect(run.said.contains("Nowhere outside this file"), "\(run)")
  }

  @Test("a paper or a questionnaire that no entry names is told of")
  func planted() throws {
    try RawJournal.plant("A letter that never came.", as: "letter.txt", in: matter)
    try expectFault("“letter.txt” lies in the matter, and no entry names it")
    try RawJournal.change(matter, "DELETE FROM blob WHERE title = CAST('letter.txt' AS BLOB)")
    let whole = try verify()
    #expect(whole.code == 0, "\(whole)")
    // A second questionnaire, whole by itself.
    try SmallPack.write(to: place)
    try place.write(
      try place.text(of: "pack/pack.yaml").replacing("small agreement", with: "other agreement"),
      to: "pack/pack.yaml")
    try Program.run("new", "other.art28", "--packs", "pack", in: place).expectSuccess()
    try RawJournal.change(
      matter,
      "ATTACH '\(place.file("other.art28"))' AS other; "
        + "INSERT INTO blob SELECT * FROM other.blob WHERE kind = 'pack'")
    try expectFault("a questionnaire lies in the matter that no entry names")
  }

  @Test("a manifest under another name is told of")
  func renamed() throws {
    try RawJournal.change(
      matter, "UPDATE blob SET title = CAST('annex.json' AS BLOB) WHERE kind = 'paper'")
    try expectFault("“agreement.manifest.json” lies in the matter under another name, “annex.json”")
  }

  @Test("a paper under review that is gone is told of")
  func removed() throws {
    try place.write("# Their paper\n\n1. Notice is 10 days.\n", to: "dpa.md")
    try Program.run("paper", "add", "case.art28", "dpa.md", in: place).expectSuccess()
    let whole = try verify()
    #expect(whole.code == 0, "\(whole)")
    try RawJournal.change(matter, "DELETE FROM blob WHERE title = CAST('dpa.md' AS BLOB)")
    try expectFault("“dpa.md” was added, and the matter does not hold it")
  }

  @Test("a title that lists show and the journal never had is told of; an old count is not")
  func lists() throws {
    try RawJournal.summary(["answered": "1", "open": "70"], of: matter)
    let counts = try verify()
    #expect(counts.code == 0, "\(counts)")
    try RawJournal.summary(["title": "Another client"], of: matter)
    try expectFault("lists show the title “Another client”, which the journal never had")
    try RawJournal.summary(["title": "case", "controller": "Somebody Ltd"], of: matter)
    try expectFault("lists show “Somebody Ltd” as a party, which no entry ever said")
  }

  @Test("text that somebody put into a field is said to be proved by nothing")
  func fields() throws {
    try RawJournal.change(
      matter,
      "INSERT INTO field (person, question, row, text) VALUES "
        + "('Eve', 'text-1', '', CAST('never typed' AS BLOB))")
    let run = try verify()
    #expect(run.code == 0 && run.said.contains("Half-typed fields (1 of Eve)"), "\(run)")
    #expect(run.said.contains("nothing proves them"), "\(run)")
  }

  /// The table of what stands is a copy: a forged one is found, and nobody reads it.
  @Test("an answer that only the table of current answers has is told of")
  func state() throws {
    try RawJournal.change(
      matter, "UPDATE state SET value = CAST(replace(value, 'Words 1', 'Forged') AS BLOB)")
    let run = try verify()
    #expect(run.code == 1 && run.complaint.contains("differs from the journal"), "\(run)")
    let shown = try Program.run("show", "case.art28", in: place)
    #expect(!shown.said.contains("Forged"), "\(shown)")
  }

  // MARK: The whole of it

  /// The full head that verify prints.
  private func head() throws -> String {
    let line = try #require(try verify().lines.first { $0.contains("to be kept elsewhere: ") })
    return String(line.suffix(64))
  }

  @Test("an older state of a matter is whole, and a head that somebody kept tells it")
  func rolledBack() throws {
    let old = try place.bytes(of: "case.art28")
    let oldHead = try head()
    try Program.run("answer", "case.art28", "--set", "text-1=New", in: place).expectSuccess()
    let newHead = try head()
    #expect(newHead != oldHead)
    let forward = try verify("--head", oldHead)
    #expect(forward.code == 0, "\(forward)")
    #expect(forward.said.contains("the head that you named is that of entry 3"), "\(forward)")
    #expect(forward.said.contains("What came later (entry 4) rests on this file alone"))
    try place.write(old, to: "case.art28")
    let unasked = try verify()
    #expect(unasked.code == 0, "\(unasked)")
    #expect(unasked.said.contains("So would an older copy of it."), "\(unasked)")
    let asked = try verify("--head", newHead)
    #expect(asked.code == 1 && asked.said.contains("No: the head that you named"), "\(asked)")
    let short = try verify("--head", String(newHead.prefix(12)))
    #expect(short.code == 2 && short.complaint.contains("at least the first 32"), "\(short)")
  }

  @Test("a journal that was written anew as a whole is told by a head, and by nothing in the file")
  func rewritten() throws {
    let kept = try head()
    var forgery = try Forgery(of: matter)
    let answers = forgery.entries[1]
    forgery.entries[1] = Entry(
      number: 2, when: answers.when, by: "Somebody else", why: nil, changes: answers.changes)
    forgery.entries.removeLast()
    forgery.papers = []
    try forgery.write(to: place.file("forged.art28"))
    let unasked = try Program.run("verify", "forged.art28", in: place)
    #expect(unasked.code == 0 && unasked.said.contains("write it anew as a whole"), "\(unasked)")
    let asked = try Program.run("verify", "forged.art28", "--head", kept, in: place)
    #expect(asked.code == 1 && asked.said.contains("This is another journal"), "\(asked)")
  }
}
