import GRDB
import Interview

/// All that can be read of a journal, whatever its state.
struct Survey {
  /// Every row that is a record, in the order of their numbers.
  private(set) var records: [EntryRecord] = []
  private(set) var faults: [Damage.Fault] = []

  private let sealer: Sealer?
  /// Whether what the entries say is not to be read.
  private let isClosed: Bool

  /// How many numbers in a row may be unreadable before the search ends.
  private static let widestGap = 1000

  /// Never throws: what fails is a fault.
  ///
  /// - Parameter isClosed: whether the matter is locked, and its key is not here.
  init(of database: Database, _ sealer: Sealer?, isClosed: Bool = false) {
    (self.sealer, self.isClosed) = (sealer, isClosed)
    do {
      records = try EntryRecord.all(in: database)
    } catch {
      if case .damaged(let damage) = MatterError(error, path: "", kept: .untouched).kind {
        faults += damage.faults
      } else if !(error is Damage.Fault) {
        faults.append(.pages(String(describing: error)))
      }
      records = Survey.aroundDamage(in: database)
    }
    examine()
  }

  /// The entries from the first up to the last one that a stored link proves, and the head there.
  ///
  /// A link proves every payload before it. So a flipped bit in a hash alone costs nothing.
  var proven: (entries: [Entry], head: MatterHead) {
    var (run, link): ([Entry], Fingerprint) = ([], .origin)
    var proven = MatterHead.start
    guard !isClosed else { return ([], provenOrder) }
    for record in records {
      guard record.number == run.count + 1, let content = record.content(sealer),
        let entry = try? Payload.entry(number: record.number, from: content.payload)
      else { break }
      run.append(entry)
      link = link.link(to: record.number, payload: Fingerprint(of: content.payload))
      if link == content.link { proven = MatterHead(number: record.number, link: link) }
    }
    return (Array(run.prefix(proven.number)), proven)
  }

  /// As far as the file's own links prove the order of what is sealed.
  private var provenOrder: MatterHead {
    var (link, proven) = (Fingerprint.origin, MatterHead.start)
    for (record, number) in zip(records, 1...) {
      guard record.number == number else { break }
      link = link.link(to: number, payload: Fingerprint(of: record.payload))
      if link == record.link { proven = MatterHead(number: number, link: link) }
    }
    return proven
  }

  /// The entries 1 to this one have no fault.
  var whole: Int {
    let first = faults.compactMap(\.entry).min()
    return min(first.map { max($0, 1) - 1 } ?? Int.max, unbroken)
  }

  private var unbroken: Int {
    zip(records, 1...).prefix { $0.number == $1 }.count
  }

  private mutating func examine() {
    var previous = Chain.start
    for record in records {
      if record.number <= previous.head.number {
        faults.append(.unlinked(entry: record.number))
        continue
      }
      let missing = previous.head.number + 1..<record.number
      faults += missing.prefix(100).map { .missing(entry: $0) }
      do throws(Damage.Fault) {
        try record.check(after: missing.isEmpty ? previous.stored : nil)
        if !isClosed { try read(record, after: missing.isEmpty ? previous : nil) }
      } catch {
        faults.append(error)
      }
      // The stored links, so that one fault is not told again of all that follow.
      let own = isClosed ? nil : record.content(sealer)?.link
      previous = Chain(
        head: MatterHead(number: record.number, link: own ?? .origin),
        stored: record.link ?? .origin)
    }
  }

  private func read(_ record: EntryRecord, after chain: Chain?) throws(Damage.Fault) {
    let entry =
      if let chain { try record.entry(after: chain, sealer).entry } else {
        try record.entry(sealer)
      }
    if Payload.bytes(of: entry) != record.content(sealer)?.payload {
      throw .unreadable(entry: record.number, "it is not in the canonical form")
    }
  }

  /// A broken page hides the rows on it. Those before it are read forwards, those behind it
  /// backwards, and what lies between by number.
  private static func aroundDamage(in database: Database) -> [EntryRecord] {
    let front = run(" ORDER BY number", in: database)
    let back = run(" ORDER BY number DESC", in: database)
    // A number may be anything here.
    let first = min(front.last?.number ?? 0, Int.max - 1) + 1
    let limit = back.last?.number ?? Int.max
    var (middle, number, gap) = ([EntryRecord](), first, 0)
    while number < limit, gap < widestGap {
      let row = try? Row.fetchOne(
        database.cachedStatement(sql: EntryRecord.columns + " WHERE number = ?"),
        arguments: [number])
      if let record = row.flatMap(EntryRecord.init), record.number == number {
        middle.append(record)
        gap = 0
      } else {
        gap += 1
      }
      number += 1
    }
    return front + middle + back.reversed().filter { $0.number >= first }
  }

  /// The records up to the first row that cannot be read.
  private static func run(_ order: String, in database: Database) -> [EntryRecord] {
    var records: [EntryRecord] = []
    guard let rows = try? Row.fetchCursor(database, sql: EntryRecord.columns + order) else {
      return []
    }
    while let row = try? rows.next(), let record = EntryRecord(row) { records.append(record) }
    return records
  }
}

extension Damage.Fault {
  /// The entry that it is about; nil where it is about another part.
  var entry: Int? {
    switch self {
    case .altered(let entry), .unlinked(let entry), .missing(let entry), .unreadable(let entry, _):
      entry
    case .pages, .tables, .state, .enclosure, .beside, .lock, .packMissing: nil
    }
  }
}
