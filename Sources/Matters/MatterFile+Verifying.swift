import GRDB

extension MatterFile {
  /// Examines the whole file: SQLite's own check, every hash and link, the canonical form of every
  /// entry, the state table against the journal, the enclosed files, and that the sources of every
  /// adopted pack are there.
  ///
  /// - Throws: `.busy`, `.storage`. Damage is no error here but a finding.
  package func verify() throws(MatterError) -> Verification {
    try perform(Verification.init)
  }

  /// As `verify()`, of a file that may be too damaged to be opened.
  ///
  /// - Throws: as `open`, except `.damaged`.
  package static func verify(at path: String) throws(MatterError) -> Verification {
    let place = try MatterPath.existing(path)
    do {
      let queue = try Connection.toMatter(place, writing: false)
      defer { try? queue.close() }
      return try queue.writeWithoutTransaction(Verification.init)
    } catch {
      let error = MatterError(error, path: place.path, kept: .untouched)
      guard case .damaged(let damage) = error.kind else { throw error }
      return Verification(head: .start, entries: 0, faults: damage.faults)
    }
  }
}
