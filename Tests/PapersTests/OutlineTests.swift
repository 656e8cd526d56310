import Papers
import PlainText
import TestSupport
import Testing

@Suite("A paper to read at a terminal")
struct OutlineTests {
  @Test("numbers, headings, pages, proposed changes and comments stand where they belong")
  func whole() {
    let paper = Paper(
      format: .docx, title: "Data Processing Addendum",
      read: [
        ReadPassage(.heading, number: "4", level: 1, text: "Sub-processors", page: 1),
        ReadPassage(
          .text, number: "4.1", level: 2, text: "The vendor may engage companies with notice.",
          page: 1, isProposed: true),
        ReadPassage(.text, number: "(a)", level: 3, text: "by mail", page: 2),
        ReadPassage(.cell, text: "Company", page: 2), ReadPassage(.cell, text: "Country", page: 2),
        ReadPassage(.footnote, number: "1", text: "As of today.", page: 2),
      ],
      comments: [
        PaperComment(author: "J. Doe", text: "how long before?", passage: 1),
        PaperComment(author: "", text: "send it back", passage: nil),
      ],
      pages: 3, pagesWithoutText: [3], remarks: ["Text boxes were not read."])
    #expect(
      PaperOutline(paper, width: 40).lines == [
        "# Data Processing Addendum",
        "DOCX, 3 pages, 6 passages",
        "! Without text, so not read: page 3",
        "! Text boxes were not read.",
        "",
        "--- page 1 ---",
        "",
        "## 4 Sub-processors",
        "",
        "  4.1 [proposed change] The vendor may",
        "      engage companies with notice.",
        "  > J. Doe: how long before?",
        "",
        "--- page 2 ---",
        "",
        "    (a) by mail",
        "",
        "| Company",
        "| Country",
        "",
        "[note] 1 As of today.",
        "",
        "Comments beside no passage:",
        "  > somebody: send it back",
      ])
  }

  @Test("a paper without passages says so")
  func empty() {
    #expect(
      PaperOutline(Paper(format: .pdf, read: [], pages: 1), width: 80).lines == [
        "PDF, 1 page, 0 passages"
      ])
  }

  @Test("a recognised text asks to compare with the picture")
  func recognised() {
    let lines = PaperOutline(
      Paper(format: .pdf, read: [], recognisedBy: "Scan\u{1B}[2J 3"), width: 200
    ).lines
    #expect(lines.contains { $0.contains("compare each quotation with the picture") })
    #expect(!lines.contains { $0.contains("\u{1B}") })
  }

  @Test(
    "whatever stands in it, each line fits and nothing acts on the terminal",
    arguments: 0..<30 as Range<UInt64>)
  func hostile(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let read = (0..<30).map { _ in
      ReadPassage(
        ReadPassage.Kind.allCases.randomElement(using: &generator) ?? .text,
        number: Bool.random(using: &generator) ? generator.text(length: 30) : nil,
        level: Int.random(in: -3...90, using: &generator), text: generator.text(length: 60),
        page: Int.random(in: 1...9, using: &generator))
    }
    let paper = Paper(
      format: .html, title: generator.text(length: 90), read: read,
      comments: [PaperComment(author: "\u{202E}", text: generator.text(length: 60), passage: 3)])
    for width in [0, 20, 33, 80] {
      for line in PaperOutline(paper, width: width).lines {
        #expect(DisplayText(line).width <= max(20, width))
        #expect(DisplayText(line).text == line)
      }
    }
  }
}
