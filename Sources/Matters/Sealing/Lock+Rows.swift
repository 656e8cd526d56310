import FoundationEssentials
import GRDB

/// The table `lock`: a row that holds the matter's id, and one for each way to open it. An open matter
/// has none.
extension Lock {
  static let table = """
    CREATE TABLE lock (
      slot INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      salt BLOB NOT NULL,
      operations INTEGER NOT NULL,
      memory INTEGER NOT NULL,
      key BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """

  /// What the first row is called.
  static let own = "matter"

  /// What a file's table says.
  struct Reading {
    /// nil where the matter is open, or where nothing can open it any more.
    var lock: Lock?
    /// Of rows that were altered, their numbers; of the id's, 0.
    var altered: [Int] = []

    var isLocked: Bool { lock != nil || !altered.isEmpty }
  }

  /// Reads all rows, up to a number that no honest file passes.
  static func reading(_ database: Database) throws -> Reading {
    guard try Schema.knowsLocks(database) else { return Reading() }
    let rows = try Row.fetchAll(
      database,
      sql:
        "SELECT slot, kind, salt, operations, memory, key, hash FROM lock ORDER BY slot LIMIT 100")
    guard !rows.isEmpty else { return Reading() }
    guard rows.count <= mostSlots + 1, let first = rows.first, first[0] == 0,
      first.text(1) == own, let id = first.bytes(2), id.count == LockSlot.saltCount,
      first[3] == 0, first[4] == 0, first.bytes(5) == [],
      first.bytes(6) == hash(ofID: id).bytes
    else { return Reading(altered: [0]) }
    var found = Reading(lock: Lock(id: id, slots: []))
    for row in rows.dropFirst() {
      if let slot = LockSlot(row, id: id) {
        found.lock?.slots.append(slot)
      } else {
        found.altered.append(Int.fromDatabaseValue(row[0]) ?? 0)
      }
    }
    if found.lock?.slots.isEmpty == true { found.altered.append(0) }
    return found
  }

  /// Of the row that holds the id.
  static func hash(ofID id: [UInt8]) -> Fingerprint { Fingerprint(of: Array(own.utf8) + id) }

  /// Puts all rows in, in place of those that are there.
  func write(to database: Database) throws {
    try database.execute(sql: "DELETE FROM lock")
    let insert = """
      INSERT INTO lock (slot, kind, salt, operations, memory, key, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    try database.execute(
      sql: insert,
      arguments: [
        0, Lock.own, Data(id), 0, 0, Data(),
        Data(Lock.hash(ofID: id).bytes),
      ])
    for slot in slots {
      try database.execute(
        sql: insert,
        arguments: [
          slot.number, slot.kind.rawValue, Data(slot.salt), slot.cost.operations, slot.cost.memory,
          Data(slot.key), Data(Fingerprint(of: slot.bytes(of: id)).bytes),
        ])
    }
  }
}

extension LockSlot {
  fileprivate init?(_ row: Row, id: [UInt8]) {
    guard let number = Int.fromDatabaseValue(row[0]), let kind = row.text(1),
      let salt = row.bytes(2), let operations = Int.fromDatabaseValue(row[3]),
      let memory = Int.fromDatabaseValue(row[4]), let key = row.bytes(5), let hash = row.bytes(6)
    else { return nil }
    self.init(
      number: number, kind: kind, salt: salt, operations: operations, memory: memory, key: key,
      hash: hash, id: id)
  }

  /// As a row says it.
  ///
  /// - Returns: nil where anything in it was altered, or is of a kind that this version does not know.
  init?(
    number: Int, kind: String, salt: [UInt8], operations: Int, memory: Int, key: [UInt8],
    hash: [UInt8], id: [UInt8]
  ) {
    guard (1...Lock.mostSlots).contains(number), let kind = Kind(rawValue: kind),
      salt.count == LockSlot.saltCount, key.count == LockSlot.keyCount,
      (0...Int(Int32.max)).contains(operations), (0...Int(Int32.max)).contains(memory)
    else { return nil }
    self.init(
      number: number, kind: kind, salt: salt,
      cost: DerivationCost(operations: operations, memory: memory), key: key)
    guard hash == Fingerprint(of: bytes(of: id)).bytes else { return nil }
  }
}
