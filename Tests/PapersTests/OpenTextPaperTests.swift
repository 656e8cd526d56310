import Compression
import Papers
import Testing

/// Each rule by which an OpenDocument text numbers and hides, on a small document.
@Suite("An OpenDocument text becomes passages")
struct OpenTextPaperTests {
  private static let spaces =
    #"xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:svg="v" xmlns:dc="c""#

  private static func parts(
    _ body: String, automatic: String = "", styles: String = ""
  ) -> [(name: String, text: String)] {
    [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<office:document-content \(spaces)><office:automatic-styles>\(automatic)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
      ),
      (
        "styles.xml",
        "<office:document-styles \(spaces)><office:styles>\(styles)</office:styles></office:document-styles>"
      ),
      ("meta.xml", "<m \(spaces)><dc:title>Data Terms</dc:title></m>"),
    ]
  }

  private func paper(
    _ body: String, automatic: String = "", styles: String = ""
  ) throws -> Paper {
    try OpenTextPaper.read(
      WordFixture.archive(Self.parts(body, automatic: automatic, styles: styles)))
  }

  private func shown(_ paper: Paper) -> [String] {
    paper.passages.map { "\($0.number ?? "-") \($0.text)" }
  }

  private func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }

  private func item(_ text: String, _ attributes: String = "") -> String {
    "<text:list-item \(attributes)>\(text)</text:list-item>"
  }

  private func list(_ attributes: String, _ items: String...) -> String {
    "<text:list \(attributes)>\(items.joined())</text:list>"
  }

  private static let clauses =
    #"<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>"#
  private static let outline =
    #"<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>"#

  @Test("headings have the number of the outline, and lists below them lead to citations")
  func headings() throws {
    let paper = try paper(
      #"<text:h text:outline-level="1">Terms</text:h><text:h text:outline-level="2">Notice</text:h>"#
        + list(#"text:style-name="L""#, item(p("ten days") + p("and so on")), item(p("by mail")))
        + #"<text:h text:outline-level="3">Plain</text:h><text:h text:outline-level="1" text:is-list-header="true">Annex</text:h><text:h text:outline-level="1">Next</text:h>"#,
      styles: Self.outline + Self.clauses)
    #expect(
      shown(paper) == [
        "1. Terms", "1.1 Notice", "1. ten days", "- and so on", "2. by mail", "- Plain", "- Annex",
        "2. Next",
      ])
    #expect(paper.passages.map(\.kind).filter { $0 == .heading }.count == 5)
    #expect(paper.title == "Data Terms")
    #expect(paper.passages.map(\.read.paragraph) == Array(0...7))
  }

  @Test("lists begin anew, go on with another, or begin where they are told")
  func lists() throws {
    let name = #"text:style-name="L""#
    let body =
      list(
        "\(name) xml:id=\"a\"", item(p("A")),
        item(p("B") + list("", item(p("x")), item(p("y") + list("", item(p("dot")))))))
      + list(name, item(p("C"))) + list("\(name) text:continue-numbering=\"true\"", item(p("D")))
      + list(
        "\(name) text:continue-list=\"a\"", item(p("E"), "text:start-value=\"7\""), item(p("F")))
      + list("\(name) text:continue-list=\"a\"", item(list("", item(p("z")))))
    #expect(
      shown(try paper(body, automatic: Self.clauses)) == [
        "1. A", "2. B", "(a) x", "(b) y", "- dot", "1. C", "2. D", "7. E", "8. F", "(a) z",
      ])
  }

  @Test("numbers stand together as the file says")
  func formats() throws {
    let styles =
      #"<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-prefix="Article "/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" loext:num-list-format="%1%-%2%:"/></text:list-style>"#
    let body = list(
      #"text:style-name="L""#,
      item(p("A"), "text:start-value=\"4\"") + item(list("", item(p("B")))))
    #expect(shown(try paper(body, styles: styles)) == ["Article IV A", "IV-1: B"])
  }

  @Test("words come out of spans, spaces and fields; hidden ones do not, and that is said")
  func words() throws {
    let hidden =
      #"<style:style style:name="T1"><style:text-properties text:display="none"/></style:style><style:style style:name="S1"><style:section-properties text:display="none"/></style:style>"#
    let body =
      p(
        "The <text:span>ven</text:span>dor<text:s text:c=\"3\"/>keeps<text:tab/>it<text:line-break/>for <text:bookmark-ref>4.1</text:bookmark-ref><text:span text:style-name=\"T1\"> secret</text:span>."
      )
      + "<text:section text:display=\"none\">\(p("gone"))</text:section>"
      + "<text:section text:style-name=\"S1\">\(p("gone"))</text:section>"
      + "<text:section text:display=\"condition\">\(p("shown"))</text:section>"
      + p("<text:hidden-paragraph text:is-hidden=\"true\"/>gone too")
      + "<text:table-of-content><text:index-body>\(p("Terms 1"))</text:index-body></text:table-of-content>"
    let paper = try paper(body, automatic: hidden)
    #expect(shown(paper) == ["- The vendor keeps it for 4.1.", "- shown"])
    #expect(paper.passages[1].read.paragraph == 3)
    #expect(
      paper.remarks == ["Hidden text is not read.", "The table of contents is not read."])
  }

  @Test("insertions are text and marked as proposed, deletions are counted")
  func changes() throws {
    let changes =
      #"<text:tracked-changes><text:changed-region text:id="c1"><text:insertion/></text:changed-region><text:changed-region text:id="c2"><text:deletion><text:p>ten</text:p></text:deletion></text:changed-region></text:tracked-changes>"#
    let paper = try paper(
      changes
        + p(
          "within <text:change text:change-id=\"c2\"/><text:change-start text:change-id=\"c1\"/>thirty<text:change-end text:change-id=\"c1\"/> days"
        )
        + p("unchanged"))
    #expect(shown(paper) == ["- within thirty days", "- unchanged"])
    #expect(paper.passages.map(\.read.isProposed) == [true, false])
    #expect(paper.passages.map(\.read.paragraph) == [1, 2])
    #expect(paper.remarks == ["1 proposed deletion is not in the text."])
  }

  @Test("cells, frames, notes and comments are told apart")
  func around() throws {
    let table =
      "<table:table><table:table-row><table:table-cell>\(p("Host"))<table:table><table:table-row><table:table-cell>\(p("inner"))</table:table-cell></table:table-row></table:table></table:table-cell><table:covered-table-cell>\(p("covered"))</table:covered-table-cell></table:table-row></table:table>"
    let note =
      "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\(p("Business days."))</text:note-body></text:note>"
    let frame =
      "<draw:frame><svg:title>a picture</svg:title><draw:text-box>\(p("boxed"))</draw:text-box></draw:frame>"
    let comment =
      "<office:annotation><dc:creator>Ada</dc:creator><dc:date>2026-01-01</dc:date>\(p("Too short."))</office:annotation>"
    let paper = try paper(
      table + p("") + p("ten\(note) days\(frame)") + list("", item(p("thirty\(comment)"))))
    #expect(
      paper.passages.map(\.text) == [
        "Host", "inner", "ten days", "Business days.", "boxed", "thirty",
      ])
    #expect(paper.passages.map(\.kind) == [.cell, .cell, .text, .footnote, .text, .text])
    #expect(
      paper.comments == [PaperComment(author: "Ada", text: "Too short.", passage: 5)])
  }

  @Test("what cannot be read is said in a sentence")
  func refused() {
    func message(_ parts: [(name: String, text: String)]) -> String? {
      do throws(PaperFault) {
        _ = try OpenTextPaper.read(WordFixture.archive(parts))
        return nil
      } catch { return error.message }
    }
    #expect(message(Self.parts(""))?.hasPrefix("There is no text") == true)
    #expect(message([("a", "b")])?.contains("archive without a document") == true)
    #expect(
      message(Self.parts(p("x")) + [("META-INF/manifest.xml", "<manifest:encryption-data/>")])?
        .contains("password") == true)
    #expect(
      message([("content.xml", "<c><body><spreadsheet/></body></c>")])?.contains("no text document")
        == true)
    #expect(
      message([("content.xml", "<c><body><text>")])?.hasPrefix("The document is broken") == true)
    #expect(message([("content.xml", "<c/>")])?.hasPrefix("The document is broken") == true)
    let deep =
      String(repeating: "<text:section>", count: 300) + p("x")
      + String(repeating: "</text:section>", count: 300)
    #expect(message(Self.parts(deep))?.contains("too deep") == true)
    #expect(
      message(Self.parts(String(repeating: "<text:p/>", count: 100_001)))?.contains("paragraphs")
        == true)
  }

  @Test("styles that lead back to themselves end")
  func loops() throws {
    let styles =
      #"<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>"#
    #expect(
      shown(try paper("<text:p text:style-name=\"A\">x</text:p>", styles: styles)) == ["- x"])
  }

  /// A document that has a little of everything.
  static let rich = parts(
    #"<text:tracked-changes><text:changed-region text:id="c"><text:insertion/></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Terms</text:h><text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>one <text:change-start text:change-id="c"/>new<text:change-end text:change-id="c"/></text:p><text:list><text:list-item><text:p>deep<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>(a) cell</text:p></table:table-cell></table:table-row></table:table><text:p>x &amp; y<office:annotation><dc:creator>A</dc:creator><text:p>why</text:p></office:annotation></text:p>"#,
    automatic: clauses, styles: outline)
}
