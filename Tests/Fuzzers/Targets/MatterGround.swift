import FoundationEssentials
import GRDB
import Glibc
import Interview
import Matters
import PackModel
import PlainText

/// Matters to be broken.
enum MatterGround {
  static let holder = Holder(who: "A", since: "2026-03-01T09:30:00Z")

  static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm", ".art28-lock"] { unlink(path + ending) }
    unlink("\(Scratch.folder)/.\(path.dropFirst(Scratch.folder.count + 1)).art28-lock")
  }

  private static func made(_ name: String, _ acts: (MatterFile) throws -> Void) -> [UInt8] {
    let path = Scratch.path(name)
    remove(path)
    defer { remove(path) }
    do {
      let file = try MatterFile.create(
        at: path, by: holder,
        enclosing: [
          .pack(PackSources(hash: "a", files: ["pack.yaml": Array("id: x\n".utf8)])),
          .paper(AttachedFile(name: "paper.txt", bytes: Array("Words.".utf8))),
        ])
      try acts(file)
      file.close()
      return Folder.bytes(of: path)
    } catch {
      preconditionFailure("no matter is made: \(error)")
    }
  }

  private static func answer(_ file: MatterFile) throws {
    func add(_ changes: [Change]) throws {
      try file.append(
        Entry(
          number: file.head.number + 1, when: "2026-03-01T09:30:00Z", by: "A", why: "so",
          changes: changes),
        desk: DeskChange(person: "A", fields: [AnswerKey("notice"): "half"]))
    }
    try add(file.sheet.addingRow(to: "laws", id: "r1"))
    try add(
      file.sheet.setting(
        AnswerKey("notice"), to: .value(.quantity(Quantity(thousandths: 3_000, unit: .day)))))
    try add(file.sheet.setting(AnswerKey("law", row: "r1"), to: .value(.text("Words"))))
    try add(file.sheet.movingRow("r1", of: "laws", to: 0))
  }

  static let matter = made("seed.art28", answer)

  static let exports: [[UInt8]] = {
    var exports: [[UInt8]] = []
    _ = made("export.art28") { file in
      exports.append(try file.export())
      try answer(file)
      exports.append(try file.export())
    }
    return exports
  }()

  static let journals = [
    #"""
    {"v":1,"when":"2026-03-01T09:30:00Z","by":"A","changes":[{"addRow":"r1","table":"laws","at":0}]}
    {"v":1,"when":"2026-03-01T09:31:00Z","by":"A","why":"so","changes":[{"set":"notice","is":{"quantity":{"thousandths":3000,"unit":"day"}}}]}
    {"v":1,"when":"2026-03-01T09:32:00Z","by":"A","changes":[{"set":"law","row":"r1","is":{"text":"x"}}]}
    {"v":1,"when":"2026-03-01T09:33:00Z","by":"A","undo":3,"changes":[{"set":"law","row":"r1","was":{"text":"x"}}]}
    {"v":1,"when":"2026-03-01T09:34:00Z","by":"A","changes":[{"moveRow":"r1","table":"laws","at":0,"to":0}]}
    """#
  ]

  private static let sum = String(repeating: "ab", count: 32)
  static let manifest = """
    {"format":"art28 manifest","version":1,"document":"agreement","matter":"M","program":"0.1.0",\
    "pack":{"id":"p","version":"1.0.0","sha256":"\(sum)"},"head":{"number":3,"link":"\(sum)"},\
    "asOf":"2026-11-30","content":"\(sum)","form":{"language":"en-GB"},\
    "leftOpen":[{"name":"a","linkId":"b","row":"c","reason":"d"}],\
    "findings":[{"id":"a.b","severity":"critical","says":"No.","reason":"r","by":"A"}],\
    "files":[{"name":"a.md","format":"md","sha256":"\(sum)","converter":"x","style":"\(sum)"}]}
    """

  private static let base = made("base.art28") { _ in }

  static func useJournal(_ bytes: [UInt8]) {
    let path = Scratch.path("journal.art28")
    defer { remove(path) }
    Folder.write(base, to: path)
    guard (try? chain(bytes, into: path)) != nil else { return }
    _ = try? MatterFile.listing(at: path)
    if let salvage = try? MatterFile.salvage(at: path) { _ = salvage.export() }
    guard let file = try? MatterFile.open(at: path, by: holder) else { return }
    defer { file.close() }
    _ = try? file.verify()
    let evaluation = evaluate(Ground.pack, file.sheet)
    Ground.use(evaluation)
    if let entries = try? file.entries(), let last = entries.last {
      _ = file.sheet.inverse(of: last)
      _ = evaluation.after(file.sheet.inverse(of: last))
    }
    guard let export = try? file.export() else { return }
    let copy = Scratch.path("again.art28")
    defer { remove(copy) }
    (try? MatterFile.create(at: copy, by: holder, from: export))?.close()
  }

  private static func chain(_ bytes: [UInt8], into path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { database in
      let last = try Row.fetchOne(
        database, sql: "SELECT number, link_hash FROM entry ORDER BY number DESC LIMIT 1")
      var number: Int = last?["number"] ?? 0
      var link =
        last.flatMap { Fingerprint(bytes: [UInt8]($0["link_hash"] as Data)) }
        ?? MatterHead.start.link
      for line in bytes.split(separator: 10).prefix(40) {
        number += 1
        let payload = Array(line)
        let hash = Fingerprint(of: payload)
        link = link.link(to: number, payload: hash)
        try database.execute(
          sql: "INSERT INTO entry (number, payload, payload_hash, link_hash) VALUES (?, ?, ?, ?)",
          arguments: [number, Data(payload), Data(hash.bytes), Data(link.bytes)])
      }
    }
  }

  static func skip(_ reader: inout JSONReader, depth: Int) throws(JSONFault) {
    switch reader.next() {
    case .object:
      try reader.object { (reader, _) throws(JSONFault) in try skip(&reader, depth: depth + 1) }
    case .array:
      try reader.array { (reader) throws(JSONFault) in try skip(&reader, depth: depth + 1) }
    case .string: _ = try reader.string()
    case .number: _ = try reader.integer()
    case .boolean: _ = try reader.boolean()
    default: throw reader.fault("no value")
    }
  }
}
