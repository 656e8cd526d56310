import Documents
import FoundationXML
import Testing

@testable import Publishing

/// A firm's own look: what it changes, what it cannot lose, and what is said where it is broken.
@Suite struct StyleTests {
  private static let pair = HouseStyle.starter(paper: .a4)

  /// The starting reference with some of its parts rewritten.
  private func reference(_ changes: [String: (String) -> String]) throws -> [UInt8] {
    var archive = try #require(ZipArchive(Self.pair.reference))
    for (name, change) in changes {
      archive.put(name, change(try #require(archive.text(of: name))))
    }
    return archive.bytes()
  }

  private func fault(_ reference: [UInt8]?, _ template: [UInt8]? = nil) -> StyleFault? {
    do throws(StyleFault) {
      _ = try HouseStyle(folder: "/tmp", reference: reference, template: template)
      return nil
    } catch {
      return error
    }
  }

  @Test func theStartingPairIsGood() async throws {
    #expect(fault(Self.pair.reference, Self.pair.template) == nil)
    let style = try HouseStyle(
      folder: "/tmp", reference: Self.pair.reference, template: Self.pair.template)
    #expect(await style.faults(tools: Tools.paths) == [])
  }

  @Test func whatIsBrokenIsNamed() throws {
    #expect(fault(Array("junk".utf8))?.description.contains("“reference.docx”") == true)
    let noClause = try reference([
      "word/styles.xml": { $0.replacing("w:val=\"Clause\"", with: "w:val=\"Klausel\"") }
    ])
    #expect(fault(noClause)?.said.contains("“Clause”") == true)
    let silent = try reference([
      "word/numbering.xml": {
        $0.replacing("<w:num w:numId=\"1\">", with: "<w:num w:numId=\"77\">")
      }
    ])
    #expect(fault(silent)?.said.contains("“heading 1”, “Clause”") == true)
    let broken = try reference(["word/header1.xml": { $0.replacing("</w:p>", with: "") }])
    #expect(fault(broken)?.said.contains("header1.xml") == true)
    let unknown = try reference(["word/footer1.xml": { $0.replacing("{{hash}}", with: "{{sum}}") }])
    #expect(fault(unknown)?.said.contains("{{sum}}") == true)
    #expect(fault(nil, Array("#data.title".utf8))?.said.contains("data.cover") == true)
    #expect(fault(nil, [0xFF, 0xFE])?.file == "template.typ")
  }

  @Test(.enabled(if: Tools.pandocIsHere)) func aLetterheadOpensTheAgreementAndNoOtherPage()
    async throws
  {
    // As Word writes it: a placeholder in two runs, and a first page with a header of its own.
    let reference = try reference([
      "word/header1.xml": {
        $0.replacing(
          "{{draft}}</w:t>",
          with: "{{dr</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:t>aft}}</w:t>")
      },
      "word/document.xml": { text in
        guard let last: Range<String.Index> = text.ranges(of: "</w:sectPr>").last else {
          return text
        }
        return (text[..<last.lowerBound] + "<w:titlePg/>" + text[last.lowerBound...]).replacing(
          "w:left=\"1418\"", with: "w:left=\"1700\"")
      },
    ])
    let style = try HouseStyle(folder: "/tmp", reference: reference, template: nil)
    let publisher = Publisher(tools: Tools.paths, imprint: Tools.imprint, style: style)
    let archive = try #require(
      ZipArchive(try await publisher.publish(Sample.document(), as: .docx).bytes))
    let header = try #require(archive.text(of: "word/header1.xml"))
    #expect(header.contains("DRAFT") && header.contains("Confidential") && !header.contains("{{"))
    let sections = try WordCounter.xml(archive, "word/document.xml").nodes(forXPath: "//w:sectPr")
    // Cover, title to wide page, wide page, rest.
    let opens = try sections.map { try !$0.nodes(forXPath: "./w:titlePg").isEmpty }
    #expect(opens == [false, true, false, false])
    #expect(try WordCounter.value(try #require(sections.last), "./w:pgMar/@w:left") == "1700")
    // The line of the contents ends at the narrower page's margin.
    let styles = try WordCounter.xml(archive, "word/styles.xml")
    #expect(
      try WordCounter.value(
        styles, "//w:style[@w:styleId='TOC1']//w:tab[@w:val='right']/@w:pos") == "8788")
    #expect(try WordCounter(archive).numbers.contains("2.1"))
  }

  @Test func itFollowsTheMattersLanguageAndPaper() async throws {
    guard Tools.pandocIsHere else { return }
    var document = Sample.document()
    (document.language, document.paper) = ("en-US", .letter)
    let style = try HouseStyle(folder: "/tmp", reference: Self.pair.reference, template: nil)
    let publisher = Publisher(tools: Tools.paths, imprint: Tools.imprint, style: style)
    let archive = try #require(ZipArchive(try await publisher.publish(document, as: .docx).bytes))
    let styles = try WordCounter.xml(archive, "word/styles.xml")
    #expect(try WordCounter.value(styles, "//w:rPrDefault//w:lang/@w:val") == "en-US")
    let body = try WordCounter.xml(archive, "word/document.xml")
    #expect(try body.nodes(forXPath: "//w:pgSz[@w:w='11906']").isEmpty)
  }

  @Test(.enabled { await Tools.typstIsHere() }) func aBrokenTemplateIsNamedWithItsLine()
    async throws
  {
    let text = String(decoding: Self.pair.template, as: UTF8.self)
    let broken = text.replacing("#let step = ", with: "#let step = nothing + ")
    let line = broken.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("nothing") }
    let style = try HouseStyle(folder: "/tmp", reference: nil, template: Array(broken.utf8))
    let publisher = Publisher(tools: Tools.paths, imprint: Tools.imprint, style: style)
    let said = "line \(try #require(line) + 1): unknown variable: nothing"
    await #expect(
      throws: PublishError.style(StyleFault(file: "template.typ", said: said))
    ) { try await publisher.publish(Sample.document(), as: .pdf) }
  }
}
