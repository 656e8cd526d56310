import GRDB
import Interview
import PlainText

extension MatterFile {
  /// The whole matter as canonical JSON: journal, summary, packs and papers, without the desk. The
  /// export of an import of it has the same bytes.
  ///
  /// - Throws: `.damaged` where anything in it is not whole, `.busy`, `.storage`.
  package func export() throws(MatterError) -> [UInt8] {
    let entries = try entries()
    return try perform { database in
      var export = Export(summary: try MatterSummary(database, self.sealer), entries: entries)
      for entry in entries {
        let hash = Fingerprint(of: Payload.bytes(of: entry))
        export.head = MatterHead(
          number: entry.number, link: export.head.link.link(to: entry.number, payload: hash))
      }
      export.enclosures = try EnclosureRecord.each(in: database, self.sealer) { name, record in
        guard let enclosure = record?.enclosure else {
          throw self.damaged(.enclosure(name), whole: entries.count)
        }
        return enclosure
      }
      return export.bytes
    }
  }

  /// Makes a new matter from an export, or from what was salvaged; of that, the entries up to the
  /// first gap.
  ///
  /// - Throws: `.notAnExport`; else as `create`.
  package static func create(
    at path: String, by holder: Holder, from json: [UInt8], locked: NewLock? = nil
  ) throws(MatterError) -> MatterFile {
    let export: Export
    do {
      export = try Export(from: json)
    } catch {
      throw MatterError(
        .notAnExport(error.what, offset: error.offset), path: path, kept: .nothingMade)
    }
    return try make(at: path, by: holder, locked: locked) { transaction in
      try transaction.enclose(export.enclosures)
      try transaction.fill(export.entries)
      try transaction.put(export.summary)
    }
  }
}

extension EnclosureRecord {
  /// nil where it was altered, or is of a kind that this version does not know.
  var enclosure: Enclosure? {
    guard isWhole else { return nil }
    switch kind {
    case EnclosureRecord.pack:
      return (try? Archive.files(from: bytes)).map { .pack(PackSources(hash: name, files: $0)) }
    case EnclosureRecord.paper: return .paper(AttachedFile(name: title, bytes: bytes))
    default: return nil
    }
  }
}
