import Compression
import Papers
import Testing

@Suite("The file of a redlined Word document")
struct RedlineFileTests {
  private typealias Sample = WordSample

  private static func change(
    _ paragraph: Int, _ kind: PaperChange.Kind, comment: String? = nil
  ) -> PaperChange {
    PaperChange(1, paragraph: paragraph, kind, comment: comment)
  }

  @Test("bytes of the text outside the paragraph are as they were")
  func bytesAround() throws {
    let (one, two) = (
      Sample.paragraph(Sample.run("One &#x41; <!-- c -->")),
      Sample.paragraph(Sample.run("Two words"))
    )
    let text = Sample.document(one + two + one)
    let written = try WordRedline.write(
      [Self.change(1, .replace(words: "words", by: "signs"), comment: "c")],
      into: Sample.archive(text).bytes(), author: "A", date: RedlineCheck.date
    ).bytes
    let after = try #require(try ZipArchive(written).text(of: "word/document.xml"))
    let start = try #require(text.firstRange(of: two)?.lowerBound)
    let end = try #require(text.firstRange(of: two)?.upperBound)
    #expect(after.hasPrefix(text[..<start]))
    #expect(after.hasSuffix(text[end...]))
    #expect(
      try WordRedline.write([], into: written, author: "A", date: "").bytes == written)
  }

  @Test("comments join those that are there, or bring the part and what names it")
  func comments() throws {
    let body = Sample.paragraph(Sample.run("Some words"))
    let new = try RedlineCheck(
      Sample.docx(body), [Self.change(0, .comment(words: "words", text: "One\nTwo"))])
    let archive = try ZipArchive(new.bytes)
    #expect(
      archive.text(of: "[Content_Types].xml")?.contains("PartName=\"/word/comments.xml\"") == true)
    #expect(
      archive.text(of: "word/_rels/document.xml.rels")?.contains(
        "Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\""
      ) == true)
    // Once more: into the part that is there now.
    let more = try RedlineCheck(
      new.bytes, [Self.change(0, .insertAfter(words: "words", text: "x"), comment: "Three")])
    #expect(more.comments.map(\.text) == ["OneTwo", "Three"])
    #expect(try ZipArchive(more.bytes).entries.count == archive.entries.count)
    #expect(
      try ZipArchive(more.bytes).text(of: "[Content_Types].xml")
        == archive.text(of: "[Content_Types].xml"))
  }

  @Test("another prefix and the strict namespace are kept")
  func prefixes() throws {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let text =
      "<d:document xmlns:d=\"\(strict)\"><d:body><d:p><d:r><d:t>Some words</d:t></d:r></d:p></d:body></d:document>"
    let written = try WordRedline.write(
      [Self.change(0, .replace(words: "words", by: "signs"), comment: "c")],
      into: Sample.archive(text).bytes(), author: "A", date: "2026-12-01T00:00:00Z")
    let archive = try ZipArchive(written.bytes)
    let after = archive.text(of: "word/document.xml") ?? ""
    #expect(MarkupTree.read(Array(after.utf8)) != nil)
    #expect(after.contains("<d:delText xml:space=\"preserve\">words</d:delText>"))
    #expect(!after.contains("w:"))
    #expect(archive.text(of: "word/comments.xml")?.contains("xmlns:d=\"\(strict)\"") == true)
    #expect(
      archive.text(of: "word/_rels/document.xml.rels")?.contains(
        "http://purl.oclc.org/ooxml/officeDocument/relationships/comments") == true)
  }

  @Test("what can't be written into is said in a sentence")
  func refusedFiles() throws {
    let good = Sample.document(Sample.paragraph(Sample.run("words")))
    let doctype = good.replacing("<w:document", with: "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in good.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    var utf16 = Sample.archive(good)
    utf16.put(ZipArchive.Entry(name: "word/document.xml", contents: .plain(wide)))
    for (bytes, part) in [
      (Sample.archive(doctype).bytes(), "document type"), (utf16.bytes(), "UTF-8"),
      (Sample.archive(good.replacing("UTF-8", with: "windows-1252")).bytes(), "UTF-8"),
      (Array("%PDF-1.7".utf8), "no Word document"), ([0xD0, 0xCF, 0x11, 0xE0], "password"),
      (Sample.archive("<document/>").bytes(), "save it as DOCX"),
      (Sample.archive(good.replacing("</w:body>", with: "")).bytes(), ""),
      (
        Sample.docx(
          String(repeating: "<w:sdt>", count: 300) + String(repeating: "</w:sdt>", count: 300)),
        "too deep"
      ),
    ] {
      let fault = #expect(throws: PaperFault.self) {
        try WordRedline.write(
          [Self.change(0, .delete(words: "words"))], into: bytes, author: "A", date: "")
      }
      #expect(part.isEmpty || fault?.message.contains(part) == true)
    }
  }
}
