import FoundationEssentials
import GRDB

/// What is written into a matter in one go: the disk has all of it in the end, or none.
struct MatterTransaction {
  let database: Database
  /// What the journal adds up to with what was written so far.
  var standing: Standing
  /// nil in an open matter.
  let sealer: Sealer?
  private let path: String
  private let kept: MatterError.Kept

  /// - Parameters:
  ///   - path: of the file, for what is thrown.
  ///   - kept: what the file holds where this fails.
  init(
    _ database: Database, _ standing: Standing, _ sealer: Sealer?, path: String,
    kept: MatterError.Kept
  ) {
    (self.database, self.standing, self.sealer) = (database, standing, sealer)
    (self.path, self.kept) = (path, kept)
  }

  /// Gives the matter that is made its tables, and of a locked one what opens it.
  mutating func begin(_ lock: Lock?) throws {
    try Schema.create(in: database)
    guard let lock else { return }
    try lock.write(to: database)
    standing.beside = try HeldBeside(Beside(), lock: lock, database)
  }

  /// Reads what stands beside the journal, while it is still bound to it.
  mutating func begin() throws {
    guard let sealer, try standing.beside?.isCurrent(database) != true else { return }
    standing.beside = try HeldBeside(database, sealer)
  }

  /// Changes what opens a locked matter.
  ///
  /// - Throws: what `change` throws; `.isOpen`.
  mutating func change(_ change: (inout Lock, SecretBytes) throws(LockFault) -> Void) throws {
    guard let sealer, var lock = try Lock.reading(database).lock else { throw refusal(.isOpen) }
    do throws(LockFault) {
      try change(&lock, sealer.key)
    } catch {
      throw refusal(.lockRefused(error))
    }
    try lock.write(to: database)
    standing.beside?.lock = lock
  }

  /// Binds what stands beside the journal to it, as it is now.
  func finish() throws {
    guard let sealer, let held = standing.beside else { return }
    try held.beside.write(
      to: database, sealer, head: standing.chain.storedHead, lock: held.lock.fingerprint)
  }

  /// Puts files in that are not there yet.
  func enclose(_ enclosures: [Enclosure]) throws {
    for enclosure in enclosures {
      let record = EnclosureRecord(enclosure)
      guard Names.isName(record.name) else { throw refusal(.refused(.name(record.name))) }
      guard record.bytes.count <= MatterFile.largestEnclosure else {
        throw refusal(
          .tooLarge(bytes: record.bytes.count, limit: MatterFile.largestEnclosure))
      }
      try record.insert(into: database, sealer)
    }
  }

  /// Puts down what a list shows.
  mutating func put(_ summary: MatterSummary) throws {
    if sealer != nil {
      standing.beside?.beside.summary = summary
      return
    }
    for (name, value) in summary.members {
      // An equal value is not written again: most answers change no name.
      try database.cachedStatement(
        sql: """
          INSERT INTO metadata (name, value) VALUES (?, ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
          """
      ).execute(arguments: [name, Data(value.utf8)])
    }
  }

  /// Puts down where a person stands and what is half filled in.
  mutating func put(_ change: DeskChange) throws {
    for name in change.names where !Names.isName(name) { throw refusal(.refused(.name(name))) }
    for text in change.fields.values.compactMap(\.self)
    where text.utf8.count > MatterFile.largestEntry {
      throw refusal(.tooLarge(bytes: text.utf8.count, limit: MatterFile.largestEntry))
    }
    if sealer != nil {
      standing.beside?.beside.apply(change)
    } else {
      try change.write(to: database)
    }
  }

  func refusal(_ kind: MatterError.Kind) -> MatterError {
    MatterError(kind, path: path, kept: kept)
  }
}
