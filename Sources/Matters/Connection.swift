import GRDB
import PlainText

/// How a matter file is opened with SQLite.
enum Connection {
  /// Opens, or finishes what a killed save began: SQLite rolls a hot journal back at the first
  /// read (sqlite.org/atomiccommit.html, section 4).
  ///
  /// - Throws: `MatterError`, kept `.untouched`.
  ///
  /// - Parameter locking: without locks only where nothing can be written, as the place knows none.
  static func open(
    _ place: MatterPath, writing: Bool, locking: Bool = true
  ) throws(MatterError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "art28 matter"
    configuration.readonly = !writing
    configuration.busyMode = .timeout(2)
    // `MatterFile.begin` leaves one open until `commit`.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      for pragma in pragmas + (writing ? durable : []) { try database.execute(sql: pragma) }
    }
    do {
      return try DatabaseQueue(
        path: locking ? place.path : unlocked(place), configuration: configuration)
    } catch {
      throw MatterError(error, path: place.path, kept: .untouched)
    }
  }

  /// Opens for reading only. What a killed save left is rolled back first, where that can be done.
  ///
  /// - Throws: `MatterError`, kept `.untouched`; `.unfinishedSave` in a read-only place.
  static func openForReading(_ place: MatterPath) throws(MatterError) -> DatabaseQueue {
    do {
      return try open(place, writing: false)
    } catch {
      guard error.kind == .unfinishedSave, place.obstacle == nil else { throw error }
      try? open(place, writing: true).close()
      return try open(place, writing: false)
    }
  }

  /// As a URI without locks; sqlite.org/uri.html.
  private static func unlocked(_ place: MatterPath) -> String {
    let path = place.path.utf8.map { $0 == UInt8(ascii: "/") ? "/" : "%\([$0].hexadecimal)" }
    return "file:\(path.joined())?nolock=1"
  }

  /// Connects to what is a matter of a version that is known here. Where the place knows no locks, it
  /// is read without.
  ///
  /// - Throws: `MatterError`, kept `.untouched`; `.noLocks` where it is to be written.
  static func toMatter(_ place: MatterPath, writing: Bool) throws(MatterError) -> DatabaseQueue {
    do {
      return try toMatter(place, writing: writing, locking: true)
    } catch {
      guard [.busy, .noLocks].contains(error.kind), !place.knowsLocks else { throw error }
      guard !writing, let queue = try? toMatter(place, writing: false, locking: false) else {
        throw MatterError(.noLocks, path: place.path, kept: .untouched)
      }
      return queue
    }
  }

  private static func toMatter(
    _ place: MatterPath, writing: Bool, locking: Bool
  ) throws(MatterError) -> DatabaseQueue {
    do {
      let queue =
        if writing {
          try open(place, writing: true)
        } else if locking {
          try openForReading(place)
        } else {
          try open(place, writing: false, locking: false)
        }
      do {
        guard let fault = try queue.writeWithoutTransaction(Schema.fault) else { return queue }
        throw MatterError(fault, path: place.path, kept: .untouched)
      } catch {
        try? queue.close()
        throw error
      }
    } catch {
      let error = MatterError(error, path: place.path, kept: .untouched)
      guard error.kind == .notAMatter(.other) else { throw error }
      throw MatterError(.notAMatter(place.nature), path: place.path, kept: .untouched)
    }
  }

  private static let pragmas = [
    // A file may come from anyone: sqlite.org/security.html, section 1.2.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    // Client text never reaches /tmp.
    "PRAGMA temp_store = MEMORY",
  ]

  private static let durable = [
    // The folder is synced after the journal is gone: a commit cannot come undone at power loss.
    "PRAGMA synchronous = EXTRA",
    // What is taken off the desk is overwritten with zeros, as matters are mailed.
    "PRAGMA secure_delete = ON",
  ]

  /// Connects to one, and reads what opens it where it is locked.
  ///
  /// - Throws: as `toMatter`; `.damaged` where nothing opens it any more.
  static func toLock(
    _ place: MatterPath, writing: Bool
  ) throws(MatterError) -> (queue: DatabaseQueue, lock: Lock.Reading) {
    let queue = try toMatter(place, writing: writing)
    do {
      return (queue, try queue.writeWithoutTransaction(Lock.reading))
    } catch {
      try? queue.close()
      throw MatterError(error, path: place.path, kept: .untouched)
    }
  }

  /// A matter is one file that can be copied. Another program may have switched it to WAL.
  static func leaveWAL(_ database: Database) throws {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
    guard mode == "delete" else { throw DatabaseError(resultCode: .SQLITE_LOCKED) }
  }
}

extension Database {
  /// Reads what belongs together, while others may write.
  func atOneMoment<T>(_ body: () throws -> T) throws -> T {
    // Of acts that are kept together, the one after reads what the one before has written.
    if isInsideTransaction { return try body() }
    var found: T?
    try inTransaction(.deferred) {
      found = try body()
      return .commit
    }
    guard let found else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    return found
  }
}
