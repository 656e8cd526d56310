import Foundation
import Glibc
import Interview
import PackModel
import Testing

@testable import Matters

/// The whole matter in another place, when its own file is gone.
@Suite struct CopyingTests {
  private let pack = PackSources(hash: "p1", files: ["pack.yaml": Array("id: a\n".utf8)])
  private let paper = AttachedFile(name: "DPA.pdf", bytes: [1, 2, 3])

  private func made(in folder: Folder, _ name: String = "work/case.art28") throws -> MatterFile {
    try FileManager.default.createDirectory(
      atPath: folder.file("work"), withIntermediateDirectories: true)
    let first = Entry(
      number: 1, when: someTime, by: "Test", why: nil,
      changes: [.setting(.pack, from: nil, to: "p1")])
    let file = try MatterFile.create(
      at: folder.file(name), by: tester, enclosing: [.pack(pack), .paper(paper)], first: first,
      summary: MatterSummary(title: "Nordlicht"))
    try file.append(file.answer("a", "one"))
    try file.save(DeskChange(person: "Bo", fields: [AnswerKey("b"): "half by Bo"]))
    return file
  }

  private func expectWhole(_ copy: MatterCopy, of entries: [Entry]) throws {
    let file = copy.file
    #expect(copy.isWhole)
    #expect(try file.entries() == entries)
    #expect(try file.pack("p1") == pack)
    #expect(try file.paper(paper.fingerprint) == paper)
    #expect(try file.listing().summary.title == "Nordlicht")
    #expect(try file.desk(of: "Bo").fields == [AnswerKey("b"): "half by Bo"])
    #expect(try file.desk(of: "Test").fields == [AnswerKey("c"): "half"])
    #expect(try file.verify().faults == [])
    // Work goes on there.
    try file.append(file.answer("a", "two"))
  }

  private let desk = DeskChange(person: "Test", fields: [AnswerKey("c"): "half"])

  @Test(arguments: ["removed", "moved", "replaced", "without its folder", "in its place"])
  func whatIsGoneComesOutWhole(how: String) throws {
    let folder = try Folder()
    let file = try made(in: folder)
    let entries = try file.entries()
    let head = file.head
    switch how {
    case "removed": try folder.remove("work/case.art28")
    case "moved": try folder.move("work/case.art28", to: "case.art28")
    case "replaced":
      try matter(at: folder.file("other.art28"), answers: 3)
      try folder.move("other.art28", to: "work/case.art28")
    case "without its folder": try folder.remove("work")
    default: break
    }
    let copy = try file.copy(to: folder.file("new.art28"), by: tester, held: [], desk: desk)
    #expect(copy.file.head == head)
    try expectWhole(copy, of: entries)
    if how == "replaced" {
      #expect(try MatterFile.open(at: folder.file("work/case.art28"), by: tester).head.number == 3)
    }
  }

  @Test func itCanComeToLieWhereItWas() throws {
    let folder = try Folder()
    let file = try made(in: folder)
    let entries = try file.entries()
    try folder.remove("work/case.art28")
    let copy = try file.copy(
      to: folder.file("work/case.art28"), by: tester, held: [], desk: desk)
    try expectWhole(copy, of: entries)
    file.close()
    // The mark of the new file is not the old one's to take away.
    let error = #expect(throws: MatterError.self) {
      try MatterFile.open(at: folder.file("work/case.art28"), by: tester)
    }
    guard case .openElsewhere? = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// A file that was overwritten holds another matter, or none: then the journal and the pack come
  /// from memory, and nothing is written into what does not belong to it.
  @Test(arguments: [true, false]) func whatWasOverwrittenComesFromMemory(byAMatter: Bool) throws {
    let folder = try Folder()
    let file = try made(in: folder)
    let entries = try file.entries()
    let head = file.head
    file.keepPacksAtHand()
    try matter(at: folder.file("other.art28"), answers: 30)
    let bytes = byAMatter ? try folder.bytes(of: "other.art28") : [UInt8](repeating: 7, count: 9)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("work/case.art28")))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
    #expect(throws: MatterError.self) { try file.save(desk) }
    #expect(throws: MatterError.self) { try file.append(file.answer("a", "two")) }
    #expect(throws: MatterError.self) { try file.reload() }
    #expect(try folder.bytes(of: "work/case.art28") == bytes)
    let copy = try file.copy(to: folder.file("new.art28"), by: tester, held: entries, desk: desk)
    #expect(!copy.isWhole)
    #expect(copy.file.head == head)
    #expect(try copy.file.entries() == entries)
    #expect(try copy.file.pack("p1") == pack)
    #expect(try copy.file.desk(of: "Test").fields == [AnswerKey("c"): "half"])
    #expect(try copy.file.verify().faults == [])
  }

  @Test("a locked matter that was overwritten comes from memory, and opens as it did")
  func whatWasOverwrittenStaysLockedAsItWas() throws {
    let folder = try Folder()
    try MatterFile.makeLocked(at: folder.file(), try Locked.lock())
    let theirs = Credential.passphrase(Locked.made("somebody else's own words"))
    try MatterFile.makeLocked(at: folder.file("other.art28"), try Locked.lock([theirs]))
    let longer = try MatterFile.open(
      at: folder.file("other.art28"), by: tester, keys: Locked.keys(theirs))
    try longer.append(longer.answer("more", "than that"))
    longer.close()
    let other = try folder.bytes(of: "other.art28")
    for bytes in [other, Array(repeating: 7, count: 9)] {
      let file = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
      let (entries, before) = (try file.entries(), try folder.bytes())
      file.keepPacksAtHand()
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file()))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
      try file.copy(to: folder.file("new.art28"), by: tester, held: entries).file.close()
      file.close()
      expect(.locked) { try MatterFile.open(at: folder.file("new.art28"), by: tester) }
      let copy = try MatterFile.open(
        at: folder.file("new.art28"), by: tester, keys: Locked.keys())
      #expect(try copy.entries() == entries)
      #expect(try copy.verify().faults == [])
      copy.close()
      try folder.remove("new.art28")
      _ = try folder.write(before, to: "case.art28")
    }
  }

  @Test func whatOthersHaveAddedComesToo() throws {
    let folder = try Folder()
    let file = try made(in: folder)
    // As on a file server that knows no locks between machines.
    #expect(unlink(folder.file("work/case.art28-lock")) == 0)
    let other = try MatterFile.open(at: folder.file("work/case.art28"), by: tester)
    try other.append(other.answer("z", "by another"))
    expect(.headMoved(expected: 2, found: 3), kept: .entries(2)) {
      try file.append(file.answer("a", "two"))
    }
    let copy = try file.copy(to: folder.file("new.art28"), by: tester, held: [], desk: desk)
    #expect(copy.isWhole)
    #expect(copy.file.sheet[AnswerKey("z")] == .value(.text("by another")))
    #expect(try copy.file.verify().faults == [])
  }

  @Test func whereNothingCanBeMadeNothingIs() throws {
    let folder = try Folder()
    let file = try made(in: folder)
    _ = try folder.write([1], to: "there.art28")
    expect(.exists, kept: .nothingMade) {
      try file.copy(to: folder.file("there.art28"), by: tester, held: [])
    }
    expect(.noFolder, kept: .nothingMade) {
      try file.copy(to: folder.file("none/new.art28"), by: tester, held: [])
    }
    try file.append(file.answer("a", "still here"))
  }
}
