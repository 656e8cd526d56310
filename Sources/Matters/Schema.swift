import GRDB

/// The tables of a matter file and the marks that say it is one.
enum Schema {
  /// `A28A`, at byte 68 of the file; see "Magic Numbers" in sqlite.org/fileformat2.html. `file`
  /// shows it.
  static let applicationID = 0x4132_3841
  /// Of the format of files that are made now; `PRAGMA user_version`.
  static let version = 3
  /// Every version that is read and written here. A file keeps its own, so that who could open it
  /// still can.
  private static let known = 1...version

  /// Compared word for word with what a file holds, so that a file from outside can bring no
  /// trigger, view or other table with it.
  private static func tables(of version: Int) -> [String] {
    version < 3 ? firstTables : firstTables + [Lock.table]
  }

  /// Those of the versions 1 and 2.
  private static let firstTables = [
    """
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY,
      payload BLOB NOT NULL,
      payload_hash BLOB NOT NULL,
      link_hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE state (
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      part TEXT NOT NULL,
      value BLOB NOT NULL,
      entry INTEGER NOT NULL,
      PRIMARY KEY (kind, name, part)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE desk (
      person TEXT PRIMARY KEY,
      step TEXT NOT NULL,
      question TEXT,
      row TEXT
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE field (
      person TEXT NOT NULL,
      question TEXT NOT NULL,
      row TEXT NOT NULL,
      text BLOB NOT NULL,
      PRIMARY KEY (person, question, row)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE blob (
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      title BLOB NOT NULL,
      hash BLOB NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (kind, name)
    ) STRICT
    """,
    """
    CREATE TABLE metadata (
      name TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
  ]

  static func create(in database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
    for table in tables(of: version) { try database.execute(sql: table) }
  }

  /// Whether the file can be locked: since version 3.
  static func knowsLocks(_ database: Database) throws -> Bool {
    (try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0) >= 3
  }

  /// Whether the sources of packs may lie in this file as zlib streams: since version 2.
  static func knowsStreams(_ database: Database) throws -> Bool {
    (try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0) >= 2
  }

  /// What the file is; nil where it is a matter of a known version.
  static func fault(in database: Database) throws -> MatterError.Kind? {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let found = try Row.fetchAll(
      database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    ).map { $0[0] as DatabaseValue }
    guard id == applicationID else {
      // The file of a creation that was cut off has no page yet, or none of ours.
      return .notAMatter(found.isEmpty && id == 0 ? .empty : .otherDatabase)
    }
    if version > known.upperBound { return .newerFormat(version) }
    guard known.contains(version), found == tables(of: version).map(\.databaseValue) else {
      return .damaged(Damage(whole: 0, faults: [.tables]))
    }
    return nil
  }
}

extension MatterFile {
  /// Whether a file with these bytes is a matter, whole or not: by the marks in its first 100 bytes.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: Schema.applicationID >> (24 - 8 * $0)) }
    return bytes.starts(with: "SQLite format 3\0".utf8)
      && Array(bytes.dropFirst(68).prefix(4)) == id
  }
}
