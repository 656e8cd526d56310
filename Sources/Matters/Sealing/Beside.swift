import FoundationEssentials
import GRDB
import Interview
import PlainText

/// What stands in a locked matter beside its journal, all of it in one sealed row: the summary and
/// everybody's desk. It is bound to the journal's head and to the ways to open the matter, so that a
/// row of an earlier day cannot take its place.
struct Beside {
  var summary = MatterSummary()
  var desks: [String: WorkState] = [:]

  /// What its row is called.
  static let name = "sealed"

  /// Reads it.
  ///
  /// - Throws: `Damage.Fault` where it is not what belongs to this journal and this lock.
  init(_ database: Database, _ sealer: Sealer) throws {
    let rows = try Row.fetchAll(
      database.cachedStatement(sql: "SELECT name, value FROM metadata LIMIT 2"))
    guard rows.count == 1, rows[0].text(0) == Beside.name, let stored = rows[0].bytes(1),
      let plain = sealer.openBeside(stored)
    else { throw Damage.Fault.beside }
    let bound: String
    do throws(JSONFault) {
      var reader = JSONReader(plain)
      bound = try reader.beside(into: &self)
      try reader.end()
    } catch {
      throw Damage.Fault.beside
    }
    guard try bound == Beside.binding(database), try Beside.isAlone(database) else {
      throw Damage.Fault.beside
    }
  }

  init() {}

  /// Writes it, bound to a head and to the ways to open the matter.
  func write(
    to database: Database, _ sealer: Sealer, head: MatterHead, lock: Fingerprint
  ) throws {
    var writer = JSONWriter()
    writer.beside(self, bound: Beside.binding(head, lock))
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO metadata (name, value) VALUES (?, ?)"
    ).execute(arguments: [Beside.name, Data(sealer.sealBeside(writer.bytes))])
  }

  /// Puts a change of a desk into it.
  mutating func apply(_ change: DeskChange) {
    var desk = desks[change.person] ?? WorkState()
    if let place = change.place { desk.place = place }
    for (key, text) in change.fields {
      // Two spellings of one key are equal for Swift: the later one is kept.
      desk.fields[key] = nil
      if let text { desk.fields[key] = text }
    }
    desks[change.person] = desk
  }

  /// What stands for the last entry of the file, and for the ways to open it.
  static func binding(_ head: MatterHead, _ lock: Fingerprint) -> String {
    Fingerprint(of: Array("\(head.number)".utf8) + head.link.bytes + lock.bytes).hexadecimal
  }

  private static func binding(_ database: Database) throws -> String {
    let last = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT number, link_hash FROM entry ORDER BY number DESC LIMIT 1"))
    let link = last?.bytes(1).flatMap(Fingerprint.init(bytes:)) ?? .origin
    guard let lock = try Lock.reading(database).lock else { throw Damage.Fault.lock(slot: 0) }
    return binding(
      MatterHead(number: last.flatMap { Int.fromDatabaseValue($0[0]) } ?? 0, link: link),
      lock.fingerprint)
  }

  /// Whether it lies there, and nothing in the tables of an open matter.
  static func isAlone(_ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM state) AND NOT EXISTS (SELECT 1 FROM desk)
            AND NOT EXISTS (SELECT 1 FROM field)
            AND (SELECT group_concat(name) FROM metadata) = '\(name)'
          """)) == true
  }
}

/// The same as it was read or written last, for as long as nobody else writes.
struct HeldBeside {
  var beside: Beside
  /// What opens the matter.
  var lock: Lock
  private let version: Int?

  init(_ beside: Beside, lock: Lock, _ database: Database) throws {
    (self.beside, self.lock) = (beside, lock)
    version = try HeldBeside.version(database)
  }

  /// Reads it.
  ///
  /// - Throws: as `Beside`.
  init(_ database: Database, _ sealer: Sealer) throws {
    let beside = try Beside(database, sealer)
    guard let lock = try Lock.reading(database).lock else { throw Damage.Fault.lock(slot: 0) }
    try self.init(beside, lock: lock, database)
  }

  /// Whether no other connection has written since.
  func isCurrent(_ database: Database) throws -> Bool {
    try version == HeldBeside.version(database)
  }

  /// sqlite.org/pragma.html, data_version.
  private static func version(_ database: Database) throws -> Int? {
    try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version"))
  }
}
