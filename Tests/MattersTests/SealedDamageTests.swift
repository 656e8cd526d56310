import Foundation
import GRDB
import Interview
import Testing

@testable import Matters

/// What somebody without the key does to a locked matter is found.
@Suite struct SealedDamageTests {
  private static let columns: [(table: String, key: String, column: String)] =
    ["payload", "payload_hash", "link_hash"].map { ("entry", "number", $0) }
    + ["name", "hash", "bytes"].map { ("blob", "rowid", $0) }
    + ["value"].map { ("metadata", "name", $0) }
    + ["salt", "key", "hash"].map { ("lock", "slot", $0) }

  private func opened(_ folder: Folder, _ name: String = "case.art28") throws -> MatterFile {
    try MatterFile.open(at: folder.file(name), by: tester, readOnly: true, keys: Locked.keys())
  }

  private func made() throws -> Folder {
    let folder = try Folder()
    try MatterFile.makeLocked(
      at: folder.file(),
      try Locked.lock([.passphrase(Locked.passphrase), .recovery(RecoveryKey())]))
    return folder
  }

  /// Whether it is told, with the key and without.
  private func expectFound(
    _ folder: Folder, withoutKey: Bool = true, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = folder.file()
    if withoutKey {
      let seen = try MatterFile.verify(at: path)
      #expect(!seen.isWhole, "\(what), without the key", sourceLocation: sourceLocation)
      #expect(
        !seen.message.contains("secret"), "\(seen.message)", sourceLocation: sourceLocation)
    }
    do {
      let seen = try MatterFile.verify(at: path, keys: Locked.keys())
      #expect(!seen.isWhole, "\(what), with the key", sourceLocation: sourceLocation)
    } catch {
      // Not even the key is found any more.
      #expect(
        [.wrongPassphrase, .damaged(Damage(whole: 0, faults: [.lock(slot: 0)]))].contains(
          error.kind), "\(what): \(error)", sourceLocation: sourceLocation)
    }
  }

  @Test("a flipped bit in any column is found, with the key and without")
  func flippedBits() throws {
    let folder = try made()
    let bytes = try folder.bytes()
    #expect(try MatterFile.verify(at: folder.file()).isWhole)
    #expect(try MatterFile.verify(at: folder.file(), keys: Locked.keys()).isWhole)
    var chance = Chance(17)
    var tried = 0
    for (table, key, column) in Self.columns {
      let rows = try folder.reading {
        try Row.fetchAll($0, sql: "SELECT \(key), CAST(\(column) AS BLOB) FROM \(table)")
      }
      for row in rows {
        let identity: DatabaseValue = row[0]
        let value = row.bytes(1) ?? []
        // The bits of an empty value, and of a name that is hexadecimal, are few.
        for _ in 0..<(value.isEmpty ? 0 : 4) {
          var changed = value
          let place = Int.random(in: 0..<value.count, using: &chance)
          changed[place] ^= column == "name" ? 1 : 1 << UInt8.random(in: 0..<8, using: &chance)
          try folder.change {
            let stored: any DatabaseValueConvertible =
              column == "name" ? String(decoding: changed, as: UTF8.self) : Data(changed)
            try $0.execute(
              sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?",
              arguments: [stored, identity])
          }
          // What something is called is a keyed hash, which only the key can tell.
          try expectFound(
            folder, withoutKey: !["name", "value"].contains(column),
            "\(table).\(column) \(identity) at \(place)")
          _ = try folder.write(bytes, to: "case.art28")
          tried += 1
        }
      }
    }
    #expect(tried > 100)
    for change in [
      "UPDATE lock SET operations = 2 WHERE slot = 1", "UPDATE lock SET memory = 9 WHERE slot = 1",
      "UPDATE lock SET kind = 'recovery' WHERE slot = 1", "UPDATE lock SET slot = 5 WHERE slot = 2",
      "UPDATE entry SET number = 9 WHERE number = 4", "UPDATE blob SET kind = 'pack'",
      "UPDATE blob SET title = 'x'", "UPDATE metadata SET name = 'title'", "DELETE FROM metadata",
      "INSERT INTO metadata VALUES ('title', X'00')",
      "INSERT INTO state VALUES ('answer', 'q', '', X'00', 1)",
      "INSERT INTO desk VALUES ('Eve', 's', NULL, NULL)",
      "INSERT INTO field VALUES ('Eve', 's', '', X'00')", "DELETE FROM entry WHERE number = 2",
      "DELETE FROM lock WHERE slot = 0", "UPDATE lock SET operations = 7 WHERE slot = 0",
    ] {
      try folder.change { try $0.execute(sql: change.replacing("'x'", with: "X'01'")) }
      try expectFound(folder, change)
      _ = try folder.write(bytes, to: "case.art28")
    }
    // That something is missing at the end, or of the ways to open it, only the key can tell.
    for change in ["DELETE FROM entry WHERE number = 4", "DELETE FROM lock WHERE slot = 2"] {
      try folder.change { try $0.execute(sql: change) }
      try expectFound(folder, withoutKey: false, change)
      _ = try folder.write(bytes, to: "case.art28")
    }
  }

  /// Puts the sealed bytes of one place to another, with hashes and links made anew, as anybody can.
  private func replant(_ folder: Folder, _ payloads: [[UInt8]]) throws {
    try folder.change { database in
      try database.execute(sql: "DELETE FROM entry")
      var link = Fingerprint.origin
      for (number, payload) in zip(1..., payloads) {
        let hash = Fingerprint(of: payload)
        link = link.link(to: number, payload: hash)
        try database.execute(
          sql: "INSERT INTO entry VALUES (?, ?, ?, ?)",
          arguments: [number, Data(payload), Data(hash.bytes), Data(link.bytes)])
      }
    }
  }

  private func payloads(_ folder: Folder, _ name: String = "case.art28") throws -> [[UInt8]] {
    try folder.reading(name) {
      try Row.fetchAll($0, sql: "SELECT payload FROM entry ORDER BY number").map {
        $0.bytes(0) ?? []
      }
    }
  }

  private func expectRefused(
    _ folder: Folder, whole: Int, _ fault: Damage.Fault,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try MatterFile.verify(at: folder.file()).isWhole, sourceLocation: sourceLocation)
    expect(.damaged(Damage(whole: whole, faults: [fault])), sourceLocation: sourceLocation) {
      try opened(folder)
    }
  }

  @Test("another entry's sealed bytes are refused, moved or swapped")
  func movedRows() throws {
    let folder = try made()
    let own = try payloads(folder)
    try replant(folder, [own[0], own[2], own[1], own[3]])
    try expectRefused(folder, whole: 1, .altered(entry: 2))
    try replant(folder, [own[0], own[1], own[1], own[3]])
    try expectRefused(folder, whole: 2, .altered(entry: 3))
  }

  @Test("another matter's sealed bytes are refused, under the same passphrase too")
  func anotherMatters() throws {
    let folder = try made()
    try MatterFile.makeLocked(at: folder.file("b.art28"), try Locked.lock())
    let (own, other) = (try payloads(folder), try payloads(folder, "b.art28"))
    try replant(folder, [own[0], other[1], own[2], own[3]])
    try expectRefused(folder, whole: 1, .altered(entry: 2))
  }

  @Test("an entry of an earlier copy that went another way is refused")
  func forks() throws {
    let folder = try made()
    _ = try folder.write(try folder.bytes(), to: "b.art28")
    for (name, text) in [("case.art28", "one"), ("b.art28", "two")] {
      let file = try MatterFile.open(at: folder.file(name), by: tester, keys: Locked.keys())
      try file.append(file.answer("a", text))
      try file.append(file.answer("b", "three"))
      file.close()
    }
    let (own, other) = (try payloads(folder), try payloads(folder, "b.art28"))
    try replant(folder, Array(own.prefix(5)) + [other[5]])
    try expectRefused(folder, whole: 5, .unlinked(entry: 6))
  }

  @Test("an earlier desk is refused, and an earlier list of what opens it")
  func earlierRows() throws {
    let folder = try made()
    func rows(_ table: String) throws -> [Row] {
      try folder.reading { try Row.fetchAll($0, sql: "SELECT * FROM \(table)").map { $0.copy() } }
    }
    func put(_ rows: [Row], in table: String) throws {
      try folder.change { database in
        try database.execute(sql: "DELETE FROM \(table)")
        for row in rows {
          let marks = row.map { _ in "?" }.joined(separator: ", ")
          try database.execute(
            sql: "INSERT INTO \(table) VALUES (\(marks))",
            arguments: StatementArguments(row.databaseValues))
        }
      }
    }
    let (desk, ways) = (try rows("metadata"), try rows("lock"))
    let file = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    try file.append(file.answer("a", "later"))
    file.close()
    let later = try rows("metadata")
    try put(desk, in: "metadata")
    try expectRefused(folder, whole: 5, .beside)
    try put(later, in: "metadata")
    let new = Locked.made("another one of some length")
    let again = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    try again.changeLock { (lock, key) throws(LockFault) in
      try lock.add(.passphrase(new), protecting: key, at: 1, cost: Locked.cost)
    }
    again.close()
    try put(ways, in: "lock")
    try expectRefused(folder, whole: 5, .beside)
  }

  @Test("an enclosed file under another's name is refused")
  func swappedEnclosures() throws {
    let folder = try made()
    try folder.change { database in
      let names = try String.fetchAll(database, sql: "SELECT name FROM blob ORDER BY rowid")
      try database.execute(sql: "UPDATE blob SET name = 'x' WHERE name = ?", arguments: [names[0]])
      try database.execute(
        sql: "UPDATE blob SET name = ? WHERE name = ?", arguments: [names[0], names[1]])
      try database.execute(sql: "UPDATE blob SET name = ? WHERE name = 'x'", arguments: [names[1]])
    }
    let file = try opened(folder)
    #expect(try file.verify().faults.count == 3)
    expect(.damaged(Damage(whole: 4, faults: [.enclosure("p")]))) { try file.pack("p") }
  }

  @Test func whatIsWholeIsSavedFromADamagedOne() throws {
    let folder = try made()
    let entries = try opened(folder).entries()
    try folder.change {
      try $0.execute(sql: "UPDATE entry SET payload = zeroblob(400) WHERE number = 3")
    }
    let salvage = try MatterFile.salvage(at: folder.file(), keys: Locked.keys())
    #expect(salvage.entries == Array(entries.prefix(2)))
    #expect(salvage.loose == [entries[3]])
    #expect(salvage.enclosures.count == 2)
    expect(.locked) { try MatterFile.salvage(at: folder.file()) }
  }

  @Test("bytes flipped anywhere in the file are found, and nothing crashes")
  func anywhere() throws {
    let folder = try made()
    let bytes = try folder.bytes()
    let entries = try opened(folder).entries()
    var chance = Chance(5)
    for _ in 0..<150 {
      var broken = bytes
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      broken[place] ^= UInt8.random(in: 1...255, using: &chance)
      _ = try folder.write(broken, to: "case.art28")
      let found = try? opened(folder).entries()
      #expect(found == nil || found == entries, "byte \(place)")
      _ = try? MatterFile.verify(at: folder.file())
      _ = try? MatterFile.salvage(at: folder.file(), keys: Locked.keys())
    }
  }
}

extension Folder {
  func reading<T>(_ name: String = "case.art28", _ body: (Database) throws -> T) throws -> T {
    let queue = try DatabaseQueue(path: file(name))
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction(body)
  }
}
