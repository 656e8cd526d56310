import GRDB
import Interview

extension MatterFile {
  /// The whole journal, checked entry by entry.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func entries() throws(MatterError) -> [Entry] {
    var entries: [Entry] = []
    _ = try walk { entry, _ in entries.append(entry) }
    return entries
  }

  /// The journal as it was read and checked on opening, so that nobody who has just opened it waits
  /// for that twice. It is handed over once; after that, and where entries were added, it is read anew.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func takeEntries() throws(MatterError) -> [Entry] {
    let opened = handOverEntries()
    return opened.count == head.number ? opened : try entries()
  }

  /// One entry, as for its undoing; nil where there is none of that number.
  ///
  /// - Throws: `.damaged` where its bytes were altered, `.busy`, `.storage`.
  package func entry(_ number: Int) throws(MatterError) -> Entry? {
    try perform { database -> Entry? in
      guard
        let row = try Row.fetchOne(
          database.cachedStatement(sql: EntryRecord.columns + " WHERE number = ?"),
          arguments: [number])
      else { return nil }
      do {
        guard let record = EntryRecord(row) else { throw Damage.Fault.altered(entry: number) }
        return try record.entry(self.sealer)
      } catch let fault as Damage.Fault {
        throw self.damaged(fault, whole: number - 1)
      }
    }
  }

  /// The chain as it stood after an entry; `MatterHead.start` before the first.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func head(after number: Int) throws(MatterError) -> MatterHead {
    try walk(upTo: number) { _, _ in }
  }

  /// The chain as it stood after each entry, in their order.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func heads() throws(MatterError) -> [MatterHead] {
    var heads: [MatterHead] = []
    _ = try walk { heads.append($1) }
    return heads
  }

  /// Hands over the entries in order, each checked and with the chain as it stands after it; says which
  /// head they make.
  private func walk(
    upTo last: Int = .max, _ each: (Entry, MatterHead) -> Void
  ) throws(MatterError) -> MatterHead {
    try perform { database in
      var chain = Chain.start
      do {
        for record in try EntryRecord.all(in: database) where chain.head.number < last {
          let (entry, next) = try record.entry(after: chain, self.sealer)
          chain = next
          each(entry, chain.head)
        }
        return chain.head
      } catch let fault as Damage.Fault {
        throw self.damaged(fault, whole: chain.head.number)
      }
    }
  }

  func damaged(_ fault: Damage.Fault, whole: Int) -> MatterError {
    MatterError(.damaged(Damage(whole: whole, faults: [fault])), path: path, kept: .untouched)
  }
}

extension EntryRecord {
  /// - Throws: `Damage.Fault` where a row is no record.
  static func all(in database: Database) throws -> [EntryRecord] {
    var records: [EntryRecord] = []
    let rows = try Row.fetchCursor(database.cachedStatement(sql: columns + " ORDER BY number"))
    while let row = try rows.next() {
      guard let record = EntryRecord(row) else {
        throw Damage.Fault.missing(entry: records.count + 1)
      }
      records.append(record)
    }
    return records
  }
}
