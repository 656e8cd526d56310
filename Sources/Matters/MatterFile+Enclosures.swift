import FoundationEssentials
import GRDB
import PlainText

extension MatterFile {
  /// The sources of a pack that the matter was drafted with; nil where it never was.
  ///
  /// - Throws: `.damaged` where they were altered, `.storage`.
  package func pack(_ hash: String) throws(MatterError) -> PackSources? {
    guard let found = try enclosure(EnclosureRecord.pack, hash) else { return nil }
    do {
      return PackSources(hash: hash, files: try Archive.files(from: found.bytes))
    } catch {
      throw damaged(.enclosure(hash))
    }
  }

  /// The hashes of all packs in the matter, sorted.
  package func packs() throws(MatterError) -> [String] { try names(of: EnclosureRecord.pack) }

  /// An attached file.
  package func paper(_ fingerprint: Fingerprint) throws(MatterError) -> Paper? {
    try enclosure(EnclosureRecord.paper, fingerprint.hexadecimal).map {
      Paper(name: $0.title, bytes: $0.bytes)
    }
  }

  /// All attached files, sorted by their fingerprints.
  package func papers() throws(MatterError) -> [Fingerprint] {
    try names(of: EnclosureRecord.paper).compactMap(Fingerprint.init(hexadecimal:))
  }

  /// Puts files in that are not there yet.
  func enclose(_ enclosures: [Enclosure], in database: Database) throws {
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

  private func enclosure(
    _ kind: String, _ name: String
  ) throws(MatterError) -> EnclosureRecord? {
    let record = try perform { database in
      try EnclosureRecord.fetch(kind, name, from: database)
    }
    if let record, !record.isWhole { throw damaged(.enclosure(name)) }
    return record
  }

  private func names(of kind: String) throws(MatterError) -> [String] {
    try perform { database in
      try Row.fetchAll(
        database, sql: "SELECT name FROM blob WHERE kind = ? ORDER BY name", arguments: [kind]
      ).compactMap { $0.text(0) }
    }
  }

  private func damaged(_ fault: Damage.Fault) -> MatterError {
    MatterError(
      .damaged(Damage(whole: head.number, faults: [fault])), path: path, kept: .untouched)
  }
}
