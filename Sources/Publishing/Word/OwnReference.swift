import Documents

/// The program's own document that gives pandoc its styles, numbering, headers and footers: made
/// anew for each document, so that nothing has to be installed. Its headers and footers have
/// placeholders for what a document fills in.
struct OwnReference {
  let paper: Document.Paper
  let language: String
  let annexWord: String
  /// How many places to sign stand beside each other.
  let signatureColumns: Int

  private static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  /// Upright header, wide header, upright footer, wide footer.
  private static let targets = ["header1.xml", "header2.xml", "footer1.xml", "footer2.xml"]

  init(for document: Document) {
    paper = document.paper
    language = document.language
    annexWord = WordReferences(document).annexWord
    signatureColumns =
      document.blocks.compactMap { block -> Int? in
        if case .signatures(let signatures) = block {
          min(max(signatures.count, 1), 2)
        } else {
          nil
        }
      }.max() ?? 2
  }

  /// For a house style to start from.
  private init(paper: Document.Paper) {
    self.paper = paper
    language = "en-GB"
    annexWord = "Annex "
    signatureColumns = 2
  }

  static func starter(paper: Document.Paper) -> ZipArchive {
    let reference = OwnReference(paper: paper)
    return reference.archive(showing: reference.samples)
  }

  func archive() -> ZipArchive { archive(showing: "") }

  private func archive(showing samples: String) -> ZipArchive {
    var archive = ZipArchive()
    archive.put("[Content_Types].xml", contentTypes)
    archive.put("_rels/.rels", packageRelationships)
    archive.put("word/document.xml", Self.document(samples + sections))
    archive.put("word/_rels/document.xml.rels", documentRelationships)
    archive.put("word/styles.xml", styles.xml)
    archive.put(
      "word/numbering.xml",
      WordNumbering.xml(annexWord: Printable.line(annexWord)))
    archive.put("word/settings.xml", WordSettings.settings(language: language))
    for (target, isWide) in zip(Self.targets, [false, true, false, true]) {
      archive.put(
        "word/\(target)",
        target.hasPrefix("header") ? header : footer(isWide: isWide))
    }
    return archive
  }

  static func document(_ body: String) -> String {
    head + "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
  }

  private var page: WordPage { WordPage(paper: paper) }
  private var widePage: WordPage { WordPage(paper: paper, isLandscape: true) }

  /// A wide section and an upright one, each with its header and footer.
  private var sections: String {
    func section(_ page: WordPage) -> String {
      let (header, footer) = page.isLandscape ? ("rId2", "rId4") : ("rId1", "rId3")
      return """
        <w:sectPr><w:headerReference w:type="default" r:id="\(header)"/>\
        <w:footerReference w:type="default" r:id="\(footer)"/><w:type w:val="nextPage"/>\
        \(page.xml)</w:sectPr>
        """
    }
    return """
      <w:p><w:pPr><w:pStyle w:val="SectionBreak"/>\(section(page))</w:pPr></w:p>\
      <w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>\(WordXML.run("A wide page, with its own header and footer."))</w:p>\
      <w:p><w:pPr><w:pStyle w:val="SectionBreak"/>\(section(widePage))</w:pPr></w:p>\
      <w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>\(WordXML.run("The page as it is set up here is that of every document."))</w:p>\
      \(section(page))
      """
  }

  /// One paragraph in every style that a firm will want to change.
  private var samples: String {
    styles.offered.map { style in
      """
      <w:p><w:pPr><w:pStyle w:val="\(style.id)"/></w:pPr>\(WordXML.run("\(style.name): the words of a document in this style."))</w:p>
      """
    }.joined()
  }

  private var styles: WordStyles {
    WordStyles(
      page: page, language: Printable.line(language),
      signatureWidth: WordStyles.signatureWidth(page: page.textWidth, columns: signatureColumns))
  }

  /// A row of two cells: however long the title is, what is said beside it keeps its place at the
  /// margin of any page. After a table Word wants a paragraph.
  private var header: String {
    func cell(_ percent: Int, _ properties: String, _ runs: String) -> String {
      """
      <w:tc><w:tcPr><w:tcW w:w="\(percent * 50)" w:type="pct"/><w:vAlign w:val="bottom"/></w:tcPr>\
      <w:p><w:pPr><w:pStyle w:val="Header"/>\(properties)</w:pPr>\(runs)</w:p></w:tc>
      """
    }
    let standing =
      WordXML.run("{{confidentiality}} ") + WordXML.run("{{draft}}", properties: "<w:b/>")
    return Self.head + """
      <w:hdr \(Self.namespaces)><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>\
      <w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>\
      <w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      <w:tblGrid><w:gridCol w:w="8200"/><w:gridCol w:w="1800"/></w:tblGrid>\
      <w:tr>\(cell(82, "", WordXML.run("{{title}}")))\(cell(18, "<w:jc w:val=\"right\"/>", standing))</w:tr></w:tbl>\
      <w:p><w:pPr><w:pStyle w:val="Header"/><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:hdr>
      """
  }

  private func footer(isWide: Bool) -> String {
    let wording = Wording.wording(for: language)
    return Self.head + """
      <w:ftr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val="Footer"/>\(tabs(isWide))</w:pPr>\
      \(WordXML.run("{{hash}}"))\(WordXML.tab)\
      \(WordXML.run(wording.page + " "))\(WordXML.field("PAGE", result: "1"))\
      \(WordXML.run(" \(wording.of) "))\(WordXML.field("NUMPAGES", result: "1"))</w:p></w:ftr>
      """
  }

  /// The styles' own tab stop is at an upright page's margin.
  private func tabs(_ isWide: Bool) -> String {
    if !isWide { return "" }
    return """
      <w:tabs><w:tab w:val="clear" w:pos="\(page.textWidth)"/>\
      <w:tab w:val="right" w:pos="\(widePage.textWidth)"/></w:tabs>
      """
  }

  private var contentTypes: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let parts = [
      ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
      ("settings", "settings"), ("header1", "header"), ("header2", "header"),
      ("footer1", "footer"), ("footer2", "footer"),
    ].map { "<Override PartName=\"/word/\($0.0).xml\" ContentType=\"\(word)\($0.1)+xml\"/>" }
    return Self.head + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(parts.joined())</Types>
      """
  }

  private var packageRelationships: String {
    relationships([("rId1", "officeDocument", "word/document.xml")])
  }

  private var documentRelationships: String {
    let parts = Self.targets.enumerated().map { place, target in
      (id: "rId\(place + 1)", type: String(target.prefix(6)), target: target)
    }
    return relationships(
      parts + [
        ("rId5", "styles", "styles.xml"), ("rId6", "numbering", "numbering.xml"),
        ("rId7", "settings", "settings.xml"),
      ])
  }

  private func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(type)\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return Self.head
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + items.joined() + "</Relationships>"
  }
}
