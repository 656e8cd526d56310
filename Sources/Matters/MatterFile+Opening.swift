import GRDB
import Interview

extension MatterFile {
  /// Makes a new matter that only its owner may read and write. It is on disk with its packs and its
  /// first entry when this returns; else no file is left behind.
  ///
  /// - Throws: `.exists`, `.isFolder`, `.noFolder`, `.nameTooLong`, `.noPermission`,
  ///   `.readOnlyPlace`, `.diskFull`, `.noLocks`, `.refused`, `.tooLarge`, `.storage`; kept is
  ///   `.nothingMade`.
  package static func create(
    at path: String, by holder: Holder, enclosing enclosures: [Enclosure] = [],
    first: Entry? = nil, summary: MatterSummary? = nil
  ) throws(MatterError) -> MatterFile {
    try make(at: path, by: holder) { transaction in
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
  /// - Parameter readOnly: Opens for reading, also what is open elsewhere.
  /// - Throws: `.notFound`, `.brokenLink`, `.isFolder`, `.noPlainFile`, `.nameTooLong`,
  ///   `.noPermission`, `.notAMatter`, `.newerFormat`, `.damaged`, `.openElsewhere`,
  ///   `.lockBlocked`, `.busy`,
  ///   `.unfinishedSave`, `.storage`; kept is `.untouched`.
  package static func open(
    at path: String, by holder: Holder, readOnly: Bool = false
  ) throws(MatterError) -> MatterFile {
    let place = try MatterPath.existing(path)
    if let name = place.unfinishedName {
      throw MatterError(.unfinishedUnder(name), path: place.path, kept: .untouched)
    }
    if readOnly { return try openForReading(place, because: nil) }
    if let obstacle = place.obstacle ?? (place.hasSeveralNames ? .severalNames : nil) {
      return try openForReading(place, because: obstacle)
    }
    let queue = try Connection.toMatter(place, writing: true)
    do {
      // Looked at before it is marked: a file of another program gets no lock beside it.
      let mark = try WritingMark(on: place, by: holder)
      do {
        try queue.writeWithoutTransaction(Connection.leaveWAL)
        return try MatterFile(place: place, access: .writing, queue: queue, mark: mark)
      } catch {
        mark.release()
        throw error
      }
    } catch {
      try? queue.close()
      let error = MatterError(error, path: place.path, kept: .untouched)
      switch error.kind {
      case .noLocks, .diskFull, .readOnlyPlace, .noPermission:
        return try openForReading(place, because: error.kind)
      default: throw error
      }
    }
  }

  /// Makes a file and fills it, all in one transaction; takes it away again where that fails.
  static func make(
    at path: String, by holder: Holder,
    _ fill: (inout MatterTransaction) throws -> Void
  ) throws(MatterError) -> MatterFile {
    let place = try MatterPath.vacant(path)
    do {
      let mark = try WritingMark(on: place, by: holder)
      do {
        try place.fill(fill)
        let queue = try Connection.open(place, writing: true)
        return try MatterFile(place: place, access: .writing, queue: queue, mark: mark)
      } catch {
        mark.release()
        throw error
      }
    } catch {
      throw MatterError(error, path: place.path, kept: .nothingMade)
    }
  }

  private static func openForReading(
    _ place: MatterPath, because obstacle: MatterError.Kind?
  ) throws(MatterError) -> MatterFile {
    let reason = obstacle.map { MatterError($0, path: place.path, kept: .untouched) }
    let queue = try Connection.toMatter(place, writing: false)
    do {
      return try MatterFile(
        place: place, access: .reading(because: reason), queue: queue, mark: nil)
    } catch {
      try? queue.close()
      throw error
    }
  }

  /// Reads the journal through a new connection.
  private convenience init(
    place: MatterPath, access: Access, queue: DatabaseQueue, mark: WritingMark?
  ) throws(MatterError) {
    do {
      let standing = try queue.writeWithoutTransaction { database in
        try Standing(of: database, path: place.path)
      }
      self.init(place: place, access: access, queue: queue, mark: mark, standing: standing)
    } catch {
      throw MatterError(error, path: place.path, kept: .untouched)
    }
  }
}

extension MatterPath {
  /// Makes the file with what it holds: beside its place first, and there when the disk has all of it.
  fileprivate func fill(_ fill: (inout MatterTransaction) throws -> Void) throws {
    let part: PartFile
    do throws(PartFile.Fault) { part = try PartFile(in: String(folder.dropLast())) } catch {
      throw MatterPath.failure(error.number, at: path, kept: .nothingMade)
    }
    do {
      let made = MatterPath(path: part.path)
      let file = MatterFile(
        place: made, access: .writing, queue: try Connection.open(made, writing: true), mark: nil,
        standing: Standing())
      // Before the part's descriptor: closing that drops SQLite's locks.
      defer { file.close() }
      try file.write { transaction in
        try Schema.create(in: transaction.database)
        try fill(&transaction)
      }
    } catch {
      part.discard()
      throw error
    }
    do throws(PartFile.Fault) { try part.move(to: path) } catch {
      part.discard()
      throw MatterPath.failure(error.number, at: path, kept: .nothingMade)
    }
  }
}
