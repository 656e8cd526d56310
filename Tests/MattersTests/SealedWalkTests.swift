import Glibc
import Interview
import Testing

@testable import Matters

/// A sealed matter is the same matter.
@Suite struct SealedWalkTests {
  @Test(
    "a walk of acts gives the same answers, heads and export, sealed and open", arguments: 0..<100)
  func sameWalk(seed: UInt64) throws {
    let folder = try Folder()
    var acts = RandomActs(seed: seed)
    let enclosed: [Enclosure] = [
      .pack(PackSources(hash: "p", files: ["a": Array(acts.text().utf8), "b": [0, 255]])),
      .paper(AttachedFile(name: acts.text(), bytes: Array(acts.text().utf8))),
      .paper(AttachedFile(name: "x", bytes: [])),
    ]
    let lock = try Locked.lock()
    let plain = try MatterFile.create(at: folder.file("o.art28"), by: tester, enclosing: enclosed)
    var sealed = try MatterFile.create(
      at: folder.file("s.art28"), by: tester, locked: lock, enclosing: enclosed)
    for step in 0..<25 {
      let entry = acts.entry(on: plain.sheet)
      let desk = DeskChange(
        person: "Anna", place: DeskPlace(step: "\(step)"),
        fields: [AnswerKey("q\(step % 3)"): acts.text()])
      let summary = MatterSummary(title: acts.text(), answered: step)
      #expect(
        try plain.append(entry, summary: summary, desk: desk)
          == sealed.append(entry, summary: summary, desk: desk))
      #expect(plain.sheet == sealed.sheet)
      if step % 9 == 4 {
        sealed.close()
        sealed = try MatterFile.open(at: folder.file("s.art28"), by: tester, keys: Locked.keys())
      }
    }
    #expect(try plain.entries() == sealed.entries())
    #expect(try plain.head(after: 7) == sealed.head(after: 7))
    #expect(try plain.desk(of: "Anna") == sealed.desk(of: "Anna"))
    #expect(try plain.papers() == sealed.papers())
    #expect(try plain.packs() == sealed.packs())
    #expect(try plain.pack("p") == sealed.pack("p"))
    #expect(try plain.listing() == sealed.listing())
    #expect(try plain.verify() == sealed.verify())
    #expect(try plain.verify().faults == [])
    let export = try plain.export()
    #expect(try sealed.export() == export)
    // There and back again, with everything.
    let head = plain.head
    plain.close()
    sealed.close()
    try MatterFile.rewrite(at: folder.file("o.art28"), by: tester, locked: lock)
    try MatterFile.rewrite(
      at: folder.file("s.art28"), by: tester, locked: nil, keys: Locked.keys())
    for (name, isLocked) in [("o.art28", true), ("s.art28", false)] {
      let file = try MatterFile.open(at: folder.file(name), by: tester, keys: Locked.keys())
      #expect(file.isLocked == isLocked)
      #expect(file.head == head)
      #expect(try file.export() == export)
      #expect(try file.desk(of: "Anna").place == DeskPlace(step: "24"))
      #expect(try file.verify().faults == [])
      file.close()
    }
    #expect(try folder.names == ["o.art28", "s.art28"])
  }

  @Test func aCopyOfALockedMatterIsLockedWithTheSame() throws {
    let folder = try Folder()
    try MatterFile.makeLocked(at: folder.file(), try Locked.lock())
    let file = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    let copy = try file.copy(to: folder.file("b.art28"), by: tester, held: [])
    #expect(copy.isWhole)
    copy.file.close()
    let again = try MatterFile.open(at: folder.file("b.art28"), by: tester, keys: Locked.keys())
    #expect(again.isLocked)
    #expect(try again.export() == file.export())
    #expect(try again.desk(of: "secret") == file.desk(of: "secret"))
  }

  @Test func lockingElsewhereKeepsTheFirst() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 9)
    let before = try folder.bytes()
    try MatterFile.rewrite(
      at: folder.file(), by: tester, locked: try Locked.lock(), to: folder.file("b.art28"))
    #expect(try folder.bytes() == before)
    let file = try MatterFile.open(at: folder.file("b.art28"), by: tester, keys: Locked.keys())
    #expect(file.head.number == 9)
    expect(.exists, kept: .nothingMade) {
      try MatterFile.rewrite(
        at: folder.file(), by: tester, locked: try Locked.lock(), to: folder.file("b.art28"))
    }
    expect(.isOpen) { try MatterFile.rewrite(at: folder.file(), by: tester, locked: nil) }
    expect(.isLocked) {
      try MatterFile.rewrite(
        at: folder.file("b.art28"), by: tester, locked: try Locked.lock(),
        to: folder.file("c.art28"), keys: Locked.keys())
    }
  }

  @Test("a file that has another name is not locked, as that would stay open")
  func hardLink() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 3)
    #expect(link(folder.file(), folder.file("backup.art28")) == 0)
    let before = try folder.bytes()
    expect(.severalNames) {
      try MatterFile.rewrite(at: folder.file(), by: tester, locked: try Locked.lock())
    }
    #expect(try folder.bytes() == before)
    #expect(try folder.names == ["backup.art28", "case.art28"])
  }

  @Test func aListKnowsOnlyThatItIsLocked() throws {
    let folder = try Folder()
    try MatterFile.makeLocked(at: folder.file(), try Locked.lock())
    let listing = try MatterFile.listing(at: folder.file())
    #expect(listing.isLocked)
    #expect(listing.entries == 4)
    #expect(listing.summary == MatterSummary())
    #expect(listing.changed == nil && listing.changedBy == nil)
  }

  @Test("lookers of a locked matter see one moment of it while it is written")
  func readWhileWritten() throws {
    let folder = try Folder()
    try MatterFile.makeLocked(at: folder.file(), try Locked.lock())
    let writer = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    let reader = try MatterFile.open(
      at: folder.file(), by: tester, readOnly: true, keys: Locked.keys())
    for number in 0..<20 {
      try writer.append(writer.answer("q", "\(number)"))
      try reader.reload()
      #expect(reader.head == writer.head)
      #expect(try reader.desk(of: "secret").place?.step == "secret")
    }
  }
}
