import Interview
import PlainText

/// What can still be read of a matter's file, whatever its state, and what of it is proven.
package struct Salvage: Sendable {
  /// From the first on without a gap, and proven by the chain of hashes.
  package let entries: [Entry]
  package let head: MatterHead
  /// Whole by themselves, but nothing proves what they follow.
  package let loose: [Entry]
  /// Whether some of these are of another matter; nobody can tell which.
  package let holdsOthers: Bool
  /// Numbers of entries whose bytes are whole, and that this version does not understand.
  package let unreadable: [Int]
  /// Numbers of entries of which nothing whole was found, though later ones or the state table tell of
  /// them.
  package let missing: [ClosedRange<Int>]
  /// What the state table says stands: a second copy of the answers, which nothing proves.
  package let answers: [AnswerKey: Answer]
  /// All that the state table says beyond the entries; empty where no entry is missing.
  package let stated: StateSummary
  /// Packs and papers that are whole.
  package let enclosures: [Enclosure]
  /// Kind and name of enclosures that the file's index names, and that are not whole.
  package let missingEnclosures: [[String]]
  /// Where people stand, and what they have half filled in.
  package let desks: [DeskChange]
  package let summary: MatterSummary
  /// How many bytes the file lacks at its end, as its header says.
  package let missingBytes: Int
  /// Of a locked matter: whether what stands beside its journal is lost or of another head, so that
  /// nobody can say whether entries at the end, or ways to open it, are missing.
  package let mayEndEarly: Bool
  /// What opens the matter; nil where it is not locked.
  package let lock: NewLock?

  /// Whether nothing of anybody's was found: no entry, no answer, no paper, no typed text.
  package var isEmpty: Bool {
    entries.isEmpty && loose.isEmpty && unreadable.isEmpty && answers.isEmpty
      && desks.allSatisfy(\.fields.isEmpty)
      && !enclosures.contains { if case .paper = $0 { true } else { false } }
  }

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

  /// Reads a file's bytes and those of the rollback journal beside it.
  package init(of file: [UInt8], journal: [UInt8] = []) {
    self.init(Wreck(of: file, journal: journal), nil, lock: nil)
  }

  /// - Parameters:
  ///   - sealer: what opens what is sealed in it.
  ///   - lock: what opens the new matter, too.
  init(_ found: Wreck, _ sealer: Sealer?, lock: NewLock?) {
    let proof = JournalProof(found.entries)
    var (wreck, fits) = (found, true)
    if let sealer, let lock = lock?.lock {
      (wreck, fits) = found.opened(sealer, Beside.binding(proof.head, lock.fingerprint))
    }
    mayEndEarly = !fits
    var (entries, unreadable, head) = ([Entry](), [Int](), MatterHead.start)
    for (index, record) in proof.run.enumerated() {
      guard unreadable.isEmpty, let entry = record.numbered(index + 1).read(sealer) else {
        unreadable.append(index + 1)
        continue
      }
      entries.append(entry)
      // Of the canonical form, as a new file will have it.
      let hash = Fingerprint(of: Payload.bytes(of: entry))
      head = MatterHead(number: entry.number, link: head.link.link(to: entry.number, payload: hash))
    }
    let loose = proof.loose.compactMap { record -> Entry? in
      let entry = record.read(sealer)
      if entry == nil { unreadable.append(record.number) }
      return entry
    }
    self.entries = entries
    self.head = head
    self.loose = loose
    self.unreadable = unreadable
    holdsOthers = proof.holdsOthers
    let rows = StateSummary.rows(
      of: wreck.states, entries: entries, loose: loose, holdsOthers: proof.holdsOthers)
    let there = proof.run.count
    let known = Salvage.numbers(
      after: there, loose.map(\.number) + unreadable + proof.altered + rows.map(\.entry))
    let found = Set(1..<there + 1).union(loose.map(\.number)).union(unreadable)
    missing = Salvage.gaps(
      upTo: known.last ?? there, without: found.filter { $0 <= known.last ?? there })
    stated = StateSummary(
      missing.isEmpty ? [] : rows, after: entries.count, before: (known.last ?? there) + 1)
    answers = StateSummary(rows, after: -1, before: .max).answers.compactMapValues(\.answer)
    enclosures = wreck.enclosures.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
      .compactMap(\.enclosure)
    let whole = Set(wreck.enclosures.map { [$0.kind, $0.name] })
    missingEnclosures = wreck.enclosureNames.subtracting(whole)
      .sorted { $0.lexicographicallyPrecedes($1) }
    desks = Salvage.desks(of: wreck)
    summary = MatterSummary(
      members: wreck.metadata.mapValues { String(decoding: $0, as: UTF8.self) })
    missingBytes = wreck.missingBytes
    self.lock = lock
  }

  /// The numbers behind one, without those that stand so far off that they are none.
  private static func numbers(after first: Int, _ found: [Int]) -> [Int] {
    var (last, kept) = (first, [Int]())
    for number in Set(found).sorted() where number > last {
      guard number <= last + 100 + found.count else { break }
      kept.append(number)
      last = number
    }
    return kept
  }

  private static func gaps(upTo last: Int, without found: Set<Int>) -> [ClosedRange<Int>] {
    var (gaps, next) = ([ClosedRange<Int>](), 1)
    for number in found.sorted() + [last + 1] where number >= next {
      if number > next { gaps.append(next...number - 1) }
      next = number + 1
    }
    return gaps
  }

  private static func desks(of wreck: Wreck) -> [DeskChange] {
    Set(wreck.places.keys).union(wreck.fields.keys).sorted().map { person in
      let fields = (wreck.fields[person] ?? [:]).filter { key, text in
        key.names.allSatisfy(Names.isName) && text.utf8.count <= MatterFile.largestEntry
      }
      return DeskChange(
        person: person, place: wreck.places[person], fields: fields.mapValues { .some($0) })
    }.filter { $0.names.allSatisfy(Names.isName) }
  }
}

extension EntryRecord {
  /// What its bytes say; nil where they are sealed and not opened by this, or not understood.
  fileprivate func read(_ sealer: Sealer?) -> Entry? {
    content(sealer).flatMap { try? Payload.entry(number: number, from: $0.payload) }
  }
}

extension MatterFile {
  /// Reads what can be read of a file, whatever its state. It is neither changed nor locked.
  ///
  /// - Parameter keys: finds the key of a matter that is locked.
  /// - Throws: `.notFound`, `.isFolder`, `.noPlainFile`, `.noPermission`, `.tooLarge`, `.storage`, what
  ///   `keys` throws; `.damaged` where nothing opens it any more.
  package static func salvage(
    at path: String, keys: KeyFinder = noKey
  ) throws(MatterError) -> Salvage {
    let file = try WreckFile(at: path)
    let wreck = Wreck(of: file.bytes, journal: file.journal)
    guard wreck.isLocked else { return Salvage(wreck, nil, lock: nil) }
    guard let lock = wreck.lock else {
      throw MatterError(
        .damaged(Damage(whole: 0, faults: [.lock(slot: 0)])), path: file.path, kept: .untouched)
    }
    let key = try keys(lock, file.path).bytes
    return Salvage(
      wreck, Sealer(matter: lock.id, key: key), lock: NewLock(lock: lock, key: key))
  }
}
