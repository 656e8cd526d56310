import Compression
import Documents
import Foundation
import PackModel
import TestSupport
import Testing

@testable import Publishing

/// Redlines for Word: with all changes accepted they are the new text, with all rejected the old,
/// paragraph by paragraph, cell by cell, number by number, with no row or paragraph left over.
@Suite struct RedlineDocxTests {
  private static func archive(_ document: Document) async throws -> ZipArchive {
    var imprint = Tools.imprint
    imprint.revised = Imprint.Revised(by: "Änne & Söhne", when: "2026-11-20T08:30:00Z")
    let publication = try await Publisher(tools: Tools.paths, imprint: imprint)
      .publish(document, as: .docx)
    return try ZipArchive(publication.bytes)
  }

  /// Pairs in a row share a document, so that each is written once.
  private static func check(_ pack: Pack, seed: UInt64, pairs: Int) async throws {
    var agreements = RandomAgreements(pack, seed: seed)
    var old = try agreements.next()
    var oldReading = try WordReading(await archive(old))
    for pair in 0..<pairs {
      let new = try agreements.next()
      let newReading = try WordReading(await archive(new))
      let redline = try await archive(.redline(from: old, to: new))
      for (choice, wanted) in [(WordReading.Choice.accept, newReading), (.reject, oldReading)] {
        let found = try WordReading(redline, choice)
        #expect(found.faults.isEmpty, "\(seed).\(pair) \(choice): \(found.faults.prefix(5))")
        if found.paragraphs == wanted.paragraphs { continue }
        let difference = found.paragraphs.difference(from: wanted.paragraphs)
        let first = difference.prefix(6).map { "\($0)" }.joined(separator: "\n")
        Issue.record("\(seed).\(pair) \(choice), \(difference.count) differences:\n\(first)")
      }
      (old, oldReading) = (new, newReading)
    }
  }

  /// The reader sees what a careless writer would leave behind.
  @Test func aRowOrParagraphWithoutItsMarkWouldBeSeen() async throws {
    var agreements = RandomAgreements(TestPacks.real, seed: 7)
    // Another text altogether: rows and paragraphs of every kind go.
    let (old, new) = (try agreements.next(), Sample.document())
    let whole = try await Self.archive(.redline(from: old, to: new))
    let wanted = try WordReading(await Self.archive(new)).paragraphs
    let found = try WordReading(whole).paragraphs
    #expect(found == wanted, "\(found.difference(from: wanted).prefix(6))")
    let xml = try #require(whole.text(of: "word/document.xml"))
    for pattern in [
      /(<w:trPr><w:cantSplit\/>)<w:del [^>]*\/>/,
      /(<w:pPr><w:pStyle [^>]*>)<w:rPr><w:del [^>]*\/><\/w:rPr>/,
    ] {
      var broken = whole
      broken.put("word/document.xml", xml.replacing(pattern) { String($0.1) })
      #expect(broken.text(of: "word/document.xml") != xml)
      #expect(try WordReading(broken).paragraphs != wanted)
    }
  }

  /// What leads to wide pages goes along with them in either text: where blocks that went would stand
  /// between in the redline, where the wide pages are others, where they came, and where they went.
  @Test func theTurnToAWidePageIsWhereEachTextHasIt() async throws {
    var agreements = RandomAgreements(TestPacks.real, seed: 7)
    let (agreement, sample) = (try agreements.next(), Sample.document())
    func document(_ blocks: [Block]) -> Document {
      var document = sample
      document.blocks = [Sample.body([Run("Words.")])] + blocks + [Sample.body([Run("The end.")])]
      return document
    }
    func wide(_ name: String) -> Block {
      .landscape([.table(Table(header: [[Run(name)]], rows: [[[Run("Row of \(name)")]]]))])
    }
    let heading = Sample.section("4", "plan", "Action plan")
    let between = Sample.body([Run("Something between.")])
    let documents = [
      agreement, sample,
      document([heading, wide("One")]), document([heading, between, wide("One")]),
      document([heading, wide("Quite another thing")]), document([heading, between]),
      document([wide("One"), wide("Two")]), document([wide("Two")]), document([]),
    ]
    var written: [[WordReading.Paragraph]] = []
    for document in documents {
      written.append(try WordReading(await Self.archive(document)).paragraphs)
    }
    for (old, before) in zip(documents, written) {
      for (new, after) in zip(documents, written) {
        let redline = try await Self.archive(.redline(from: old, to: new))
        for (choice, wanted) in [(WordReading.Choice.accept, after), (.reject, before)] {
          let found = try WordReading(redline, choice).paragraphs
          #expect(found == wanted, "\(found.difference(from: wanted).prefix(6))")
        }
      }
    }
  }

  /// pandoc's own reader, which knows no marks of rows and leaves their paragraphs empty.
  @Test(.enabled(if: Tools.pandocIsHere), arguments: 0..<3)
  func pandocReadsTheSameWords(_ seed: UInt64) async throws {
    var agreements = RandomAgreements(TestPacks.real, seed: 50 + seed)
    let (old, new) = (try agreements.next(), try agreements.next())
    let redline = try await Self.archive(.redline(from: old, to: new)).bytes()
    for (choice, document) in [("accept", new), ("reject", old)] {
      let found = try await Self.words(redline, choice)
      let wanted = try await Self.words(try await Self.archive(document).bytes(), "accept")
      #expect(found == wanted, "\(found.difference(from: wanted).prefix(6))")
    }
  }

  /// The words that pandoc reads, without numbers: those it counts by itself, empty items included,
  /// and those that a field will show.
  private static func words(_ docx: [UInt8], _ choice: String) async throws -> [Substring] {
    let path = "\(NSTemporaryDirectory())/art28-redline-\(UUID().uuidString).docx"
    try Data(docx).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let output = try await Tools.output(
      of: "pandoc",
      ["--from=docx", "--to=plain", "--wrap=none", "--track-changes=\(choice)", path])
    return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .filter { word in
        word.contains(where: \.isLetter) && !word.contains(/^\(?[a-z]+[.)]$/)
          && !word.contains(/^[A-Z][.0-9]*\W*$/)
      }
  }

  @Test(arguments: 0..<9) func ofRandomSmallMatters(_ seed: UInt64) async throws {
    try await Self.check(TestPacks.mini, seed: seed, pairs: 20)
  }

  @Test(arguments: 0..<4) func ofRandomRealMatters(_ seed: UInt64) async throws {
    try await Self.check(TestPacks.real, seed: 100 + seed, pairs: 5)
  }
}
