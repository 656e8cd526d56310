import Compression
import Papers
import Testing

@Suite("Changes in somebody else's Word document")
struct WordRedlineTests {
  private typealias Sample = WordSample

  private static func change(
    _ paragraph: Int, _ kind: PaperChange.Kind, occurrence: Int? = nil, comment: String? = nil
  ) -> PaperChange {
    PaperChange(1, paragraph: paragraph, kind, occurrence: occurrence, comment: comment)
  }

  // MARK: Words in runs

  @Test("only the run that holds the words is split, and only what differs is replaced")
  func leastChange() throws {
    let body = Sample.paragraph(
      Sample.run("It notifies ", "<w:b/>"), Sample.run("within 72 hours of", "<w:i/>"),
      Sample.run(" the breach."))
    let check = try RedlineCheck(
      Sample.docx(body),
      [Self.change(0, .replace(words: "notifies within 72 hours", by: "notifies within 24 hours"))])
    #expect(check.refused.isEmpty)
    #expect(check.accepted == ["It notifies within 24 hours of the breach."])
    #expect(check.after.all("w:del").map(\.text) == ["72"])
    #expect(check.after.all("w:ins").map(\.text) == ["24"])
    // The new words look like those that they replace.
    #expect(check.after.all("w:ins")[0].all("w:i").count == 1)
    #expect(check.after.all("w:r")[0].written == check.before.all("w:r")[0].written)
  }

  @Test("words are found as they are read, through pieces, quotation marks, dashes and spaces")
  func asRead() throws {
    let body = Sample.paragraph(
      Sample.run("The “Cus"), "<w:proofErr w:type=\"spellStart\"/>",
      Sample.run("tomer’s”\u{A0}data"), "<w:proofErr w:type=\"spellEnd\"/>",
      "<w:r><w:t>base is pro\u{AD}tec</w:t><w:softHyphen/><w:t>ted</w:t></w:r>",
      "<w:bookmarkStart w:id=\"7\" w:name=\"a\"/>", Sample.run(" 24 – 7"),
      "<w:bookmarkEnd w:id=\"7\"/>",
      "<w:r><w:tab/><w:t>all</w:t><w:br/><w:t>year &amp; day</w:t></w:r>")
    let docx = Sample.docx(body)
    for (words, rest) in [
      ("\"Customer's\" database", "The is pro\u{AD}tected 24 – 7\tall\nyear & day"),
      ("is protected 24 - 7 all year", "The “Customer’s”\u{A0}database & day"),
      ("7 all year & day", "The “Customer’s”\u{A0}database is pro\u{AD}tected 24 –"),
    ] {
      let check = try RedlineCheck(docx, [Self.change(0, .delete(words: words))])
      #expect(check.refused.isEmpty)
      #expect(check.accepted == [rest])
    }
  }

  @Test("words that don't stand there are refused with a sentence, the other changes are made")
  func refusals() throws {
    let body =
      Sample.paragraph(Sample.run("data, metadata and data"))
      + Sample.paragraph(Sample.run("Other"))
    let check = try RedlineCheck(
      Sample.docx(body),
      [
        Self.change(0, .delete(words: "dat")), Self.change(0, .delete(words: "data")),
        Self.change(0, .delete(words: "data"), occurrence: 3), Self.change(0, .delete(words: " ")),
        Self.change(9, .delete(words: "data")),
        Self.change(0, .replace(words: "data", by: "data"), occurrence: 1),
        Self.change(0, .replace(words: "data", by: "records"), occurrence: 2),
        Self.change(0, .delete(words: "metadata and data")),
        Self.change(0, .insertAfter(words: "metadata", text: ", logs")),
      ])
    #expect(check.accepted == ["data, metadata, logs and records", "Other"])
    let sentences = check.refused.map(\.why)
    #expect(sentences.count == 7)
    for (sentence, part) in zip(
      sentences,
      [
        "“dat” does not stand in the paragraph", "stands 2 times", "there is no number 3",
        "names no words", "no such paragraph", "the ones that stand there already",
        "Another change",
      ])
    { #expect(sentence.contains(part), "\(sentence)") }
  }

  @Test("which of the same words is meant follows from where they begin in the passage")
  func occurrences() throws {
    let text = "“Data” — data, Data and metadata"
    func occurrence(_ start: String) -> Int? {
      text.firstRange(of: start).flatMap {
        WordRedline.occurrence(
          of: "Data", at: text.utf8.distance(from: text.startIndex, to: $0.lowerBound), in: text)
      }
    }
    #expect(occurrence("Data”") == 1)
    #expect(occurrence("Data and") == 2)
    #expect(occurrence("metadata") == nil)
    let check = try RedlineCheck(
      Sample.docx(Sample.paragraph(Sample.run(text))),
      [
        Self.change(
          0, .replace(words: "Data", by: "Records"), occurrence: occurrence("Data and"))
      ])
    #expect(check.accepted == ["“Data” — data, Records and metadata"])
  }

  @Test("a deletion takes the space with it that would be one too many")
  func spaces() throws {
    let body = Sample.paragraph(Sample.run("If possible, it shall promptly, if able, reply fast."))
    for (words, rest) in [
      ("promptly,", "If possible, it shall if able, reply fast."),
      ("fast", "If possible, it shall promptly, if able, reply."),
      ("If possible,", "it shall promptly, if able, reply fast."),
    ] {
      for kind in [PaperChange.Kind.delete(words: words), .replace(words: words, by: " ")] {
        let check = try RedlineCheck(Sample.docx(body), [Self.change(0, kind)])
        #expect(check.accepted == [rest])
      }
    }
  }

  @Test("signs of XML, tabs and lines in new text come out as they were typed")
  func escaping() throws {
    let body = Sample.paragraph(Sample.run("A &lt;b&gt; c"))
    let check = try RedlineCheck(
      Sample.docx(body),
      [
        Self.change(
          0, .replace(words: "<b>", by: "R&D <\"x\">\u{1}\ttab\nline"), comment: "Why: <b> & \u{7}c"
        )
      ])
    #expect(check.accepted == ["A R&D <\"x\">\ttab\nline c"])
    #expect(check.comments.map(\.text) == ["Why: <b> & c"])
    #expect(check.comments.map(\.author) == [RedlineCheck.author])
  }

  // MARK: What stands around runs

  @Test("in a link the words go inside it; what comes behind the link is no part of it")
  func links() throws {
    let body = Sample.paragraph(
      Sample.run("See "),
      "<w:hyperlink r:id=\"rId2\">\(Sample.run("our list", "<w:rStyle w:val=\"Hyperlink\"/>"))</w:hyperlink>",
      Sample.run("."))
    let inside = try RedlineCheck(
      Sample.docx(body), [Self.change(0, .replace(words: "our list", by: "Annex 3"))])
    #expect(inside.accepted == ["See Annex 3."])
    #expect(inside.after.all("w:hyperlink")[0].all("w:ins").count == 1)
    let behind = try RedlineCheck(
      Sample.docx(body), [Self.change(0, .insertAfter(words: "our list", text: "of today"))])
    #expect(behind.accepted == ["See our list of today."])
    #expect(behind.after.all("w:hyperlink")[0].all("w:ins").isEmpty)
    #expect(behind.after.all("w:ins")[0].all("w:rStyle").isEmpty)
  }

  @Test("a field goes as a whole or not at all")
  func fields() throws {
    let simple =
      "<w:fldSimple w:instr=\" REF a &quot;b&quot; \">\(Sample.run("5.2"))</w:fldSimple>"
    for (field, keepsLetters) in [(Sample.field("REF _Ref1 \\r", "5.2"), true), (simple, false)] {
      let body = Sample.paragraph(Sample.run("as in clause "), field, Sample.run(" above"))
      let docx = Sample.docx(body)
      let whole = try RedlineCheck(
        docx, [Self.change(0, .delete(words: "clause 5.2"))], sameLetters: keepsLetters)
      #expect(whole.refused.isEmpty)
      #expect(whole.accepted == ["as in above"])
      let resolved = RevisedText.resolved(
        whole.after, accepting: true, author: RedlineCheck.author)
      #expect(resolved.all("w:fldChar").isEmpty && resolved.all("w:fldSimple").isEmpty)
      #expect(resolved.all("w:instrText").isEmpty)

      let cut = try RedlineCheck(docx, [Self.change(0, .delete(words: "clause 5"))])
      #expect(cut.bytes == docx)
      #expect(cut.refused[0].why.contains("a field shows"))
      let behind = try RedlineCheck(
        docx, [Self.change(0, .insertAfter(words: "clause 5.2", text: "(a)"))])
      #expect(behind.accepted == ["as in clause 5.2 (a) above"])
    }
  }

  @Test("a field's code and what is hidden in it are no words; a field over paragraphs stays")
  func longFields() throws {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText>"
    let body =
      Sample.paragraph(
        begin, "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", Sample.run("Scope 3"))
      + Sample.paragraph(Sample.run("Audits 4"))
      + Sample.paragraph(Sample.run("End"), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
      + Sample.paragraph(Sample.run("Free"))
    let docx = Sample.docx(body)
    let check = try RedlineCheck(
      docx,
      [
        Self.change(0, .delete(words: "TOC")), Self.change(0, .delete(words: "Scope")),
        Self.change(1, .replace(words: "Audits", by: "x")),
        Self.change(1, .insertParagraphs(["x"])),
        Self.change(3, .insertAfter(words: "Free", text: "x")),
      ])
    #expect(check.refused.count == 4)
    #expect(check.refused.dropFirst().allSatisfy { $0.why.contains("table of contents") })
    #expect(check.accepted == ["Scope 3", "Audits 4", "End", "Free x"])
  }

  @Test(
    "what is locked or filled in from elsewhere is left alone, but may be remarked on",
    arguments: [
      "<w:lock w:val=\"sdtContentLocked\"/>", "<w:lock w:val=\"contentLocked\"/>",
      "<w:dataBinding w:xpath=\"/a\"/>", "<w:dropDownList/>", "<w14:checkbox/>", "<w:text/>",
    ])
  func controls(lock: String) throws {
    let body =
      Sample.paragraph(
        Sample.run("Between "),
        "<w:sdt><w:sdtPr>\(lock)</w:sdtPr><w:sdtContent>\(Sample.run("Acme"))</w:sdtContent></w:sdt>",
        Sample.run(" and you"))
      + "<w:sdt><w:sdtPr>\(lock)</w:sdtPr><w:sdtContent>\(Sample.paragraph(Sample.run("Fixed words")))</w:sdtContent></w:sdt>"
    let check = try RedlineCheck(
      Sample.docx(body),
      [
        Self.change(0, .replace(words: "Acme", by: "Bolt")),
        Self.change(1, .delete(words: "Fixed")), Self.change(1, .insertParagraphs(["x"])),
        Self.change(0, .comment(words: "Acme and", text: "Who?")),
        Self.change(1, .comment(words: nil, text: "Why fixed?")),
        Self.change(0, .insertAfter(words: "Acme", text: "Ltd")),
      ])
    #expect(check.refused.count == 3)
    #expect(check.accepted == ["Between Acme Ltd and you", "Fixed words"])
    #expect(check.comments.map(\.text) == ["Who?", "Why fixed?"])
    #expect(check.after.all("w:sdt")[0].written == check.before.all("w:sdt")[0].written)
  }

  @Test("an open control and a smart tag keep their place around the new words")
  func openControls() throws {
    let body = Sample.paragraph(
      "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>\(Sample.run("Acme"))</w:sdtContent></w:sdt>",
      "<w:smartTag w:uri=\"x\" w:element=\"date\">\(Sample.run(" of 1 May"))</w:smartTag>")
    let check = try RedlineCheck(
      Sample.docx(body),
      [
        Self.change(0, .replace(words: "Acme", by: "Bolt")),
        Self.change(0, .replace(words: "1 May", by: "2 June")),
      ])
    #expect(check.accepted == ["Bolt of 2 June"])
    #expect(check.after.all("w:sdtContent")[0].all("w:ins").count == 1)
  }

  @Test("another's insertion is text, another's deletion is none; both stay theirs")
  func others() throws {
    let theirs = "w:author=\"Vendor\" w:date=\"2026-01-01T00:00:00Z\""
    let body = Sample.paragraph(
      Sample.run("within "),
      "<w:del w:id=\"3\" \(theirs)><w:r><w:delText>ten</w:delText></w:r></w:del>",
      "<w:ins w:id=\"4\" \(theirs)>\(Sample.run("thirty business days", "<w:rPr/>"))</w:ins>",
      Sample.run(" of notice"))
    let docx = Sample.docx(body)
    let check = try RedlineCheck(
      docx,
      [
        Self.change(0, .replace(words: "business", by: "calendar")),
        Self.change(0, .insertAfter(words: "days", text: "at most")),
      ])
    #expect(check.accepted == ["within thirty calendar days at most of notice"])
    let own = check.after.all("w:ins").filter { $0.attribute("w:author") == RedlineCheck.author }
    #expect(own.map(\.text) == ["calendar", " at most"])
    // A deletion stands in their insertion, an insertion beside it.
    let their = check.after.all("w:ins").filter { $0.attribute("w:author") == "Vendor" }
    #expect(their.flatMap { $0.all("w:del") }.map(\.text) == ["business"])
    #expect(their.allSatisfy { $0.all("w:ins").count == 1 })
    let over = try RedlineCheck(docx, [Self.change(0, .delete(words: "within thirty"))])
    #expect(over.accepted == ["business days of notice"])
    #expect(over.refused.isEmpty)
  }

  @Test("a proposed change of letters is kept at every piece with a number of its own")
  func letterChanges() throws {
    let letters =
      "<w:b/><w:rPrChange w:id=\"12\" w:author=\"Vendor\"><w:rPr><w:i/></w:rPr></w:rPrChange>"
    let check = try RedlineCheck(
      Sample.docx(Sample.paragraph(Sample.run("one two three", letters))),
      [Self.change(0, .replace(words: "two", by: "2"))])
    #expect(check.accepted == ["one 2 three"])
    #expect(check.after.all("w:rPrChange").count == 3)
  }

  @Test("a sign of a font of signs may be quoted as what it shows, and goes with the words")
  func signs() throws {
    let body = Sample.paragraph(
      Sample.run("Fees "), "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/></w:r>",
      Sample.run(" 30 a day"))
    let check = try RedlineCheck(
      Sample.docx(body), [Self.change(0, .replace(words: "≤ 30", by: "at most 20"))])
    #expect(check.refused.isEmpty)
    #expect(check.accepted == ["Fees at most 20 a day"])
    #expect(
      RevisedText.resolved(check.after, accepting: true, author: RedlineCheck.author)
        .all("w:sym").isEmpty)
  }

  @Test("hidden letters are no words, and stay")
  func hidden() throws {
    let body = Sample.paragraph(
      Sample.run("It pays"), Sample.run(" secretly", "<w:vanish/>"),
      Sample.run(" all", "<w:vanish w:val=\"0\"/>"), Sample.run(" fees"))
    let check = try RedlineCheck(Sample.docx(body), [Self.change(0, .delete(words: "pays all"))])
    #expect(check.refused.isEmpty)
    #expect(check.accepted == ["It secretly fees"])
  }

  @Test("footnotes and pictures between deleted words stay")
  func footnotes() throws {
    let picture =
      """
      <w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>\
      \(Sample.paragraph(Sample.run("In a box")))</w:txbxContent></wps:txbx></mc:Choice>\
      <mc:Fallback><w:txbxContent>\(Sample.paragraph(Sample.run("In a box")))</w:txbxContent>\
      </mc:Fallback></mc:AlternateContent></w:r>
      """
    let body = Sample.paragraph(
      Sample.run("It pays"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", picture,
      Sample.run(" nothing at all"))
    let check = try RedlineCheck(
      Sample.docx(body),
      [
        Self.change(0, .delete(words: "pays nothing")), Self.change(1, .delete(words: "box")),
        Self.change(2, .comment(words: "box", text: "x")),
      ])
    #expect(check.accepted == ["It at all", "In a box", "In a box"])
    #expect(check.refused.map(\.change.paragraph) == [1, 2])
    let accepted = RevisedText.resolved(check.after, accepting: true, author: RedlineCheck.author)
    #expect(accepted.all("w:footnoteReference").count == 1)
    #expect(accepted.all("mc:AlternateContent").count == 1)
  }

  // MARK: Paragraphs

  @Test("a new paragraph has the style and number of the one before, without its section's end")
  func newParagraphs() throws {
    let properties = """
      <w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>\
      <w:rPr><w:sz w:val="20"/></w:rPr><w:sectPr w:rsidR="1"/>
      """
    let body =
      Sample.paragraph(Sample.run("First", "<w:sz w:val=\"20\"/>"), properties: properties)
      + Sample.paragraph(Sample.run("Second"))
    let check = try RedlineCheck(
      Sample.docx(body),
      [Self.change(0, .insertParagraphs(["New one", "New two"]), comment: "Why")])
    #expect(check.accepted == ["First", "New one", "New two", "Second"])
    let new = check.after.all("w:p")[1]
    #expect(new.child("w:pPr")?.all("w:numId").first?.attribute("w:val") == "3")
    #expect(new.all("w:sectPr").isEmpty)
    #expect(new.child("w:pPr")?.child("w:rPr")?.all("w:ins").count == 1)
    #expect(check.after.all("w:p")[0].written == check.before.all("w:p")[0].written)
    #expect(check.comments.map(\.text) == ["Why"])
  }

  @Test(
    "at the end of a nested table's cell, before a table and at the end of the text it fits too")
  func newParagraphsAtEnds() throws {
    let inner = "<w:tbl><w:tr><w:tc><w:tcPr/><w:p w:rsidR=\"1\"/></w:tc></w:tr></w:tbl>"
    let body =
      Sample.paragraph(Sample.run("Before"), properties: "<w:keepNext/>")
      + "<w:tbl><w:tr><w:tc>\(inner)\(Sample.paragraph(Sample.run("Cell")))</w:tc></w:tr></w:tbl>"
      + Sample.paragraph(Sample.run("Last"), properties: "<w:rPr/>")
    let docx = Sample.docx(body)
    for (paragraph, text) in [
      (0, ["Before", "New", "", "Cell", "Last"]), (1, ["Before", "", "New", "Cell", "Last"]),
      (2, ["Before", "", "Cell", "New", "Last"]), (3, ["Before", "", "Cell", "Last", "New"]),
    ] {
      let check = try RedlineCheck(
        docx, [Self.change(paragraph, .insertParagraphs(["New"]))])
      #expect(check.accepted == text)
    }
  }

  @Test("a paragraph of which every word goes is gone with its number")
  func goneParagraphs() throws {
    let body =
      Sample.paragraph(Sample.run("1. Keep"))
      + Sample.paragraph(
        Sample.run("The vendor "), Sample.run("may assign. "), properties: "<w:jc w:val=\"both\"/>")
      + Sample.paragraph(Sample.run("Last"))
    let docx = Sample.docx(body)
    let check = try RedlineCheck(
      docx,
      [
        Self.change(1, .delete(words: "The vendor may assign."), comment: "Not agreed"),
        Self.change(1, .insertParagraphs(["No assignment."])),
      ])
    #expect(check.accepted == ["1. Keep", "No assignment.", "Last"])
    let last = try RedlineCheck(docx, [Self.change(2, .delete(words: "Last"))])
    #expect(last.accepted == ["1. Keep", "The vendor may assign. ", ""])
  }
}
