import Documents

/// The document that gives pandoc its styles, numbering, header and footer: made here for each
/// document, so that the header can hold the title and nothing has to be installed.
struct Reference {
  let document: Document
  let imprint: Imprint

  private static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private var wording: Wording { Wording.wording(for: document.language) }
  private var title: String { Stretch.lineOfWords(document.title) }
  private var page: WordPage { WordPage(paper: document.paper) }

  /// The last section's page: that of wide blocks where one ends the document.
  private var lastPage: WordPage {
    var last = page
    if case .landscape? = document.blocks.last { last.isLandscape = true }
    return last
  }

  func archive() -> ZipArchive {
    var archive = ZipArchive()
    archive.put("[Content_Types].xml", contentTypes)
    archive.put("_rels/.rels", packageRelationships)
    archive.put(
      "word/document.xml",
      Self.head
        + "<w:document \(Self.namespaces)><w:body>\(lastPage.section(.inReference))</w:body></w:document>"
    )
    archive.put("word/_rels/document.xml.rels", documentRelationships)
    archive.put("word/styles.xml", styles.xml)
    archive.put(
      "word/numbering.xml",
      WordNumbering.xml(
        annexWord: Printable.line(WordReferences(document).annexWord), annexTab: contentsTab))
    archive.put("word/settings.xml", WordSettings.settings(language: document.language))
    for (target, isWide) in zip(WordParts.targets, [false, true, false, true]) {
      let part = target.hasPrefix("header") ? header(isWide: isWide) : footer(isWide: isWide)
      archive.put("word/\(target)", part)
    }
    return archive
  }

  private var styles: WordStyles {
    let columns = document.blocks.compactMap { block -> Int? in
      if case .signatures(let signatures) = block { min(max(signatures.count, 1), 2) } else { nil }
    }.max()
    return WordStyles(
      page: page, language: Printable.line(document.language),
      titleBreaksPage: !document.cover.isEmpty, contentsTab: contentsTab,
      signatureWidth: page.textWidth / (columns ?? 2) - 284)
  }

  /// Wide enough for the longest number in bold: "Annex B", "15.".
  private var contentsTab: Int {
    let labels = document.blocks.compactMap { block -> String? in
      if case .heading(let heading) = block, heading.level == 1 { heading.label } else { nil }
    }
    let longest = labels.map { Columns.width($0) }.max() ?? 0
    return max(WordPage.clause, longest * 130 + 260)
  }

  private func header(isWide: Bool) -> String {
    let mark = document.standing == .draft ? WordXML.run(wording.draft, properties: "<w:b/>") : ""
    let words = [imprint.confidentiality, title].compactMap { $0.map(Printable.line) }
      .joined(separator: " · ")
    return Self.head + """
      <w:hdr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val="Header"/>\(tabs(isWide))</w:pPr>\
      \(WordXML.run(words))\(mark.isEmpty ? "" : WordXML.tab + mark)</w:p></w:hdr>
      """
  }

  private func footer(isWide: Bool) -> String {
    let note = imprint.footnote.map { WordXML.run(Printable.line($0)) } ?? ""
    return Self.head + """
      <w:ftr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val="Footer"/>\(tabs(isWide))</w:pPr>\(note)\(WordXML.tab)\
      \(WordXML.run(wording.page + " "))\(WordXML.field("PAGE", result: "1"))\
      \(WordXML.run(" \(wording.of) "))\(WordXML.field("NUMPAGES", result: "1"))</w:p></w:ftr>
      """
  }

  /// The styles' own tab stop is at an upright page's margin.
  private func tabs(_ isWide: Bool) -> String {
    if !isWide { return "" }
    let wide = WordPage(paper: document.paper, isLandscape: true)
    return """
      <w:tabs><w:tab w:val="clear" w:pos="\(page.textWidth)"/>\
      <w:tab w:val="right" w:pos="\(wide.textWidth)"/></w:tabs>
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
    let parts = zip(WordParts.inReference.ids, WordParts.targets).map { id, target in
      (id: id, type: String(target.prefix(6)), target: target)
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
