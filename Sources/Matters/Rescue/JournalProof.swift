/// What the hashes prove of entries that were found in any order, with whatever between them.
struct JournalProof {
  /// From the first on without a gap, as far as a link proves it.
  private(set) var run: [EntryRecord] = []
  private(set) var head = MatterHead.start
  /// Whole by themselves, but nothing proves what they follow; by their numbers.
  private(set) var loose: [EntryRecord] = []
  /// Whether some of them are of another matter: they have a number that the run has too.
  private(set) var holdsOthers = false
  /// Numbers of which only bytes were found that are not whole.
  private(set) var altered: [Int] = []

  /// How many journals are followed at once: two matters may lie in one file.
  private static let mostBranches = 16
  /// How many entries may be tried for a place that their number does not name.
  private static let mostTries = 200_000
  /// A number above it is none: it was read from bytes that are no entry.
  private static let largestNumber = 1_000_000_000

  /// One way on from entry to entry.
  private struct Step {
    let record: EntryRecord
    let before: Int?
    let head: MatterHead
    let first: Int
    var isProven: Bool { record.link == head.link }
  }

  init(_ found: [EntryRecord]) {
    let records = found.filter { (0...Self.largestNumber).contains($0.number) }
    let byNumber = Dictionary(grouping: records, by: \.number)
    let whole = records.filter(\.isWhole)
    follow(byNumber, whole)
    sort(whole, records)
  }

  /// Goes from the start along every link that fits, and keeps the way that goes furthest of those that
  /// begin first in the file.
  private mutating func follow(_ byNumber: [Int: [EntryRecord]], _ whole: [EntryRecord]) {
    var steps: [Step] = []
    var ends: [Int?] = [nil]
    var best: [Int: Int] = [:]
    var tries = Self.mostTries
    while !ends.isEmpty {
      var next: [Int] = []
      for end in ends {
        let head = end.map { steps[$0].head } ?? .start
        var ways = (byNumber[head.number + 1] ?? []).prefix(Self.mostBranches).map {
          Self.step($0, after: head)
        }
        if !ways.contains(where: { $0.record.link == $0.head.link }), tries >= whole.count {
          // A damaged number.
          tries -= whole.count
          ways += whole.map { Self.step($0, after: head) }.filter { $0.record.link == $0.head.link }
            .prefix(1)
        }
        if ways.contains(where: { $0.record.link == $0.head.link }) {
          ways.removeAll { $0.record.link != $0.head.link }
        }
        var seen: Set<MatterHead> = []
        for way in ways where next.count < Self.mostBranches && seen.insert(way.head).inserted {
          let first = end.map { steps[$0].first } ?? steps.count
          steps.append(Step(record: way.record, before: end, head: way.head, first: first))
          next.append(steps.count - 1)
          if steps[steps.count - 1].isProven { best[first] = steps.count - 1 }
        }
      }
      ends = next
    }
    var at = best.min { $0.key < $1.key }?.value
    if let at { head = steps[at].head }
    while let step = at {
      run.append(steps[step].record)
      at = steps[step].before
    }
    run.reverse()
  }

  private static func step(
    _ record: EntryRecord, after head: MatterHead
  ) -> (record: EntryRecord, head: MatterHead) {
    let number = head.number + 1
    let link = head.link.link(to: number, payload: Fingerprint(of: record.payload))
    return (record, MatterHead(number: number, link: link))
  }

  /// Sorts what is not in the run.
  private mutating func sort(_ whole: [EntryRecord], _ records: [EntryRecord]) {
    var known = Set(run.map(\.mark))
    loose = renumbered(whole.filter { known.insert($0.mark).inserted }, among: records)
    holdsOthers = loose.contains { $0.number <= head.number && !follows($0) }
    // Of equal numbers the one that lies first in the file comes first.
    loose = loose.enumerated()
      .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }.map(\.element)
    let found = Set(loose.map(\.number))
    altered = Set(records.map(\.number)).filter { $0 > head.number && !found.contains($0) }.sorted()
  }

  /// The same with the numbers that links to others prove, where those that were found are damaged.
  private func renumbered(_ loose: [EntryRecord], among records: [EntryRecord]) -> [EntryRecord] {
    let byNumber = Dictionary(grouping: records, by: \.number)
    var tries = Self.mostTries
    return loose.map { record in
      guard let hash = record.payloadHash, let link = record.link else { return record }
      func isAfter(_ other: EntryRecord) -> Bool {
        other.link?.link(to: other.number + 1, payload: hash) == link
      }
      func isBefore(_ other: EntryRecord) -> Bool {
        other.payloadHash.map { link.link(to: other.number, payload: $0) == other.link } ?? false
      }
      let isLinked =
        (byNumber[record.number - 1] ?? []).prefix(Self.mostBranches).contains(where: isAfter)
        || (byNumber[record.number + 1] ?? []).prefix(Self.mostBranches).contains(where: isBefore)
      guard !isLinked, tries >= 2 * records.count else { return record }
      tries -= 2 * records.count
      let number =
        records.first(where: isAfter).map { $0.number + 1 }
        ?? records.first(where: isBefore).map { $0.number - 1 }
      return number.map { record.numbered($0) } ?? record
    }
  }

  /// Whether a save that was rolled back left it: it follows the entry before, where another stands now.
  private func follows(_ record: EntryRecord) -> Bool {
    guard record.number > 1, let hash = record.payloadHash else { return false }
    return run[record.number - 2].link.map {
      $0.link(to: record.number, payload: hash) == record.link
    } ?? false
  }
}

extension EntryRecord {
  /// What tells one entry from all others, whatever its number says.
  var mark: [[UInt8]] { [payload, link?.bytes ?? []] }

  func numbered(_ number: Int) -> EntryRecord {
    EntryRecord(
      number: number, payload: payload, hash: payloadHash?.bytes ?? [], link: link?.bytes ?? [])
  }
}
