import Papers
import Testing

/// Each rule by which Word numbers, on a small document.
@Suite("A Word document becomes passages")
struct WordPaperTests {
  private typealias F = WordFixture

  private func paper(_ fixture: WordFixture) throws -> Paper { try WordPaper.read(fixture.bytes) }

  /// Number and words of each passage.
  private func shown(_ fixture: WordFixture) throws -> [String] {
    try paper(fixture).passages.map { "\($0.number ?? "-") \($0.text)" }
  }

  private func numbers(_ fixture: WordFixture) throws -> [String?] {
    try paper(fixture).passages.map(\.number)
  }

  // MARK: Numbers

  @Test("automatic numbers are those that Word shows, and lead to citations")
  func numbering() throws {
    let fixture = F(
      body: F.p("Terms", F.style("H1")) + F.p("First", F.list(1, 1)) + F.p("x", F.list(1, 2))
        + F.p("y", F.list(1, 2)) + F.p("deep", F.list(1, 3)) + F.p("and so on")
        + F.p("Next", F.style("H1")) + F.p("Again", F.list(1, 1)) + F.p("z", F.list(1, 2)),
      styles: F.style("H1", name: "heading 1", F.list(1)), numbering: F.clauses + F.num(1, 1))
    let paper = try paper(fixture)
    #expect(
      paper.passages.map(\.citation) == [
        "1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.1(b)(i)", "2", "2.1", "2.1(a)",
      ])
    #expect(paper.passages.map(\.kind).filter { $0 == .heading }.count == 2)
    #expect(paper.passages[2].headings == [0])
    #expect(paper.title == "Data Terms")
  }

  @Test("a number comes from the style that a style is based on, its level from the list")
  func styleChain() throws {
    let fixture = F(
      body: F.p("A", F.style("Own")) + F.p("B", F.style("Two")) + F.p("C", F.style("None"))
        + F.p("D", F.style("Own") + F.list(0)) + F.p("E", F.style("Two")),
      styles: F.style("One", F.list(1)) + F.style("Own", base: "One")
        + F.style("Two", base: "One") + F.style("None", base: "One", F.list(0)),
      numbering: F.definition(
        1, [("decimal", "%1."), ("decimal", "%1.%2")],
        more: [0: F.style("One"), 1: F.style("Two")]) + F.num(1, 1))
    #expect(try shown(fixture) == ["1. A", "1.1 B", "- C", "- D", "1.2 E"])
  }

  @Test("a list begins anew once where another list says so")
  func startOverride() throws {
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
    let fixture = F(
      body: F.p("A", F.list(1)) + F.p("B", F.list(2)) + F.p("C", F.list(2)) + F.p("D", F.list(1)),
      numbering: F.clauses + F.num(1, 1) + F.num(2, 1, anew))
    #expect(try numbers(fixture) == ["1.", "5.", "6.", "7."])
  }

  @Test("a deeper number falls back behind a shallower one, unless its level says otherwise")
  func restart() throws {
    let body = [(0), (1), (1), (0), (1)].map { F.p("x", F.list(1, $0)) }.joined()
    func numbered(_ more: [Int: String]) throws -> [String?] {
      try numbers(
        F(
          body: body,
          numbering: F.definition(1, [("decimal", "%1."), ("decimal", "%2)")], more: more)
            + F.num(1, 1)))
    }
    #expect(try numbered([:]) == ["1.", "1)", "2)", "2.", "1)"])
    #expect(try numbered([1: "<w:lvlRestart w:val=\"0\"/>"]) == ["1.", "1)", "2)", "2.", "3)"])
  }

  @Test("a level that is said to be legal has digits only")
  func legal() throws {
    let levels = [("upperRoman", "Article %1"), ("decimal", "%1.%2")]
    func numbered(_ more: [Int: String]) throws -> [String?] {
      try numbers(
        F(
          body: F.p("A", F.list(1)) + F.p("B", F.list(1, 1)),
          numbering: F.definition(1, levels, more: more) + F.num(1, 1)))
    }
    #expect(try numbered([:]) == ["Article I", "I.1"])
    #expect(try numbered([1: "<w:isLgl/>"]) == ["Article I", "1.1"])
  }

  @Test(
    "numbers are written in every way that Word has for contracts",
    arguments: [
      ("decimal", "%1.", 28, "28."), ("decimalZero", "%1", 3, "03"),
      ("lowerLetter", "(%1)", 2, "(b)"),
      ("lowerLetter", "(%1)", 27, "(aa)"), ("lowerLetter", "(%1)", 28, "(bb)"),
      ("upperLetter", "%1.", 3, "C."), ("lowerRoman", "(%1)", 14, "(xiv)"),
      ("upperRoman", "%1.", 4, "IV."), ("ordinal", "%1", 2, "2nd"), ("ordinal", "%1", 11, "11th"),
      ("decimal", "Clause %1.", 7, "Clause 7."), ("decimal", "§ %1", 3, "§ 3"),
      ("bullet", "•", 1, nil), ("none", "", 1, nil), ("decimal", "–", 1, nil),
      ("ordinalText", "%1:", 3, "Third:"), ("chosenByNobody", "%1.", 2, "2."),
    ])
  func formats(format: String, text: String, start: Int, number: String?) throws {
    let level =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl></w:abstractNum>"
    let fixture = F(body: F.p("x", F.list(1)), numbering: level + F.num(1, 1))
    #expect(try numbers(fixture) == [number])
  }

  @Test("a list that has its levels from a style of lists is counted with it")
  func listStyles() throws {
    let fixture = F(
      body: F.p("A", F.list(2)) + F.p("B", F.list(1)) + F.p("C", F.list(3)),
      styles:
        "<w:style w:type=\"numbering\" w:styleId=\"Law\"><w:name w:val=\"Law\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
      numbering: F.definition(1, [("decimal", "§ %1")], head: "<w:styleLink w:val=\"Law\"/>")
        + F.definition(2, [], head: "<w:numStyleLink w:val=\"Law\"/>")
        + F.definition(3, [], head: "<w:numStyleLink w:val=\"Loop\"/>")
        + F.num(1, 1) + F.num(2, 2) + F.num(3, 3))
    #expect(try numbers(fixture) == ["§ 1", "§ 2", nil])
  }

  @Test("an empty paragraph that ends a section counts nothing, another empty one does")
  func sections() throws {
    let empty = "<w:p><w:pPr>\(F.list(1))<w:sectPr/></w:pPr></w:p>"
    let numbered = "<w:p><w:pPr>\(F.list(1))</w:pPr></w:p>"
    let fixture = F(
      body: F.p("A", F.list(1)) + empty + F.p("B", F.list(1)) + numbered + F.p("C", F.list(1)),
      numbering: F.clauses + F.num(1, 1))
    #expect(try shown(fixture) == ["1. A", "2. B", "3. ", "4. C"])
  }

  @Test("lists and headings that count apart stand below each other")
  func depths() throws {
    let fixture = F(
      body: F.p("(A) The parties agree.") + F.p("Sub-processors", F.style("Heading2") + F.list(1))
        + F.p("with notice", F.list(2)) + F.p("without", F.list(2)) + F.p("in each case:")
        + F.p("(a) typed too") + F.p("automatic", F.list(3))
        + F.p("Docking", F.style("Heading2") + F.list(1)),
      numbering: F.definition(1, [("decimal", "Clause %1")])
        + F.definition(2, [("lowerLetter", "(%1)")]) + F.definition(3, [("lowerRoman", "(%1)")])
        + F.num(1, 1) + F.num(2, 2) + F.num(3, 3))
    let citations = try paper(fixture).passages.map(\.citation)
    #expect(
      citations == [
        "(A)", "Clause 1", "Clause 1(a)", "Clause 1(b)", "Clause 1(b)",
        "Clause 1(a)", "Clause 1(a)(i)",
        "Clause 2",
      ])
  }

  // MARK: Headings

  @Test("headings are known by name, by id and by outline, a clause in a heading's style is text")
  func headings() throws {
    let long = String(repeating: "The vendor shall delete all data. ", count: 8)
    let fixture = F(
      body: F.p("A", F.style("Heading3")) + F.p("B", F.style("berschrift1"))
        + F.p("C", F.style("Mine")) + F.p("D", "<w:outlineLvl w:val=\"4\"/>")
        + F.p("E", F.style("Mine") + "<w:outlineLvl w:val=\"9\"/>") + F.p(long, F.style("Mine")),
      styles: F.style("berschrift1", name: "heading 1")
        + F.style("Base", "<w:outlineLvl w:val=\"1\"/>") + F.style("Mine", base: "Base"))
    let passages = try paper(fixture).passages
    #expect(passages.map(\.read.level) == [3, 1, 2, 5, nil, nil])
    #expect(passages.map(\.kind) == [.heading, .heading, .heading, .heading, .text, .text])
  }

  @Test("a table of contents is left out and said so")
  func contents() throws {
    let fixture = F(
      body: F.p("1. Terms 3", F.style("Toc")) + F.p("1. Terms"),
      styles: F.style("Toc", name: "toc 1"))
    #expect(try shown(fixture) == ["1. Terms"])
    #expect(try paper(fixture).remarks == ["The table of contents is not read."])
  }

  // MARK: Words

  @Test("the words of a paragraph come out of all that Word wraps them in")
  func words() throws {
    let runs =
      F.r("The ") + "<w:hyperlink>\(F.r("ven"))</w:hyperlink><w:smartTag>\(F.r("dor"))</w:smartTag>"
      + "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(F.r(" Acme"))</w:sdtContent></w:sdt>"
      + "<w:r><w:tab/><w:t>keeps</w:t><w:br/><w:t>data</w:t><w:noBreakHyphen/><w:t>sets</w:t></w:r>"
      + "<w:r><w:t> un</w:t><w:softHyphen/><w:t>seen</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
      + F.r("\u{A0}\u{200B} by\u{AD} law  &amp; &quot;order&quot; ")
    let fixture = F(body: "<w:p>\(runs)</w:p>")
    #expect(
      try shown(fixture) == ["- The vendor Acme keeps data-sets unseen☑ by law & \"order\""])
  }

  @Test("of a field its result is text, its code is not, and code without end hides nothing")
  func fields() throws {
    func mark(_ kind: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>"
    }
    let code = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    let fixture = F(
      body:
        "<w:p>\(F.r("see "))\(mark("begin"))\(code)\(F.r("inner"))\(mark("separate"))\(F.r("4.1"))\(mark("end"))\(F.r(" and "))<w:fldSimple w:instr=\"PAGE\">\(F.r("5"))</w:fldSimple></w:p>"
        + "<w:p>\(F.r("open"))\(mark("begin"))\(code)\(F.r("code"))</w:p>" + F.p("still read"))
    #expect(try shown(fixture) == ["- see 4.1 and 5", "- open", "- still read"])
  }

  @Test("hidden text is no text and said, a hidden paragraph counts nothing")
  func hidden() throws {
    let off = "<w:vanish w:val=\"0\"/>"
    let fixture = F(
      body: F.p("A", F.list(1))
        + "<w:p>\(F.r("seen "))\(F.r("secret", "<w:vanish/>"))\(F.r("too", off))</w:p>"
        + "<w:p><w:pPr>\(F.list(1))<w:rPr><w:vanish/></w:rPr></w:pPr>\(F.r("gone", "<w:vanish/>"))</w:p>"
        + F.p("all", F.style("Hid")) + F.p("B", F.list(1)),
      styles:
        "<w:style w:type=\"paragraph\" w:styleId=\"Hid\"><w:name w:val=\"Hid\"/><w:rPr><w:vanish/></w:rPr></w:style>",
      numbering: F.clauses + F.num(1, 1))
    #expect(try shown(fixture) == ["1. A", "- seen too", "2. B"])
    #expect(try paper(fixture).remarks == ["Hidden text is not read."])
  }

  @Test("numbers that are typed are recognised between the automatic ones")
  func typed() throws {
    let fixture = F(
      body: F.p("Terms", F.list(1)) + F.p("1.1 First") + F.p("27 April 2016 is a date")
        + F.p("(a) with notice") + F.p("Next", F.list(1)) + F.p("2.1\u{A0}Then"),
      numbering: F.clauses + F.num(1, 1))
    #expect(
      try paper(fixture).passages.map(\.citation) == ["1", "1.1", "1.1", "1.1(a)", "2", "2.1"])
    #expect(try paper(fixture).passages[5].text == "Then")
  }

  // MARK: Proposed changes

  @Test("insertions are text and marked as proposed, deletions are counted")
  func changes() throws {
    let deleted = "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del>"
    let fixture = F(
      body:
        "<w:p>\(F.r("within "))\(deleted)<w:del><w:r><w:delText> full</w:delText></w:r></w:del><w:ins>\(F.r("thirty"))</w:ins>\(F.r(" days"))</w:p>"
        + F.p("unchanged")
        + "<w:p><w:moveTo>\(F.r("moved here"))</w:moveTo><w:moveFrom>\(F.r("moved away"))</w:moveFrom></w:p>"
        + "<w:p>\(F.r("kept "))<w:ins><w:r><w:t> </w:t></w:r></w:ins></w:p>")
    let paper = try paper(fixture)
    #expect(
      paper.passages.map(\.text) == ["within thirty days", "unchanged", "moved here", "kept"])
    #expect(paper.passages.map(\.read.isProposed) == [true, false, true, false])
    // Two deletions side by side are one to whoever reads.
    #expect(paper.remarks == ["2 proposed deletions are not in the text."])
  }

  @Test("a paragraph whose end is proposed to go runs on into the next one, and doesn't count")
  func deletedMarks() throws {
    let gone = "<w:rPr><w:del/></w:rPr>"
    let fixture = F(
      body: F.p("A", F.list(1))
        + "<w:p><w:pPr>\(F.list(1))\(gone)</w:pPr><w:del><w:r><w:delText>B</w:delText></w:r></w:del></w:p>"
        + F.p("C", F.list(1)) + F.p("D ", F.list(1) + gone) + F.p("E", F.list(1))
        + "<w:p><w:pPr>\(F.list(1))<w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>\(F.r("F"))</w:moveFrom></w:p>"
        + F.p("G", F.list(1) + "<w:rPr><w:ins/></w:rPr>"),
      numbering: F.clauses + F.num(1, 1))
    let paper = try paper(fixture)
    #expect(
      paper.passages.map { "\($0.number ?? "-") \($0.text)" } == ["1. A", "2. C", "3. D E", "4. G"])
    #expect(paper.passages.map(\.read.paragraph) == [0, 2, nil, 6])
    #expect(paper.passages.map(\.read.isProposed) == [false, false, true, false])
  }

  @Test("what a paragraph was before a change of its form counts nothing")
  func formerProperties() throws {
    let fixture = F(
      body: F.p("A", "<w:pPrChange><w:pPr>\(F.list(1))</w:pPr></w:pPrChange>")
        + F.p("B", F.list(1)), numbering: F.clauses + F.num(1, 1))
    #expect(try shown(fixture) == ["- A", "1. B"])
  }

  // MARK: Tables, boxes, notes, comments

  @Test("cells stand in the order of rows, those of nested tables too, and disturb no clause")
  func tables() throws {
    func row(_ cells: [String]) -> String {
      "<w:tr>\(cells.map { "<w:tc><w:tcPr/>\($0)</w:tc>" }.joined())</w:tr>"
    }
    let inner = "<w:tbl>\(row([F.p("inner")]))</w:tbl>"
    let table =
      "<w:tbl><w:tblPr/>\(row([F.p("Host", F.list(2)), F.p("Ireland") + F.p("Dublin")]))\(row([F.p("Mail", F.list(2)), inner + F.p("after")]))</w:tbl>"
    let fixture = F(
      body: F.p("Terms", F.list(1)) + F.p("Companies:", F.list(1, 1)) + table
        + F.p("until notice") + F.p("More", F.list(1, 1)),
      numbering: F.clauses + F.definition(2, [("decimal", "%1.")]) + F.num(1, 1) + F.num(2, 2))
    let passages = try paper(fixture).passages
    #expect(
      passages.map(\.text) == [
        "Terms", "Companies:", "Host", "Ireland", "Dublin", "Mail", "inner", "after",
        "until notice", "More",
      ])
    #expect(passages.map(\.kind).filter { $0 == .cell }.count == 6)
    #expect(passages.map(\.read.paragraph) == Array(0...9))
    #expect(passages.suffix(2).map(\.citation) == ["1.1", "1.2"])
  }

  @Test("a text box is read once, behind its paragraph; every paragraph of the file is counted")
  func boxes() throws {
    func box(_ text: String) -> String {
      "<w:drawing><a:p/><w:txbxContent>\(F.p(text))</w:txbxContent></w:drawing>"
    }
    let both =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box("boxed"))</mc:Choice><mc:Fallback>\(box("boxed"))</mc:Fallback></mc:AlternateContent></w:r>"
    let fixture = F(
      body: F.p("one") + "<w:p>\(F.r("be"))\(both)\(F.r("fore"))</w:p>"
        + "<w:del>\(F.p("gone"))</w:del>" + F.p("last"))
    let passages = try paper(fixture).passages
    #expect(passages.map(\.text) == ["one", "before", "boxed", "last"])
    #expect(passages.map(\.read.paragraph) == [0, 1, 2, 5])
  }

  @Test("notes stand behind the paragraph that names them")
  func notes() throws {
    let fixture = F(
      body:
        "<w:p>\(F.r("Ten days"))<w:r><w:footnoteReference w:id=\"2\"/></w:r>\(F.r(" at most"))<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>"
        + F.p("next"),
      footnotes:
        "<w:footnote w:id=\"0\" w:type=\"separator\">\(F.p("--"))</w:footnote><w:footnote w:id=\"2\">\(F.p("Business days."))\(F.p("In Bern."))</w:footnote>",
      endnotes: "<w:endnote w:id=\"2\">\(F.p("See annex."))</w:endnote>")
    let passages = try paper(fixture).passages
    #expect(
      passages.map(\.text) == [
        "Ten days at most", "Business days.", "In Bern.", "See annex.", "next",
      ])
    #expect(passages.map(\.kind) == [.text, .footnote, .footnote, .footnote, .text])
    #expect(passages.map(\.read.paragraph) == [0, nil, nil, nil, 1])
  }

  @Test("comments stand beside their passage and are no text")
  func comments() throws {
    let fixture = F(
      body: F.p("") + F.p("one")
        + "<w:p><w:commentRangeStart w:id=\"7\"/>\(F.r("ten days"))<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>",
      comments:
        "<w:comment w:id=\"7\" w:author=\"Ada\">\(F.p("Too short."))\(F.p("Ask for 30."))</w:comment><w:comment w:id=\"8\" w:author=\"Bo\">\(F.p("lost"))</w:comment>"
    )
    let paper = try paper(fixture)
    #expect(
      paper.comments == [
        PaperComment(author: "Ada", text: "Too short. Ask for 30.", passage: 1),
        PaperComment(author: "Bo", text: "lost", passage: nil),
      ])
    #expect(paper.passages.map(\.text) == ["one", "ten days"])
  }
}
