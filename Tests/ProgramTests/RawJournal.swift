import FoundationEssentials
import GRDB

@testable import Matters

/// A matter that somebody has changed by hand and with care: hashes and chain are right.
enum RawJournal {
  /// Adds an entry with these members of its JSON, such as `"changes":[…]`.
  static func add(
    _ members: String, when: String = "2026-03-01T09:30:00Z", to path: String
  ) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { database in
      guard
        let last = try Row.fetchOne(
          database, sql: "SELECT number, link_hash FROM entry ORDER BY number DESC LIMIT 1"),
        let link = Fingerprint(bytes: [UInt8](last["link_hash"] as Data))
      else { return }
      let number = (last["number"] as Int) + 1
      let payload = [UInt8](
        #"{"v":1,"when":"\#(when)","by":"Eve",\#(members)}"#.utf8)
      let hash = Fingerprint(of: payload)
      try database.execute(
        sql: "INSERT INTO entry (number, payload, payload_hash, link_hash) VALUES (?, ?, ?, ?)",
        arguments: [
          number, Data(payload), Data(hash.bytes),
          Data(link.link(to: number, payload: hash).bytes),
        ])
    }
  }

  /// Changes what a list shows of a matter.
  static func summary(_ members: [String: String], of path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { database in
      for (name, value) in members {
        try database.execute(
          sql: "INSERT OR REPLACE INTO metadata (name, value) VALUES (?, ?)",
          arguments: [name, Data(value.utf8)])
      }
    }
  }

  /// Runs SQL on a matter, as anybody can who has the file.
  static func change(_ path: String, _ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    // Not in a transaction: another file may be attached.
    try queue.writeWithoutTransaction { try $0.execute(sql: sql, arguments: arguments) }
  }

  /// Puts a paper into a matter that no entry names.
  static func plant(_ text: String, as title: String, in path: String) throws {
    let bytes = Array(text.utf8)
    let hash = Fingerprint(of: bytes)
    try change(
      path, "INSERT INTO blob (kind, name, title, hash, bytes) VALUES ('paper', ?, ?, ?, ?)",
      [hash.hexadecimal, Data(title.utf8), Data(hash.bytes), Data(bytes)])
  }
}
