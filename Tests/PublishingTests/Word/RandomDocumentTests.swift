import Compression
import Documents
import Testing

@testable import Publishing

/// Forty documents that nobody wrote.
@Suite struct RandomDocumentTests {
  private static func archive(_ document: Document) throws -> ZipArchive {
    try ZipArchive(Docx(imprint: Tools.imprint).bytes(of: document))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func theFileSaysWhatTheDocumentSays(_ seed: UInt64) throws {
    var documents = RandomDocument(seed: seed)
    let document = documents.next()
    let archive = try Self.archive(document)
    let faults = try SchemaOrder(archive).faults
    #expect(faults.isEmpty, "\(Set(faults).sorted())")
    let reading = try WordReading(archive)
    #expect(reading.faults.isEmpty)
    let found = ExpectedWords.words(reading.paragraphs.map { "\($0.number) \($0.text)" })
    let wanted = ExpectedWords.words(ExpectedWords(document).paragraphs)
    #expect(found == wanted, "\(found.difference(from: wanted).prefix(8))")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func aRedlineHoldsBothTexts(_ seed: UInt64) throws {
    var documents = RandomDocument(seed: 1000 + seed, isOdd: false)
    let (old, new) = (documents.next(), documents.next())
    let redline = try Self.archive(.redline(from: old, to: new))
    let faults = try SchemaOrder(redline).faults
    #expect(faults.isEmpty, "\(Set(faults).sorted())")
    for (choice, document) in [(WordReading.Choice.accept, new), (.reject, old)] {
      let found = try WordReading(redline, choice)
      let wanted = try WordReading(Self.archive(document.wideBlocksGathered)).paragraphs
      #expect(found.faults.isEmpty, "\(found.faults.prefix(5))")
      let difference = found.paragraphs.difference(from: wanted)
      #expect(difference.isEmpty, "\(choice): \(difference.prefix(6))")
    }
  }
}
