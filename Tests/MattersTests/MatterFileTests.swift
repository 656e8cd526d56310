import GRDB
import Interview
import PackModel
import Testing

@testable import Matters

@Suite struct MatterFileTests {
  private let sources = PackSources(
    hash: "abc", files: ["pack.yaml": [UInt8]("id: ai-dpa\r\n".utf8), "b/logo": [0xFF, 0, 1]])

  @Test func whatWasAppendedIsThereAgain() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    let head = try file.append(file.answer("controller.name", "Müller & Söhne"))
    #expect(head.number == 1)
    let sheet = file.sheet
    file.close()
    let again = try MatterFile.open(at: folder.file(), by: tester)
    #expect(again.sheet == sheet)
    #expect(again.head == head)
    #expect(again.access == .writing)
    #expect(try again.entries().map(\.number) == [1])
    // What opening has read is handed over once, and never without what was added since.
    #expect(try again.takeEntries() == again.entries())
    #expect(try again.takeEntries().count == 1)
    again.close()
    let third = try MatterFile.open(at: folder.file(), by: tester)
    try third.append(third.answer("notice", "30"))
    #expect(try third.takeEntries().map(\.number) == [1, 2])
    third.close()
    let last = try MatterFile.open(at: folder.file(), by: tester)
    #expect(try last.entries().count == 2)
    #expect(try last.entry(1)?.changes.count == 1)
  }

  @Test func oneEntryIsReadByItsNumber() throws {
    let folder = try Folder()
    let again = try MatterFile.create(at: folder.file(), by: tester)
    try again.append(again.answer("controller.name", "Müller & Söhne"))
    #expect(try again.entry(1)?.changes.count == 1)
    #expect(try again.entry(2) == nil)
    #expect(try again.verify().isWhole)
  }

  @Test func theFileIsWhatTheDocumentationSays() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 3)
    let bytes = try folder.bytes()
    #expect(bytes[68..<72].elementsEqual("A28A".utf8))
    #expect(bytes[60..<64].elementsEqual([0, 0, 0, 3]))
    // Bytes 18 and 19 are 1: rollback journal (sqlite.org/fileformat2.html, 1.3).
    #expect(bytes[18] == 1 && bytes[19] == 1)
    #expect(try folder.names == ["case.art28"])
    let file = try MatterFile.open(at: folder.file(), by: tester)
    try file.perform { database in
      for (pragma, value) in [
        ("journal_mode", "delete"), ("synchronous", "3"), ("foreign_keys", "1"),
        ("secure_delete", "1"), ("trusted_schema", "0"), ("temp_store", "2"),
      ] {
        let found = try Row.fetchOne(database, sql: "PRAGMA \(pragma)")?[0] as DatabaseValue?
        #expect(found.map { "\($0.storage.value ?? "")" } == value, "\(pragma)")
      }
    }
  }

  @Test func onlyTheOwnerMayReadIt() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    try file.append(file.answer("a", "b"))
    #expect(try folder.mode(of: "case.art28") == 0o600)
    #expect(try folder.mode(of: "case.art28-lock") == 0o600)
  }

  @Test func aFirstEntryAndItsPackComeWithTheFile() throws {
    let folder = try Folder()
    let first = Entry(
      number: 1, when: someTime, by: "Test", why: nil,
      changes: [.setting(.pack, from: nil, to: "abc")])
    let file = try MatterFile.create(
      at: folder.file(), by: tester, enclosing: [.pack(sources)], first: first,
      summary: MatterSummary(
        title: "Copilot", controller: "A", processor: "B", answered: 1, open: 9))
    #expect(file.sheet.setting(.pack) == "abc")
    #expect(try file.pack("abc") == sources)
    #expect(try file.pack("abd") == nil)
    #expect(try file.packs() == ["abc"])
    file.close()
    let listing = try MatterFile.listing(at: folder.file())
    #expect(listing.summary.title == "Copilot" && listing.summary.open == 9)
    #expect(listing.entries == 1 && listing.changed == someTime && listing.changedBy == "Test")
  }

  @Test func papersAreKeptByTheirHash() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    let paper = AttachedFile(name: "Vendor DPA\n.pdf", bytes: [1, 2, 0, 3])
    try file.append(file.next([]), enclosing: [.paper(paper), .paper(paper)])
    #expect(try file.papers() == [paper.fingerprint])
    #expect(try file.paper(paper.fingerprint) == paper)
  }

  @Test func aPackWithoutItsSourcesIsRefused() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    expect(.refused(.packMissing("abc")), kept: .entries(0)) {
      try file.append(file.next([.setting(.pack, from: nil, to: "abc")]))
    }
    #expect(file.head == .start)
    try file.append(
      file.next([.setting(.pack, from: nil, to: "abc")]), enclosing: [.pack(sources)])
  }

  @Test(arguments: ["", "yesterday", "2026-03-01 09:30:00", "2026-03-01T09:30:00+01:00"])
  func aTimeMustBeOne(when: String) throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    expect(.refused(.time(when)), kept: .entries(0)) {
      try file.append(Entry(number: 1, when: when, by: "Test", why: nil, changes: []))
    }
  }

  @Test(arguments: ["", "a\u{0}b", "a\nb"]) func aNameMustBeOne(name: String) throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    expect(.refused(.name(name)), kept: .entries(0)) {
      try file.append(file.next([.set(AnswerKey("a", row: name), from: nil, to: .parked)]))
    }
    expect(.refused(.name(name)), kept: .entries(0)) {
      try file.append(file.next([], by: name))
    }
  }

  @Test func anEntryExpectsItsHead() throws {
    let folder = try Folder()
    let first = try MatterFile.create(at: folder.file(), by: tester)
    try first.append(first.answer("a", "1"))
    // Someone removed the lock: now two can write, and neither loses anything unseen.
    try folder.remove("case.art28-lock")
    let second = try MatterFile.open(at: folder.file(), by: tester)
    try second.append(second.answer("a", "2"))
    expect(.headMoved(expected: 1, found: 2), kept: .entries(1)) {
      try first.append(first.answer("a", "3"))
    }
    #expect(try first.reload()[AnswerKey("a")] == .value(.text("2")))
    try first.append(first.answer("a", "3"))
    expect(.headMoved(expected: 2, found: 3), kept: .entries(2)) {
      try second.append(second.answer("a", "4"))
    }
  }

  @Test func aNumberThatDoesNotFollowIsRefused() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    for number in [0, 2] {
      expect(.headMoved(expected: number - 1, found: 0), kept: .entries(0)) {
        try file.append(
          Entry(number: number, when: someTime, by: "Test", why: nil, changes: []))
      }
    }
  }

  @Test func theDeskIsOverwrittenAndLeavesNoTrace() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    let (key, cell) = (AnswerKey("a"), AnswerKey("t.a", row: "r1"))
    try file.save(
      DeskChange(
        person: "Anna", place: DeskPlace(step: "2", question: "a"),
        fields: [key: "half a SECRETWORD\u{0}", cell: "cell"]))
    try file.save(DeskChange(person: "Bo", place: DeskPlace(step: "9")))
    #expect(
      try file.desk(of: "Anna")
        == WorkState(
          place: DeskPlace(step: "2", question: "a"),
          fields: [key: "half a SECRETWORD\u{0}", cell: "cell"]))
    try file.append(
      file.answer("a", "whole"), desk: DeskChange(person: "Anna", fields: [key: String?.none]))
    #expect(try file.desk(of: "Anna").fields == [cell: "cell"])
    #expect(try file.desk(of: "Bo") == WorkState(place: DeskPlace(step: "9")))
    #expect(try file.desk(of: "Cy") == WorkState())
    file.close()
    #expect(!String(decoding: try folder.bytes(), as: UTF8.self).contains("SECRETWORD"))
    let json = try MatterFile.open(at: folder.file(), by: tester).export()
    #expect(!String(decoding: json, as: UTF8.self).contains("Anna"))
  }

  @Test func aFieldOfHundredKilobytesFits() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    let text = String(repeating: "ä\u{0}\"\\\n", count: 20_000)
    try file.append(file.answer("a", text))
    #expect(try MatterFile.open(at: folder.file(), by: tester, readOnly: true).sheet == file.sheet)
    let tooLong = String(repeating: "x", count: MatterFile.largestEntry)
    let error = #expect(throws: MatterError.self) { try file.append(file.answer("b", tooLong)) }
    guard case .tooLarge? = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file.head.number == 1)
  }

  @Test func aFileThatIsGoneTakesNoAnswer() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    try file.append(file.answer("a", "1"))
    try folder.move("case.art28", to: "other.art28")
    expect(.movedAway, kept: .entries(1)) { try file.append(file.answer("a", "2")) }
    try matter(at: folder.file("new.art28"), answers: 1)
    try folder.move("new.art28", to: "case.art28")
    expect(.movedAway, kept: .entries(1)) { try file.append(file.answer("a", "2")) }
    // What it has can still be saved.
    #expect(try file.export().count > 100)
    #expect(try MatterFile.open(at: folder.file("other.art28"), by: tester).head.number == 1)
  }

  @Test func aClosedFileTakesNothing() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    file.close()
    file.close()
    #expect(throws: MatterError.self) { try file.append(file.answer("a", "1")) }
    #expect(try folder.names == ["case.art28"])
  }
}
