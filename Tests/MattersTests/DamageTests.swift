import GRDB
import Interview
import Testing

@testable import Matters

@Suite struct DamageTests {
  /// Opens, verifies and salvages a damaged file. Nothing may crash, and nothing may be wrong and
  /// unsaid.
  private func examine(
    _ path: String, original: [Entry], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var opened: [Entry]?
    var faults: [Damage.Fault]?
    var salvage: Salvage?
    do {
      let file = try MatterFile.open(at: path, by: tester, readOnly: true)
      opened = try file.entries()
    } catch {
      #expect(!error.message.isEmpty, sourceLocation: sourceLocation)
      if case .damaged(let damage) = error.kind {
        #expect(damage.whole <= original.count, sourceLocation: sourceLocation)
      }
    }
    faults = try? MatterFile.verify(at: path).faults
    salvage = try? MatterFile.salvage(at: path)
    if let opened {
      #expect(
        opened == original || faults != [], "lost silently", sourceLocation: sourceLocation)
      #expect(opened == Array(original.prefix(opened.count)), sourceLocation: sourceLocation)
    }
    if let salvage {
      for entry in salvage.entries + salvage.loose {
        #expect(original.contains { $0.says(the: entry) }, sourceLocation: sourceLocation)
      }
      let saved = salvage.entries.count + salvage.loose.count
      #expect(
        saved == original.count || faults != [], "lost silently", sourceLocation: sourceLocation)
    }
  }

  private func damaged(_ folder: Folder) throws -> (bytes: [UInt8], entries: [Entry]) {
    try matter(at: folder.file(), answers: 120)
    let file = try MatterFile.open(at: folder.file(), by: tester)
    defer { file.close() }
    return (try folder.bytes(), try file.entries())
  }

  @Test func bytesFlippedAnywhere() throws {
    let folder = try Folder()
    let (bytes, entries) = try damaged(folder)
    var chance = Chance(42)
    for _ in 0..<200 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        broken[place] ^= UInt8.random(in: 1...255, using: &chance)
      }
      examine(try folder.write(broken, to: "broken.art28"), original: entries)
    }
  }

  @Test func everyByteOfTheFirstPagesHeader() throws {
    let folder = try Folder()
    let (bytes, entries) = try damaged(folder)
    for place in 0..<100 {
      var broken = bytes
      broken[place] ^= 0xFF
      examine(try folder.write(broken, to: "broken.art28"), original: entries)
    }
  }

  @Test func cutOffAnywhere() throws {
    let folder = try Folder()
    let (bytes, entries) = try damaged(folder)
    var chance = Chance(43)
    for length in [1, 16, 99, 100, 4095, 4096]
      + (0..<40).map({ _ in
        Int.random(in: 0..<bytes.count, using: &chance)
      })
    {
      examine(
        try folder.write(bytes.prefix(length), to: "broken.art28"), original: entries)
    }
  }

  @Test func wholePagesOverwritten() throws {
    let folder = try Folder()
    let (bytes, entries) = try damaged(folder)
    for page in 1..<bytes.count / 4096 {
      for fill in [UInt8(0), 0xFF, 0x0D] {
        var broken = bytes
        broken.replaceSubrange(
          page * 4096..<(page + 1) * 4096, with: [UInt8](repeating: fill, count: 4096))
        examine(try folder.write(broken, to: "broken.art28"), original: entries)
      }
    }
  }

  @Test func anAlteredEntryIsNamedAndTheRestSaved() throws {
    let folder = try Folder()
    let (_, entries) = try damaged(folder)
    try folder.change {
      try $0.execute(
        sql:
          "UPDATE entry SET payload = CAST(replace(payload, 'answer', 'ANSWER') AS BLOB) WHERE number = 50"
      )
    }
    expect(.damaged(Damage(whole: 49, faults: [.altered(entry: 50)]))) {
      try MatterFile.open(at: folder.file(), by: tester)
    }
    #expect(try MatterFile.verify(at: folder.file()).faults == [.altered(entry: 50)])
    let salvage = try MatterFile.salvage(at: folder.file())
    #expect(salvage.entries == Array(entries.prefix(49)))
    #expect(salvage.loose == Array(entries.suffix(70)))
    #expect(salvage.answers == AnswerSheet(entries: entries).answers)
    let copy = try MatterFile.create(
      at: folder.file("saved.art28"), by: tester, from: salvage.export())
    #expect(try copy.entries() == Array(entries.prefix(49)))
  }

  /// A paper lies under its own hash: one that was put in another's place is none.
  @Test func aPaperInAnothersPlaceIsNotTakenForIt() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    let papers = [AttachedFile(name: "a", bytes: [1]), AttachedFile(name: "b", bytes: [2])]
    try file.append(file.next([]), enclosing: papers.map { .paper($0) })
    file.close()
    try folder.change {
      try $0.execute(
        sql: "DELETE FROM blob WHERE name = ?", arguments: [papers[0].fingerprint.hexadecimal])
      try $0.execute(
        sql: "UPDATE blob SET name = ?", arguments: [papers[0].fingerprint.hexadecimal])
    }
    let faults = [Damage.Fault.enclosure(papers[0].fingerprint.hexadecimal)]
    #expect(try MatterFile.verify(at: folder.file()).faults == faults)
    let again = try MatterFile.open(at: folder.file(), by: tester)
    expect(.damaged(Damage(whole: 1, faults: faults))) { try again.paper(papers[0].fingerprint) }
    expect(.damaged(Damage(whole: 1, faults: faults))) { try again.export() }
  }

  @Test func anEntryTakenOutIsMissed() throws {
    let folder = try Folder()
    _ = try damaged(folder)
    try folder.change { try $0.execute(sql: "DELETE FROM entry WHERE number = 10") }
    expect(.damaged(Damage(whole: 9, faults: [.missing(entry: 10)]))) {
      try MatterFile.open(at: folder.file(), by: tester)
    }
    #expect(try MatterFile.verify(at: folder.file()).faults == [.missing(entry: 10)])
  }

  @Test func anEntryPutInItsPlaceIsNotTakenForIt() throws {
    let folder = try Folder()
    _ = try damaged(folder)
    try folder.change {
      try $0.execute(
        sql: """
          UPDATE entry SET (payload, payload_hash) =
            (SELECT payload, payload_hash FROM entry WHERE number = 11) WHERE number = 10
          """)
    }
    expect(.damaged(Damage(whole: 9, faults: [.unlinked(entry: 10)]))) {
      try MatterFile.open(at: folder.file(), by: tester)
    }
  }

  @Test func aHashThatIsDamagedCostsNoEntry() throws {
    let folder = try Folder()
    let (_, entries) = try damaged(folder)
    try folder.change {
      try $0.execute(sql: "UPDATE entry SET payload_hash = zeroblob(32) WHERE number = 10")
      try $0.execute(sql: "UPDATE entry SET link_hash = zeroblob(32) WHERE number = 20")
    }
    #expect(
      try MatterFile.verify(at: folder.file()).faults
        == [.altered(entry: 10), .unlinked(entry: 20), .unlinked(entry: 21)])
    #expect(try MatterFile.salvage(at: folder.file()).entries == entries)
  }

  @Test func anAlteredPackIsReported() throws {
    let folder = try Folder()
    let file = try MatterFile.create(
      at: folder.file(), by: tester,
      enclosing: [.pack(PackSources(hash: "abc", files: ["a": [1]]))])
    try file.append(file.next([.setting(.pack, from: nil, to: "abc")]))
    try folder.change { try $0.execute(sql: "UPDATE blob SET bytes = x'00'") }
    expect(.damaged(Damage(whole: 1, faults: [.enclosure("abc")]))) { try file.pack("abc") }
    #expect(try file.verify().faults == [.enclosure("abc"), .packMissing("abc")])
    expect(.damaged(Damage(whole: 1, faults: [.enclosure("abc")]))) { try file.export() }
  }
}
