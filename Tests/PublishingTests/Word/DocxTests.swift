import Compression
import Documents
import Foundation
import FoundationXML
import Testing

@testable import Publishing

@Suite struct DocxTests {
  private func archive(_ document: Document) async throws -> ZipArchive {
    let publication = try await Tools.publisher().publish(document, as: .docx)
    return try ZipArchive(publication.bytes)
  }

  private func body(_ document: Document) async throws -> XMLDocument {
    try WordCounter.xml(try await archive(document), "word/document.xml")
  }

  @Test(arguments: [Sample.document(), LongSample.document()])
  func wordCountsAsTheDocumentDoes(_ document: Document) async throws {
    let numbers = try WordCounter(try await archive(document)).numbers
    #expect(numbers == Self.numbers(document.blocks))
  }

  /// The numbers of a document's headings, clauses and list items, in order.
  private static func numbers(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      // Word takes the full stop after an annex's letter for no part of its number.
      case .heading(let heading):
        heading.label.map { [$0.hasSuffix(".") ? $0 : "\($0)."] } ?? []
      case .paragraph(let paragraph): paragraph.number.map { [$0] } ?? []
      case .list(let list):
        list.items.flatMap { (list.ordered ? [$0.marker] : []) + numbers($0.blocks) }
      case .landscape(let blocks): numbers(blocks)
      default: []
      }
    }
  }

  @Test func numbersThatWordWouldNotCountStayText() async throws {
    var document = Sample.document(standing: .final)
    document.blocks = [
      Sample.section("4", "four", "Begins at four"),
      Sample.clause("4.2", "four.two", [Run("Words.")]),
      Sample.section("1", "one", "Counts"),
      Sample.clause(
        "1.1", "one.one", [Run("See "), Sample.reference("section 4", "four"), Run(".")]),
      .list(List(ordered: true, items: [Sample.item("(c)", [Run("begins at c")])])),
      Sample.body([Run("Steps:")]),
      .list(
        List(
          ordered: true,
          items: [Sample.item("1.", [Run("first")]), Sample.item("2.", [Run("second")])])),
    ]
    #expect(try WordCounter(try await archive(document)).numbers == ["1.", "1.1"])
    let text = try await plain(document)
    for words in [
      "4. Begins at four", "4.2 Words.", "(c) begins at c", "2. second", "See section 4.",
    ] {
      #expect(text.contains(words), "\(text)")
    }
  }

  /// The words of all paragraphs, tabs as spaces.
  private func plain(_ document: Document) async throws -> String {
    try await body(document).nodes(forXPath: "//w:p").map { paragraph in
      try paragraph.nodes(forXPath: ".//w:t|.//w:tab|.//w:br")
        .map { $0.name == "w:t" ? $0.stringValue ?? "" : " " }.joined()
    }.joined(separator: "\n")
  }

  @Test func everySectionNamesHeaderAndFooter() async throws {
    let archive = try await archive(Sample.document())
    let sections = try WordCounter.xml(archive, "word/document.xml").nodes(forXPath: "//w:sectPr")
    // Cover, to the wide page, the wide page, the rest.
    #expect(sections.count == 4)
    let list = try #require(archive.contents(of: "word/_rels/document.xml.rels"))
    let relations = try #require(Relations(list, of: "word/document.xml"))
    let ids = Dictionary(uniqueKeysWithValues: relations.all.map { ($0.target, $0.id) })
    for section in sections {
      let isWide = try WordCounter.value(section, "./w:pgSz/@w:orient") == "landscape"
      #expect(
        try WordCounter.value(section, "./w:headerReference/@r:id")
          == ids[isWide ? "word/header2.xml" : "word/header1.xml"])
      #expect(
        try WordCounter.value(section, "./w:footerReference/@r:id")
          == ids[isWide ? "word/footer2.xml" : "word/footer1.xml"])
    }
    let header = try #require(archive.text(of: "word/header1.xml"))
    #expect(header.contains("DRAFT") && header.contains("Data Processing Agreement"))
    // A long title pushes nothing to another line.
    #expect(header.contains("<w:tbl>") && !header.contains("<w:tab/>"))
    let footer = try #require(archive.text(of: "word/footer2.xml"))
    #expect(footer.contains("NUMPAGES") && footer.contains("1f2e3d4c"))
    let final = try await self.archive(Sample.document(standing: .final))
    #expect(final.text(of: "word/header1.xml")?.contains("DRAFT") == false)
  }

  @Test func wideBlocksAtTheEndLeaveNoEmptyPage() async throws {
    var document = Sample.document(standing: .final)
    document.blocks = Array(document.blocks.dropLast())
    let sections = try await body(document).nodes(forXPath: "//w:sectPr")
    #expect(
      try sections.map { try WordCounter.value($0, "./w:pgSz/@w:orient") } == [nil, "landscape"])
  }

  @Test func blanksAreMarkedAndCommentedOnce() async throws {
    let archive = try await archive(Sample.document())
    let comments = try WordCounter.xml(archive, "word/comments.xml")
    let texts = try comments.nodes(forXPath: "//w:comment").map { $0.stringValue ?? "" }
    #expect(texts.count == 2)
    #expect(texts.first?.contains("processor: registered address – not answered yet") == true)
    #expect(texts.last?.contains("Counsel asks the vendor.") == true)
    #expect(try WordCounter.value(comments, "//w:comment/@w:date") == "2026-11-21T00:00:00Z")
    let body = try WordCounter.xml(archive, "word/document.xml")
    #expect(try body.nodes(forXPath: "//w:r[w:rPr/w:rStyle/@w:val='Blank']").count == 2)
    #expect(try body.nodes(forXPath: "//w:commentRangeStart").count == 2)
  }

  @Test func tablesRepeatTheirHeaderAndRowsDoNotSplit() async throws {
    let body = try await body(Sample.document())
    #expect(try body.nodes(forXPath: "//w:tr[not(w:trPr/w:cantSplit)]").isEmpty)
    #expect(try body.nodes(forXPath: "//w:tr[w:trPr/w:tblHeader]").count == 2)
    #expect(try body.nodes(forXPath: "//w:tc[not(w:p)]").isEmpty)
  }

  @Test func aSmallTableStaysOnOnePage() async throws {
    func leads(_ rows: Int) async throws -> Int {
      var document = Sample.document(standing: .final)
      document.blocks = [
        .table(
          Table(
            header: [[Run("Item")], [Run("Content")]],
            rows: (1...rows).map { [[Run("\($0)")], [Run("What stands there.")]] }))
      ]
      let rows = try await body(document).nodes(
        forXPath: "//w:tr[w:tc/w:p/w:pPr/w:pStyle/@w:val='TableTextLead']")
      return rows.count
    }
    #expect(try await leads(3) == 2)
    // Of a long one the last row does not stand alone.
    #expect(try await leads(40) == 1)
  }

  @Test func referencesFollowTheNumbers() async throws {
    let body = try await body(Sample.document())
    let codes = try body.nodes(forXPath: "//w:instrText").compactMap(\.stringValue)
    // Annex B, section 2.1, section 3.
    #expect(codes.filter { $0.contains(" REF ") && $0.contains("\\r") }.count == 3)
    #expect(codes.filter { $0.contains("PAGEREF") }.count == 5)
    let names = Set(try body.nodes(forXPath: "//w:bookmarkStart/@w:name").compactMap(\.stringValue))
    for code in codes where !code.contains("TOC") {
      #expect(names.contains(String(code.split(separator: " ")[1])), "\(code)")
    }
    let ids = try body.nodes(forXPath: "//w:bookmarkStart/@w:id").compactMap(\.stringValue)
    #expect(Set(ids).count == ids.count)
  }

  @Test func checkBoxesCanBeTicked() async throws {
    let text = try #require(try await archive(Sample.document()).text(of: "word/document.xml"))
    #expect(text.matches(of: /<w14:checked w14:val="1"/).count == 1)
    #expect(text.matches(of: /<w14:checked w14:val="0"/).count == 1)
  }

  @Test func propertiesNameTitleLanguageAndDay() async throws {
    let archive = try await archive(Sample.document())
    let core = try #require(archive.text(of: "docProps/core.xml"))
    #expect(core.contains("<dc:title>Data Processing Agreement</dc:title>"))
    #expect(core.contains("2026-11-21T00:00:00Z") && core.contains("en-GB"))
    #expect(archive.text(of: "word/settings.xml")?.contains("updateFields") == true)
    let styles = try WordCounter.xml(archive, "word/styles.xml")
    #expect(try WordCounter.value(styles, "//w:rPrDefault//w:lang/@w:val") == "en-GB")
  }

  @Test func everyPartIsXMLAndEveryStyleIsThere() async throws {
    for document in [Sample.document()] + Hostile.answers.suffix(8).map(Hostile.document) {
      let archive = try await archive(document)
      for entry in archive.entries where !entry.name.hasSuffix("/") {
        _ = try WordCounter.xml(archive, entry.name)
      }
      let body = try WordCounter.xml(archive, "word/document.xml")
      let used = Set(
        try body.nodes(forXPath: "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val")
          .compactMap(\.stringValue))
      let styles = try WordCounter.xml(archive, "word/styles.xml")
      let known = Set(try styles.nodes(forXPath: "//w:style/@w:styleId").compactMap(\.stringValue))
      #expect(used.isSubset(of: known), "\(used.subtracting(known))")
    }
  }

  @Test func itIsAsTheSchemaHasIt() async throws {
    var wideEnd = Sample.document(standing: .final)
    wideEnd.blocks = Array(wideEnd.blocks.dropLast())
    let documents = [Sample.document(), LongSample.document(), wideEnd]
    for document in documents + Hostile.answers.suffix(6).map(Hostile.document) {
      let faults = try SchemaOrder(try await archive(document)).faults
      #expect(faults.isEmpty, "\(Set(faults).sorted())")
    }
    let starter = try ZipArchive(HouseStyle.starter(paper: .letter).reference)
    let faults = try SchemaOrder(starter).faults
    #expect(faults.isEmpty, "\(Set(faults).sorted())")
  }

  /// The entries are there before Word has opened the file; a page that only Word can count is not.
  @Test func theContentsStandInTheFileAndNoPageIsGuessed() async throws {
    let archive = try await archive(LongSample.document())
    let body = try WordCounter.xml(archive, "word/document.xml")
    let entries = try body.nodes(forXPath: "//w:p[w:pPr/w:pStyle/@w:val='TOC1']")
    let words = try entries.map { entry in
      try entry.nodes(forXPath: ".//w:t|.//w:tab").map {
        $0.name == "w:t" ? $0.stringValue ?? "" : " "
      }.joined()
    }
    #expect(words.count == 20)
    #expect(words.first == "1. Scope and roles " && words.last == "20. Definitions ")
    let codes = try body.nodes(forXPath: "//w:instrText").compactMap(\.stringValue)
    #expect(codes.first?.contains("TOC \\o \"1-1\"") == true)
    #expect(codes.filter { $0.contains("PAGEREF") }.count == 20)
    #expect(archive.text(of: "word/settings.xml")?.contains("<w:updateFields") == true)
  }

  @Test func hostileWordsAreWords() async throws {
    var document = Sample.document(standing: .final)
    document.blocks = Hostile.answers.map { Sample.body([Run($0)]) }
    let paragraphs = try await plain(document).split(separator: "\n").map {
      Hostile.gathered(String($0))
    }
    for answer in Hostile.answers {
      // A soft hyphen is Word's own sign, which is no text.
      let seen = Hostile.seen(answer).replacing("\u{ad}", with: "")
      #expect(paragraphs.contains(seen), "\(answer.debugDescription)")
    }
  }

  @Test func theSameBytesTwice() async throws {
    let first = try await Tools.publisher().publish(Sample.document(), as: .docx)
    let second = try await Tools.publisher().publish(Sample.document(), as: .docx)
    #expect(first == second)
  }
}
