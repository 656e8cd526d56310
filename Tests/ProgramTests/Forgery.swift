import Interview
import Matters

/// A matter as somebody who knows its format can make it anew: with other entries, papers or
/// questionnaires, and every hash and link taken again.
struct Forgery {
  var entries: [Entry]
  var papers: [AttachedFile]
  var packs: [PackSources]

  private static let forger = Holder(who: "Mallory", since: "2026-03-01T09:30:00Z")

  init(of path: String) throws {
    let file = try MatterFile.open(at: path, by: Forgery.forger, readOnly: true)
    defer { file.close() }
    entries = try file.entries()
    papers = try file.papers().compactMap { try file.paper($0) }
    packs = try file.packs().compactMap { try file.pack($0) }
  }

  struct NoEntry: Error {}

  func write(to path: String) throws {
    guard let first = entries.first else { throw NoEntry() }
    let file = try MatterFile.create(
      at: path, by: Forgery.forger,
      enclosing: packs.map { .pack($0) } + papers.map { .paper($0) }, first: first)
    defer { file.close() }
    for entry in entries.dropFirst() { try file.append(entry) }
  }

  /// Makes the last entry say of a file what is wanted; nil takes the file out of it.
  mutating func publish(_ name: String, _ hash: String?) {
    changeLast { changes in
      changes.removeAll { if case .setting(.published(name), _, _) = $0 { true } else { false } }
      if let hash { changes.append(.setting(.published(name), from: nil, to: hash)) }
    }
  }

  /// Adds an entry that publishes one more file, which lies in the matter.
  mutating func attach(_ name: String, _ bytes: [UInt8]) {
    let paper = AttachedFile(name: name, bytes: bytes)
    papers.append(paper)
    entries.append(
      Entry(
        number: entries.count + 1, when: "2026-03-01T09:30:00Z", by: "Mallory", why: nil,
        changes: [.setting(.published(name), from: nil, to: paper.fingerprint.hexadecimal)]))
  }

  mutating func changeLast(_ change: (inout [Change]) -> Void) {
    guard let last = entries.popLast() else { return }
    var changes = last.changes
    change(&changes)
    entries.append(
      Entry(number: last.number, when: last.when, by: last.by, why: last.why, changes: changes))
  }

  /// Replaces a paper by one with other bytes, in the journal too.
  mutating func replace(_ name: String, _ change: (String) -> String) {
    guard let at = papers.firstIndex(where: { $0.name == name }) else { return }
    let bytes = Array(change(String(decoding: papers[at].bytes, as: UTF8.self)).utf8)
    papers[at] = AttachedFile(name: name, bytes: bytes)
    publish(name, Fingerprint(of: bytes).hexadecimal)
  }
}
