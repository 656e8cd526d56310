import GRDB
import Interview
import Synchronization

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
    let found = enclosures { $0.kind == EnclosureRecord.pack }
    packsAtHand.withLock { if let found { $0 = found } }
  }

  /// Writes the whole matter into a new file and opens it there: journal, packs, papers, summary and
  /// everybody's desk. All of it is read through this connection, which sees the file also after it
  /// was moved, removed or replaced; what cannot be read any more comes from memory.
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
    let entries = reading { try MatterFile.replay($0, path: self.path).entries }
    let found = self.enclosures()
    let desks = reading { try MatterFile.desks(in: $0) }
    let summary = reading { try MatterSummary($0) }
    // There is nothing at this path that the mark could stand for, and the copy may come to lie there.
    if !isInPlace { releaseMark() }
    let file = try MatterFile.make(at: path, by: holder) { file, database, standing in
      for record in (found ?? []) + self.packsAtHand.withLock(\.self) where record.isWhole {
        try record.insert(into: database)
      }
      try file.enclose(enclosures, in: database)
      for entry in entries ?? held { try file.insert(entry, into: &standing, in: database) }
      for row in StateRow.all(of: standing.sheet) {
        try file.replace(nil, by: row, in: database)
      }
      if let summary { try file.put(summary, in: database) }
      for change in (desks ?? []) + (desk.map { [$0] } ?? []) { try file.put(change, in: database) }
    }
    let isWhole = entries != nil && desks != nil && found?.allSatisfy(\.isWhole) == true
    return MatterCopy(file: file, isWhole: isWhole)
  }

  /// What stands in the file; nil where it is not this matter any more, or cannot be read.
  private func reading<T>(_ body: (Database) throws -> T) -> T? {
    // SQLite would take the journal of a file that came into this one's place for this one's.
    guard isInPlace || FileIdentity(of: path + "-journal") == nil else { return nil }
    let head = head
    return try? perform { database in
      try self.holds(head, in: database) ? try body(database) : nil
    }
  }

  private func enclosures(_ fits: (EnclosureRecord) -> Bool = { _ in true }) -> [EnclosureRecord]? {
    reading { database in
      try Row.fetchAll(database, sql: EnclosureRecord.columns + " ORDER BY kind, name")
        .compactMap(EnclosureRecord.init).filter(fits)
    }
  }

  private static func desks(in database: Database) throws -> [DeskChange] {
    let people = try Row.fetchAll(
      database, sql: "SELECT person FROM desk UNION SELECT person FROM field"
    ).compactMap { $0.text(0) }
    return try people.map { person in
      let desk = try MatterFile.desk(of: person, in: database)
      return DeskChange(
        person: person, place: desk.place, fields: desk.fields.mapValues { .some($0) })
    }
  }
}
