import Documents
import FoundationEssentials
import Testing

@testable import Publishing

/// A report as a page on a screen: contents beside it, findings folded, a choice of what is shown.
@Suite struct FindingPageTests {
  private func heading(_ anchor: String) -> Block {
    .heading(
      Heading(level: 1, numbering: .section, number: "1", anchor: anchor, runs: [Run(anchor)]))
  }

  private func words(_ text: String, strong: Bool = false, _ mark: FindingMark? = nil) -> Block {
    var paragraph = Paragraph(
      number: nil, anchor: nil, style: .body, runs: [Run(text, strong: strong)])
    paragraph.finding = mark
    return .paragraph(paragraph)
  }

  private func page(_ blocks: [Block]) -> String {
    HTML.write(
      Document(
        id: "r", title: [Run("Report")], language: "en-GB", paper: .a4, standing: .report,
        cover: [], blocks: blocks, blanks: []))
  }

  private var report: [Block] {
    [
      heading("findings"), words("Critical", strong: true),
      words("First <gap>", strong: true, FindingMark(grade: "critical", owner: "A & B")),
      words("why it counts"),
      words("Second", strong: true, FindingMark(grade: "major", owner: "Counsel")),
      words("what to do"), heading("exposure"), words("outside"), heading("sources"),
    ]
  }

  private func count(_ part: String, _ page: String) -> Int { page.ranges(of: part).count }

  @Test("each finding folds away all of its own words, and nothing of what follows")
  func folding() throws {
    let page = page(report)
    #expect(count("<details class=\"finding", page) == 2)
    #expect(count("<details", page) == count("</details>", page))
    let first = try #require(page.ranges(of: "First &lt;gap&gt;").first)
    let rest = page[first.upperBound...]
    let end = try #require(rest.ranges(of: "</details>").first)
    #expect(rest[..<end.lowerBound].contains("why it counts"))
    #expect(!rest[..<end.lowerBound].contains("Second"))
    let outside = try #require(page.ranges(of: "outside").first)
    let before = String(page[..<outside.lowerBound])
    #expect(count("<details", before) == count("</details>", before))
  }

  @Test("what is chosen is shown by the style alone, and once for the page")
  func choice() {
    let page = page(report)
    #expect(count("<div class=\"filter\"", page) == 1)
    #expect(page.contains("id=\"show-grade-2\"/> major</label>"))
    #expect(page.contains("id=\"show-owner-1\"/> A &amp; B</label>"))
    #expect(
      page.contains("body:has(#show-grade-2:checked) .finding:not(.grade-2) { display: none; }"))
    #expect(!page.contains("<script"))
  }

  @Test("paper shows everything, opened")
  func onPaper() throws {
    let page = page(report)
    let print = try #require(page.ranges(of: "@media print").first)
    let opened = "details::details-content { content-visibility: visible"
    #expect(page[print.upperBound...].contains(opened))
    // What is not chosen is out on a screen only.
    let rule = try #require(page.ranges(of: "body:has(#show-grade-1").first)
    let before = page[..<rule.lowerBound]
    #expect(before.hasSuffix("@media screen {\n"))
  }

  @Test("one of a kind is no choice")
  func noChoice() {
    let page = page([
      heading("a"), words("One", strong: true, FindingMark(grade: "note", owner: "x")),
    ])
    #expect(!page.contains("class=\"filter\""))
    #expect(page.contains("<details class=\"finding\">"))
  }

  @Test("contents stand beside a report, and a text with its own has no second one")
  func contents() {
    let page = page(report)
    #expect(page.contains("<a class=\"skip\" href=\"#text\">"))
    #expect(page.contains("<a href=\"#exposure\">"))
    let entry = ContentsEntry(level: 1, number: "1", anchor: "findings", runs: [Run("findings")])
    let own = self.page([.contents([entry])] + report)
    #expect(count("<nav", own) == 1 && !own.contains("class=\"side\""))
  }
}
