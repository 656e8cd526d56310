import Compression
import Papers
import Testing

/// Word documents that somebody might send who means harm, or that are broken.
@Suite("A stranger's Word document ends in a paper or in one sentence")
struct WordStrangerTests {
  private typealias F = WordFixture

  private func message(_ bytes: [UInt8]) -> String? {
    do throws(PaperFault) {
      _ = try WordPaper.read(bytes)
      return nil
    } catch {
      return error.message
    }
  }

  private func replaced(_ name: String, _ text: String) -> [UInt8] {
    F.archive(
      F(body: F.p("x")).parts.map { ($0.name, $0.name == name ? text : $0.text) })
  }

  @Test("parts are found where relations say, in both namespaces and under any prefix")
  func relations() throws {
    let strict = "http://purl.oclc.org/ooxml"
    let bytes = F.archive([
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(strict)/officeDocument/relationships/officeDocument\" Target=\"/main/doc.xml\"/></Relationships>"
      ),
      (
        "main/_rels/doc.xml.rels",
        "<Relationships><Relationship Id=\"b\" Type=\"\(strict)/officeDocument/relationships/styles\" Target=\"../s.xml\"/><Relationship Id=\"c\" Type=\"x/numbering\" TargetMode=\"External\" Target=\"http://a.b/n.xml\"/></Relationships>"
      ),
      (
        "main/doc.xml",
        "<document xmlns=\"\(strict)/wordprocessingml/main\" xmlns:n=\"\(strict)/wordprocessingml/main\"><body><p><pPr><pStyle n:val=\"h\"/></pPr><n:r><t>Terms</t></n:r></p></body></document>"
      ),
      (
        "s.xml",
        "<q:styles xmlns:q=\"\(strict)/wordprocessingml/main\"><q:style q:styleId=\"h\"><q:name q:val=\"heading 2\"/></q:style></q:styles>"
      ),
    ])
    let paper = try WordPaper.read(bytes)
    #expect(paper.passages.map(\.kind) == [.heading])
    #expect(paper.passages.map(\.text) == ["Terms"])
  }

  @Test("what cannot be read is said in a sentence with what to do")
  func refused() {
    #expect(
      message([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])?.contains("save it as .docx")
        == true)
    let whole = F(body: F.p("x")).bytes
    #expect(message(Array(whole.dropLast(40)))?.hasPrefix("The document is broken") == true)
    #expect(message([])?.hasPrefix("The document is broken") == true)
    #expect(message(F.archive([("a.txt", "x")]))?.contains("archive without a document") == true)
    #expect(message(F.archive([("xl/workbook.xml", "<x/>")]))?.contains("workbook") == true)
    #expect(message(F(body: "").bytes)?.hasPrefix("There is no text") == true)
    #expect(
      message(
        replaced(
          "_rels/.rels",
          "<Relationships>\(F.relation("r", "officeDocument", "no.xml"))</Relationships>"))?
        .contains("archive without a document") == true)
    #expect(
      message(
        replaced(
          "word/document.xml",
          "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
        ))?.contains("document type") == true)
    #expect(
      message(replaced("word/document.xml", "<w:document><w:body><w:p>"))?.hasPrefix(
        "The document is broken") == true)
    #expect(
      message(replaced("word/styles.xml", "<w:other/>"))?.hasPrefix("The document is broken")
        == true)
  }

  @Test("bombs are refused before they go off")
  func bombs() {
    let paragraphs = F(body: String(repeating: "<w:p/>", count: 100_001))
    #expect(message(paragraphs.bytes)?.contains("100000 paragraphs") == true)
    let cell = "<w:tbl><w:tr><w:tc>"
    let deep = F(
      body: String(repeating: cell, count: 3000) + F.p("x")
        + String(repeating: "</w:tc></w:tr></w:tbl>", count: 3000))
    #expect(message(deep.bytes)?.contains("too deep") == true)
    let boxes = F(
      body: String(repeating: "<w:p><w:r><w:txbxContent>", count: 80) + F.p("x")
        + String(repeating: "</w:txbxContent></w:r></w:p>", count: 80))
    #expect(message(boxes.bytes) == nil)
    // A long stretch of one letter packs to a thousandth.
    let long = F(body: F.p(String(repeating: "a", count: 2_000_000)))
    #expect(message(long.bytes)?.contains("unpack to more than") == true)
    let note = F.p(String(repeating: "word and more ", count: 4000))
    let notes = F(
      body: String(
        repeating: "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", count: 300),
      footnotes: "<w:footnote w:id=\"1\">\(note)</w:footnote>")
    #expect(message(notes.bytes)?.contains("longer than 4 MB") == true)
  }

  @Test("styles and lists that lead back to themselves end")
  func loops() throws {
    let fixture = F(
      body: F.p("A", F.style("One")) + F.p("B", F.list(1)),
      styles: F.style("One", base: "Two") + F.style("Two", base: "One")
        + "<w:style w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
      numbering: F.definition(1, [], head: "<w:numStyleLink w:val=\"L\"/>") + F.num(1, 1))
    #expect(try WordPaper.read(fixture.bytes).passages.map(\.text) == ["A", "B"])
  }

  @Test("three hundred broken documents of each kind end in a paper or a sentence")
  func broken() {
    let kinds: [([(name: String, text: String)], ([UInt8]) throws(PaperFault) -> Paper)] = [
      (Self.rich.parts, { bytes throws(PaperFault) in try WordPaper.read(bytes) }),
      (OpenTextPaperTests.rich, { bytes throws(PaperFault) in try OpenTextPaper.read(bytes) }),
    ]
    for (parts, reader) in kinds {
      var damage = Damage(seed: 28)
      var (read, refused) = (0, 0)
      for _ in 0..<300 {
        var archive = ZipArchive()
        let at = damage.number(below: parts.count)
        for (place, part) in parts.enumerated() {
          var bytes = Array(part.text.utf8)
          if place == at { damage.apply(to: &bytes) }
          archive.put(ZipArchive.Entry(name: part.name, contents: .plain(bytes)))
        }
        var bytes = archive.bytes()
        if damage.number(below: 4) == 0 { damage.apply(to: &bytes) }
        do throws(PaperFault) {
          #expect(!(try reader(bytes)).passages.isEmpty)
          read += 1
        } catch {
          #expect(error.message.hasSuffix("."))
          refused += 1
        }
      }
      // Both happen, or nothing was tried.
      #expect(read > 20)
      #expect(refused > 20)
    }
  }

  /// A document that has a little of everything.
  private static let rich = F(
    body: F.p("Terms", F.style("H1")) + F.p("First", F.list(1, 1)) + F.p("(a) typed")
      + "<w:tbl><w:tr><w:tc>\(F.p("cell", F.list(1, 2)))</w:tc></w:tr></w:tbl>"
      + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins>\(F.r("new"))</w:ins><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
      + "<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(F.r("x &amp; y"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
      + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(F.p("box"))</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>",
    styles: F.style("H1", name: "heading 1", F.list(1)) + F.style("Sub", base: "H1"),
    numbering: F.clauses + F.num(1, 1)
      + F.num(2, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride>"),
    footnotes: "<w:footnote w:id=\"2\">\(F.p("note"))</w:footnote>",
    comments: "<w:comment w:id=\"1\" w:author=\"A\">\(F.p("why"))</w:comment>")
}
