import Foundation
import Interview
import Testing

@testable import Matters

/// Who only looks changes nothing: neither a byte of the file nor its time.
@Suite struct UntouchedTests {
  private static let summary = MatterSummary(
    title: "Nordlicht", controller: "A", processor: "B", answered: 1, open: 2)
  private static let desk = DeskChange(
    person: "Anna", place: DeskPlace(step: "s", question: "a", row: nil),
    fields: [AnswerKey("b", row: "1"): "half e\u{301}", AnswerKey("c"): nil])

  private func made(in folder: Folder) throws {
    let file = try MatterFile.create(
      at: folder.file(), by: tester,
      enclosing: [.pack(PackSources(hash: "p", files: ["a": [1]]))])
    try file.append(file.answer("a", "kept"), summary: Self.summary, desk: Self.desk)
    file.close()
    // Long ago, so that no clock is too coarse to tell.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: folder.file())
  }

  private func state(of folder: Folder) throws -> (bytes: [UInt8], changed: Date?) {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file())
    return (try folder.bytes(), attributes[.modificationDate] as? Date)
  }

  @Test func openingLookingAroundAndLeavingWritesNothing() throws {
    let folder = try Folder()
    try made(in: folder)
    let before = try state(of: folder)
    let file = try MatterFile.open(at: folder.file(), by: tester)
    _ = try file.takeEntries()
    _ = try file.desk(of: "Anna")
    _ = try file.listing()
    _ = try file.pack("p")
    _ = try file.verify()
    file.keepPacksAtHand()
    try file.save(Self.desk)
    try file.save(Self.summary)
    file.close()
    let after = try state(of: folder)
    #expect(after.bytes == before.bytes)
    #expect(after.changed == before.changed)
    #expect(try folder.names == ["case.art28"])
  }

  @Test func whatDiffersIsWritten() throws {
    let folder = try Folder()
    try made(in: folder)
    var summary = Self.summary
    summary.open = 3
    // The same letter in another spelling is another text.
    var desks = [Self.desk, Self.desk, Self.desk]
    desks[0].fields[AnswerKey("b", row: "1")] = "half \u{E9}"
    desks[1].fields = [AnswerKey("b", row: "1"): nil]
    desks[2].place = DeskPlace(step: "s", question: "b")
    let file = try MatterFile.open(at: folder.file(), by: tester)
    defer { file.close() }
    var last = try state(of: folder).bytes
    for desk in desks {
      try file.save(desk)
      let now = try state(of: folder).bytes
      #expect(now != last)
      last = now
    }
    try file.save(summary)
    #expect(try file.listing().summary == summary)
    #expect(
      try file.desk(of: "Anna")
        == WorkState(
          place: desks[2].place,
          fields: [
            AnswerKey("b", row: "1"): "half e\u{301}"
          ]))
  }

  /// Whoever cannot write is told so, also where there was nothing to write.
  @Test func aFileThatIsGoneIsSaid() throws {
    let folder = try Folder()
    try made(in: folder)
    let reading = try MatterFile.open(at: folder.file(), by: tester, readOnly: true)
    expect(.openForReading, kept: .entries(1)) { try reading.save(Self.summary) }
    let file = try MatterFile.open(at: folder.file(), by: tester)
    try folder.move("case.art28", to: "elsewhere.art28")
    expect(.movedAway, kept: .entries(1)) { try file.save(Self.desk) }
  }
}
