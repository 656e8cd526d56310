import Interview
import PackModel
import Testing

@testable import Matters

/// A matter as the first versions could leave it: its opening undone, and its pack named no more.
enum ClosedMatter {
  /// - Parameter answersAfter: whether an answer follows; else all that was undone can be done again.
  static func make(_ name: String, answersAfter: Bool, in place: Place) throws {
    try SmallPack.make("first.art28", in: place)
    try Program.run(
      "answer", "first.art28", "--set", "text-1=kept", "--by", "Dr. Test", in: place
    ).expectSuccess()
    let holder = Holder(who: "Dr. Test", since: "2026-03-01T09:30:00Z")
    let file = try MatterFile.open(at: place.file("first.art28"), by: holder, readOnly: true)
    var export = try Export(from: file.export())
    var sheet = AnswerSheet(entries: export.entries)
    file.close()
    func add(_ changes: [Change], _ reverses: Entry.Reverse?) {
      let entry = Entry(
        number: sheet.head + 1, when: "2026-03-01T09:30:00Z", by: "Dr. Test", why: nil,
        changes: changes, reverses: reverses)
      export.entries.append(entry)
      sheet.apply(entry)
    }
    add(sheet.inverse(of: export.entries[0]), .undo(1))
    if answersAfter { add(sheet.setting(AnswerKey("text-2"), to: .value(.text("after"))), nil) }
    export.head = export.entries.reduce(MatterHead.start) { head, entry in
      let hash = Fingerprint(of: Payload.bytes(of: entry))
      return MatterHead(number: entry.number, link: head.link.link(to: entry.number, payload: hash))
    }
    try MatterFile.create(at: place.file(name), by: holder, from: export.bytes).close()
  }
}
