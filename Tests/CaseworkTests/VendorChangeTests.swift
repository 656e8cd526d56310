import Casework
import Compression
import Drafting
import Findings
import Foundation
import Interview
import Matters
import PackModel
import Papers
import TestSupport
import Testing

/// The least change to another's words: each rule by its examples, and the three papers of the examples with
/// every change in them, read anew.
@Suite("The least change to a paper's own words")
struct VendorChangeTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test("each rule of the pack does what its examples say")
  func rulesAreProved() throws {
    let changes = try #require(TestPacks.real.changes.first)
    #expect(changes.rules.count > 30 && changes.figures.count == 3)
    #expect(RuleProof.faults(TestPacks.real).isEmpty)
  }

  // MARK: Papers

  private static let papers = [
    ("review-37signals-2023", "37signals-2023.txt"), ("review-bonterms-1-0", "bonterms-1-0.txt"),
    ("review-common-paper-1-0", "common-paper-1-0.txt"),
  ]

  /// A Word file with a paragraph for each passage, its number typed, and runs cut anywhere.
  private func docx(_ paper: Paper, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
    var body = ""
    for passage in paper.passages {
      let number = passage.number.map { "\($0) " } ?? ""
      var rest = Substring(number + passage.text)
      body += "<w:p>"
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 5...60, using: &random))
        rest = rest.dropFirst(piece.count)
        let letters = Bool.random(using: &random) ? "<w:rPr><w:b/></w:rPr>" : ""
        body += "<w:r>\(letters)<w:t xml:space=\"preserve\">\(escaped(String(piece)))</w:t></w:r>"
      }
      body += "</w:p>"
    }
    var archive = ZipArchive()
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    archive.put(
      "[Content_Types].xml",
      "<Types xmlns=\"\(types)\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    )
    archive.put(
      "_rels/.rels",
      "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    )
    archive.put(
      "word/document.xml",
      "<w:document xmlns:w=\"\(word)\"><w:body>\(body)</w:body></w:document>")
    return archive.bytes()
  }

  /// An example's answers in a matter, with its paper as a Word file on the shelf.
  private func reviewed(_ id: String, _ file: String) async throws -> MatterSession {
    let packs = PackStore(folder: "\(TestPacks.root)/Questionnaires/ai-dpa", at: office.place)
    let session = try MatterSession.create(
      office.file("\(id).art28"), journey: "self-test", by: "Änne", packs: packs, at: office.place)
    let example = try #require(session.pack.examples.first { $0.id == id })
    _ = try session.take(example.assignments)
    let text = try Data(
      contentsOf: URL(filePath: "\(TestPacks.root)/Tests/PapersTests/Papers/\(file)"))
    let paper = try await PaperFile.read(Array(text), name: file)
    let path = office.file("\(id).docx")
    try Data(docx(paper, seed: 28)).write(to: URL(filePath: path))
    _ = try await session.addPaper(path)
    return session
  }

  private func entries(_ session: MatterSession) -> [FindingEntry] {
    ReportData(
      session.evaluation, examine(session.evaluation, asOf: office.place.today), DraftSettings()
    ).findings
  }

  private func quotations(_ session: MatterSession) -> [(row: String, grade: String, words: String)]
  {
    ["duties", "clauses"].flatMap { table -> [(String, String, String)] in
      guard let number = session.pack.question(table),
        case .pack(let rows) = session.pack.questions[number].rows
      else { return [] }
      return rows.compactMap { row in
        guard
          case .value(.text(let words))? = session.file.sheet[
            AnswerKey("\(table).quote", row: row.code)],
          case .value(.choice(.code(let grade)))? = session.file.sheet[
            AnswerKey("\(table).wording", row: row.code)]
        else { return nil }
        return (row.code, grade, words)
      }
    }
  }

  @Test(
    "what is graded present keeps its words, and the flaws that are changed are gone",
    arguments: papers)
  func gradedAgain(id: String, file: String) async throws {
    let session = try await reviewed(id, file)
    defer { session.file.close() }
    try session.answer(["limits.breach": "48 hour", "limits.notice": "30 day"])
    let old = try PaperShelf(of: session).item(named: nil).paper
    let before = quotations(session)
    let missing = before.filter { QuotationCheck.places(of: $0.words, in: old).isEmpty }
    #expect(missing.isEmpty, "\(missing)")
    let result = try VendorRedline(of: session, entries(session), paper: nil).write(
      to: office.file("out"), author: "Änne", stamp: "2026-11-30T09:30:00Z", Output(of: session))
    #expect(result.changed >= 4)
    let new = try await PaperFile.read(
      try office.bytes(of: "out/\(id) with changes.docx"), name: "x.docx")
    let check = QuotationCheck(new)
    let carried = result.regraded.filter { $0.contains("with your limit") }.map {
      String($0.prefix { $0 != ":" })
    }
    for row in before where row.grade == "present" && !carried.contains(row.row) {
      #expect(!check.places(of: row.words).isEmpty, "\(row.row): \(row.words)")
    }
    let changed = result.regraded.filter { $0.contains("words as changed") }.map {
      String($0.prefix { $0 != ":" })
    }
    #expect(changed.count >= 3, "\(result.regraded)")
    // Every sentence that ended still ends, and no space or sign was left twice.
    for passage in new.passages where passage.read.isProposed {
      for broken in ["  ", " ,", " .", ",,", ", .", " ;"]
      where !old.passages.contains(where: { $0.text.contains(broken) }) {
        #expect(!passage.text.contains(broken), "\(passage.text)")
      }
    }
  }

  @Test("the changes of the common paper, word by word")
  func wordByWord() async throws {
    let session = try await reviewed("review-common-paper-1-0", "common-paper-1-0.txt")
    defer { session.file.close() }
    try session.answer(["limits.breach": "48 hour", "limits.notice": "30 day"])
    _ = try VendorRedline(of: session, entries(session), paper: nil).write(
      to: office.file("out"), author: "Änne", stamp: "2026-11-30T09:30:00Z", Output(of: session))
    let new = try await PaperFile.read(
      try office.bytes(of: "out/review-common-paper-1-0 with changes.docx"), name: "x.docx")
    let text = new.passages.map(\.text).joined(separator: "\n")
    for words in [
      "as documented in any other written instructions given by Customer about Processing Customer Personal Data",
      "unless required to do otherwise by Union or Member State law, of which it gives notice",
      "Provider will inform Customer at least 30 days in advance and in writing of any intended changes",
      "to the Approved Subprocessors to object. If Customer objects",
      "without undue delay but no later than 48 hours after becoming aware",
      "Provider will assist Customer in conducting any mandated data protection impact assessments",
      "If return or destruction is prohibited by Applicable Laws",
      "unless further storage of Customer Personal Data is required by Union or Member State law.",
      "it may also exercise its audit rights under this DPA",
      "none of which limits the liability for the acts and omissions of Subprocessors",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("deemed to accept"))
    #expect(!text.contains("Provider may restrict access to data"))
  }

  @Test("an amendment names the paragraph where its section has several")
  func namedPlaces() {
    let lone = PaperWordChanges.Change(
      place: "section 4.2", beginning: nil, kind: .deleted("reasonably"), rows: ["F-4"])
    #expect(lone.sentence == "In section 4.2, the word “reasonably” is deleted.")
    let one = PaperWordChanges.Change(
      place: "section 8", beginning: "Upon termination of", kind: .deleted("reasonably"), rows: [])
    #expect(
      one.sentence
        == "In section 8, in the paragraph that begins with “Upon termination of”, the word “reasonably” is deleted."
    )
    let unnumbered = PaperWordChanges.Change(
      place: nil, beginning: "Upon termination of", kind: .deleted("if feasible"), rows: [])
    #expect(
      unnumbered.sentence
        == "In the paragraph that begins with “Upon termination of”, the words “if feasible” are deleted."
    )
  }

  @Test("words that a duty graded present rests on are left alone")
  func presentIsLeftAlone() async throws {
    let session = try await reviewed("review-common-paper-1-0", "common-paper-1-0.txt")
    defer { session.file.close() }
    try session.answer([
      "duties[D-1].quote":
        "Customer has 30 days after notice of a change to the Approved Subprocessors to object, otherwise Customer will be deemed to accept the changes"
    ])
    let result = try VendorRedline(of: session, entries(session), paper: nil).write(
      to: office.file("out"), author: "Änne", stamp: "2026-11-30T09:30:00Z", Output(of: session))
    #expect(result.remarks.contains { $0.hasPrefix("D-3") && $0.contains("D-1, graded present") })
    let new = try await PaperFile.read(
      try office.bytes(of: "out/review-common-paper-1-0 with changes.docx"), name: "x.docx")
    #expect(new.passages.contains { $0.text.contains("deemed to accept the changes") })
  }

  @Test("what a paper calls our terms is shown, said and taken back")
  func terms() async throws {
    let session = try await reviewed("review-common-paper-1-0", "common-paper-1-0.txt")
    defer { session.file.close() }
    let terms = try PaperTerms(of: session, paper: nil)
    let sub = try #require(terms.lines.first { $0.ours == "Sub-processor" })
    #expect(sub.theirs == "Subprocessor" && !sub.isChosen)
    let processor = try #require(terms.lines.first { $0.ours == "Processor" })
    #expect(processor.theirs == "Processor" && !processor.isChosen)
    let before = try VendorRedline(of: session, entries(session), paper: nil).write(
      to: office.file("before"), author: "Änne", stamp: "2026-11-30T09:30:00Z", Output(of: session))
    #expect(before.remarks.contains { $0.contains("Processor") && $0.contains("paper terms") })
    try session.append(try terms.changes([("Processor", "Provider")]))
    let again = try PaperTerms(of: session, paper: nil)
    #expect(again.lines.first { $0.ours == "Processor" }?.theirs == "Provider")
    _ = try VendorRedline(of: session, entries(session), paper: nil).write(
      to: office.file("out"), author: "Änne", stamp: "2026-11-30T09:30:00Z", Output(of: session))
    let new = try await PaperFile.read(
      try office.bytes(of: "out/review-common-paper-1-0 with changes.docx"), name: "x.docx")
    let put = new.passages.filter(\.read.isProposed).map(\.text).joined(separator: "\n")
    #expect(put.contains("Provider shall") && !put.contains("the Processor shall"))
    let unknown = try outcome { try terms.changes([("Nonsense", "x")]) }
    #expect(unknown?.kind == .usage)
    try session.undo()
    #expect(try PaperTerms(of: session, paper: nil).lines.allSatisfy { !$0.isChosen })
  }
}
