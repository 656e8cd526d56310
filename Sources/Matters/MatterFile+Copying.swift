import GRDB
import Interview

/// A matter in another place, open there.
package struct MatterCopy: Sendable {
  package let file: MatterFile
  /// Whether everything is in it. Where the first file could not be read any more, its papers and
  /// what others had half filled in are missing.
  package let isWhole: Bool
}

extension MatterFile {
  /// Keeps the packs in memory, so that the matter can be written elsewhere also when its file can no
  /// longer be read.
  package func keepPacksAtHand() {
    guard let found = reading({ try EnclosureRecord.all(in: $0, self.sealer) }) else { return }
    packsAtHand = found.filter { $0.kind == EnclosureRecord.pack }
  }

  /// Writes the whole matter into a new file and opens it there: journal, packs, papers, summary and
  /// everybody's desk; of a locked matter locked as it is. All of it is read through this connection,
  /// which sees the file also after it was moved, removed or replaced; what cannot be read any more
  /// comes from memory.
  ///
  /// - Parameters:
  ///   - held: the journal as the caller has it.
  ///   - enclosures: packs that the caller has besides.
  ///   - desk: what the caller could not save here.
  /// - Throws: as `create`; kept is `.nothingMade`.
  package func copy(
    to path: String, by holder: Holder, held: [Entry], enclosing enclosures: [Enclosure] = [],
    desk: DeskChange? = nil
  ) throws(MatterError) -> MatterCopy {
    let holdings = Holdings(
      entries: reading { try Standing(of: $0, self.sealer, path: self.path).entries },
      enclosures: reading { try EnclosureRecord.all(in: $0, self.sealer) },
      desks: reading { try DeskChange.all(in: $0, self.sealer) },
      summary: reading { try MatterSummary($0, self.sealer) })
    // There is nothing at this path that the mark could stand for, and the copy may come to lie there.
    if !isInPlace { releaseMark() }
    let file = try MatterFile.make(at: path, by: holder, locked: lockToCopy()) { transaction in
      try holdings.enclose(and: self.packsAtHand, in: transaction)
      try transaction.enclose(enclosures)
      try transaction.fill(holdings.entries ?? held)
      if let summary = holdings.summary { try transaction.put(summary) }
      for change in (holdings.desks ?? []) + (desk.map { [$0] } ?? []) {
        try transaction.put(change)
      }
    }
    return MatterCopy(file: file, isWhole: holdings.isWhole)
  }

  /// What opens the copy of a locked matter: the same with the same key; nil of an open one. Rows of
  /// another matter that lies in the file now would shut everybody out.
  private func lockToCopy() throws(MatterError) -> NewLock? {
    guard let sealer else { return nil }
    guard let lock = reading({ try HeldBeside($0, sealer).lock }) ?? heldLock else {
      throw damaged(.lock(slot: 0), whole: head.number)
    }
    return NewLock(lock: lock, key: sealer.key)
  }

  /// What stands in the file; nil where it is not this matter any more, or cannot be read.
  private func reading<T>(_ body: (Database) throws -> T) -> T? {
    // SQLite would take the journal of a file that came into this one's place for this one's.
    guard isInPlace || FileIdentity(of: path + "-journal") == nil else { return nil }
    let head = storedHead
    return try? perform { database in
      try self.holds(head, in: database) ? try body(database) : nil
    }
  }
}
