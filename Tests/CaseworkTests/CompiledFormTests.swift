import Casework
import Foundation
import Glibc
import Interview
import Matters
import PackCompiler
import PackModel
import Publishing
import TestSupport
import Testing

/// A compiled questionnaire that claims to be of the matter's sources and has other words: whoever can
/// put it there is believed by nobody but this very person.
@Suite struct CompiledFormTests {
  private let office: Office
  private let name: String

  /// A matter with a final copy, and a forged form in the place of the true one.
  init() async throws {
    office = try Office()
    let session = try office.matter()
    try session.answer(Office.whole)
    _ = try await FinalCopy(
      of: session, asOf: office.place.today, to: office.file("out"), output: Output(of: session)
    ).publish(as: [.md], leaving: [], despite: [], signing: nil)
    session.file.close()
    name = try #require(office.names(in: "cache/packs").first)
    let other = TestPacks.compiled(
      SourceFiles(
        GermanPack.sources.files.mapValues {
          Array(
            String(decoding: $0, as: UTF8.self)
              .replacing("nur auf Weisung", with: "auch ohne Weisung").utf8)
        }))
    let program = name.drop { $0 != "-" }.dropFirst()
    let forged = try PackCache.encode(
      Pack(other.contents, hash: session.pack.hash), by: String(program))
    try FileManager.default.removeItem(atPath: file)
    FileManager.default.createFile(atPath: file, contents: Data(forged))
    try #require(chmod(file, 0o600) == 0)
  }

  private var file: String { office.file("cache/packs/\(name)") }

  /// The contract, as a program that starts now drafts it.
  private func drafted() async throws -> String {
    let place = office.anew()
    let session = try MatterSession.read(office.file("fall.art28"), at: place)
    defer { session.file.close() }
    _ = try await DocumentWriter(
      of: session, asOf: place.today, overwrites: true
    ).writeDraft(as: [.md], to: office.file("drafts"))
    return try office.text(of: "drafts/avv.md")
  }

  @Test func aProofBelievesNoFormThatWasCompiledBefore() async throws {
    // What this person alone can write is believed for drafts: this is what a proof must not rest on.
    #expect(try await drafted().contains("auch ohne Weisung"))
    let verifier = try await Verifier(
      of: office.file("fall.art28"), style: nil, at: office.anew())
    defer { verifier.close() }
    let proof = try await verifier.file(named: "avv.md", try office.bytes(of: "out/avv.md"))
    #expect(proof.holds, "\(proof)")
  }

  @Test func inAFolderThatOthersCanWriteItIsNotBelieved() async throws {
    try #require(chmod(office.file("cache/packs"), 0o777) == 0)
    #expect(try await drafted().contains("nur auf Weisung"))
  }

  @Test func behindALinkItIsNotBelieved() async throws {
    try #require(rename(file, office.file("elsewhere")) == 0)
    try #require(symlink(office.file("elsewhere"), file) == 0)
    #expect(try await drafted().contains("nur auf Weisung"))
  }

  @Test func inALinkedFolderItIsNotBelieved() async throws {
    try #require(rename(office.file("cache/packs"), office.file("theirs")) == 0)
    try #require(symlink(office.file("theirs"), office.file("cache/packs")) == 0)
    #expect(try await drafted().contains("nur auf Weisung"))
  }
}
