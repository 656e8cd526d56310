import Testing

@testable import Papers

/// What of a PDF is read, and how it is cited.
@Suite("A PDF as a paper")
struct PDFPaperTests {
  private func paper(_ tsv: TSVFixture) throws -> Paper {
    try PDFPaper.paper(tsv.bytes, PDFInfo(""))
  }

  private func cited(_ paper: Paper) -> [String] {
    paper.passages.map { "\($0.citation ?? "–") \($0.text)" }
  }

  private func fault(_ bytes: [UInt8], seconds: Int = 10) async -> String {
    do throws(PaperFault) {
      _ = try await PDFPaper.read(bytes, seconds: seconds)
      return ""
    } catch {
      return error.message
    }
  }

  // MARK: From poppler's table

  @Test("what pages repeat is no text, and a sentence goes on over the page")
  func running() throws {
    var tsv = TSVFixture()
    for number in 1...3 {
      tsv.page()
      tsv.block(70, 30, ["Envelope ID 4A\(number)-77", "Vendor DPA v2"])
      if number == 1 {
        tsv.block(70, 100, ["1. The vendor processes the data of the customer only on its"])
      }
      if number == 2 {
        tsv.block(70, 100, ["documented instructions.", "2. It keeps them for 10 years and"])
      }
      if number == 3 { tsv.block(70, 100, ["Sub-processors do so too."]) }
      tsv.block(290, 800, ["\(number)"])
      tsv.block(470, 800, ["Page \(number) of 3"])
    }
    let paper = try paper(tsv)
    #expect(
      cited(paper) == [
        "1 The vendor processes the data of the customer only on its documented instructions.",
        "2 It keeps them for 10 years and", "2 Sub-processors do so too.",
      ])
    #expect(paper.passages.map(\.page) == [1, 2, 3])
    #expect(paper.pages == 3)
  }

  @Test("two columns are read one after the other, below what stands over both")
  func columns() throws {
    var tsv = TSVFixture()
    tsv.page()
    tsv.block(70, 90, ["A title that stands over both of the columns of this page"], height: 16)
    let words = "alpha beta gamma delta epsilon zeta"
    // Numbers hang, and poppler reads them and the columns in another order.
    tsv.block(70, 130, ["1."])
    tsv.block(320, 130, ["3."])
    tsv.block(340, 130, [words + " three"] + Array(repeating: words, count: 9) + ["end of three."])
    tsv.block(90, 130, [words + " one"] + Array(repeating: words, count: 9) + ["end of one."])
    tsv.block(70, 300, ["2."])
    tsv.block(90, 300, [words + " two", "end of two."])
    let texts = try paper(tsv).passages.map { "\($0.number ?? "–") \($0.text.suffix(11))" }
    #expect(texts == ["– f this page", "1. end of one.", "2. end of two.", "3. d of three."])
  }

  @Test("hyphens at the ends of lines go where they only part a word")
  func hyphens() throws {
    var tsv = TSVFixture()
    tsv.page()
    tsv.block(
      70, 100,
      [
        "The vendor and each sub-processor pro-", "cess the infor\u{AD}", "mation of a third-",
        "party, identified or de-", "identified, with Unter- ", "und Überordnung, a Datenschutz-",
        "Folgenabschätzung of every party at https://a.example/terms-", "of-use and each sub-",
        "processor it has – information is pro-", "cessed by day.",
      ], to: 460)
    let read = try paper(tsv).passages.map(\.text)
    #expect(
      read == [
        """
        The vendor and each sub-processor process the information of a third-party, identified or \
        de-identified, with Unter- und Überordnung, a Datenschutz-Folgenabschätzung of every party at \
        https://a.example/terms-of-use and each sub-processor it has – information is processed by day.
        """
      ])
  }

  @Test("numbers are what is printed, in blocks of their own or not, and dates are none")
  func numbers() throws {
    var tsv = TSVFixture()
    tsv.page()
    tsv.block(70, 100, ["1 DEFINITIONS"], height: 12)
    tsv.block(70, 130, ["0.1", "0.2"], step: 40)
    tsv.block(
      100, 130,
      [
        "“Law” means Regulation (EU) 2016/679 of the Parliament and of the Council of",
        "27 April 2016, as it is described in Section", "0.2 below.",
      ], to: 520)
    tsv.block(100, 170, ["“Data” means data."])
    tsv.block(70, 210, ["0.3\u{200B} Each party: (a) keeps", "data safe; and"])
    tsv.block(100, 240, ["(a)\u{200B} by day, and"])
    tsv.block(100, 260, ["(b) by night."])
    tsv.block(70, 290, ["2 SUBPROCESSORS"], height: 12)
    let read = cited(try paper(tsv))
    #expect(
      read == [
        "1 DEFINITIONS",
        "0.1 “Law” means Regulation (EU) 2016/679 of the Parliament and of the Council of 27 April 2016, as it is described in Section 0.2 below.",
        "0.2 “Data” means data.", "0.3 Each party: (a) keeps data safe; and", "0.3(a) by day, and",
        "0.3(b) by night.", "2 SUBPROCESSORS",
      ])
  }

  @Test(
    "taller letters are headings, the tallest outermost; what lies outside the page is not read")
  func headings() throws {
    var tsv = TSVFixture()
    tsv.page()
    tsv.block(70, 90, ["Privacy Addendum"], height: 20)
    tsv.block(70, 140, ["Sub-processors"], height: 14)
    tsv.block(
      70, 170, ["The vendor engages companies. It gives notice of each of them", "in time."])
    tsv.block(700, 170, ["Nobody sees this."])
    tsv.block(70, 220, ["Audits"], height: 14)
    tsv.block(70, 250, ["The customer may audit once a year."])
    let paper = try paper(tsv)
    #expect(paper.passages.map(\.kind) == [.heading, .heading, .text, .heading, .text])
    #expect(paper.passages.last?.headings == [0, 3])
  }

  @Test("a file's title is one, and the program that recognised its text is named")
  func info() {
    let info = PDFInfo(
      "Title:          Data Processing\u{1B}[2J Addendum\nCreator:  Canon\nProducer: ABBYY FineReader 12\nPages:  9\n"
    )
    #expect(info.title == "Data Processing\u{FFFD}[2J Addendum")
    #expect(info.pages == 9)
    #expect(info.recogniser == "ABBYY FineReader 12")
    for name in ["Microsoft Word - DPA v3.docx", "untitled", "dpa_final.pdf", "", "-"] {
      #expect(PDFInfo("Title: \(name)\nProducer: Typst").title == nil)
    }
    #expect(PDFInfo("Producer: Microsoft Word for 365").recogniser == nil)
    #expect(PDFInfo("Creator: Adobe Acrobat 9.0 Paper Capture Plug-in").recogniser != nil)
  }

  // MARK: By poppler itself

  @Test("a file is read with its pages, its title and its numbers")
  func file() async throws {
    var pdf = PDFFixture(pages: [
      PDFFixture.page([
        "4. SUB-PROCESSORS",
        "4.1 The vendor may engage other companies only with the consent of the",
        "customer. It keeps a list of them \\(Annex III\\).",
        "4.2 It tells the customer of each change.",
      ]),
      [], PDFFixture.page(["SCHEDULE 1", "Details of the processing"]),
    ])
    pdf.info = "/Title(Data Processing Addendum)/Producer(Made by hand)"
    let paper = try await PDFPaper.read(pdf.bytes)
    #expect(paper.title == "Data Processing Addendum")
    #expect(paper.pages == 3)
    #expect(paper.pagesWithoutText == [2])
    #expect(paper.recognisedBy == nil)
    #expect(
      cited(paper) == [
        "4 SUB-PROCESSORS",
        "4.1 The vendor may engage other companies only with the consent of the customer. It keeps a list of them \\(Annex III\\).",
        "4.2 It tells the customer of each change.", "SCHEDULE 1 Details of the processing",
      ])
  }

  @Test("a scan is a paper without words, and all its pages are named")
  func scan() async throws {
    var pdf = PDFFixture(pages: [[], []])
    pdf.info = "/Producer(Canon iR)"
    let paper = try await PDFPaper.read(pdf.bytes)
    #expect(paper.passages.isEmpty)
    #expect(paper.pagesWithoutText == [1, 2])
  }

  @Test("a password, a broken file and a missing poppler each have a sentence that says what to do")
  func faults() async throws {
    var locked = PDFFixture(pages: [PDFFixture.page(["Words"])])
    let key = String(repeating: "0123456789abcdef", count: 4)
    locked.trailer = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>"
    #expect(await fault(locked.bytes).contains("has a password"))
    #expect(await fault(Array("%PDF-1.7\nnothing".utf8)).contains("is broken"))
    let loop = PDFFixture.file([
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>",
    ])
    let said = await fault(loop)
    #expect(said.isEmpty || said.contains("is broken"))
    await #expect(throws: PaperFault.self) {
      try await PDFPaper.read(locked.bytes, folders: ["/nonexistent"])
    }
  }

  @Test("a file that unfolds without end is stopped")
  func bomb() async {
    let words = String(repeating: "BT /F 1 Tf 9 9 Td (aaaaaaaa bbbbbbbb)Tj ET\n", count: 20_000)
    let bomb = PDFFixture.file([
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents[\(String(repeating: "5 0 R ", count: 5_000))]>>",
      "<</Length \(words.utf8.count)>>stream\n\(words)\nendstream",
    ])
    #expect(await fault(bomb, seconds: 1).contains("is not read"))
  }

  @Test("broken files end in a paper or a sentence")
  func mutated() async {
    let whole = PDFFixture(pages: [PDFFixture.page(["1. One", "2. Two"])]).bytes
    var random = SeededBytes(seed: 28)
    for _ in 0..<8 {
      let bytes = random.mutated(whole)
      do throws(PaperFault) {
        _ = try await PDFPaper.read(bytes)
      } catch {
        #expect(error.message.hasSuffix("."))
      }
    }
  }
}
