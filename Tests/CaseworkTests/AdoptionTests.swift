import Casework
import Interview
import Matters
import PackModel
import TestSupport
import Testing

/// A newer questionnaire: a difference first, then one entry.
struct AdoptionTests {
  private let office: Office
  private let session: MatterSession

  init() throws {
    office = try Office()
    session = try office.matter()
    try session.answer(Office.whole)
  }

  private func adoption(_ store: PackStore) throws -> Adoption? {
    try Adoption(of: try store.catalogue(), by: session)
  }

  @Test func itsOwnIsNoNewerOne() throws {
    #expect(try adoption(office.packs()) == nil)
  }

  @Test func whatItChangesIsSaidAndNothingIsChanged() throws {
    let newer = try office.newerPack {
      $0 = $0.replacing("linkId: pruefung\n", with: "linkId: audit\n")
        .replacing("pruefung is yes", with: "audit is yes")
        .replacing("at: [pruefung]", with: "at: [audit]")
        .replacing("{pruefung:", with: "{audit:").replacing("[pruefung]", with: "[audit]")
        .replacing("\npruefung: yes", with: "\naudit: yes")
        .replacing("wird {{frist}} vorher", with: "wird spätestens {{frist}} vorher")
    }
    let lines = try #require(try adoption(newer)).lines(asOf: office.place.today)
    let text = lines.joined(separator: "\n")
    for words in [
      "auftrag 1.0.0 → 1.1.0", "Answers: 3 kept, 1 without a place.", "(pruefung): ",
      "Newly asked: 1.", "{+spätestens +}30 days",
    ] {
      #expect(text.contains(words), "\(words): \(text)")
    }
    #expect(session.pack == GermanPack.pack && session.file.sheet.head == 2)
  }

  @Test func adoptedItGoesWithTheMatterAndComesBackOut() throws {
    let newer = try office.newerPack { $0 = $0.replacing("Deckblatt", with: "") }
    let entry = try #require(try adoption(newer)).adopt()
    #expect(entry.why == "auftrag 1.1.0 adopted, 1.0.0 before.")
    session.file.close()
    try office.write("", to: "newer/pack.yaml")
    let again = try office.open()
    #expect(again.pack.version == "1.1.0")
    _ = try again.undo()
    again.file.close()
    let undone = try office.open()
    defer { undone.file.close() }
    #expect(undone.pack == GermanPack.pack)
  }

  @Test func anotherOrABrokenOneIsRefused() throws {
    let other = try office.newerPack { $0 = $0.replacing("id: auftrag\n", with: "id: anders\n") }
    let foreign = try #require(try outcome { try adoption(other) })
    #expect(foreign.kind == .found && foreign.lines[0].contains("another questionnaire"))
    let broken = try office.newerPack { $0 = $0.replacing("role: contract", with: "role: contrat") }
    let refused = try #require(try outcome { try adoption(broken) })
    #expect(refused.lines.contains { $0.contains("“contrat” is no role of a document.") })
    #expect(session.file.sheet.head == 2)
  }
}
