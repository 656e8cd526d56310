import GRDB
import Glibc
import Interview
import Matters
import PackModel

// A process of its own for the tests of Matters: what it has been told is on disk, it reports on
// standard output, and then it is killed.

let arguments = CommandLine.arguments
let holder = Holder(who: "fixture", since: "2026-03-01T09:30:00Z")

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
  let file = try MatterFile.open(at: path, by: holder)
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

do {
  switch (arguments.dropFirst().first, arguments.last) {
  case ("append", let path?): try appendAll(to: path)
  case ("cut-off", let path?): try cutOff(path)
  case ("hold", let path?): try hold(path)
  case ("fill", let path?): try fill(path)
  case ("nobody", let path?): try lookAsNobody(path)
  default: exit(2)
  }
} catch {
  report("failed: \(error)")
  exit(1)
}
