import PlainText

extension MatterFile {
  /// The sources of a pack that the matter was drafted with; nil where it never was.
  ///
  /// - Throws: `.damaged` where they were altered, `.storage`.
  package func pack(_ hash: String) throws(MatterError) -> PackSources? {
    guard case .pack(let sources)? = try enclosure(EnclosureRecord.pack, hash) else { return nil }
    return sources
  }

  /// The hashes of all packs in the matter, sorted.
  package func packs() throws(MatterError) -> [String] { try names(of: EnclosureRecord.pack) }

  /// An attached file.
  package func paper(_ fingerprint: Fingerprint) throws(MatterError) -> AttachedFile? {
    let found = try enclosure(EnclosureRecord.paper, fingerprint.hexadecimal)
    return if case .paper(let paper)? = found { paper } else { nil }
  }

  /// All attached files, sorted by their fingerprints.
  package func papers() throws(MatterError) -> [Fingerprint] {
    try names(of: EnclosureRecord.paper).compactMap(Fingerprint.init(hexadecimal:))
  }

  private func enclosure(_ kind: String, _ name: String) throws(MatterError) -> Enclosure? {
    let record = try perform { try EnclosureRecord.fetch(kind, name, from: $0, self.sealer) }
    guard let record else { return nil }
    guard let enclosure = record.enclosure else {
      throw damaged(.enclosure(name), whole: head.number)
    }
    return enclosure
  }

  private func names(of kind: String) throws(MatterError) -> [String] {
    try perform { database in try EnclosureRecord.names(of: kind, in: database, self.sealer) }
  }
}
