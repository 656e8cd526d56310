import Drafting
import Findings
import FoundationEssentials
import Interview
import PackModel
import Publishing
import TestSupport
import Testing

/// The documents of the whole cases. A changed one is read as opposing counsel would before it is
/// recorded.
struct WholeCaseTests {
  @Test(arguments: WholeCase.all)
  func documentsStandBesideTheAnswers(_ example: WholeCase) async throws {
    let asOf = try #require(WholeCase.asOf)
    let evaluation = example.evaluation(TestPacks.real)
    let findings = examine(evaluation, asOf: asOf)
    var settings = DraftSettings(of: evaluation.sheet, matter: example.name)
    settings.signers[1] = DraftSettings.Signer(by: WholeCase.author, when: "2026-11-21T09:00:00Z")
    for id in WholeCase.documents {
      let file = "\(id).md"
      if id == "deviation-memo", evaluation.shortfalls().isEmpty {
        let path = "\(TestPacks.root)/\(example.folder)/\(file)"
        #expect(!FileManager.default.fileExists(atPath: path), "\(path): nothing is below the law")
        continue
      }
      let document = try #require(draft(id, evaluation, findings, settings))
      let publication = try await Publisher(tools: Tools.paths, imprint: Imprint(date: asOf))
        .publish(document, as: .md)
      let text = String(decoding: publication.bytes, as: UTF8.self)
      #expect(throws: Never.self) { try Golden.expect(text, file, in: example.folder) }
    }
  }
}
