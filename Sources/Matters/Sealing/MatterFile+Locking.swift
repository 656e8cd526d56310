import GRDB
import Glibc
import Interview

extension MatterFile {
  /// Writes a matter anew, locked or open, and puts the new file in the place of the old one, or at
  /// another path. When this returns the disk has it, and the old file's bytes were overwritten with
  /// zeros where no other name leads to them; a disk, a backup or a snapshot may still have them.
  /// Where it throws, the old file is as before.
  ///
  /// - Parameters:
  ///   - locked: what opens the new one; nil: nothing is needed.
  ///   - other: the path of the new one; the old one stays. nil: in its place.
  ///   - keys: finds the key of a locked one.
  /// - Throws: as `open` and `create`; `.isLocked`, `.isOpen` where it is so already.
  package static func rewrite(
    at path: String, by holder: Holder, locked: NewLock?, to other: String? = nil,
    keys: KeyFinder = noKey
  ) throws(MatterError) {
    let file = try open(at: path, by: holder, readOnly: other != nil, keys: keys)
    defer { file.close() }
    guard file.isLocked == (locked == nil) else {
      throw MatterError(file.isLocked ? .isLocked : .isOpen, path: file.path, kept: .untouched)
    }
    let holdings = try file.wholeHoldings()
    if let other {
      return try make(at: other, by: holder, locked: locked, holdings.put).close()
    }
    if let obstacle = file.access.obstacle {
      throw MatterError(obstacle, path: file.path, kept: .untouched)
    }
    try file.giveWay(to: locked, holdings.put)
  }

  /// What opens a matter that is not open here; nil where nothing is needed.
  ///
  /// - Throws: as `open`; `.damaged` where nothing opens it any more.
  package static func lock(at path: String) throws(MatterError) -> Lock? {
    let place = try MatterPath.existing(path)
    let (queue, found) = try Connection.toLock(place, writing: false)
    try? queue.close()
    guard found.isLocked else { return nil }
    guard let lock = found.lock, !lock.slots.isEmpty else {
      throw MatterError(
        .damaged(Damage(whole: 0, faults: [.lock(slot: 0)])), path: place.path, kept: .untouched)
    }
    return lock
  }

  /// What opens a locked matter; nil of an open one.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func lock() throws(MatterError) -> Lock? {
    try perform { database in try Lock.reading(database).lock }
  }

  /// Changes what opens a locked matter; its entries and its chain stay as they are.
  ///
  /// - Throws: as `append`; `.lockRefused`, `.isOpen`.
  package func changeLock(
    _ change: (inout Lock, SecretBytes) throws(LockFault) -> Void
  ) throws(MatterError) {
    try write { try $0.change(change) }
  }

  /// All that the file holds.
  ///
  /// - Throws: `.damaged` where anything in it is not whole.
  private func wholeHoldings() throws(MatterError) -> Holdings {
    var holdings = try perform { database in
      Holdings(
        enclosures: try EnclosureRecord.each(in: database, self.sealer) { name, record in
          guard let record, record.isWhole else { throw Damage.Fault.enclosure(name) }
          return record
        }, desks: try DeskChange.all(in: database, self.sealer),
        summary: try MatterSummary(database, self.sealer))
    }
    holdings.entries = try takeEntries()
    return holdings
  }

  /// Makes a file anew beside this one and puts it into its place, when the disk has it.
  private func giveWay(
    to locked: NewLock?, _ fill: (inout MatterTransaction) throws -> Void
  ) throws(MatterError) {
    var old = stat()
    guard isInPlace, stat(path, &old) == 0 else {
      throw MatterError(.movedAway, path: path, kept: .untouched)
    }
    let sealer = locked.map { Sealer(matter: $0.lock.id, key: $0.key) }
    do {
      try place.fill(locked?.lock, sealer, fill) { (part) throws(PartFile.Fault) in
        // Where its group cannot be kept, no other group gets what that one had. Only root can keep its
        // owner.
        let owner = geteuid() == 0 ? old.st_uid : uid_t.max
        let isKept = fchown(part.descriptor, owner, old.st_gid) == 0
        fchmod(part.descriptor, old.st_mode & (isKept ? 0o777 : 0o707))
        // SQLite's own descriptors go first: closing another would drop its locks.
        closeConnection()
        let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        defer { if descriptor >= 0 { Glibc.close(descriptor) } }
        try part.replace(path)
        if descriptor >= 0 { MatterFile.wipe(descriptor) }
      }
    } catch {
      throw MatterError(error, path: path, kept: .untouched)
    }
  }

  /// Overwrites a file that has no name any more; one that has another name is a copy of somebody's.
  private static func wipe(_ descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_nlink == 0 else { return }
    let zeros = [UInt8](repeating: 0, count: 65_536)
    var left = Int(status.st_size)
    while left > 0 {
      let count = zeros.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, min(left, $0.count))
      }
      guard count > 0 else { break }
      left -= count
    }
    fsync(descriptor)
  }
}
