import Foundation
import Glibc
import Interview
import Testing

@testable import Matters

@Suite struct LockTests {
  @Test func whoIsSecondIsToldAndMayRead() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 2)
    let child = try Child("hold", folder.file())
    #expect(child.line() == "held true")
    do {
      _ = try MatterFile.open(at: folder.file(), by: tester)
      Issue.record("opened twice")
    } catch {
      guard case .openElsewhere(let holder?) = error.kind else {
        Issue.record(error)
        return
      }
      #expect(holder.who == "Anna" && holder.since == "2026-03-01T14:05:00Z")
      #expect(holder.process == Int(child.process) && !holder.host.isEmpty)
      #expect(error.message.contains("Anna"))
    }
    let reader = try MatterFile.open(at: folder.file(), by: tester, readOnly: true)
    #expect(reader.head.number == 2)
    #expect(reader.access == .reading(because: nil))
    expect(.openForReading, kept: .entries(2)) { try reader.append(reader.answer("a", "b")) }
    expect(.openForReading, kept: .entries(2)) { try reader.save(DeskChange(person: "Test")) }
    reader.close()
    #expect(try folder.names == ["case.art28", "case.art28-lock"])
    child.end(0)
    #expect(try folder.names == ["case.art28"])
    #expect(try MatterFile.open(at: folder.file(), by: tester).access.canWrite)
  }

  @Test func aKilledHolderHoldsNothing() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 2)
    let child = try Child("hold", folder.file())
    #expect(child.line() == "held true")
    child.end(SIGKILL)
    #expect(try folder.names == ["case.art28", "case.art28-lock"])
    let file = try MatterFile.open(at: folder.file(), by: tester)
    #expect(file.access.canWrite)
    file.close()
    #expect(try folder.names == ["case.art28"])
  }

  @Test func oneProcessIsHeldToItToo() throws {
    let folder = try Folder()
    let first = try MatterFile.create(at: folder.file(), by: tester)
    #expect(throws: MatterError.self) { try MatterFile.open(at: folder.file(), by: tester) }
    // Reading and listing beside it must not drop the locks that the writer's SQLite holds.
    for number in 1...5 {
      #expect(try MatterFile.listing(at: folder.file()).entries == number - 1)
      #expect(throws: MatterError.self) { try MatterFile.open(at: folder.file(), by: tester) }
      try first.append(first.answer("a", String(number)))
    }
    first.close()
    #expect(try MatterFile.open(at: folder.file(), by: tester).head.number == 5)
  }

  @Test func aLockThatIsNoPlainFileIsNotFollowed() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 1)
    let precious = try folder.write("precious".utf8, to: "precious")
    #expect(symlink(precious, folder.file("case.art28-lock")) == 0)
    expect(.lockBlocked) { try MatterFile.open(at: folder.file(), by: tester) }
    #expect(try folder.bytes(of: "precious") == [UInt8]("precious".utf8))
  }

  @Test func whatIsNoFileInThePlaceOfAJournalIsNotWaitedFor() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 1)
    for ending in ["-journal", "-wal", "-shm"] {
      let name = folder.file("case.art28\(ending)")
      #expect(mkfifo(name, 0o600) == 0)
      for readOnly in [false, true] {
        expect(.journalBlocked(name)) {
          try MatterFile.open(at: folder.file(), by: tester, readOnly: readOnly)
        }
      }
      unlink(name)
    }
    #expect(try MatterFile.open(at: folder.file(), by: tester).head.number == 1)
  }

  @Test func aStaleNoteOfAnythingIsOverwritten() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 1)
    _ = try folder.write([UInt8](repeating: 0xFF, count: 100_000), to: "case.art28-lock")
    let file = try MatterFile.open(at: folder.file(), by: tester)
    #expect(file.access.canWrite)
    #expect(try folder.bytes(of: "case.art28-lock").count < 1000)
  }
}
