import Documents
import PlainText
import Testing

@testable import Publishing

@Suite(.enabled { await Tools.typstIsHere() }) struct PDFTests {
  private func text(of publication: Publication, _ arguments: [String] = []) async throws -> String
  {
    String(
      decoding: try await Tools.output(
        of: "pdftotext", arguments + ["-enc", "UTF-8", "-", "-"], input: publication.bytes),
      as: UTF8.self)
  }

  /// Letters and signs alone: lines are broken and words divided as the page wants it.
  private static func letters(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{ad}" && $0 != "\u{2010}" }
  }

  @Test(.enabled(if: Tools.isHere("pdftotext"))) func everyRunIsThere() async throws {
    let document = Sample.document()
    let publication = try await Tools.publisher().publish(document, as: .pdf)
    #expect(publication.remarks.isEmpty, "\(publication.remarks)")
    let text = Self.letters(try await text(of: publication))
    for run in Self.runs(document.cover + document.blocks) {
      // Words from right to left come out of the page in another order.
      if RightToLeft.holds(in: run.text) { continue }
      #expect(text.contains(Self.letters(run.text)), "\(run.text)")
    }
    for words in [/Page1of5/, /Page5of5/, /Coversheet/, /1f2e3d4c/] {
      #expect(text.contains(words), "\(text)")
    }
  }

  private static func runs(_ blocks: [Block]) -> [Run] {
    blocks.flatMap { block -> [Run] in
      switch block {
      case .heading(let heading): heading.runs
      case .paragraph(let paragraph): [Run(paragraph.number ?? "")] + paragraph.runs
      case .list(let list): list.items.flatMap { [Run($0.marker)] + runs($0.blocks) }
      case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0 }
      case .signatures(let list):
        list.flatMap { $0.party + $0.lines.flatMap { [Run($0.label)] + $0.runs } }
      case .contents(let entries): entries.flatMap(\.runs)
      case .picture: []
      case .landscape(let blocks): runs(blocks)
      }
    }
  }

  @Test(.enabled(if: Tools.isHere("pdftotext"))) func hostileWordsAreWords() async throws {
    var document = Sample.document(standing: .final)
    // Poppler takes families apart and turns right-to-left words.
    let answers = Hostile.answers.filter { answer in
      !RightToLeft.holds(in: answer) && !answer.unicodeScalars.contains("\u{200d}")
    }
    document.blocks = answers.map { Sample.body([Run($0)]) }
    let publication = try await Tools.publisher().publish(document, as: .pdf)
    let text = Self.letters(try await text(of: publication))
    for answer in answers {
      #expect(
        text.contains(Self.letters(Sanitiser.document.clean(answer))), "\(answer.debugDescription)")
    }
  }

  @Test(.enabled(if: Tools.isHere("pdftotext"))) func onlyADraftSaysDraft() async throws {
    let draft = try await Tools.publisher().publish(Sample.document(), as: .pdf)
    #expect(try await text(of: draft).contains("DRAFT"))
    let final = try await Tools.publisher().publish(Sample.document(standing: .final), as: .pdf)
    #expect(try await !text(of: final).contains("DRAFT"))
  }

  @Test(.enabled(if: Tools.isHere("pdfinfo"))) func itIsTaggedAndNamed() async throws {
    let publication = try await Tools.publisher().publish(Sample.document(), as: .pdf)
    let said = String(
      decoding: try await Tools.output(of: "pdfinfo", ["-"], input: publication.bytes),
      as: UTF8.self)
    let facts = said.split(separator: "\n").map { Hostile.gathered(String($0)) }
    #expect(facts.contains("Tagged: yes") && facts.contains("Title: Data Processing Agreement"))
    #expect(facts.contains { $0.hasPrefix("CreationDate: Sat Nov 21") }, "\(facts)")
  }

  @Test func aSignThatNoFontHasLeavesAPDFAndAWord() async throws {
    var document = Sample.document(standing: .final)
    document.blocks = [Sample.body([Run("Gothic \u{10330} and cuneiform \u{12000}")])]
    let publication = try await Tools.publisher().publish(document, as: .pdf)
    #expect(publication.bytes.starts(with: Array("%PDF".utf8)))
    guard case .untagged? = publication.remarks.first else {
      Issue.record("no remark: \(publication.remarks)")
      return
    }
  }

  @Test(.enabled(if: Tools.isHere("pdftotext"))) func contentsNameTheRightPages() async throws {
    let publication = try await Tools.publisher().publish(LongSample.document(), as: .pdf)
    let pages = try await text(of: publication, ["-layout"]).split(
      separator: "\u{c}", omittingEmptySubsequences: false)
    for section in 1...20 {
      let entry = try #require(
        pages[0].split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix("\(section). ") })
      let page = try #require(entry.split(separator: " ").last.flatMap { Int($0) }, "\(entry)")
      let hasHeading = pages[page - 1].split(separator: "\n").contains {
        $0.drop { $0 == " " }.hasPrefix("\(section). ") && !$0.contains(". . .")
      }
      #expect(hasHeading, "section \(section) on page \(page)")
    }
  }

  @Test func theSameBytesTwice() async throws {
    let first = try await Tools.publisher().publish(LongSample.document(), as: .pdf)
    let second = try await Tools.publisher().publish(LongSample.document(), as: .pdf)
    #expect(first == second)
  }
}

@Suite struct LongWordsTests {
  @Test func keysBreakAndWordsDoNot() {
    let key = String(repeating: "ab12", count: 10)
    let pieces = LongWords.breakable("key \(key).").split(separator: "\u{200B}")
    #expect(pieces.map(\.count) == [24, 21])
    let word = "Auftragsverarbeitungsvereinbarung und Straßenverkehrszulassungsordnung"
    #expect(LongWords.breakable(word) == word)
    #expect(LongWords.breakable(String(repeating: "云", count: 90)).contains("\u{200B}") == false)
  }

  /// As narrow as a column is, an address keeps to it; nothing is taken from it or put in.
  @Test(arguments: [
    "datenschutz_team@hosting_dienst.example",
    "https://trust.rechenhof.example/resources/view?doc=subprocessors_2026_en&version=4.2&sig=0f9a8b7c",
    "www.einlangername.example", "subprocessor_list_2026_final",
  ]) func addressesBreakInCells(_ address: String) {
    let cell = LongWords.breakable(address, inCell: true)
    #expect(cell.split(separator: "\u{200B}").joined() == address)
    let pieces = cell.split { $0 == "\u{200B}" || !($0.isLetter || $0.isNumber || $0 == "_") }
    #expect(pieces.allSatisfy { $0.count <= 6 }, "\(pieces)")
    #expect(LongWords.breakable("Hauptstraße Datenschutzerklärung", inCell: true).count == 32)
    var document = Sample.document()
    document.blocks = [Sample.paragraph([Sample.text("Write to \(address) at once.")])]
    let html = HTML.write(document)
    #expect(html.contains("Write to <span class=\"long\">") == address.contains("."))
    #expect(html.contains(".long { hyphens: none; overflow-wrap: anywhere; }"))
  }
}
