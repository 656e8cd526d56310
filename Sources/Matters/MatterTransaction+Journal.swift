import FoundationEssentials
import GRDB
import Interview

extension MatterTransaction {
  /// Adds an entry, and what it changes in the state table.
  ///
  /// - Throws: `.headMoved` where the journal does not end where the entry expects it, `.refused`,
  ///   `.tooLarge`.
  mutating func add(_ entry: Entry) throws {
    try expectHead(before: entry)
    let places = Array(StateRow.places(of: entry.changes))
    let before = places.map { StateRow($0, in: standing.sheet) }
    try insert(entry)
    guard !standing.sheet.isClosed else { throw refusal(.refused(.closing)) }
    // A locked matter has no second copy of what stands.
    guard sealer == nil else { return }
    for (place, old) in zip(places, before) {
      try replace(old, by: StateRow(place, in: standing.sheet))
    }
  }

  /// Adds entries to an empty journal, and all that they add up to.
  mutating func fill(_ entries: [Entry]) throws {
    for entry in entries { try insert(entry) }
    guard sealer == nil else { return }
    for row in StateRow.all(of: standing.sheet) { try replace(nil, by: row) }
  }

  /// Adds an entry to the journal alone.
  private mutating func insert(_ entry: Entry) throws {
    try check(entry)
    let payload = Payload.bytes(of: entry)
    guard payload.count <= MatterFile.largestEntry else {
      throw refusal(.tooLarge(bytes: payload.count, limit: MatterFile.largestEntry))
    }
    let plain = Fingerprint(of: payload)
    let own = standing.head.link.link(to: entry.number, payload: plain)
    let stored = sealer?.seal(payload, link: own, entry: entry.number) ?? payload
    let hash = sealer == nil ? plain : Fingerprint(of: stored)
    let link = sealer == nil ? own : standing.chain.stored.link(to: entry.number, payload: hash)
    try database.cachedStatement(
      sql: "INSERT INTO entry (number, payload, payload_hash, link_hash) VALUES (?, ?, ?, ?)"
    ).execute(
      arguments: [entry.number, Data(stored), Data(hash.bytes), Data(link.bytes)])
    standing.sheet.apply(entry)
    standing.chain = Chain(head: MatterHead(number: entry.number, link: own), stored: link)
  }

  private func replace(_ old: StateRow?, by new: StateRow?) throws {
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

  private func expectHead(before entry: Entry) throws {
    let last = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT number, link_hash FROM entry ORDER BY number DESC LIMIT 1"))
    let found = last.flatMap { Int.fromDatabaseValue($0[0]) } ?? 0
    let link = last == nil ? Fingerprint.origin : last?.bytes(1).flatMap(Fingerprint.init(bytes:))
    let head = standing.chain.storedHead
    guard found == head.number, link == head.link, entry.number == head.number + 1 else {
      throw refusal(.headMoved(expected: entry.number - 1, found: found))
    }
  }

  /// Holds an entry to what the format can keep.
  private func check(_ entry: Entry) throws {
    guard Names.isTime(entry.when) else { throw refusal(.refused(.time(entry.when))) }
    for name in [entry.by] + entry.changes.flatMap(\.names) where !Names.isName(name) {
      throw refusal(.refused(.name(name)))
    }
    for case .setting(.pack, _, let hash?) in entry.changes {
      guard try EnclosureRecord.holds(EnclosureRecord.pack, hash, in: database, sealer) else {
        throw refusal(.refused(.packMissing(hash)))
      }
    }
  }
}
