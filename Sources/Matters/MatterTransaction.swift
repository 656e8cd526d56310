import FoundationEssentials
import GRDB

/// What is written into a matter in one go: the disk has all of it in the end, or none.
struct MatterTransaction {
  let database: Database
  /// What the journal adds up to with what was written so far.
  var standing: Standing
  private let path: String
  private let kept: MatterError.Kept

  /// - Parameters:
  ///   - path: of the file, for what is thrown.
  ///   - kept: what the file holds where this fails.
  init(_ database: Database, _ standing: Standing, path: String, kept: MatterError.Kept) {
    (self.database, self.standing, self.path, self.kept) = (database, standing, path, kept)
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
      try record.insert(into: database)
    }
  }

  /// Puts down what a list shows.
  func put(_ summary: MatterSummary) throws {
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
  func put(_ change: DeskChange) throws {
    for name in change.names where !Names.isName(name) { throw refusal(.refused(.name(name))) }
    for text in change.fields.values.compactMap(\.self)
    where text.utf8.count > MatterFile.largestEntry {
      throw refusal(.tooLarge(bytes: text.utf8.count, limit: MatterFile.largestEntry))
    }
    try change.write(to: database)
  }

  func refusal(_ kind: MatterError.Kind) -> MatterError {
    MatterError(kind, path: path, kept: kept)
  }
}
