import Interview
import Testing

@testable import Matters

/// Several acts that come together or not at all, and files in the making.
@Suite struct TogetherTests {
  @Test func whatIsAddedTogetherIsThereTogetherOrNotAtAll() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    try file.append(file.answer("a", "one"))
    try file.begin()
    try file.append(file.answer("b", "two"))
    try file.append(file.answer("c", "three"))
    #expect(try file.entries().count == 3)
    // Who reads meanwhile sees what stood before.
    let reader = try MatterFile.open(at: folder.file(), by: tester, readOnly: true)
    #expect(reader.head.number == 1)
    reader.close()
    file.rollBack()
    #expect(file.head.number == 1 && file.sheet[AnswerKey("b")] == nil)
    #expect(try file.entries().count == 1)

    try file.begin()
    try file.append(file.answer("b", "two"))
    // What is refused takes nothing else with it.
    #expect(throws: MatterError.self) {
      try file.append(
        Entry(number: file.head.number + 1, when: "never", by: "Test", why: nil, changes: []))
    }
    try file.append(file.answer("c", "three"))
    try file.commit()
    file.rollBack()
    try file.append(file.answer("d", "four"))
    file.close()
    let again = try MatterFile.open(at: folder.file(), by: tester)
    #expect(again.head.number == 4)
    #expect(try again.verify().faults == [])
  }

  @Test func aMatterWhoseNameIsTakenMeanwhileIsNotMade() throws {
    let folder = try Folder()
    let part = try PartFile(in: folder.path)
    try part.write([1, 2, 3])
    _ = try folder.write("mine".utf8, to: "case.art28")
    #expect(throws: PartFile.Fault.self) { try part.move(to: folder.file()) }
    // The journal of a save that failed in it goes with it: nobody would look for one alone.
    let name = part.path.dropFirst(folder.path.count + 1)
    _ = try folder.write("half".utf8, to: "\(name)-journal")
    part.discard()
    #expect(try folder.bytes() == Array("mine".utf8))
    expect(.exists, kept: .nothingMade) { try MatterFile.create(at: folder.file(), by: tester) }
    #expect(try folder.names == ["case.art28"])
  }

  @Test func whoeverOpensIsToldWhetherAScreenOrACommandHasIt() throws {
    let folder = try Folder()
    let brief = Holder(who: "Script", since: someTime, isBrief: true)
    let first = try MatterFile.create(at: folder.file(), by: tester)
    // Neither waits: a command never does for a screen, nor a screen for anybody.
    func holder(met opener: Holder) -> Holder? {
      do {
        try MatterFile.open(at: folder.file(), by: opener).close()
      } catch {
        if case .openElsewhere(let holder) = error.kind { return holder }
      }
      return nil
    }
    #expect(holder(met: brief)?.isBrief == false)
    first.close()
    let second = try MatterFile.open(at: folder.file(), by: brief)
    let met = holder(met: tester)
    #expect(met?.who == "Script" && met?.isBrief == true)
    second.close()
  }
}
