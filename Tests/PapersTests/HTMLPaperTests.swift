import PackModel
import Papers
import Testing

/// What of a page on the web is read, and how it is cited.
@Suite("A page of HTML as a paper")
struct HTMLPaperTests {
  private func paper(_ html: String) throws -> Paper { try HTMLPaper.read(Array(html.utf8)) }

  private func cited(_ paper: Paper) -> [String] {
    paper.passages.map { "\($0.citation ?? "–") \($0.text)" }
  }

  @Test("items of lists have the numbers that a browser shows, list in list")
  func lists() throws {
    let paper = try paper(
      """
      <!DOCTYPE html><html><head><title>DPA &amp; more</title><meta charset=utf-8></head><body>
      <h1>Data Processing Addendum</h1>
      <ol start=4><li>Sub-processors
        <ol type="a"><li>The vendor may engage companies.<li>It gives notice
          <ol style="list-style-type: lower-roman"><li><p>by mail</p><p>to the address named</p></li>
          <li value=5>or by post</li></ol>
        </ol>
      <li>Audits. The customer may audit.</li></ol>
      <ul><li>a point</li></ul>
      <ol reversed start="3"><li>three<li>two</ol>
      """)
    #expect(paper.title == "DPA & more")
    #expect(
      cited(paper) == [
        "– Data Processing Addendum", "4 Sub-processors", "4(a) The vendor may engage companies.",
        "4(b) It gives notice", "4(b)(i) by mail", "4(b)(i) to the address named",
        "4(b)(v) or by post", "5 Audits. The customer may audit.", "5 a point", "3 three", "2 two",
      ])
  }

  @Test("headings and typed numbers lead to a passage")
  func typed() throws {
    let paper = try paper(
      """
      <h2>4. Security</h2><p>4.1 The vendor keeps data safe.</p><p>(a) by&nbsp;day,</p><p>(b) by night.</p>
      <p>On 27 April 2016 nothing happened.</p><h2>5. Audits</h2><p>5.1 <b>Rights.</b> Once a year.</p>
      <h2>Schedule 1: Details</h2><p>A. Parties</p><p>The customer.</p>
      <ol style="list-style:none"><li>6.1 Typed.</li></ol>
      """)
    #expect(
      cited(paper) == [
        "4 Security", "4.1 The vendor keeps data safe.", "4.1(a) by day,", "4.1(b) by night.",
        "4.1(b) On 27 April 2016 nothing happened.", "5 Audits", "5.1 Rights. Once a year.",
        "Schedule 1 Details", "Schedule 1(A) Parties", "Schedule 1(A) The customer.", "6.1 Typed.",
      ])
    let last = try #require(paper.passages.first { $0.text == "The customer." })
    #expect(last.headings.map { paper.passages[$0].text } == ["Details", "Parties"])
  }

  @Test("nothing is read that a browser doesn't show")
  func hidden() throws {
    let paper = try paper(
      """
      <head><style>p{}</style><title>t</title><script>var a = "<p>no</p>"</script></head>
      <p>One<script>document.write("no")</script > sentence.</p>
      <div style="color:red; display : none">no <div>no</div> no</div><p hidden>no<p>Two
      <p aria-hidden="true">Three</p><template><p>no</p></template><noscript>no</noscript>
      <ul><li style="visibility:hidden">no<ul><li>no</ul><li>Four</ul>
      <!-- <p>no</p> --><textarea>no</textarea><select><option>no</select><footer>Five</footer>
      """)
    #expect(paper.passages.map(\.text) == ["One sentence.", "Two", "Three", "Four", "Five"])
  }

  @Test("tables are read cell by cell, and two breaks part paragraphs")
  func tables() throws {
    let paper = try paper(
      """
      <table><tr><th>Name<th>Place</tr><tr><td>Beta Ltd</td><td><p>Ohio</p><p>Texas</td></tr></table>
      First line<br>goes on<br><br>Second&shy;ary &#8220;words&#8221; &lt;3
      """)
    #expect(
      paper.passages.map(\.text) == [
        "Name", "Place", "Beta Ltd", "Ohio", "Texas", "First line goes on", "Secondary “words” <3",
      ])
    #expect(paper.passages.map(\.kind) == [.cell, .cell, .cell, .cell, .cell, .text, .text])
  }

  @Test("letters come out right in the encodings that pages are in, and others are named")
  func encodings() throws {
    let latin = Array("<meta charset=iso-8859-1><p>L".utf8) + [0xF6] + Array("schung".utf8)
    #expect(try HTMLPaper.read(latin).passages.first?.text == "Löschung")
    let utf16: [UInt8] =
      [0xFF, 0xFE] + "<p>é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try HTMLPaper.read(utf16).passages.first?.text == "é")
    let other = Array("<meta charset='shift_jis'><p>".utf8) + [0x93, 0xFA, 0x96]
    #expect(throws: PaperFault.self) { try HTMLPaper.read(other) }
  }

  @Test("elements in elements without end are read in one go")
  func depth() throws {
    for tag in [
      "<div>", "<ol><li>", "<table><tr><td>", "<div hidden>", "<b", "<!--", "<script>", "&",
    ] {
      let paper = try paper(String(repeating: tag, count: 5_000) + "words")
      #expect(paper.passages.count < 3)
    }
    let deep = try paper(String(repeating: "<div>", count: 20_000) + "words")
    #expect(deep.passages.map(\.text) == ["words"])
  }
}
