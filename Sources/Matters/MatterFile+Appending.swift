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
    try write { transaction in
      try transaction.enclose(enclosures)
      try transaction.add(entry)
      head = transaction.standing.head
      if let summary { try transaction.put(summary) }
      if let desk { try transaction.put(desk) }
    }
    return head
  }

  /// Names the pack and the journey of a closed matter again. The entry is on disk when this returns;
  /// nil where nothing is to be mended.
  ///
  /// - Throws: as `append`.
  @discardableResult
  package func reopen(when: String, by: String, why: String) throws(MatterError) -> Entry? {
    let closed = closedSheet
    guard closed.isClosed else { return nil }
    let (changes, reverses) = closed.reopening(after: try entries())
    let entry = Entry(
      number: closed.head + 1, when: when, by: by, why: why, changes: changes, reverses: reverses)
    try append(entry)
    return entry
  }

  // MARK: Outside the journal

  /// Where a person stands, and what that person has half filled in.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func desk(of person: String) throws(MatterError) -> WorkState {
    try perform { database in try WorkState(of: person, in: database, self.sealer) }
  }

  /// Who has left a field half filled in, and how many, sorted. Nothing proves these texts.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func halfFilled() throws(MatterError) -> [(person: String, fields: Int)] {
    try perform { database in
      try DeskChange.all(in: database, self.sealer).filter { !$0.fields.isEmpty }
        .map { ($0.person, $0.fields.count) }.sorted { $0.0 < $1.0 }
    }
  }

  /// Puts down where a person stands and what is half filled in. It is on disk when this returns;
  /// where the file has it so already, it is not touched.
  ///
  /// - Throws: as `append`.
  package func save(_ change: DeskChange) throws(MatterError) {
    try write(unless: { try change.stands(in: $0, self.sealer) }) { try $0.put(change) }
  }

  /// Renews the summary alone, as after a pack was adopted; where the file has it so already, it is not
  /// touched.
  ///
  /// - Throws: as `append`.
  package func save(_ summary: MatterSummary) throws(MatterError) {
    try write(unless: { try summary.stands(in: $0, self.sealer) }) { try $0.put(summary) }
  }
}
