import GRDB
import Interview

extension Verification {
  /// Examines a whole file; of a locked one without what it is sealed with, what anybody can see.
  init(_ database: Database, _ sealer: Sealer?) throws {
    var faults = Verification.pageFaults(in: database)
    let lock = (try? Lock.reading(database)) ?? Lock.Reading()
    faults += lock.altered.map { .lock(slot: $0) }
    let isClosed = lock.isLocked && sealer == nil
    let survey = Survey(of: database, sealer, isClosed: isClosed)
    let proven = survey.proven
    faults += survey.faults.filter { !faults.contains($0) }
    let sheet = AnswerSheet(entries: proven.entries)
    if lock.isLocked {
      faults += Verification.besideFaults(in: database, sealer)
    } else if survey.faults.isEmpty {
      do {
        let differing = try Verification.differingRows(from: sheet, in: database)
        if differing > 0 { faults.append(.state(rows: differing)) }
      } catch {
        faults.append(.pages(String(describing: error)))
      }
    }
    do {
      faults += try Verification.enclosureFaults(
        entries: proven.entries, in: database, isLocked: lock.isLocked, sealer)
    } catch {
      faults.append(.pages(String(describing: error)))
    }
    self.init(
      head: proven.head, entries: survey.records.count, faults: faults, isUnread: isClosed)
  }

  private static func besideFaults(in database: Database, _ sealer: Sealer?) -> [Damage.Fault] {
    do {
      if let sealer {
        _ = try Beside(database, sealer)
      } else if try !Beside.isAlone(database) {
        return [.beside]
      }
      return []
    } catch let fault as Damage.Fault {
      return [fault]
    } catch {
      return [.pages(String(describing: error))]
    }
  }

  /// `PRAGMA integrity_check` at sqlite.org/pragma.html; it reads every page.
  private static func pageFaults(in database: Database) -> [Damage.Fault] {
    do {
      return try Row.fetchAll(database, sql: "PRAGMA integrity_check(20)")
        .compactMap { $0.text(0) }.filter { $0 != "ok" }.map { .pages($0) }
    } catch {
      return [.pages((error as? DatabaseError)?.message ?? String(describing: error))]
    }
  }

  private static func differingRows(
    from sheet: AnswerSheet, in database: Database
  ) throws -> Int {
    let due = StateRow.all(of: sheet)
    let found = try Row.fetchAll(database, sql: StateRow.columns).map(StateRow.init)
    let known = Set(found.compactMap(\.self))
    return due.symmetricDifference(known).count + (found.count - known.count)
  }

  private static func enclosureFaults(
    entries: [Entry], in database: Database, isLocked: Bool, _ sealer: Sealer?
  ) throws -> [Damage.Fault] {
    var faults: [Damage.Fault] = []
    var packs: Set<String> = []
    let rows = try Row.fetchCursor(database, sql: EnclosureRecord.columns + " ORDER BY kind, name")
    while let row = try rows.next() {
      if isLocked, sealer == nil {
        if SealedEnclosure(row)?.isWhole != true { faults.append(.enclosure(row.text(1) ?? "")) }
        continue
      }
      guard let record = EnclosureRecord(row, sealer), record.isWhole, record.isKnown else {
        faults.append(.enclosure(row.text(1) ?? ""))
        continue
      }
      if record.kind == EnclosureRecord.pack { packs.insert(record.name) }
    }
    for entry in entries {
      for case .setting(.pack, _, let hash?) in entry.changes where packs.insert(hash).inserted {
        faults.append(.packMissing(hash))
      }
    }
    return faults
  }
}
