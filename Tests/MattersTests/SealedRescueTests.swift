import Foundation
import GRDB
import Interview
import Testing

@testable import Matters

/// A locked matter that is damaged: with its passphrase it comes out as an open one does, and stays
/// locked.
@Suite struct SealedRescueTests {
  private func made(_ folder: Folder) throws -> (bytes: [UInt8], entries: [Entry]) {
    try MatterFile.makeLocked(
      at: folder.file(),
      try Locked.lock([.passphrase(Locked.passphrase), .recovery(RecoveryKey())]))
    let file = try MatterFile.open(
      at: folder.file(), by: tester, readOnly: true, keys: Locked.keys())
    defer { file.close() }
    return (try folder.bytes(), try file.entries())
  }

  /// Makes the new matter, which opens with the same passphrase and shows nothing without it.
  private func make(_ salvage: Salvage, in folder: Folder) throws {
    try? folder.remove("new.art28")
    try MatterFile.create(
      at: folder.file("new.art28"), by: tester, of: salvage.entries,
      enclosing: salvage.enclosures, summary: salvage.summary, desks: salvage.desks,
      locked: salvage.lock
    ).close()
    expect(.locked) { try MatterFile.open(at: folder.file("new.art28"), by: tester) }
    let file = try MatterFile.open(
      at: folder.file("new.art28"), by: tester, keys: Locked.keys())
    defer { file.close() }
    #expect(file.head == salvage.head)
    #expect(try file.entries() == salvage.entries)
    #expect(try file.verify().isWhole)
    #expect(Data(try folder.bytes(of: "new.art28")).range(of: Data("secret".utf8)) == nil)
  }

  @Test("a whole locked matter comes out whole and locked, with the text that is half typed")
  func whole() throws {
    let folder = try Folder()
    let (_, entries) = try made(folder)
    let salvage = try MatterFile.salvage(at: folder.file(), keys: Locked.keys())
    #expect(salvage.entries == entries && salvage.loose.isEmpty && salvage.missing.isEmpty)
    #expect(!salvage.mayEndEarly)
    #expect(salvage.enclosures.count == 2 && salvage.summary.title == "secret")
    #expect(salvage.desks.map(\.fields) == [[AnswerKey("secret"): "secret"]])
    try make(salvage, in: folder)
    expect(.locked) { try MatterFile.salvage(at: folder.file()) }
    expect(.wrongPassphrase) {
      try MatterFile.salvage(
        at: folder.file(), keys: Locked.keys(.passphrase(Locked.made("another one it is"))))
    }
  }

  @Test("where its last entry is gone, or a way to open it, nobody says that nothing is lost")
  func endsEarly() throws {
    let folder = try Folder()
    let (bytes, entries) = try made(folder)
    for (change, left) in [
      ("DELETE FROM entry WHERE number = 4", 3), ("DELETE FROM lock WHERE slot = 2", 4),
      ("DELETE FROM metadata", 4),
    ] {
      _ = try folder.write(bytes, to: "case.art28")
      try folder.change { try $0.execute(sql: "PRAGMA secure_delete = ON; " + change) }
      let salvage = try MatterFile.salvage(at: folder.file(), keys: Locked.keys())
      #expect(salvage.entries == Array(entries.prefix(left)), "\(change)")
      #expect(salvage.missing.isEmpty, "\(change)")
      #expect(salvage.mayEndEarly, "\(change)")
    }
  }

  @Test("an answer as long as one can be comes out too, though sealed it is longer")
  func longest() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester, locked: try Locked.lock())
    let long = String(repeating: "x", count: MatterFile.largestEntry - 1000)
    try file.append(file.answer("q", long))
    let entries = try file.entries()
    file.close()
    let salvage = try MatterFile.salvage(at: folder.file(), keys: Locked.keys())
    #expect(salvage.entries.count == 1 && salvage.entries == entries)
  }

  @Test("ways to open it that lie in another order are the same ways")
  func orderOfWays() throws {
    let folder = try Folder()
    let bytes = try made(folder).bytes
    var wreck = Wreck(of: bytes)
    wreck.lockRows.reverse()
    #expect(try wreck.lock == MatterFile.lock(at: folder.file()))
  }

  @Test("cut off or damaged anywhere, what is brought out is what was written")
  func damaged() throws {
    let folder = try Folder()
    let (bytes, entries) = try made(folder)
    var chance = Chance(71)
    var brought = 0
    for round in 0..<80 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch round % 4 {
      case 0: damaged = Array(bytes.prefix(place))
      case 1: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      case 2:
        let page = place / 4096 * 4096
        damaged.replaceSubrange(page..<page + 4096, with: [UInt8](repeating: 0, count: 4096))
      default: damaged.replaceSubrange(0..<100, with: [UInt8](repeating: 0xFF, count: 100))
      }
      _ = try folder.write(damaged, to: "damaged.art28")
      let salvage: Salvage
      do {
        salvage = try MatterFile.salvage(at: folder.file("damaged.art28"), keys: Locked.keys())
      } catch {
        // The ways to open it are lost, or this one.
        #expect(
          [.wrongPassphrase, .damaged(Damage(whole: 0, faults: [.lock(slot: 0)]))].contains(
            error.kind))
        continue
      }
      #expect(salvage.entries == Array(entries.prefix(salvage.entries.count)))
      #expect(salvage.loose.allSatisfy(entries.contains))
      guard !salvage.entries.isEmpty, salvage.enclosures.count == 2 else { continue }
      brought += 1
      try make(salvage, in: folder)
    }
    #expect(brought > 20)
  }
}
