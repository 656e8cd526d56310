import Compression
import Documents
import PlainText

/// The program's own document that gives a file for Word its styles, numbering, headers and footers.
/// Its headers and footers have placeholders for what a document fills in.
struct OwnReference {
  let paper: Document.Paper
  let language: String
  let annexWord: String
  /// How many places to sign stand beside each other.
  let signatureColumns: Int

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
    var package = WordPackage()
    let header = Part(
      upright: package.add("word/header1.xml", self.header, as: .header),
      wide: package.add("word/header2.xml", self.header, as: .header))
    let footer = Part(
      upright: package.add("word/footer1.xml", footer(isWide: false), as: .footer),
      wide: package.add("word/footer2.xml", footer(isWide: true), as: .footer))
    package.add("word/styles.xml", styles.xml, as: .styles)
    package.add(
      "word/numbering.xml", WordNumbering.xml(annexWord: Sanitiser.documentLine.clean(annexWord)),
      as: .numbering)
    package.add(
      "word/settings.xml", WordSettings.xml(WordSettings.own, language: language), as: .settings)
    return package.archive(
      body: [samples, sections(header, footer)],
      properties: WordProperties.xml(title: "art28", language: language, moment: nil))
  }

  /// The ids of a header or footer.
  private struct Part {
    var upright: String
    var wide: String
  }

  private var page: WordPage { WordPage(paper: paper) }
  private var widePage: WordPage { WordPage(paper: paper, isLandscape: true) }

  /// A wide section and an upright one, each with its header and footer.
  private func sections(_ header: Part, _ footer: Part) -> String {
    func section(_ page: WordPage) -> String {
      let isWide = page.isLandscape
      return """
        <w:sectPr><w:headerReference w:type="default" r:id="\(isWide ? header.wide : header.upright)"/>\
        <w:footerReference w:type="default" r:id="\(isWide ? footer.wide : footer.upright)"/>\
        <w:type w:val="nextPage"/>\(page.xml)</w:sectPr>
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
      page: page, language: Sanitiser.documentLine.clean(language),
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
      WordXML.run("{{confidentiality}} ") + WordXML.run("{{draft}}", look: "<w:b/><w:bCs/>")
    return WordXML.head + """
      <w:hdr \(WordXML.namespaces)><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>\
      <w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>\
      <w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      <w:tblGrid><w:gridCol w:w="8200"/><w:gridCol w:w="1800"/></w:tblGrid>\
      <w:tr>\(cell(82, "", WordXML.run("{{title}}")))\(cell(18, "<w:jc w:val=\"right\"/>", standing))</w:tr></w:tbl>\
      <w:p><w:pPr><w:pStyle w:val="Header"/><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:hdr>
      """
  }

  private func footer(isWide: Bool) -> String {
    let wording = Wording.wording(for: language)
    return WordXML.head + """
      <w:ftr \(WordXML.namespaces)><w:p><w:pPr><w:pStyle w:val="Footer"/>\(tabs(isWide))</w:pPr>\
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
}
