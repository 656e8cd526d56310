import Casework
import Foundation
import Interview
import Matters
import PackModel
import PlainText
import Publishing
import TestSupport
import Testing

/// Documents of a matter as files: the draft, the report and its plan, the amendment, and many
/// matters at once.
struct DocumentTests {
  private let office: Office

  init() throws { office = try Office() }

  private func lacking() throws -> MatterSession {
    let session = try office.matter()
    try session.answer([
      "auftraggeber": "Klinik", "auftragnehmer": "=Haus, \"AG\"", "frist": "5 day",
      "pruefung": "no",
    ])
    return session
  }

  private func writer(_ session: MatterSession, overwrites: Bool = false) throws -> DocumentWriter {
    try DocumentWriter(of: session, asOf: office.place.today, overwrites: overwrites)
  }

  // MARK: The draft

  @Test func theContractIsWrittenWithWhatWasAskedFor() async throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.answer(["auftraggeber": "Klinik"])
    let result = try await writer(session).writeDraft(
      as: [.md, .txt], to: office.file("out"), with: "vermerk,why")
    #expect(
      office.names(in: "out") == [
        "avv.md", "avv.txt", "avv.why.json", "vermerk.md", "vermerk.txt", "vermerk.why.json",
      ])
    #expect(result.failures.isEmpty && result.blanks > 0)
    #expect(result.remarks.contains { $0.contains("does not pass its own self-test yet") })
    let refused = try? await writer(session).writeDraft(
      as: [.md], to: office.file("no"), with: "brief")
    #expect(refused == nil && office.names(in: "no").isEmpty)
  }

  @Test func aMissingToolLosesNoOtherFormat() async throws {
    let session = try office.matter()
    defer { session.file.close() }
    let result = try await writer(session).writeDraft(
      as: [.pdf, .md], to: office.file("out"))
    #expect(office.names(in: "out") == ["avv.md"] && result.failures.count == 1)
  }

  @Test func whatSomebodyChangedStaysUntilTheyLetItGo() async throws {
    let session = try office.matter()
    defer { session.file.close() }
    let (out, path) = (office.file("out"), office.file("out/avv.md"))
    _ = try await writer(session).writeDraft(as: [.md], to: out)
    try session.answer(["auftraggeber": "Klinik"])
    // What art28 wrote itself makes way.
    #expect(try await writer(session).writeDraft(as: [.md], to: out).written == [path])
    try office.write("mine", to: "out/avv.md")
    let held = try await writer(session).writeDraft(as: [.md], to: out)
    #expect(held.written.isEmpty && held.held.map(\.obstacle) == [.changed])
    #expect(try office.text(of: "out/avv.md") == "mine")
    let replaced = try await writer(session, overwrites: true).writeDraft(as: [.md], to: out)
    #expect(replaced.written == [path])
  }

  // MARK: The report

  @Test func theReportAndItsPlanAreWrittenUnderItsOwnName() async throws {
    let session = try lacking()
    defer { session.file.close() }
    let report = GapReport(session, try writer(session))
    #expect(report.failed == 2 && report.open == 0 && report.missing == 0)
    let result = try await report.write(
      as: [.md], Set(GapReport.Extra.allCases), to: office.file("out"))
    #expect(
      office.names(in: "out") == [
        "action-plan.csv", "action-plan.ics", "pruefbericht.json", "pruefbericht.md",
      ])
    #expect(result.failures.isEmpty && result.blanks == 0)
    #expect(try office.text(of: "out/pruefbericht.json") == report.json.text)
  }

  @Test func theJSONKeepsItsSchema() throws {
    let session = try lacking()
    defer { session.file.close() }
    let report = GapReport(session, try writer(session))
    let schema = try SchemaCheck(TestPacks.text("Questionnaires/gap-report.schema.json"))
    #expect(try schema.faults(in: report.json.text) == [])
    // The check can fail.
    let broken = report.json.text.replacing("\"format\": 1", with: "\"format\": \"1\"")
    #expect(try schema.faults(in: broken) != [])
    let other = report.json.text.replacing("\"notLegalAdvice\"", with: "\"advice\"")
    #expect(try schema.faults(in: other).count == 2)
  }

  @Test func thePlanComputesNothingThatAPersonTyped() throws {
    let session = try lacking()
    defer { session.file.close() }
    var follow = FollowUp()
    follow.owner = "=1+1"
    follow.due = CalendarDate(iso: "2027-03-01")
    try session.keep(follow, on: "pruefung.fehlt")
    let plan = try GapReport(session, try writer(session)).plan()
    let rows = plan.csv.split(separator: "\r\n")
    // Worst first.
    #expect(rows.count == 3 && rows[1].hasPrefix("\"pruefung.fehlt\",\"critical\""))
    #expect(rows[1].contains("\"'=1+1\",\"2027-03-01\",\"open\""), "\(rows[1])")
    let lines = plan.calendar.split(separator: "\r\n")
    #expect(lines.contains("DTSTART;VALUE=DATE:20270301"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    // Of the journal alone.
    #expect(lines.count { $0 == "DTSTAMP:20261130T093000Z" } == 3)
  }

  /// Two matters of one second, and a copy of one, are different matters to a calendar.
  @Test func noTwoMattersShareAnEntryOfACalendar() throws {
    func ids(_ name: String) throws -> Set<Substring> {
      let session = try office.open(name)
      defer { session.file.close() }
      let calendar = try GapReport(session, try writer(session)).plan().calendar
      return Set(
        calendar.replacing("\r\n ", with: "").split(separator: "\r\n")
          .filter { $0.hasPrefix("UID:") })
    }
    for name in ["a", "b"] {
      let session = try office.matter(name)
      try session.answer(["pruefung": "no"])
      session.file.close()
    }
    try FileManager.default.copyItem(atPath: office.file("a.art28"), toPath: office.file("c.art28"))
    let (a, b, c) = try (ids("a"), ids("b"), ids("c"))
    #expect(!a.isEmpty && a.count == b.count && b.count == c.count)
    #expect(a.union(b).union(c).count == 3 * a.count)
    #expect(try ids("a") == a, "the same matter has the same ones")
  }

  @Test func theAmendmentHoldsWhatClosesAFinding() async throws {
    let session = try lacking()
    defer { session.file.close() }
    let (result, notClosed) = try await writer(session).writeAmendment(
      as: [.txt], to: office.file("out"), of: "fall.art28")
    #expect(result.written == [office.file("out/nachtrag.txt")] && notClosed == 0)
    #expect(try office.text(of: "out/nachtrag.txt").contains("Klinik darf vor Ort prüfen."))
    try session.answer(["pruefung": "yes", "frist": "30 day"])
    let writer = try writer(session)
    do {
      _ = try await writer.writeAmendment(as: [.txt], to: office.file("no"), of: "fall.art28")
      Issue.record("there is nothing to amend")
    } catch let outcome as Outcome {
      #expect(outcome.kind == .found && outcome.lines[0].hasPrefix("There is nothing to amend"))
    }
    #expect(office.names(in: "no").isEmpty)
  }

  // MARK: Many matters

  @Test func oneBrokenMatterDoesNotStopTheRest() async throws {
    for name in ["a", "b", "d"] {
      let session = try office.matter("m/\(name)")
      try session.answer(Office.whole)
      session.file.close()
    }
    try office.write("no matter", to: "m/c.art28")
    let batch = try Batch(folder: office.file("m"))
    #expect(batch.paths.map(MatterSession.title) == ["a", "b", "c", "d"])
    var steps: [Batch.Step] = []
    let place = office.place
    let (result, failures, failed) = await batch.run(tell: { steps.append($0) }) { path in
      let session = try MatterSession.read(path, at: place)
      defer { session.file.close() }
      return try await DocumentWriter(of: session, asOf: place.today).writeDraft(
        as: [.txt], to: MatterSession.documentFolder(of: path))
    }
    #expect(failed == 1 && failures.map(\.matters) == [["c"]], "\(failures)")
    #expect(failures.first?.line.hasPrefix("c: ") == true)
    #expect(result.written.map(Files.name) == ["avv.txt", "avv.txt", "avv.txt"])
    // In the order of the matters, whichever was done first.
    let told = steps.compactMap { if case .written(let paths) = $0 { paths } else { nil } }
    #expect(
      told.map { $0.map { Files.folder(of: $0) } } == [
        [office.file("m/a documents")], [office.file("m/b documents")], [],
        [office.file("m/d documents")],
      ])
    let none = try #require(try outcome { try Batch(folder: office.file("pack")) })
    #expect(none.kind == .file && none.lines[0].hasPrefix("There is no matter in “"))
  }

  // MARK: Sheets

  @Test func aSheetThatWasFilledInIsNotLost() throws {
    let session = try office.matter()
    defer { session.file.close() }
    let sheets = SheetFiles(of: session)
    #expect(try sheets.read() == nil)
    #expect(try sheets.write("first") == ("fall questions.txt", false))
    #expect(try sheets.write("second") == ("fall questions.txt", false))
    try office.write("filled in", to: "fall questions.txt")
    #expect(try sheets.write("third") == ("fall questions 2.txt", true))
    #expect(try office.text(of: "fall questions.txt") == "filled in")
    let came = try #require(try sheets.read())
    #expect(came.sheet.text == "filled in" && came.name == "fall questions.txt")
    #expect(came.sheet.remark == nil)
  }

  @Test func aSheetIsReadInWhateverEncodingItComesBack() throws {
    let text = "== a ==\nAnswer: Krämer & Söhne – “Zürich”, 5 €\n"
    func read(_ bytes: [UInt8]) throws -> ReturnedText {
      let path = try office.write("", to: "back.txt")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return try ReturnedText(path)
    }
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16, utf16,
    ] {
      let back = try read(bytes)
      #expect(back.text == text && back.remark == nil)
    }
    let western = text.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "–": 0x96
      case "“": 0x93
      case "”": 0x94
      case "€": 0x80
      default: UInt8(scalar.value)
      }
    }
    let back = try read(western)
    #expect(back.text == text)
    #expect(back.remark?.contains("Windows-1252") == true)
    #expect(throws: Outcome.self, "a byte that no letter has") { try read([0x41, 0x81, 0xFF]) }
    #expect(throws: Outcome.self, "an archive that is no form") {
      try read([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0])
    }
  }
}
