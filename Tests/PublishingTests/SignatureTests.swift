import Compression
import Documents
import Foundation
import FoundationXML
import Testing

@testable import Publishing

/// The places to sign: one for each person, whole on a page, labels at the first line.
@Suite struct SignatureTests {
  private static let title =
    "Chief Operating Officer and Deputy Chair of the Executive Board, with power to sign jointly"

  private static func lines(
    _ name: String?, _ title: String?, isNext: Bool = false
  ) -> [Signature.Line] {
    [
      Signature.Line(label: "Name", runs: name.map { [Run($0)] } ?? [], startsPerson: isNext),
      Signature.Line(label: "Title", runs: title.map { [Run($0)] } ?? []),
      Signature.Line(label: "Signature", runs: []),
      Signature.Line(label: "Date", runs: []),
    ]
  }

  private static func places(_ party: String) -> [Signature] {
    [
      Signature(
        party: [Run(party)],
        lines: lines("Urs Zbinden", title) + lines("Annina Casutt", nil, isNext: true)),
      Signature(party: [Run("Firnlicht Cloud AG")], lines: lines("Corinne Favre", "Counsel")),
    ]
  }

  private static func document(_ blocks: [Block]) -> Document {
    var document = Sample.document(standing: .final)
    document.cover = []
    document.blocks = blocks
    return document
  }

  private static let both = document([.signatures(places("Hohgant Bank AG"))])

  @Test func textFormatsHaveAPlaceForEach() {
    let rule = String(repeating: "\\_", count: 30)
    #expect(
      Markdown.write(Self.both).contains(
        """
        - Signature: \(rule)
        - Date: \(rule)

        * Name: Annina Casutt
        * Title: \(rule)
        * Signature: \(rule)
        * Date: \(rule)


        """.dropLast()))
    let line = String(repeating: "_", count: 40)
    #expect(
      PlainDocument.write(Self.both).contains(
        """
        Date:       \(line)


        Name:       Annina Casutt

        Title:      \(line)

        Signature:  \(line)

        Date:       \(line)
        """))
    let html = HTML.write(Self.both)
    #expect(html.contains("</dl>\n<dl>\n<dt>Name</dt><dd>Annina Casutt</dd>\n"))
    #expect(html.split(separator: "<dl>").count - 1 == 3)
    #expect(DocumentJSON.write(Self.both).split(separator: "\"startsPerson\"").count - 1 == 1)
  }

  @Test func wordHasAPlaceForEach() async throws {
    let archive = try ZipArchive(Docx(imprint: Tools.imprint).bytes(of: Self.both))
    let body = try WordCounter.xml(archive, "word/document.xml")
    let cells = try body.nodes(forXPath: "//w:tr[w:trPr/w:cantSplit]/w:tc")
    #expect(
      try cells.map { try $0.nodes(forXPath: "./w:p[w:pPr/w:pStyle/@w:val='Signature']").count }
        == [8, 4])
    // The style keeps each with the next, and the second place stands apart.
    let apart = try body.nodes(
      forXPath: "//w:p[w:pPr/w:pStyle/@w:val='Signature'][w:pPr/w:spacing/@w:before='720']")
    #expect(apart.compactMap(\.stringValue) == ["NameAnnina Casutt"])
    // A label and its tab open the paragraph, so the label is at the first line however long the
    // words are.
    let titled = try body.nodes(forXPath: "//w:p[starts-with(., 'TitleChief')]/w:r[1]")
    #expect(try titled.first?.nodes(forXPath: "./w:tab").count == 1)
    #expect(titled.first?.stringValue == "Title")
  }

  @Test func aRedlineShowsThePlaceThatCame() {
    var one = Self.places("Hohgant Bank AG")
    one[0].lines.removeLast(4)
    let redline = Document.redline(from: Self.document([.signatures(one)]), to: Self.both)
    let signatures = redline.blocks.flatMap { block -> [Signature] in
      if case .signatures(let found) = block { found } else { [] }
    }
    #expect(signatures.map(\.revision) == [.deleted, .deleted, .inserted, .inserted])
    #expect(signatures.map(\.people.count) == [1, 1, 2, 1])
    #expect(ChangeList(redline).text.contains("Annina Casutt"))
  }

  // MARK: PDF

  private func pages(_ document: Document) async throws -> [String] {
    let publication = try await Tools.publisher().publish(document, as: .pdf)
    #expect(publication.remarks.isEmpty, "tagged: \(publication.remarks)")
    let text = try await Tools.output(
      of: "pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], input: publication.bytes)
    return String(decoding: text, as: UTF8.self).components(separatedBy: "\u{c}")
  }

  @Test(.enabled(if: Tools.isHere("pdftotext")), .enabled { await Tools.typstIsHere() })
  func aLabelStandsAtTheFirstLine() async throws {
    let lines = try await pages(Self.both).joined().components(separatedBy: "\n")
    let titles = lines.filter { $0.drop { $0 == " " }.hasPrefix("Title") }
    #expect(titles.count == 2 && titles[0].contains("Chief Operating Officer"), "\(titles)")
  }

  /// Sixteen annexes, each a few lines longer than the last, so that the places to sign come to
  /// stand everywhere on a page and over its end.
  @Test(.enabled(if: Tools.isHere("pdftotext")), .enabled { await Tools.typstIsHere() })
  func noPlaceIsTornByAPage() async throws {
    let words = String(
      repeating: "The processor handles personal data only on documented instructions. ", count: 4)
    let blocks = (0..<16).flatMap { annex -> [Block] in
      [Sample.annex("Annex \(annex)", "annex-\(annex)", "Text")]
        + (0..<annex + 3).map { _ in Sample.body([Run(words)]) }
        + [.signatures(Self.places("Party of annex \(annex) AG"))]
    }
    let pages = try await pages(Self.document(blocks))
    #expect(pages.count > 20)
    for annex in 0..<16 {
      let page = try #require(pages.first { $0.contains("Party of annex \(annex) AG") })
      let place = page.components(separatedBy: "Party of annex \(annex) AG")[1]
      let dates = place.components(separatedBy: "Date").count - 1
      #expect(dates == 3 && place.contains("Annina Casutt"), "annex \(annex): \(place)")
    }
  }
}
