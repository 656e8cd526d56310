import Interview
import PackModel
import PlainText
import Testing

@testable import Matters

@Suite struct PayloadTests {
  private func text(_ changes: [Change], reverses: Entry.Reverse? = nil, why: String? = nil)
    -> String
  {
    let entry = Entry(
      number: 7, when: someTime, by: "Anna", why: why, changes: changes, reverses: reverses)
    return String(decoding: Payload.bytes(of: entry), as: UTF8.self)
  }

  // Old matters hold these bytes for ever: a change here needs a new version of the form.
  @Test func everyChangeHasItsBytes() {
    let head = #"{"v":1,"when":"2026-03-01T09:30:00Z","by":"Anna","#
    #expect(
      text(
        [
          .set(AnswerKey("a.b", row: "r1"), from: .unknown, to: .value(.text("x \"y\"\n\u{1}ü"))),
          .remark(AnswerKey("a"), from: nil, to: "note"),
        ], why: "because")
        == head + #""why":"because","changes":[{"set":"a.b","row":"r1","was":{"state":"unknown"},"#
        + #""is":{"text":"x \"y\"\n\u0001ü"}},{"remark":"a","is":"note"}]}"#)
    #expect(
      text(
        [
          .addRow(table: "t", row: "r2", at: 1), .moveRow(table: "t", row: "r2", from: 1, to: 0),
          .removeRow(
            table: "t", row: "r2", at: 0,
            cells: [Change.Cell(key: AnswerKey("t.c", row: "r2"), answer: .parked)]),
        ], reverses: .undo(3))
        == head + #""undo":3,"changes":[{"addRow":"r2","table":"t","at":1},"#
        + #"{"moveRow":"r2","table":"t","at":1,"to":0},{"removeRow":"r2","table":"t","at":0,"#
        + #""cells":[{"cell":"t.c","row":"r2","is":{"state":"parked"}}]}]}"#)
    #expect(
      text(
        [
          .setting(.pack, from: nil, to: "00"), .setting(.asOf, from: "1", to: nil),
          .setting(.followUp(finding: "f", field: "owner"), from: nil, to: "o"),
          .setting(.published("a.docx"), from: nil, to: "11"),
          .setting(.paper("ab", .rank), from: "page", to: "agreement"),
          .setting(.quotation(AnswerKey("t.q", row: "A-1")), from: nil, to: "ab 0f-2"),
          .setting(.quotation(AnswerKey("q")), from: "ab 0f", to: nil),
        ], reverses: .redo(4))
        == head
        + #""redo":4,"changes":[{"setting":"pack","is":"00"},{"setting":"as-of","was":"1"},"#
        + #"{"setting":"follow-up","finding":"f","field":"owner","is":"o"},"#
        + #"{"setting":"published","name":"a.docx","is":"11"},"#
        + #"{"setting":"paper","name":"ab","field":"rank","was":"page","is":"agreement"},"#
        + #"{"setting":"quotation","name":"t.q","row":"A-1","is":"ab 0f-2"},"#
        + #"{"setting":"quotation","name":"q","was":"ab 0f"}]}"#)
  }

  @Test(arguments: [
    (Answer.value(.boolean(true)), #"{"boolean":true}"#),
    (.value(.code("a")), #"{"choice":"a"}"#),
    (.value(.choice(.other("own"))), #"{"choice":{"other":"own"}}"#),
    (.value(.checks([.code("a"), .other("b")])), #"{"checks":["a",{"other":"b"}]}"#),
    (
      .value(.quantity(Quantity(14, .businessDay))),
      #"{"quantity":{"thousandths":14000,"unit":"business-day"}}"#
    ),
    (
      .value(.money(Money(minor: -5, currency: "EUR"))), #"{"money":{"minor":-5,"currency":"EUR"}}"#
    ),
    (.value(.row("r1")), #"{"row":"r1"}"#), (.value(.number(3)), #"{"number":3}"#),
    (.notApplicable("why"), #"{"notApplicable":"why"}"#), (Answer.none, #"{"state":"none"}"#),
  ])
  func everyAnswerHasItsBytes(answer: Answer, json: String) throws {
    var writer = JSONWriter()
    writer.answer(answer)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    var reader = JSONReader([UInt8](json.utf8))
    #expect(try reader.answer() == answer)
  }

  @Test(arguments: 0..<20) func whatIsWrittenIsRead(seed: UInt64) throws {
    var acts = RandomActs(seed: seed)
    var sheet = AnswerSheet()
    for _ in 0..<60 {
      let entry = acts.entry(on: sheet)
      let bytes = Payload.bytes(of: entry)
      let back = try Payload.entry(number: entry.number, from: bytes)
      #expect(back == entry)
      #expect(Payload.bytes(of: back) == bytes)
      sheet.apply(entry)
    }
  }

  @Test func orderAndSpaceDoNotMatterToTheReader() throws {
    let json = """
      { "changes" : [ { "is": "\\u0041\\ud83d\\ude00\\/", "remark": "k" } ],
        "by": "Anna", "when": "2026-03-01T09:30:00Z", "v": 1 }
      """
    let entry = try Payload.entry(number: 1, from: [UInt8](json.utf8))
    #expect(entry.changes == [.remark(AnswerKey("k"), from: nil, to: "A😀/")])
  }

  @Test(arguments: [
    "", "{", "{}", "[]", #"{"v":1}"#, #"{"v":2,"when":"","by":"","changes":[]}"#,
    #"{"v":1,"when":"","by":"","changes":[],"new":1}"#,
    #"{"v":1,"v":1,"when":"","by":"","changes":[]}"#,
    #"{"v":1,"when":"","by":"","changes":[{}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":"text"}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":{"date":"2026-02-30"}}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":{"number":1.0}}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":{"number":01}}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":{"number":99999999999999999999}}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":{"text":"\ud800"}}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","is":{"text":"\q"}}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"set":"a","addRow":"b"}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"setting":"colour","is":"x"}]}"#,
    #"{"v":1,"when":"","by":"","changes":[{"moveRow":"a","table":"t","at":1}]}"#,
    #"{"v":1,"when":"","by":"","undo":1,"redo":1,"changes":[]}"#,
    #"{"v":1,"when":"","by":"","changes":[]} x"#, "{\"v\":1,\"when\":\"\u{1}\"",
  ])
  func whatIsNotKnownIsRefused(json: String) {
    #expect(throws: JSONFault.self) { try Payload.entry(number: 1, from: [UInt8](json.utf8)) }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let json =
      [UInt8](#"{"v":1,"when":""#.utf8) + [0xC3, 0x28] + [UInt8](#"","by":"","changes":[]}"#.utf8)
    #expect(throws: JSONFault.self) { try Payload.entry(number: 1, from: json) }
  }

  @Test func hostileDepthIsRefusedAtOnce() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONFault.self) { try Payload.entry(number: 1, from: deep) }
  }

  @Test func theLinkIsSHA256OfLinkNumberAndHash() {
    // printf of 32 zero bytes, of 1 as 64 bits and of SHA-256("abc"), into sha256sum
    let hash = Fingerprint(of: [UInt8]("abc".utf8))
    #expect(
      hash.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Fingerprint(hexadecimal: hash.hexadecimal) == hash)
    #expect(
      MatterHead.start.link.link(to: 1, payload: hash).hexadecimal
        == "a0e0e86bb6a4b2a8c5a30ce969558a851d5130ea9bb01898434149940e7150dc")
  }
}
