import Testing

@testable import Papers

/// What of plain text and of Markdown is read, and how it is cited.
@Suite("A text as a paper")
struct TextPaperTests {
  private func cited(_ paper: Paper) -> [String] {
    paper.passages.map { "\($0.citation ?? "–") \($0.text)" }
  }

  // MARK: Plain text

  @Test("wrapped lines are paragraphs, with the numbers that hang beside them")
  func wrapped() throws {
    let paper = try TextPaper.read(
      """
                     DATA PROCESSING ADDENDUM

                          1.   SUB-PROCESSORS
      1.1   Consent. The vendor may engage other companies only with the consent of the
            customer, as Section
            1.2 says, and subject to the terms (a) that are set out here and to those that
            (b) follow from the law.
      1.2   Notice. The vendor shall:
            1.2.1   tell the customer of each change at least thirty days before it takes
                    effect; and
            1.2.2   keep a list:
                  i.   of names;
                 ii.   of places.
      1.3   Costs.
      Each party bears its own, since that is what they have agreed with each other in
      the main agreement.

                                    2.   AUDITS
      Once a year.
      """)
    #expect(
      cited(paper) == [
        "– DATA PROCESSING ADDENDUM", "1 SUB-PROCESSORS",
        "1.1 Consent. The vendor may engage other companies only with the consent of the customer, as Section 1.2 says, and subject to the terms (a) that are set out here and to those that (b) follow from the law.",
        "1.2 Notice. The vendor shall:",
        "1.2.1 tell the customer of each change at least thirty days before it takes effect; and",
        "1.2.2 keep a list:", "1.2.2(i) of names;", "1.2.2(ii) of places.", "1.3 Costs.",
        "1.3 Each party bears its own, since that is what they have agreed with each other in the main agreement.",
        "2 AUDITS", "2 Once a year.",
      ])
  }

  @Test("form feeds part pages; their numbers and what they repeat are no text")
  func pages() throws {
    let pages = (1...3).map { number in
      "Vendor DPA, version 2\n\n\(["1. The vendor keeps all of the personal data of the customer secret, and so do", "its personnel and its sub-processors.\n\n2. It deletes them.", "3. It proves that."][number - 1])\n\n\n                    \(number)\n"
    }
    let paper = try TextPaper.read(pages.joined(separator: "\u{C}") + "\u{C}")
    #expect(
      cited(paper) == [
        "1 The vendor keeps all of the personal data of the customer secret, and so do its personnel and its sub-processors.",
        "2 It deletes them.", "3 It proves that.",
      ])
    #expect(paper.passages.map(\.page) == [1, 2, 3])
    #expect(paper.pages == 3)
  }

  @Test("what is counted within a sentence stays in it, though a line begins with it")
  func sentences() throws {
    let paper = try TextPaper.read(
      """
      9.3 Audits.
      (a) The customer may audit once a year, and besides that at any time where it has to:
      (i) to the extent that reports do not suffice, and (ii) after an incident that has
      touched its data.
      (b) The vendor helps:
      (i) by day; and
      (ii) by night.
      """)
    #expect(
      cited(paper) == [
        "9.3 Audits.",
        "9.3(a) The customer may audit once a year, and besides that at any time where it has to: (i) to the extent that reports do not suffice, and (ii) after an incident that has touched its data.",
        "9.3(b) The vendor helps:", "9.3(b)(i) by day; and", "9.3(b)(ii) by night.",
      ])
  }

  @Test("the Commission's clauses are cited by clause and letter")
  func clauses() throws {
    let paper = try TextPaper.read(
      """
      SECTION I

      Clause 1

      Purpose and scope

      (a)  The purpose of these clauses is to ensure compliance with Article 28(3) and (4) of the
           Regulation of
           27 April 2016 on the protection of natural persons.

      (b)  The parties have agreed to them:
           (i)   in order to comply; and
           (ii)  to protect people.

      SECTION II – OBLIGATIONS

      Clause 7

      Obligations of the Parties

      7.1. Instructions

      (a)  The processor shall process personal data only on instructions.

      7.7. Use of sub-processors

      It asks first.

      ANNEX I

      LIST OF PARTIES

      1. Name: …
      """)
    #expect(
      cited(paper) == [
        "SECTION I ", "Clause 1 Purpose and scope",
        "Clause 1(a) The purpose of these clauses is to ensure compliance with Article 28(3) and (4) of the Regulation of 27 April 2016 on the protection of natural persons.",
        "Clause 1(b) The parties have agreed to them:", "Clause 1(b)(i) in order to comply; and",
        "Clause 1(b)(ii) to protect people.", "SECTION II OBLIGATIONS",
        "Clause 7 Obligations of the Parties", "7.1 Instructions",
        "7.1(a) The processor shall process personal data only on instructions.",
        "7.7 Use of sub-processors", "7.7 It asks first.", "ANNEX I LIST OF PARTIES",
        "ANNEX I(1) Name: …",
      ])
  }

  @Test("German sections are cited with their paragraphs, and parted words put together")
  func german() throws {
    let paper = try TextPaper.read(
      """
      § 3 Weisungen
      (1) Der Auftragsverarbeiter handelt nur auf Weisung. Er informiert den Verant-
      wortlichen unverzüglich.
      (2) Er führt ein Verzeichnis.

      § 4 Löschung
      (1) Er löscht die Daten nach dem Ende des Vertrags.
      """)
    #expect(
      cited(paper) == [
        "§ 3 Weisungen",
        "§ 3(1) Der Auftragsverarbeiter handelt nur auf Weisung. Er informiert den Verantwortlichen unverzüglich.",
        "§ 3(2) Er führt ein Verzeichnis.", "§ 4 Löschung",
        "§ 4(1) Er löscht die Daten nach dem Ende des Vertrags.",
      ])
  }

  @Test("a schedule is cited with its parts, and an annex in it")
  func schedules() throws {
    let paper = try TextPaper.read(
      """
      1. Definitions

      Words have their meaning.

                        SCHEDULE 1

                         ANNEX I

      A.   LIST OF PARTIES
      Name: The customer
      Address: As agreed
      B.   DESCRIPTION OF TRANSFER
      Categories of data

      ANNEX II - TECHNICAL MEASURES AND
           ORGANISATIONAL MEASURES
      Doors are locked.

                        SCHEDULE 2
                Sub-processors

      None.
      """)
    #expect(
      cited(paper) == [
        "1 Definitions", "1 Words have their meaning.", "SCHEDULE 1 ", "ANNEX I ",
        "ANNEX I(A) LIST OF PARTIES", "ANNEX I(A) Name: The customer",
        "ANNEX I(A) Address: As agreed",
        "ANNEX I(B) DESCRIPTION OF TRANSFER", "ANNEX I(B) Categories of data",
        "ANNEX II TECHNICAL MEASURES AND ORGANISATIONAL MEASURES", "ANNEX II Doors are locked.",
        "SCHEDULE 2 Sub-processors", "SCHEDULE 2 None.",
      ])
    let data = paper.passages[8]
    #expect(data.headings.map { paper.passages[$0].number } == ["SCHEDULE 1", "ANNEX I", "B."])
  }

  @Test("a table of contents is left out, and that is said")
  func contents() throws {
    let paper = try TextPaper.read(
      """
      Contents
      1. Parties ............ 1
      2. Data . . . . . . . . 2
      Schedule 1 ............ 14

      1. Parties

      The parties are those named.
      """)
    #expect(
      cited(paper) == ["– Contents", "1 Parties", "1 The parties are those named."])
    #expect(paper.remarks == ["The table of contents is not read."])
  }

  // MARK: Markdown

  @Test("lists that Markdown numbers and numbers that were typed are cited alike")
  func markdown() throws {
    let paper = try MarkdownPaper.read(
      #"""
      # Data Processing Agreement

      1. Processing

          1. **Details.** See the [cover page](https://a.example/x_y_z).
          2. Sub-processors.

              a. The vendor asks.

              b. It tells:

                  i. who;

                  ii. where.
      2. Transfers

          1. None to `third_countries`, save as _agreed_ in a\_b * c.

      ## Schedule 2

      1\. Doors are
      locked.

      (a) by day

      | Name | Place |
      |------|:-----:|
      | Beta \| Co | **Ohio** |

      > **2. Audits**. Once a year.
      <!-- not
      shown -->
      ***
      ```
      code
      ```
      """#)
    #expect(paper.title == "Data Processing Agreement")
    #expect(
      cited(paper) == [
        "– Data Processing Agreement", "1 Processing", "1.1 Details. See the cover page.",
        "1.2 Sub-processors.", "1.2(a) The vendor asks.", "1.2(b) It tells:", "1.2(b)(i) who;",
        "1.2(b)(ii) where.", "2 Transfers",
        "2.1 None to third_countries, save as agreed in a_b * c.", "Schedule 2 ",
        "Schedule 2(1) Doors are locked.", "Schedule 2(1)(a) by day", "Schedule 2(1)(a) Name",
        "Schedule 2(1)(a) Place", "Schedule 2(1)(a) Beta | Co", "Schedule 2(1)(a) Ohio",
        "Schedule 2(2) Audits. Once a year.", "Schedule 2(2) code",
      ])
    #expect(paper.passages.count { $0.kind == .cell } == 4)
  }

  @Test("items that all say 1 are counted, as every viewer does")
  func counted() throws {
    let paper = try MarkdownPaper.read("1. one\n1. two\n1. three\n\nwords\n\n1. anew\n")
    #expect(paper.passages.map { $0.number ?? "–" } == ["1.", "2.", "3.", "–", "1."])
  }

  // MARK: Broken files

  @Test("what was broken by chance is read or refused with a sentence")
  func mutated() {
    var tsv = TSVFixture()
    tsv.page()
    tsv.block(70, 100, ["1. Words and words", "of a sentence- ", "(a) that goes on"])
    tsv.page()
    tsv.block(70, 100, ["2. More"])
    let seeds: [(kind: Int, bytes: [UInt8])] = [
      (0, tsv.bytes),
      (1, Array("# A\n\n1. b **c** [d](e) `f`\n\n| a |\n|---|\n| b \\| |\n> <b>".utf8)),
      (2, Array("  1. A B\n     wraps-\n     round\n\u{C}(a) ANNEX I\n  - x: y\n".utf8)),
      (
        3,
        Array(
          "<h1>A</h1><ol type=a start=3><li>b<p hidden>c</ol><table><td>&amp;&#x41;<!-- -->".utf8)
      ),
    ]
    var random = SeededBytes(seed: 16)
    for number in 0..<300 {
      let (kind, whole) = seeds[number % seeds.count]
      let bytes = random.mutated(whole)
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(PaperFault) {
        let paper =
          switch kind {
          case 0: try PDFPaper.paper(bytes, PDFInfo(text))
          case 1: try MarkdownPaper.read(text)
          case 2: try TextPaper.read(text)
          default: try HTMLPaper.read(bytes)
          }
        for one in paper.passages { #expect(!one.text.contains("\n")) }
      } catch {
        #expect(error.message.hasSuffix("."))
      }
    }
  }

  @Test("signs without end are read in one go")
  func endless() throws {
    for part in [
      "[", "[](", "`a``b", "**", "<a", "a-\n", "1. a\n", "(a) b; ", "| a |\n|---|\n", "\u{C}",
    ] {
      let text = String(repeating: part, count: 1_500)
      _ = try MarkdownPaper.read(text)
      _ = try TextPaper.read(text)
    }
  }
}
