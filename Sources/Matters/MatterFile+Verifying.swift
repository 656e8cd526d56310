import GRDB

extension MatterFile {
  /// Examines the whole file: SQLite's own check, every hash and link, the canonical form of every
  /// entry, the state table against the journal, the enclosed files, and that the sources of every
  /// adopted pack are there.
  ///
  /// - Throws: `.busy`, `.storage`. Damage is no error here but a finding.
  package func verify() throws(MatterError) -> Verification {
    try perform { try Verification($0, self.sealer) }
  }

  /// As `verify()`, of a file that may be too damaged to be opened.
  ///
  /// - Parameter keys: finds the key where it is locked; nil: what can be said without it is said.
  /// - Throws: as `open`, except `.damaged`.
  package static func verify(
    at path: String, keys: KeyFinder? = nil
  ) throws(MatterError) -> Verification {
    let place = try MatterPath.existing(path)
    do {
      let (queue, lock) = try Connection.toLock(place, writing: false)
      defer { try? queue.close() }
      let sealer = try keys.flatMap { (keys) throws(MatterError) in
        try Sealer.find(lock, at: place, keys)
      }
      return try queue.writeWithoutTransaction { database in
        try database.atOneMoment { try Verification(database, sealer) }
      }
    } catch {
      let error = MatterError(error, path: place.path, kept: .untouched)
      guard case .damaged(let damage) = error.kind else { throw error }
      return Verification(head: .start, entries: 0, faults: damage.faults, isUnread: false)
    }
  }
}
