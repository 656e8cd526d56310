import Interview
import PackModel
import Testing

@testable import Matters

/// The opening of a matter is not undone, and where the first versions have undone it, it stands again.
@Suite struct ReopeningTests {
  private static let pack = PackSources(hash: "p1", files: ["pack.yaml": Array("id: a\n".utf8)])
  private static let next = PackSources(hash: "p2", files: ["pack.yaml": Array("id: b\n".utf8)])

  private func made(in folder: Folder) throws -> MatterFile {
    let sheet = AnswerSheet()
    let first = Entry(
      number: 1, when: someTime, by: "Test", why: "The matter was opened.",
      changes: sheet.changing(.pack, to: "p1") + sheet.changing(.journey, to: "draft")
        + sheet.changing(.title, to: "Nordlicht"))
    return try MatterFile.create(
      at: folder.file(), by: tester, enclosing: [.pack(Self.pack)], first: first)
  }

  /// A matter as the first versions left it, with the acts behind the undone opening.
  private func closed(in folder: Folder, as name: String, answersAfter: Bool) throws -> String {
    let file = try made(in: folder)
    defer { file.close() }
    try file.append(file.answer("a", "kept"))
    try file.append(file.answer("b", "undone"))
    var entries = try file.entries()
    var sheet = file.sheet
    func add(_ changes: [Change], _ reverses: Entry.Reverse?) {
      let entry = Entry(
        number: entries.count + 1, when: someTime, by: "Test", why: nil, changes: changes,
        reverses: reverses)
      entries.append(entry)
      sheet.apply(entry)
    }
    add(sheet.inverse(of: entries[2]), .undo(3))
    add(sheet.inverse(of: entries[0]), .undo(1))
    if answersAfter { add(sheet.setting(AnswerKey("c"), to: .value(.text("after"))), nil) }
    var export = try Export(from: file.export())
    export.entries = entries
    export.head = entries.reduce(MatterHead.start) { head, entry in
      let hash = Fingerprint(of: Payload.bytes(of: entry))
      return MatterHead(number: entry.number, link: head.link.link(to: entry.number, payload: hash))
    }
    let path = folder.file(name)
    try MatterFile.create(at: path, by: tester, from: export.bytes).close()
    return path
  }

  @Test func noEntryMayLeaveAMatterWithoutItsPack() throws {
    let folder = try Folder()
    let file = try made(in: folder)
    #expect(file.sheet.undoable == [])
    let first = try #require(try file.entry(1))
    expect(.refused(.closing), kept: .entries(1)) {
      try file.append(file.next(file.sheet.inverse(of: first), reverses: .undo(1)))
    }
    expect(.refused(.closing), kept: .entries(1)) {
      try file.append(file.next(file.sheet.changing(.journey, to: nil)))
    }
    #expect(file.head.number == 1)
    #expect(file.sheet.setting(.pack) == "p1")
    #expect(try file.verify().faults == [])
  }

  @Test func anAdoptedPackCanBeTakenBack() throws {
    let folder = try Folder()
    let file = try made(in: folder)
    try file.append(
      file.next(file.sheet.changing(.pack, to: "p2")), enclosing: [.pack(Self.next)])
    #expect(file.sheet.undoable == [2])
    let adoption = try #require(try file.entry(2))
    try file.append(file.next(file.sheet.inverse(of: adoption), reverses: .undo(2)))
    #expect(file.sheet.setting(.pack) == "p1")
    #expect(try file.verify().faults == [])
  }

  @Test(arguments: [true, false]) func aClosedMatterStandsAgain(answersAfter: Bool) throws {
    let folder = try Folder()
    let path = try closed(in: folder, as: "old.art28", answersAfter: answersAfter)
    // For reading it stands in memory only.
    let before = try folder.bytes(of: "old.art28")
    let reader = try MatterFile.open(at: path, by: tester, readOnly: true)
    #expect(reader.isClosed)
    #expect(reader.sheet.setting(.pack) == "p1")
    #expect(reader.sheet.setting(.journey) == "draft")
    #expect(reader.sheet.setting(.title) == "Nordlicht")
    #expect(try reader.verify().faults == [])
    reader.close()
    #expect(try folder.bytes(of: "old.art28") == before)

    let file = try MatterFile.open(at: path, by: tester)
    expect(.refused(.closing), kept: .entries(file.head.number)) {
      try file.append(file.answer("d", "not yet"))
    }
    let entry = try #require(try file.reopen(when: someTime, by: "Test", why: "It stands again."))
    #expect(entry.reverses == .redo(1))
    #expect(!file.isClosed)
    #expect(file.sheet[AnswerKey("a")] == .value(.text("kept")))
    #expect(file.sheet[AnswerKey("c")] == (answersAfter ? .value(.text("after")) : nil))
    // What else was undone can still be done again, as it could before.
    #expect(file.sheet.redoable == (answersAfter ? [] : [3]))
    #expect(!file.sheet.undoable.contains(1))
    #expect(try file.reopen(when: someTime, by: "Test", why: "") == nil)
    #expect(try file.verify().faults == [])
    let json = try file.export()
    let copy = try MatterFile.create(at: folder.file("copy.art28"), by: tester, from: json)
    #expect(try copy.export() == json)
    #expect(!copy.isClosed)
    #expect(try copy.verify().faults == [])
  }

  @Test func thePackNamedLastIsTheOneThatStands() throws {
    var sheet = AnswerSheet()
    let acts: [[Change]] = [
      [.setting(.pack, from: nil, to: "p1"), .setting(.journey, from: nil, to: "draft")],
      [.setting(.pack, from: "p1", to: "p2")],
      [.setting(.journey, from: "draft", to: nil), .setting(.pack, from: "p1", to: nil)],
    ]
    for (number, changes) in acts.enumerated() {
      sheet.apply(
        Entry(number: number + 1, when: someTime, by: "Test", why: nil, changes: changes))
    }
    #expect(sheet.isClosed)
    #expect(sheet.reopened.setting(.pack) == "p2")
    #expect(sheet.reopened.setting(.journey) == "draft")
    #expect(!sheet.reopened.isClosed)
  }
}
