import GRDB
import Interview
import PackModel
import Testing

@testable import Matters

@Suite struct JournalPropertyTests {
  @Test(arguments: 0..<15) func anyWalkComesBackWhole(seed: UInt64) throws {
    let folder = try Folder()
    var acts = RandomActs(seed: seed)
    var file = try MatterFile.create(at: folder.file(), by: tester)
    var sheet = AnswerSheet()
    var entries: [Entry] = []
    for step in 0..<60 {
      let entry = acts.entry(on: sheet)
      try file.append(entry)
      sheet.apply(entry)
      entries.append(entry)
      #expect(file.sheet == sheet)
      if step % 13 == 0 {
        file.close()
        file = try MatterFile.open(at: folder.file(), by: tester)
        #expect(file.sheet == sheet)
      }
    }
    #expect(try file.entries() == entries)
    #expect(try file.verify().faults == [])
    let json = try file.export()
    let copy = try MatterFile.create(at: folder.file("copy.art28"), by: tester, from: json)
    #expect(copy.sheet == sheet)
    #expect(copy.head == file.head)
    #expect(try copy.verify().faults == [])
    #expect(try copy.export() == json)
    #expect(try MatterFile.salvage(at: folder.file()).export().count >= json.count)
  }

  @Test func anExportCarriesPacksPapersAndSummary() throws {
    let folder = try Folder()
    let file = try MatterFile.create(
      at: folder.file(), by: tester,
      enclosing: [
        .pack(PackSources(hash: "p2", files: ["z": [0xFF], "a": [UInt8]("t\r\n".utf8)])),
        .pack(PackSources(hash: "p1", files: [:])), .paper(AttachedFile(name: "x", bytes: [])),
      ], summary: MatterSummary(title: "T", controller: "C\n", processor: "P", answered: 3, open: 4)
    )
    try file.append(file.next([.setting(.pack, from: nil, to: "p1")]))
    let json = try file.export()
    let copy = try MatterFile.create(at: folder.file("copy.art28"), by: tester, from: json)
    #expect(try copy.export() == json)
    #expect(try copy.packs() == ["p1", "p2"])
    #expect(try copy.pack("p2") == file.pack("p2"))
    #expect(try copy.listing() == file.listing())
  }

  @Test func oneMoreEntryIsOneMoreLine() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    for number in 0..<5 { try file.append(file.answer("q\(number)", "line\nbreak")) }
    func lines() throws -> [Substring] {
      String(decoding: try file.export(), as: UTF8.self).split(separator: "\n")
    }
    let before = try lines()
    try file.append(file.answer("q", "more"))
    let difference = try lines().difference(from: before)
    // The new line, a comma on the one before, and the head.
    #expect(difference.insertions.count == 3 && difference.removals.count == 2)
  }

  @Test func anExportThatWasChangedIsRefused() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    try file.append(file.answer("a", "ten"))
    try file.append(file.answer("a", "eleven"))
    let json = String(decoding: try file.export(), as: UTF8.self)
    for changed in [
      json.replacing("eleven", with: "twelve"),
      json.replacing("\"version\":1", with: "\"version\":2"),
      json.replacing("\"number\":1,", with: "\"number\":3,"), String(json.dropLast(9)),
      json.replacing("\"summary\"", with: "\"sum\""), json + "x", "", "[]", "{}", "null",
    ] {
      let error = #expect(throws: MatterError.self) {
        try MatterFile.create(at: folder.file("new.art28"), by: tester, from: [UInt8](changed.utf8))
      }
      guard case .notAnExport? = error?.kind else {
        Issue.record("\(changed): \(String(describing: error))")
        continue
      }
    }
    #expect(try !folder.names.contains("new.art28"))
  }

  @Test func anExportInAnotherOrderIsTheSameMatter() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    try file.append(file.answer("a", "ten"))
    let json = String(decoding: try file.export(), as: UTF8.self)
    let spaced = json.replacing("\"v\":1,", with: "").replacing(
      "\"by\":\"Test\"", with: "\n \"v\" : 1 , \"by\" : \"T\\u0065st\"")
    #expect(spaced != json)
    let copy = try MatterFile.create(
      at: folder.file("copy.art28"), by: tester, from: [UInt8](spaced.utf8))
    #expect(try copy.export() == file.export())
  }

  @Test func aStateTableThatDiffersIsReported() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 30)
    try folder.change {
      try $0.execute(
        sql: """
          DELETE FROM state WHERE name = 'question.3';
          UPDATE state SET value = CAST('{"text":"other"}' AS BLOB) WHERE name = 'question.4';
          INSERT INTO state VALUES ('rumour', 'x', '', x'', 0);
          """)
    }
    // One is missing, one stands twice (as it is and as it should be), one is unknown.
    #expect(try MatterFile.verify(at: folder.file()).faults == [.state(rows: 4)])
    // The journal alone counts.
    let file = try MatterFile.open(at: folder.file(), by: tester)
    #expect(file.sheet[AnswerKey("question.4")] == .value(.text("answer 29 äöü “§ 7”")))
  }
}
