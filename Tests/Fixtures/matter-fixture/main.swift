import GRDB
import Glibc
import Interview
import Matters
import PackModel

// A process of its own for the tests of Matters: what it has been told is on disk, it reports on
// standard output, and then it is killed.

let arguments = CommandLine.arguments
let holder = Holder(who: "fixture", since: "2026-03-01T09:30:00Z")

/// Of a locked matter; nil of an open one. A recovery key takes no time.
let recovery: RecoveryKey? = {
  guard arguments.count > 3, let words = Passphrase(arguments[2]),
    case .key(let key) = RecoveryKey.reading(words)
  else { return nil }
  return key
}()

func opened(_ path: String, readOnly: Bool = false) throws -> MatterFile {
  try MatterFile.open(at: path, by: holder, readOnly: readOnly) {
    (lock, path) throws(MatterError) in
    guard let key = recovery.flatMap({ lock.open(.recovery($0)) }) else {
      throw MatterError(.locked, path: path, kept: .untouched)
    }
    return key
  }
}

func report(_ line: String) {
  let bytes = [UInt8]((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

func waitForEnd() {
  var byte: UInt8 = 0
  while read(0, &byte, 1) > 0 {}
}

/// An answer whose size differs from one entry to the next.
func answer(_ number: Int) -> Entry {
  let text = String(repeating: "§\(number) ", count: 1 + number * 7919 % 900)
  let key = AnswerKey("question.\(number % 40)")
  return Entry(
    number: number, when: "2026-03-01T09:30:00Z", by: "fixture", why: nil,
    changes: [.set(key, from: nil, to: .value(.text(text)))])
}

/// Appends without end and reports the number of each entry that is on disk.
func appendAll(to path: String) throws {
  let file = try opened(path)
  while true {
    let number = file.head.number + 1
    let desk = DeskChange(
      person: "fixture", place: DeskPlace(step: "step", question: "question.\(number)"),
      fields: [AnswerKey("draft"): "half of \(number)"])
    try file.append(answer(number), desk: desk)
    report(String(number))
  }
}

/// Dies inside a transaction whose pages have reached the file already.
func cutOff(_ path: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { database in
    try database.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
    try database.execute(sql: "UPDATE entry SET payload = randomblob(3000)")
    try database.execute(sql: "UPDATE state SET value = randomblob(3000)")
    report("cut")
    kill(getpid(), SIGKILL)
  }
}

/// Holds the matter open for writing until standard input ends.
func hold(_ path: String) throws {
  let file = try MatterFile.open(at: path, by: Holder(who: "Anna", since: "2026-03-01T14:05:00Z"))
  report("held \(file.access.canWrite)")
  waitForEnd()
  file.close()
}

/// Appends until no file may grow further, then once more without that limit.
func fill(_ path: String) throws {
  let file = try MatterFile.open(at: path, by: holder)
  signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit()
  getrlimit(__rlimit_resource_t(1), &limit)
  let before = limit
  limit.rlim_cur = 200_000
  setrlimit(__rlimit_resource_t(1), &limit)
  do {
    while true { try file.append(answer(file.head.number + 1)) }
  } catch {
    report("stopped at \(file.head.number)")
  }
  var unlimited = before
  setrlimit(__rlimit_resource_t(1), &unlimited)
  try file.append(answer(file.head.number + 1))
  report("went on to \(file.head.number)")
}

/// Opens as a user without rights and reports what can be done.
func lookAsNobody(_ path: String) throws {
  guard setgid(65534) == 0, setuid(65534) == 0 else { return report("no rights to give up") }
  do {
    let file = try MatterFile.open(at: path, by: holder)
    report("entries \(file.head.number), writing \(file.access.canWrite)")
  } catch {
    report("\(error.kind)")
  }
}

/// Prints how long a save and an opening take, of an open matter and of a locked one; by hand, in a
/// release build.
func measure(_ path: String) throws {
  report("open matter")
  try measure(path, nil)
  let recovery = RecoveryKey()
  report("locked matter")
  try measure(path + ".locked", recovery)
  report("a passphrase: \(try derivation()) ms")
}

/// How long one passphrase takes, in milliseconds.
func derivation() throws -> Int {
  guard let passphrase = Passphrase("five words that nobody knows") else { return 0 }
  let lock = try NewLock(opening: [.passphrase(passphrase)])
  let (start, clock) = (ContinuousClock.now, ContinuousClock())
  for _ in 0..<5 { _ = lock.lock.open(.passphrase(passphrase)) }
  let took = clock.now - start
  return Int(took.components.attoseconds / 5_000_000_000_000_000) + Int(took.components.seconds)
    * 200
}

func measure(_ path: String, _ recovery: RecoveryKey?) throws {
  // The process's own time, which other processes do not lengthen, beside the wall's.
  func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
  func microseconds(_ body: () throws -> Void) rethrows -> (wall: Double, own: Double) {
    let (wall, own) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
    try body()
    return (now(CLOCK_MONOTONIC) - wall, now(CLOCK_PROCESS_CPUTIME_ID) - own)
  }
  func figures(_ name: String, _ times: [(wall: Double, own: Double)]) {
    func median(_ list: [Double]) -> Int { Int(list.sorted()[list.count / 2]) }
    let (wall, own) = (times.map(\.wall), times.map(\.own))
    report(
      "\(name): median \(median(wall)) µs, of it own \(median(own)) µs; most \(Int(wall.max() ?? 0)) µs"
    )
  }
  let pack = PackSources(hash: "pack", files: ["pack.yaml": [UInt8](repeating: 65, count: 600_000)])
  let file = try MatterFile.create(
    at: path, by: holder, locked: try recovery.map { try NewLock(opening: [.recovery($0)]) },
    enclosing: [.pack(pack)])
  func again() throws -> MatterFile {
    try MatterFile.open(at: path, by: holder, readOnly: true) { (lock, path) throws(MatterError) in
      guard let key = recovery.flatMap({ lock.open(.recovery($0)) }) else {
        throw MatterError(.locked, path: path, kept: .untouched)
      }
      return key
    }
  }
  for goal in [500, 2000, 5000] {
    var times: [(wall: Double, own: Double)] = []
    while file.head.number < goal {
      let number = file.head.number + 1
      let key = AnswerKey("question.of.some.length.\(number * 7 % 3000)")
      let entry = Entry(
        number: number, when: "2026-03-01T09:30:00Z", by: "Anna Muster", why: nil,
        changes: file.sheet.setting(
          key, to: .value(.text("An answer of a usual length, \(number)"))))
      let desk = DeskChange(person: "Anna", place: DeskPlace(step: "3", question: "q\(number)"))
      let summary = MatterSummary(title: "T", answered: number)
      times.append(try microseconds { try file.append(entry, summary: summary, desk: desk) })
    }
    figures("append up to \(goal)", times)
    var openings: [(wall: Double, own: Double)] = []
    for _ in 0..<20 {
      openings.append(
        try microseconds { try again().close() })
    }
    figures("open with \(goal) entries", openings)
    var listings: [(wall: Double, own: Double)] = []
    for _ in 0..<20 { listings.append(try microseconds { _ = try MatterFile.listing(at: path) }) }
    figures("listing", listings)
  }
  figures("export", [try microseconds { _ = try file.export() }])
  figures("verify", [try microseconds { _ = try file.verify() }])
}

do {
  switch (arguments.dropFirst().first, arguments.last) {
  case ("append", let path?): try appendAll(to: path)
  case ("cut-off", let path?): try cutOff(path)
  case ("hold", let path?): try hold(path)
  case ("fill", let path?): try fill(path)
  case ("measure", let path?): try measure(path)
  case ("nobody", let path?): try lookAsNobody(path)
  default: exit(2)
  }
} catch {
  report("failed: \(error)")
  exit(1)
}
