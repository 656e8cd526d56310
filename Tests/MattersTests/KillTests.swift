import Glibc
import Interview
import Testing

@testable import Matters

@Suite(.serialized) struct KillTests {
  @Test(
    "killed at a hundred moments it has every reported answer, open and locked",
    arguments: [false, true])
  func killed(isLocked: Bool) throws {
    let folder = try Folder()
    let recovery = RecoveryKey()
    try MatterFile.create(
      at: folder.file(), by: tester,
      locked: isLocked ? try Locked.lock([.recovery(recovery)]) : nil
    ).close()
    let keys = Locked.keys(.recovery(recovery))
    var chance = Chance(28)
    var reported = 0
    for _ in 0..<100 {
      let child =
        try isLocked
        ? Child("append", recovery.words, folder.file()) : Child("append", folder.file())
      for _ in 0..<Int.random(in: 0...6, using: &chance) {
        if let number = child.line().flatMap({ Int($0) }) { reported = number }
      }
      // A moment anywhere within the next save.
      for _ in 0..<Int.random(in: 0...40_000, using: &chance) { _ = getpid() }
      child.end(SIGKILL)
      for line in child.lines() { reported = Int(line) ?? reported }
      if isLocked {
        for name in try folder.names {
          let reads = try folder.bytes(of: name).contains("half of")
          #expect(!reads, "\(name)")
        }
      }
      let file = try MatterFile.open(at: folder.file(), by: tester, keys: keys)
      // One more may be on disk whose report was cut off.
      #expect((reported...reported + 1).contains(file.head.number))
      reported = file.head.number
      #expect(
        try file.desk(of: "fixture").fields[AnswerKey("draft")]
          == (reported == 0 ? nil : "half of \(reported)"))
      file.close()
    }
    #expect(reported > 100)
    #expect(try MatterFile.verify(at: folder.file(), keys: keys).faults == [])
    #expect(try MatterFile.verify(at: folder.file()).faults == [])
  }

  @Test(arguments: [false, true]) func aSaveThatWasCutOffIsRolledBack(readOnly: Bool) throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 200)
    let before = try folder.bytes()
    let child = try Child("cut-off", folder.file())
    #expect(child.lines() == ["cut"])
    child.end(SIGKILL)
    // Its pages are in the file already, and the journal knows how they were.
    #expect(try folder.bytes() != before)
    #expect(try folder.names.contains("case.art28-journal"))
    let file = try MatterFile.open(at: folder.file(), by: tester, readOnly: readOnly)
    #expect(file.head.number == 200)
    #expect(try file.verify().faults == [])
    #expect(try !folder.names.contains("case.art28-journal"))
  }

  @Test func aCopyMadeWhileItIsWrittenIsWholeOrRefused() throws {
    let folder = try Folder()
    try MatterFile.create(at: folder.file(), by: tester).close()
    let child = try Child("append", folder.file())
    var (usable, refused) = (0, 0)
    var chance = Chance(7)
    while usable + refused < 60 {
      guard let number = child.line().flatMap({ Int($0) }) else { break }
      for _ in 0..<Int.random(in: 0...20_000, using: &chance) { _ = getpid() }
      let copy = try folder.write(try folder.bytes(), to: "copy.art28")
      do {
        let file = try MatterFile.open(at: copy, by: tester)
        #expect(file.head.number >= number)
        #expect(try file.entries().count == file.head.number)
        usable += 1
      } catch {
        guard case .damaged = error.kind else {
          Issue.record(error)
          continue
        }
        refused += 1
      }
      try folder.remove("copy.art28")
    }
    #expect(usable + refused == 60)
  }
}
