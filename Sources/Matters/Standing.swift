import GRDB
import Interview

/// What the journal of a matter adds up to, as far as this process has seen it.
struct Standing {
  var sheet = AnswerSheet()
  var chain = Chain.start
  /// The entries as they were read on opening, until somebody has asked for them.
  var entries: [Entry] = []
  /// What stands beside the journal of a locked matter.
  var beside: HeldBeside?

  var head: MatterHead { chain.head }

  /// Before the first entry.
  init() {}

  /// Sums up the journal, and reads what stands beside a locked one; every hash and link is checked on
  /// the way.
  ///
  /// - Throws: `MatterError`, kept `.untouched`.
  init(of database: Database, _ sealer: Sealer?, path: String) throws {
    do {
      let rows = try Row.fetchCursor(
        database.cachedStatement(sql: EntryRecord.columns + " ORDER BY number"))
      while let row = try rows.next() {
        guard let record = EntryRecord(row) else {
          throw Damage.Fault.missing(entry: head.number + 1)
        }
        let (entry, chain) = try record.entry(after: chain, sealer)
        sheet.apply(entry)
        self.chain = chain
        entries.append(entry)
      }
      if let sealer { beside = try HeldBeside(database, sealer) }
    } catch let fault as Damage.Fault {
      throw MatterError(
        .damaged(Damage(whole: head.number, faults: [fault])), path: path, kept: .untouched)
    } catch {
      let error = MatterError(error, path: path, kept: .untouched)
      guard case .damaged(let damage) = error.kind else { throw error }
      throw MatterError(
        .damaged(Damage(whole: head.number, faults: damage.faults)), path: path, kept: .untouched)
    }
  }
}
