import Papers
import PlainText
import Testing

@Suite("A paper as it is kept")
struct PaperJSONTests {
  private let paper = Paper(
    format: .docx, title: "Data Processing Addendum",
    read: [
      ReadPassage(.heading, number: "4", level: 1, text: "Sub-processors", page: 2, paragraph: 7),
      ReadPassage(
        .text, number: "4.1", level: 2, text: "The vendor \"may\" engage\u{202E} companies\\ — 社.",
        page: 2, paragraph: 8, isProposed: true),
      ReadPassage(.cell, text: ""), ReadPassage(.footnote, text: "See above."),
    ],
    comments: [
      PaperComment(author: "J. Doe", text: "why?", passage: 1),
      PaperComment(author: "", text: "\u{0}", passage: nil),
    ],
    pages: 9, pagesWithoutText: [3, 4], recognisedBy: "Scanner 3.1", remarks: ["No text boxes."])

  private func fault(_ text: String) -> String? {
    do throws(PaperFault) {
      _ = try Paper(json: Array(text.utf8))
      return nil
    } catch {
      return error.message
    }
  }

  @Test("what was kept is read back as it was, words, places and anchors")
  func back() throws {
    #expect(try Paper(json: paper.json) == paper)
    let bare = Paper(format: .text, read: [])
    #expect(try Paper(json: bare.json) == bare)
  }

  @Test("its bytes are these, for ever")
  func bytes() {
    let small = Paper(
      format: .pdf, read: [ReadPassage(.text, number: "(a)", level: 2, text: "a “b”", page: 1)],
      pages: 1)
    #expect(
      String(decoding: small.json, as: UTF8.self)
        == #"{"art28-paper":1,"format":"pdf","pages":1,"pagesWithoutText":[],"passages":["#
        + #"{"kind":"text","number":"(a)","level":2,"text":"a “b”","page":1}],"comments":[],"remarks":[]}"#
    )
  }

  @Test("a paper of a later form says that a newer version reads it")
  func later() throws {
    let message = try #require(fault(#"{"art28-paper":2,"somethingNew":{}}"#))
    #expect(message.contains("newer version"))
  }

  @Test(
    "what is no kept paper ends in a sentence that says what to do",
    arguments: [
      "", "[]", "{}", "7", #"{"art28-paper":1}"#, #"{"format":"pdf"}"#,
      #"{"art28-paper":1,"format":"exe"}"#, #"{"art28-paper":1,"format":"pdf","pages":-1}"#,
      #"{"art28-paper":1,"format":"pdf","pages":99999999999999999999}"#,
      #"{"art28-paper":1,"format":"pdf","pagesWithoutText":[0]}"#,
      #"{"art28-paper":1,"format":"pdf","passages":[{"kind":"text"}]}"#,
      #"{"art28-paper":1,"format":"pdf","passages":[{"kind":"song","text":""}]}"#,
      #"{"art28-paper":1,"format":"pdf","passages":[{"kind":"text","text":"","level":0}]}"#,
      #"{"art28-paper":1,"format":"pdf","passages":[{"kind":"text","text":"","page":0}]}"#,
      #"{"art28-paper":1,"format":"pdf","passages":[{"kind":"text","text":"","\u001b[2J":1}]}"#,
      #"{"art28-paper":1,"format":"pdf","comments":[{"author":"","text":"","passage":0}]}"#,
      #"{"art28-paper":1,"format":"pdf","passages":[]}{}"#,
      #"{"art28-paper":1,"format":"pdf","format":"pdf"}"#,
    ])
  func hostile(_ text: String) throws {
    let message = try #require(fault(text))
    #expect(message.hasSuffix("Add the paper's file again."))
    #expect(Sanitiser.line.clean(message) == message)
  }

  @Test("cut anywhere, or with any byte changed, it is a fault or a paper, never a trap")
  func fuzzed() {
    let bytes = paper.json
    for end in bytes.indices {
      #expect(throws: PaperFault.self) { try Paper(json: Array(bytes[..<end])) }
    }
    for at in bytes.indices {
      for byte in [0x00, 0x22, 0x2D, 0x39, 0x7B, 0x5D, 0xFF] as [UInt8] {
        var changed = bytes
        changed[at] = byte
        _ = try? Paper(json: changed)
      }
    }
  }

  @Test("more passages than are read of a file are refused")
  func tooMany() throws {
    let passages = Array(
      repeating: #"{"kind":"text","text":"a"}"#, count: PaperLimits.passages + 1)
    let message = try #require(
      fault(
        #"{"art28-paper":1,"format":"text","passages":["# + passages.joined(separator: ",") + "]}"))
    #expect(message.contains("more passages than are read"))
  }

  @Test("headings below headings without end, and numbers without end, take bounded room")
  func deep() {
    let long = String(repeating: "9", count: 10_000)
    let paper = Paper(
      format: .text,
      read: (1...5_000).map { ReadPassage(.heading, number: long, level: $0, text: "a") })
    #expect(paper.passages.allSatisfy { $0.headings.count < 20 })
    #expect(paper.passages.allSatisfy { ($0.citation ?? "").count < 1_000 })
    #expect(paper.passages[9].number == long)
  }
}
