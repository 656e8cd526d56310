import Documents
import Foundation
import PackModel
import TestSupport
import Testing

@testable import Publishing

/// Redlines for Word: with all changes accepted they are the new text, with all rejected the old,
/// paragraph by paragraph, cell by cell, number by number, with no row or paragraph left over.
@Suite(.enabled(if: Tools.pandocIsHere)) struct RedlineDocxTests {
  private static func archive(_ document: Document) async throws -> ZipArchive {
    var imprint = Tools.imprint
    imprint.revised = Imprint.Revised(by: "Änne & Söhne", when: "2026-11-20T08:30:00Z")
    let publication = try await Publisher(tools: Tools.paths, imprint: imprint)
      .publish(document, as: .docx)
    return try #require(ZipArchive(publication.bytes))
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

  @Test(arguments: 0..<9) func ofRandomSmallMatters(_ seed: UInt64) async throws {
    try await Self.check(TestPacks.mini, seed: seed, pairs: 20)
  }

  @Test(arguments: 0..<4) func ofRandomRealMatters(_ seed: UInt64) async throws {
    try await Self.check(TestPacks.real, seed: 100 + seed, pairs: 5)
  }
}
