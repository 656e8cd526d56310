import GRDB
import Interview
import PlainText

/// What can still be read of a damaged matter.
package struct Salvage: Hashable, Sendable {
  /// From the first on without a gap, and proven by the chain of hashes.
  package let entries: [Entry]
  /// Whole by themselves, but after a gap.
  package let loose: [Entry]
  /// What the state table says stands: a second copy of the answers.
  package let answers: [AnswerKey: Answer]
  /// Packs and papers that are whole.
  package let enclosures: [Enclosure]
  /// What is lost.
  package let faults: [Damage.Fault]
  private let summary: MatterSummary
  private let head: MatterHead

  /// Canonical JSON with all of it, which `MatterFile.create(at:by:from:)` takes. It makes a matter
  /// of `entries`; `loose` and `answers` are there to be read.
  package func export() -> [UInt8] {
    Export(
      summary: summary, entries: entries, head: head, enclosures: enclosures, loose: loose,
      answers: answers.sorted { $0.key < $1.key }.map {
        Change.Cell(key: $0.key, answer: $0.value)
      }
    ).bytes
  }

  init(_ database: Database, _ sealer: Sealer?) {
    let survey = Survey(of: database, sealer)
    let proven = survey.proven
    (entries, head, faults) = (proven.entries, proven.head, survey.faults)
    loose = survey.records.dropFirst(proven.entries.count).compactMap { record in
      record.number > proven.head.number ? try? record.entry(sealer) : nil
    }
    summary = (try? MatterSummary(database, sealer)) ?? MatterSummary()
    enclosures = Salvage.rows(database, EnclosureRecord.columns).compactMap {
      EnclosureRecord($0, sealer)?.enclosure
    }
    var answers: [AnswerKey: Answer] = [:]
    for row in Salvage.rows(database, StateRow.columns).compactMap(StateRow.init)
    where row.key.kind == .answer && !row.value.isEmpty {
      var reader = JSONReader(row.value)
      guard let answer = try? reader.answer() else { continue }
      answers[AnswerKey(row.key.name, row: row.key.part.isEmpty ? nil : row.key.part)] = answer
    }
    self.answers = answers
  }

  /// The rows up to the first that cannot be read, and from the other end likewise.
  private static func rows(_ database: Database, _ query: String) -> [Row] {
    func read(_ order: String) -> (rows: [Row], ended: Bool) {
      var rows: [Row] = []
      do {
        let cursor = try Row.fetchCursor(database, sql: query + order)
        while let row = try cursor.next() { rows.append(row.copy()) }
        return (rows, true)
      } catch {
        return (rows, false)
      }
    }
    let forward = read(" ORDER BY kind, name")
    return forward.ended
      ? forward.rows : forward.rows + read(" ORDER BY kind DESC, name DESC").rows.reversed()
  }
}

extension MatterFile {
  /// Reads what can be read of a damaged matter. The file is not changed.
  ///
  /// - Throws: as `open`; `.damaged` or `.notAMatter` only where not even its first page stands.
  package static func salvage(
    at path: String, keys: KeyFinder = noKey
  ) throws(MatterError) -> Salvage {
    let place = try MatterPath.existing(path)
    let queue = try Connection.openForReading(place)
    defer { try? queue.close() }
    // A table that can't be read any more is no lock.
    let lock = (try? queue.writeWithoutTransaction(Lock.reading)) ?? Lock.Reading()
    let sealer = try Sealer.find(lock, at: place, keys)
    return queue.writeWithoutTransaction { Salvage($0, sealer) }
  }
}
