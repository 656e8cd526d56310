import GRDB
import Interview

/// Finds the key of a locked matter: of what is locked where, or throws a `MatterError`.
package typealias KeyFinder = (Lock, _ path: String) throws(MatterError) -> LockKey

/// The key of a locked matter.
package struct LockKey: Sendable {
  let bytes: SecretBytes
  /// The way by which it came open; nil where that is not known any more.
  package let way: Int?
}

extension MatterFile {
  /// Of somebody who has none: what is locked stays so.
  package static func noKey(_ lock: Lock, _ path: String) throws(MatterError) -> LockKey {
    throw MatterError(.locked, path: path, kept: .untouched)
  }

  /// Makes a new matter that only its owner may read and write. It is on disk with its packs and its
  /// first entry when this returns; else no file is left behind.
  ///
  /// - Parameter locked: what opens it; nil where it is not locked.
  /// - Throws: `.exists`, `.isFolder`, `.noFolder`, `.nameTooLong`, `.noPermission`,
  ///   `.readOnlyPlace`, `.diskFull`, `.noLocks`, `.refused`, `.tooLarge`, `.storage`; kept is
  ///   `.nothingMade`.
  package static func create(
    at path: String, by holder: Holder, locked: NewLock? = nil,
    enclosing enclosures: [Enclosure] = [], first: Entry? = nil, summary: MatterSummary? = nil
  ) throws(MatterError) -> MatterFile {
    try make(at: path, by: holder, locked: locked) { transaction in
      try transaction.enclose(enclosures)
      if let summary { try transaction.put(summary) }
      if let first { try transaction.add(first) }
    }
  }

  /// Opens a matter and sums up its journal; every entry's hash and link is checked on the way.
  ///
  /// A file that a killed or cut-off save left behind is rolled back to its last whole entry. Where
  /// nothing can be written (a read-only place, no permission, a full disk, no locks), the matter
  /// opens for reading and `access` says why.
  ///
  /// - Parameters:
  ///   - readOnly: Opens for reading, also what is open elsewhere.
  ///   - keys: finds the key where it is locked.
  /// - Throws: `.notFound`, `.brokenLink`, `.isFolder`, `.noPlainFile`, `.nameTooLong`,
  ///   `.noPermission`, `.notAMatter`, `.newerFormat`, `.damaged`, `.openElsewhere`,
  ///   `.lockBlocked`, `.busy`,
  ///   `.unfinishedSave`, `.storage`, what `keys` throws; kept is `.untouched`.
  package static func open(
    at path: String, by holder: Holder, readOnly: Bool = false, keys: KeyFinder = noKey
  ) throws(MatterError) -> MatterFile {
    let place = try MatterPath.existing(path)
    if let name = place.unfinishedName {
      throw MatterError(.unfinishedUnder(name), path: place.path, kept: .untouched)
    }
    if readOnly { return try openForReading(place, because: nil, keys) }
    if let obstacle = place.obstacle ?? (place.hasSeveralNames ? .severalNames : nil) {
      return try openForReading(place, because: obstacle, keys)
    }
    let (queue, lock) = try Connection.toLock(place, writing: true)
    var sealer: Sealer?
    do {
      // Nobody is kept from writing while somebody looks for a passphrase.
      sealer = try Sealer.find(lock, at: place, keys)
      // Looked at before it is marked: a file of another program gets no lock beside it.
      let mark = try WritingMark(on: place, by: holder)
      do {
        try queue.writeWithoutTransaction(Connection.leaveWAL)
        return try MatterFile(
          place: place, access: .writing, queue: queue, mark: mark, sealer: sealer)
      } catch {
        mark.release()
        throw error
      }
    } catch {
      try? queue.close()
      let error = MatterError(error, path: place.path, kept: .untouched)
      switch error.kind {
      case .noLocks, .diskFull, .readOnlyPlace, .noPermission:
        return try openForReading(place, because: error.kind) {
          (lock, path) throws(MatterError) in
          // Nobody is asked twice.
          guard let sealer, sealer.matter == lock.id else { return try keys(lock, path) }
          return LockKey(bytes: sealer.key, way: nil)
        }
      default: throw error
      }
    }
  }

  /// Makes a file and fills it, all in one transaction; takes it away again where that fails.
  static func make(
    at path: String, by holder: Holder, locked: NewLock? = nil,
    _ fill: (inout MatterTransaction) throws -> Void
  ) throws(MatterError) -> MatterFile {
    let place = try MatterPath.vacant(path)
    do {
      let mark = try WritingMark(on: place, by: holder)
      do {
        let sealer = locked.map { Sealer(matter: $0.lock.id, key: $0.key) }
        try place.fill(locked?.lock, sealer, fill) { (part) throws(PartFile.Fault) in
          try part.move(to: place.path)
        }
        let queue = try Connection.open(place, writing: true)
        return try MatterFile(
          place: place, access: .writing, queue: queue, mark: mark, sealer: sealer)
      } catch {
        mark.release()
        throw error
      }
    } catch {
      let error = MatterError(error, path: place.path, kept: .nothingMade)
      // SQLite says of a place without locks that somebody holds the file.
      guard error.kind == .busy, !place.knowsLocks else { throw error }
      throw MatterError(.noLocks, path: place.path, kept: .nothingMade)
    }
  }

  private static func openForReading(
    _ place: MatterPath, because obstacle: MatterError.Kind?, _ keys: KeyFinder
  ) throws(MatterError) -> MatterFile {
    let reason = obstacle.map { MatterError($0, path: place.path, kept: .untouched) }
    let (queue, lock) = try Connection.toLock(place, writing: false)
    do {
      return try MatterFile(
        place: place, access: .reading(because: reason), queue: queue, mark: nil,
        sealer: try Sealer.find(lock, at: place, keys))
    } catch {
      try? queue.close()
      throw error
    }
  }

  /// Reads the journal through a new connection.
  private convenience init(
    place: MatterPath, access: Access, queue: DatabaseQueue, mark: WritingMark?, sealer: Sealer?
  ) throws(MatterError) {
    do {
      let standing = try queue.writeWithoutTransaction { database in
        try database.atOneMoment { try Standing(of: database, sealer, path: place.path) }
      }
      self.init(
        place: place, access: access, queue: queue, mark: mark, sealer: sealer, standing: standing)
    } catch {
      throw MatterError(error, path: place.path, kept: .untouched)
    }
  }
}

extension Sealer {
  /// What a matter is sealed with; nil where it is open.
  ///
  /// - Throws: `.damaged` where nothing opens it any more; what `keys` throws.
  static func find(
    _ found: Lock.Reading, at place: MatterPath, _ keys: KeyFinder
  ) throws(MatterError) -> Sealer? {
    guard found.isLocked else { return nil }
    guard let lock = found.lock, !lock.slots.isEmpty else {
      throw MatterError(
        .damaged(Damage(whole: 0, faults: [.lock(slot: 0)])), path: place.path, kept: .untouched)
    }
    return Sealer(matter: lock.id, key: try keys(lock, place.path).bytes)
  }
}

extension MatterPath {
  /// Makes the file with what it holds: beside its place first, and there when the disk has all of it.
  ///
  /// - Parameter put: puts it into its place.
  func fill(
    _ lock: Lock?, _ sealer: Sealer?, _ fill: (inout MatterTransaction) throws -> Void,
    put: (PartFile) throws(PartFile.Fault) -> Void
  ) throws {
    let part: PartFile
    do throws(PartFile.Fault) { part = try PartFile(in: String(folder.dropLast())) } catch {
      throw MatterPath.failure(error.number, at: path, kept: .nothingMade)
    }
    do {
      let made = MatterPath(path: part.path)
      let file = MatterFile(
        place: made, access: .writing, queue: try Connection.open(made, writing: true), mark: nil,
        sealer: sealer, standing: Standing())
      // Before the part's descriptor: closing that drops SQLite's locks.
      defer { file.close() }
      try file.write(isNew: true) { transaction in
        try transaction.begin(lock)
        try fill(&transaction)
      }
    } catch {
      part.discard()
      throw error
    }
    do throws(PartFile.Fault) { try put(part) } catch {
      part.discard()
      throw MatterPath.failure(error.number, at: path, kept: .nothingMade)
    }
  }
}
