import GRDB
import Interview
import PackModel
import PlainText
import Testing

@testable import Matters

/// Numbers in a file that no program of ours writes.
@Suite struct ExtremeNumberTests {
  @Test(arguments: ["-9223372036854775808", "-1", "1000000001", "9223372036854775807"])
  func noPlaceIsBeyondWhatAMatterHolds(number: String) {
    for members in [
      #""changes":[{"addRow":"r","table":"t","at":N}]"#,
      #""changes":[{"removeRow":"r","table":"t","at":N,"cells":[]}]"#,
      #""changes":[{"moveRow":"r","table":"t","at":N,"to":0}]"#,
      #""changes":[{"moveRow":"r","table":"t","at":0,"to":N}]"#,
      #""undo":N,"changes":[]"#, #""redo":N,"changes":[]"#,
    ] {
      let text = #"{"v":1,"when":"\#(someTime)","by":"Eve",\#(members)}"#
        .replacing("N", with: number)
      #expect(throws: JSONFault.self, "\(text)") {
        try Payload.entry(number: 2, from: [UInt8](text.utf8))
      }
    }
  }

  /// A matter made with any version opens in every later one: amounts were never bounded.
  @Test(arguments: [Int.min, .min + 1, .max])
  func everyAmountIsReadAndWritten(number: Int) throws {
    for value in [
      Value.quantity(Quantity(thousandths: number, unit: .day)),
      .money(Money(minor: number, currency: "KWD")), .number(number),
    ] {
      var writer = JSONWriter()
      writer.answer(.value(value))
      var reader = JSONReader(writer.bytes)
      #expect(try reader.answer() == .value(value))
    }
    #expect(
      Evaluation.written(.quantity(Quantity(thousandths: .min, unit: .day)))
        == "-9223372036854775.808 day")
    #expect(
      Evaluation.written(.money(Money(minor: .min, currency: "JPY"))) == "-9223372036854775808 JPY")
  }

  @Test func aSummaryThatLiesSaysNothing() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 3)
    let queue = try DatabaseQueue(path: folder.file())
    for (stored, read) in [
      ("9223372036854775807", 0), ("-5", 0), ("1000000001", 0), ("", 0), ("7", 7),
    ] {
      try queue.write { database in
        for name in ["answered", "open"] {
          try database.execute(
            sql: "INSERT OR REPLACE INTO metadata (name, value) VALUES (?, CAST(? AS BLOB))",
            arguments: [name, stored])
        }
      }
      let summary = try MatterFile.listing(at: folder.file()).summary
      #expect(summary.answered == read)
      #expect(summary.open == read)
    }
    try queue.close()
  }

  @Test(arguments: [Int.min, -1, 0, .max - 1, .max])
  func aJournalWithStrangeNumbersIsDamagedAndNoMore(number: Int) throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 12)
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO entry (number, payload, payload_hash, link_hash)
          SELECT ?, payload, payload_hash, link_hash FROM entry WHERE number = 3
          """, arguments: [number])
      // Half of the journal behind it cannot be read either.
      try database.execute(sql: "UPDATE entry SET payload = x'00' WHERE number > 8")
    }
    try queue.close()
    #expect(throws: MatterError.self) { try MatterFile.open(at: folder.file(), by: tester) }
    #expect(try !MatterFile.verify(at: folder.file()).isWhole)
    let salvage = try MatterFile.salvage(at: folder.file())
    #expect(!salvage.export().isEmpty)
    _ = try? MatterFile.listing(at: folder.file())
  }
}
