import Compression
import Documents
import FoundationXML
import Testing

@testable import Publishing

/// A firm's own look: what it changes, what it cannot lose, and what is said where it is broken.
@Suite struct StyleTests {
  private static let pair = HouseStyle.starter(paper: .a4)

  /// The starting reference with some of its parts rewritten.
  private func reference(_ changes: [String: (String) -> String]) throws -> [UInt8] {
    var archive = try ZipArchive(Self.pair.reference)
    for (name, change) in changes {
      archive.put(name, change(try #require(archive.text(of: name))))
    }
    return archive.bytes()
  }

  /// The starting reference with a part more, which a header refers to.
  private func reference(
    with name: String, _ text: String, type: String, relation: String
  ) throws -> [UInt8] {
    var archive = try ZipArchive(Self.pair.reference)
    archive.put(name, text)
    archive.put(
      "word/_rels/header1.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(relation)</Relationships>
      """)
    let types = try #require(archive.text(of: "[Content_Types].xml"))
    archive.put("[Content_Types].xml", types.replacing("</Types>", with: "\(type)</Types>"))
    return archive.bytes()
  }

  private func relation(_ kind: String, _ target: String, _ more: String = "") -> String {
    "<Relationship Id=\"rId1\" Type=\"\(Relations.types)\(kind)\" Target=\"\(target)\"\(more)/>"
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

  @Test func aLetterheadOpensTheAgreementAndNoOtherPage() async throws {
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
    let archive = try ZipArchive(
      try await publisher.publish(Sample.document(), as: .docx).bytes)
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

  // MARK: Strangers' files

  @Test func whatCouldDoHarmEndsInASentence() throws {
    func said(_ name: String, _ change: @escaping (String) -> String) throws -> String {
      fault(try reference([name: change]))?.said ?? "nothing"
    }
    let bomb = try said("word/styles.xml") { _ in String(repeating: " ", count: 7_900_000) }
    #expect(bomb == "“word/styles.xml” in it would unpack to more than 1 MB")
    let entities = try said("word/header1.xml") {
      $0.replacing("<w:hdr", with: "<!DOCTYPE x [<!ENTITY a \"aaa\">]><w:hdr")
    }
    #expect(entities.contains("word/header1.xml defines words of its own (DOCTYPE)"), "\(entities)")
    let strict = try said("word/styles.xml") {
      $0.replacing(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
    }
    #expect(strict.contains("save it in Word as a Word document"), "\(strict)")
    let taken = try said("word/_rels/document.xml.rels") {
      $0.replacing("\"header1.xml\"", with: "\"settings.xml\"")
    }
    #expect(taken == "word/settings.xml stands in its list of parts")
    let outside = try said("word/_rels/document.xml.rels") {
      $0.replacing("\"header1.xml\"", with: "\"../../../etc/passwd\"")
    }
    #expect(outside == "etc/passwd stands in its list of parts")

    var archive = try ZipArchive(Self.pair.reference)
    archive.put("../../evil.xml", "x")
    #expect(fault(archive.bytes())?.said.contains("a name that leads out of it") == true)
    for cut in stride(from: 0, to: Self.pair.reference.count, by: 499) {
      #expect(fault(Array(Self.pair.reference.prefix(cut))) != nil)
    }
  }

  @Test func nothingIsFetchedFromElsewhere() throws {
    let picture = try reference(
      with: "word/media/a.png", "png", type: "",
      relation: relation("image", "https://x.example/a.png", " TargetMode=\"External\""))
    #expect(
      fault(picture)?.said
        == "word/header1.xml shows what lies outside the file: “https://x.example/a.png”")
    let object = try reference(
      with: "word/embeddings/a.bin", "bin", type: "",
      relation: relation("oleObject", "embeddings/a.bin"))
    #expect(fault(object)?.said.contains("of the kind “oleObject”") == true)
    let none = try reference(
      with: "word/media/b.png", "png", type: "", relation: relation("image", "media/a.png"))
    #expect(fault(none)?.said == "word/media/a.png is missing from it, or is broken")
    let link = try reference(
      with: "word/media/a.png", "png", type: "",
      relation: relation("hyperlink", "https://x.example", " TargetMode=\"External\""))
    #expect(fault(link) == nil)
  }

  @Test func aPictureInTheLetterheadComesAlong() throws {
    let firm = try reference(
      with: "word/media/a.png", "a picture",
      type: "<Default Extension=\"PNG\" ContentType=\"image/png\"/>",
      relation: relation("image", "media/a.png"))
    let style = try HouseStyle(folder: "/tmp", reference: firm, template: nil)
    let archive = try ZipArchive(
      Docx(imprint: Tools.imprint, style: style).bytes(of: Sample.document()))
    #expect(archive.text(of: "word/media/a.png") == "a picture")
    #expect(archive.text(of: "word/_rels/header1.xml.rels")?.contains("media/a.png") == true)
    let types = try #require(archive.text(of: "[Content_Types].xml"))
    #expect(types.contains("PartName=\"/word/media/a.png\" ContentType=\"image/png\""))
    #expect(try SchemaOrder(archive).faults.isEmpty)
  }

  // MARK: What is taken over

  @Test func stylesAreFoundByTheirNames() throws {
    // Word in German keeps the built-in names and makes ids of its own.
    let firm = try reference([
      "word/styles.xml": {
        $0.replacing("\"Heading1\"", with: "\"berschrift1\"")
          .replacing("\"BodyText\"", with: "\"Textkrper\"")
          .replacing("w:val=\"Title\"", with: "w:val=\"title\"")
      },
      "word/numbering.xml": { $0.replacing("\"Heading1\"", with: "\"berschrift1\"") },
    ])
    let style = try HouseStyle(folder: "/tmp", reference: firm, template: nil)
    let archive = try ZipArchive(
      Docx(imprint: Tools.imprint, style: style).bytes(of: Sample.document()))
    let body = try WordCounter.xml(archive, "word/document.xml")
    let used = Set(
      try body.nodes(forXPath: "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val")
        .compactMap(\.stringValue))
    #expect(used.isSuperset(of: ["berschrift1", "Textkrper", "Title"]))
    #expect(!used.contains("Heading1") && !used.contains("BodyText"))
    #expect(try WordCounter(archive).numbers.contains("2.1"))
  }

  @Test func howPagesWorkIsTheFirmsAndNothingElseOfItsSettings() throws {
    let firm = try reference([
      "word/settings.xml": { text in
        text.replacing("<w:autoHyphenation/>", with: "").replacing(
          "<w:zoom w:percent=\"100\"/>",
          with: """
            <w:zoom w:percent="70"/><w:mirrorMargins/><w:attachedTemplate r:id="rId1"/>\
            <w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>
            """
        ).replacing("<w:characterSpacing", with: "<w:evenAndOddHeaders/><w:characterSpacing")
      }
    ])
    let style = try HouseStyle(folder: "/tmp", reference: firm, template: nil)
    let archive = try ZipArchive(
      Docx(imprint: Tools.imprint, style: style).bytes(of: Sample.document()))
    let settings = try #require(archive.text(of: "word/settings.xml"))
    for name in ["mirrorMargins", "evenAndOddHeaders", "updateFields", "hyphenationZone"] {
      #expect(settings.contains("<w:\(name)"), "\(name)")
    }
    for name in ["autoHyphenation", "attachedTemplate", "trackRevisions", "documentProtection"] {
      #expect(!settings.contains("<w:\(name)"), "\(name)")
    }
    #expect(try SchemaOrder(archive).faults.isEmpty)
  }

  @Test func itFollowsTheMattersLanguageAndPaper() async throws {
    var document = Sample.document()
    (document.language, document.paper) = ("en-US", .letter)
    let style = try HouseStyle(folder: "/tmp", reference: Self.pair.reference, template: nil)
    let publisher = Publisher(tools: Tools.paths, imprint: Tools.imprint, style: style)
    let archive = try ZipArchive(try await publisher.publish(document, as: .docx).bytes)
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
