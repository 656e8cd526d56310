import Compression
import Documents
import TestSupport
import Testing

@testable import Publishing

/// Text, numbers, comments and tracked changes as LibreOffice reads them, which knows nothing of the
/// program that wrote them.
@Suite(.enabled(if: OfficeReading.isHere)) struct OfficeTests {
  private static func archive(_ document: Document) throws -> ZipArchive {
    try ZipArchive(Docx(imprint: Tools.imprint).bytes(of: document))
  }

  @Test func wordsAndNumbersAreTheDocuments() async throws {
    var documents = ["sample": Sample.document(), "long": LongSample.document()]
    var agreements = RandomAgreements(TestPacks.real, seed: 11)
    for number in 0..<3 { documents["agreement\(number)"] = try agreements.next() }
    var random = RandomDocument(seed: 77)
    for number in 0..<8 { documents["random\(number)"] = random.next() }
    let texts = try await OfficeReading.converted(
      try documents.mapValues(Self.archive), to: "txt:Text (encoded):UTF8", ending: "txt")
    for (name, document) in documents {
      let found = OfficeReading.text(try #require(texts[name]))
      let wanted = ExpectedWords.words(ExpectedWords(document).paragraphs)
      #expect(found == wanted, "\(name): \(found.difference(from: wanted).prefix(8))")
    }
  }

  @Test func commentsStandBesideTheirBlanks() async throws {
    let files = ["sample": try Self.archive(Sample.document())]
    let odf = try await OfficeReading.converted(files, to: "fodt", ending: "fodt")
    let comments = try OfficeReading(try #require(odf["sample"])).comments
    #expect(
      comments == [
        [
          "art28", "Open point: processor: registered address – not answered yet.",
          "Who decides: the parties", "Question: processor.address",
        ],
        [
          "art28", "Open point: sub-processor 2: place – parked for counsel.",
          "Note: Counsel asks the vendor.", "Who decides: counsel",
          "Question: subprocessors.country, b",
        ],
      ])
  }

  @Test func acceptedAndRejectedAreTheTwoTexts() async throws {
    var imprint = Tools.imprint
    imprint.revised = Imprint.Revised(by: "Änne & Söhne", when: "2026-11-20T08:30:00Z")
    var files: [String: ZipArchive] = [:]
    var agreements = RandomAgreements(TestPacks.real, seed: 60)
    var old = try agreements.next()
    for pair in 0..<3 {
      var new = old
      while new == old { new = try agreements.next() }
      files["\(pair).reject"] = try Self.archive(old.wideBlocksGathered)
      files["\(pair).accept"] = try Self.archive(new.wideBlocksGathered)
      files["\(pair)"] = try ZipArchive(
        Docx(imprint: imprint).bytes(of: .redline(from: old, to: new)))
      old = new
    }
    let odf = try await OfficeReading.converted(files, to: "fodt", ending: "fodt")
    for pair in 0..<3 {
      let before = try OfficeReading(try #require(odf["\(pair).reject"])).words
      let after = try OfficeReading(try #require(odf["\(pair).accept"])).words
      for (choice, name) in [(WordReading.Choice.accept, "accept"), (.reject, "reject")] {
        let found = try OfficeReading(try #require(odf["\(pair)"]), choice)
        let wanted = try OfficeReading(try #require(odf["\(pair).\(name)"])).words
        // Two sheets of answers may come to the same words.
        #expect(found.changes > 0 || before == after)
        #expect(found.authors == (found.changes > 0 ? ["Änne & Söhne"] : []))
        let difference = found.words.difference(from: wanted)
        #expect(difference.isEmpty, "\(pair) \(name): \(difference.prefix(8))")
      }
    }
  }
}
