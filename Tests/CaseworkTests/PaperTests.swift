import Casework
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Papers
import TestSupport
import Testing

/// Papers of a matter: they come in, words of them are quoted and found again, a newer version opens what
/// has changed, and what would close the findings goes into their own file.
struct PaperTests {
  private let office: Office

  init() throws { office = try Office() }

  /// A self-test of an existing paper, with the shipped questionnaire.
  private func review(_ name: String = "review") throws -> MatterSession {
    let packs = PackStore(folder: "\(TestPacks.root)/Questionnaires/ai-dpa", at: office.place)
    let session = try MatterSession.create(
      office.file("\(name).art28"), journey: TestPacks.real.journeys.last?.id ?? "", by: "Änne",
      packs: packs, at: office.place)
    try session.answer(["paper-kind": "existing"])
    return session
  }

  private let first = """
    # Terms

    ## 4. Subprocessors

    4.1 Customer authorises Vendor to engage Subprocessors named on its website.

    4.2 Customer may object to a new Subprocessor within ten (10) days after the notice.

    ## 9. Deletion

    9.1 Vendor deletes all Personal Data within thirty days after the end of the Agreement.
    """

  @Test func aPaperComesInOnceWithItsWordsAndIsThereAgain() async throws {
    let session = try review()
    let path = try office.write(first, to: "terms.md")
    let added = try await session.addPaper(path)
    #expect(added.kept.rank == .agreement)
    #expect(added.paper.passages.contains { $0.citation == "4.2" })
    let again = await #expect(throws: Outcome.self) { try await session.addPaper(path) }
    #expect(again?.lines.first?.contains("is in the matter already") == true)
    session.file.close()
    // The file is not needed any more.
    try office.write("", to: "terms.md")
    let reopened = try office.open("review")
    defer { reopened.file.close() }
    let shelf = try PaperShelf(of: reopened)
    #expect(shelf.items.map(\.paper) == [added.paper] && shelf.faults.isEmpty)
    let other = try await reopened.addPaper(try office.write("# List\n\nAcme Ltd.", to: "b.md"))
    #expect(other.kept.rank == .mainTerms)
    #expect(try PaperShelf(of: reopened).item(named: "main-terms").kept.name == "b.md")
  }

  @Test func wordsAreQuotedAsThePaperHasThemOrNotAtAll() async throws {
    let session = try review()
    defer { session.file.close() }
    _ = try await session.addPaper(try office.write(first, to: "terms.md"))
    let quoting = Quoting(session, try PaperShelf(of: session))
    let taken = try quoting.take("within TEN (10)  days", for: "duties[D-3]", from: nil)
    #expect(taken.words == "within ten (10) days" && taken.place == "section 4.2")
    try session.append(taken.changes)
    #expect(
      session.file.sheet[AnswerKey("duties.quote", row: "D-3")]
        == .value(.text("within ten (10) days")))
    let checked = try Quoting(session, PaperShelf(of: session)).check()
    #expect(checked.map(\.stands) == ["terms.md, section 4.2"])
    let refused = try outcome { try quoting.take("within 10 weeks", for: "duties[D-3]", from: nil) }
    #expect(refused?.kind == .found)
    let nowhere = try outcome { try quoting.take("ten", for: "duties[X-9]", from: nil) }
    #expect(nowhere?.kind == .usage)
    try session.answer(["duties[D-2].wording": "vague", "duties[D-2].quote": "never said"])
    let again = try Quoting(session, PaperShelf(of: session)).check()
    #expect(again.first { $0.row == "duties[D-2]" }?.stands == .some(nil))
  }

  @Test func whatMayHoldADutyIsFoundAndNothingIsGraded() async throws {
    let session = try review()
    defer { session.file.close() }
    _ = try await session.addPaper(try office.write(first, to: "terms.md"))
    let before = session.file.sheet
    let finder = PaperFinder(try PaperShelf(of: session), session.pack)
    let found = try #require(try finder.findings(for: "duties[D-3]"))
    #expect(!found.isWeak)
    let best = try #require(found.hits.first)
    #expect(finder.shelf.items[0].paper.passages[best.found.position].citation == "4.2")
    let figures = try #require(try finder.findings(for: "figures[objection]")?.hits.first)
    #expect(figures.figures.first?.hasPrefix("10 day") == true)
    #expect(try #require(try finder.findings(for: "duties[F-4]")).isWeak)
    #expect(session.file.sheet == before)
  }

  @Test func aNewVersionOpensWhatHasChangedAndNothingElse() async throws {
    let session = try review()
    defer { session.file.close() }
    let old = try await session.addPaper(try office.write(first, to: "terms.md"))
    for (row, words) in [
      ("D-1", "named on its website"), ("D-3", "within ten (10) days after the notice"),
      ("G-1", "within thirty days after the end"),
    ] {
      try session.answer(["duties[\(row)].wording": "present"])
      try session.append(
        Quoting(session, PaperShelf(of: session)).take(words, for: "duties[\(row)]", from: nil)
          .changes)
    }
    let second = first.replacing("ten (10) days", with: "five (5) days")
      .replacing("## 9. Deletion\n\n9.1", with: "## 11. Deletion\n\n11.1")
    let new = try await session.addPaper(
      try office.write(second, to: "terms-2.md"), replacing: old.kept)
    let version = try #require(new.version)
    #expect(version.reopened.map(\.row) == ["duties[D-3]"])
    #expect(version.reopened.first?.why.contains("five (5) days") == true)
    #expect(version.standing == 2)
    let sheet = session.file.sheet
    #expect(sheet[AnswerKey("duties.wording", row: "D-3")] == nil)
    #expect(
      sheet[AnswerKey("duties.wording", row: "G-1")] == .value(.choice(.code("present"))))
    #expect(
      sheet[AnswerKey("duties.found-at", row: "G-1")] == .value(.text("section 11.1")))
    #expect(sheet.papers.map(\.name) == ["terms-2.md"])
    let listing = try VersionListing(of: session, paper: nil).lines
    #expect(listing.count == 2)
    #expect(listing[1].contains("section 4.2") && listing[1].contains("{+five"))
    // One undo brings the older version back, with every grade.
    try session.undo()
    #expect(
      session.file.sheet[AnswerKey("duties.wording", row: "D-3")]
        == .value(.choice(.code("present"))))
    #expect(session.file.sheet.papers.map(\.name) == ["terms.md"])
  }

  @Test func theChangesGoIntoTheirOwnFile() async throws {
    let session = try review()
    defer { session.file.close() }
    let added = try await session.addPaper(
      "\(TestPacks.root)/Tests/Fixtures/papers/libreoffice.docx")
    let passage = try #require(
      added.paper.passages.first { $0.kind == .text && $0.text.split(separator: " ").count > 6 })
    let words = passage.text.split(separator: " ").prefix(5).joined(separator: " ")
    try session.answer(["duties[D-3].wording": "vague", "duties[D-3].flaw": "softened"])
    try session.append(
      Quoting(session, PaperShelf(of: session)).take(words, for: "duties[D-3]", from: nil).changes)
    let evaluation = session.evaluation
    let findings = examine(evaluation, asOf: office.place.today)
    let entries = ReportData(evaluation, findings, DraftSettings()).findings
    let result = try VendorRedline(of: session, entries, paper: nil).write(
      to: office.file("out"), author: "Änne", stamp: "2026-11-30T09:30:00Z", Output(of: session))
    #expect(result.inserted + result.commented > 0)
    let changed = try await PaperFile.read(
      try office.bytes(of: "out/libreoffice with changes.docx"), name: "x.docx")
    #expect(changed.passages.contains { $0.read.isProposed })
    #expect(changed.comments.contains { $0.author == "Änne" })
    // Every word that stood there stands there.
    let texts = Set(changed.passages.map(\.text))
    #expect(added.paper.passages.allSatisfy { texts.contains($0.text) })

    let text = try review("text")
    defer { text.file.close() }
    _ = try await text.addPaper(try office.write(first, to: "terms.md"))
    let refused = try outcome { try VendorRedline(of: text, entries, paper: nil) }
    #expect(refused?.lines.first?.contains("is no Word document") == true)
  }

  @Test func twoPeoplesGradesAreCompared() throws {
    let one = try review("one")
    defer { one.file.close() }
    let other = try review("other")
    defer { other.file.close() }
    try one.answer([
      "duties[A-1].wording": "present", "duties[A-2].wording": "vague",
      "duties[D-1].wording": "missing",
    ])
    try other.answer(["duties[A-1].wording": "present", "duties[A-2].wording": "missing"])
    let readings = try Readings(one, other)
    #expect(readings.result.agreements.map(\.row) == ["duties[A-1]"])
    #expect(readings.result.differences.map(\.row) == ["duties[A-2]"])
    // Until both have read a row, nobody is shown the other's grades.
    #expect(readings.lines.last == "  duties[D-1]")
    #expect(!readings.lines.contains { $0.contains("vague") })
    #expect(
      try outcome { try readings.settling("duties[A-2]=second", because: "") }?.kind == .found)
  }

  @Test func aSecondReaderHasAMatterWithoutAGradeOfTheFirst() async throws {
    let one = try review("one")
    defer { one.file.close() }
    _ = try await one.addPaper(try office.write(first, to: "terms.md"))
    try one.answer([
      "paper.title": "Terms of Hohgant", "duties[A-2].wording": "vague",
      "duties[A-2].flaw": "softened", "duties[A-2].quote": "commercially reasonable efforts",
    ])
    let blind = try one.blindCopy(to: office.file("blind.art28"))
    defer { blind.file.close() }
    #expect(blind.file.sheet.papers.map(\.sha256) == one.file.sheet.papers.map(\.sha256))
    #expect(blind.file.sheet[AnswerKey("paper.title")] == .value(.text("Terms of Hohgant")))
    #expect(!blind.file.sheet.answers.keys.contains { $0.linkId.hasPrefix("duties") })
    #expect(try PaperShelf(of: blind).items.count == 1)
    // Not in the bytes of the file either.
    let bytes = try office.bytes(of: "blind.art28")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("commercially reasonable efforts"))
  }

  @Test func aDifferenceIsSettledByAnEntryThatSaysWhoseReadingWasTakenAndWhy() throws {
    let one = try review("one")
    defer { one.file.close() }
    let other = try review("other")
    defer { other.file.close() }
    try one.answer(["duties[A-1].wording": "present", "duties[A-2].wording": "vague"])
    try other.answer([
      "duties[A-1].wording": "vague", "duties[A-1].flaw": "softened",
      "duties[A-1].quote": "may decline", "duties[A-2].wording": "missing",
    ])
    func settle(_ choice: String) throws {
      let settled = try Readings(one, other).settling(choice, because: "Page 3 leaves room.")
      _ = try one.append(settled.changes, why: settled.why)
    }
    let kappa = try Readings(one, other).result.kappa
    try settle("duties[A-1]=second")
    #expect(
      one.file.sheet[AnswerKey("duties.wording", row: "A-1")] == .value(.choice(.code("vague"))))
    #expect(one.file.sheet[AnswerKey("duties.quote", row: "A-1")] == .value(.text("may decline")))
    let why = try #require(try one.file.entries().last?.why)
    #expect(why.contains("(vague) was taken, not that of") && why.contains("Page 3 leaves room."))
    try settle("duties[A-2]=elsewhere")
    #expect(
      one.file.sheet[AnswerKey("duties.wording", row: "A-2")] == .value(.choice(.code("elsewhere")))
    )
    // What is settled is no difference any more, and the measure stays that of the two readings.
    let after = try Readings(one, other)
    #expect(after.readings.open.isEmpty && after.readings.settled == 2)
    #expect(after.result.kappa == kappa)
    #expect(try outcome { try after.settling("duties[A-1]=best", because: "") }?.kind == .usage)
  }
}
