import FoundationEssentials
import GRDB
import Interview

extension MatterFile {
  /// In bytes, of one entry's payload.
  package static let largestEntry = 16 << 20
  /// In bytes, of one enclosed file or pack.
  package static let largestEnclosure = 64 << 20

  /// Adds an act to the journal. When it returns, the disk has the entry, what it encloses, the
  /// summary and the desk; where it throws, the file has none of them and is as before.
  ///
  /// The entry's number says which head the caller expects: one less.
  ///
  /// - Throws: `.headMoved` where the journal has other entries than this file has seen,
  ///   `.diskFull`, `.openForReading`, `.movedAway`, `.refused`, `.tooLarge`, `.busy`,
  ///   `.readOnlyPlace`, `.storage`; kept is `.entries`.
  @discardableResult
  package func append(
    _ entry: Entry, enclosing enclosures: [Enclosure] = [], summary: MatterSummary? = nil,
    desk: DeskChange? = nil
  ) throws(MatterError) -> MatterHead {
    var head = MatterHead.start
    try write { database, standing in
      try self.enclose(enclosures, in: database)
      try self.add(entry, to: &standing, in: database)
      head = standing.head
      if let summary { try self.put(summary, in: database) }
      if let desk { try self.put(desk, in: database) }
    }
    return head
  }

  /// Adds an entry, and what it changes in the state table.
  func add(_ entry: Entry, to standing: inout Standing, in database: Database) throws {
    try expectHead(before: entry, standing.head, in: database)
    let places = Array(StateRow.places(of: entry.changes))
    let before = places.map { StateRow($0, in: standing.sheet) }
    try insert(entry, into: &standing, in: database)
    guard !standing.sheet.isClosed else { throw refusal(.refused(.closing)) }
    for (place, old) in zip(places, before) {
      try replace(old, by: StateRow(place, in: standing.sheet), in: database)
    }
  }

  /// Adds an entry to the journal alone.
  func insert(_ entry: Entry, into standing: inout Standing, in database: Database) throws {
    try check(entry, in: database)
    let payload = Payload.bytes(of: entry)
    guard payload.count <= MatterFile.largestEntry else {
      throw refusal(.tooLarge(bytes: payload.count, limit: MatterFile.largestEntry))
    }
    let hash = Fingerprint(of: payload)
    let link = standing.head.link.link(to: entry.number, payload: hash)
    try database.cachedStatement(
      sql: "INSERT INTO entry (number, payload, payload_hash, link_hash) VALUES (?, ?, ?, ?)"
    ).execute(
      arguments: [entry.number, Data(payload), Data(hash.bytes), Data(link.bytes)])
    standing.sheet.apply(entry)
    standing.head = MatterHead(number: entry.number, link: link)
  }

  func replace(_ old: StateRow?, by new: StateRow?, in database: Database) throws {
    if let old, new == nil || !old.key.isSpelt(like: new?.key) {
      try database.cachedStatement(
        sql: "DELETE FROM state WHERE kind = ? AND name = ? AND part = ?"
      ).execute(arguments: [old.key.kind.rawValue, old.key.name, old.key.part])
    }
    guard let new else { return }
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO state (kind, name, part, value, entry) VALUES (?, ?, ?, ?, ?)"
    ).execute(
      arguments: [
        new.key.kind.rawValue, new.key.name, new.key.part, Data(new.value), new.entry,
      ])
  }

  private func expectHead(
    before entry: Entry, _ head: MatterHead, in database: Database
  ) throws {
    let last = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT number, link_hash FROM entry ORDER BY number DESC LIMIT 1"))
    let found = last.flatMap { Int.fromDatabaseValue($0[0]) } ?? 0
    let link = last == nil ? Fingerprint.origin : last?.bytes(1).flatMap(Fingerprint.init(bytes:))
    guard found == head.number, link == head.link, entry.number == head.number + 1 else {
      throw refusal(.headMoved(expected: entry.number - 1, found: found))
    }
  }

  /// Holds an entry to what the format can keep.
  private func check(_ entry: Entry, in database: Database) throws {
    guard Names.isTime(entry.when) else { throw refusal(.refused(.time(entry.when))) }
    for name in [entry.by] + entry.changes.flatMap(\.names) where !Names.isName(name) {
      throw refusal(.refused(.name(name)))
    }
    for case .setting(.pack, _, let hash?) in entry.changes {
      let known = try Bool.fetchOne(
        database.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM blob WHERE kind = 'pack' AND name = ?)"),
        arguments: [hash])
      guard known == true else { throw refusal(.refused(.packMissing(hash))) }
    }
  }

  func refusal(_ kind: MatterError.Kind) -> MatterError {
    MatterError(kind, path: path, kept: .entries(head.number))
  }
}
