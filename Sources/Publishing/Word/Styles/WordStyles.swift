import Documents

/// The house's styles: one serif, quiet black headings, clauses hung at their numbers.
struct WordStyles {
  let page: WordPage
  /// BCP 47.
  let language: String
  let signatureWidth: Int

  static let face = "Cambria"
  private static let clause = WordPage.clause
  private static let step = WordPage.step

  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="\(Self.face)" w:hAnsi="\(Self.face)" \
    w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="21"/>\
    <w:lang w:val="\(WordXML.escaped(language))" w:eastAsia="zh-CN" w:bidi="he-IL"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="280" w:lineRule="atLeast"/>\
    </w:pPr></w:pPrDefault></w:docDefaults>\
    \(all.map(\.xml).joined())</w:styles>
    """
  }

  private var all: [WordStyle] { base + headings + clauses + leads + lists + tables + around }

  /// Paragraph styles that a user picks from.
  var offered: [WordStyle] { all.filter { $0.isOffered && $0.kind == .paragraph } }

  /// The end of the rule to sign on.
  static func signatureWidth(page: Int, columns: Int) -> Int { page / columns - 284 }

  /// The names of all styles that a document may use.
  static let wanted: [String] = {
    let styles = WordStyles(
      page: WordPage(paper: .a4), language: "en-GB", signatureWidth: 0)
    return styles.all.map(\.name).filter { !isOptional.contains($0) }
  }()

  /// Those that a document gets along without.
  private static let isOptional: Set<String> = [
    "Normal", "Default Paragraph Font", "Normal Table", "annotation text", "annotation reference",
  ]

  /// Those whose paragraphs Word numbers.
  static let counting = [
    "heading 1", "Clause", "Clause List", "Clause List 2", "Annex Heading", "Annex Clause",
    "Annex List", "Annex List 2",
  ]

  private static func indent(_ left: Int, hanging: Int = 0) -> String {
    "<w:ind w:left=\"\(left)\"\(hanging > 0 ? " w:hanging=\"\(hanging)\"" : "")/>"
  }

  private static func numbered(_ list: WordNumbering.List, _ level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list.rawValue)\"/></w:numPr>"
  }

  private static let unnumbered = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
  /// The items of a list stand line under line.
  private static let close = "<w:contextualSpacing/>"
  private static let justified = "<w:jc w:val=\"both\"/>"
  private static func size(_ half: Int) -> String {
    "<w:sz w:val=\"\(half)\"/><w:szCs w:val=\"\(half)\"/>"
  }

  private var base: [WordStyle] {
    [
      WordStyle(id: "Normal", name: "Normal", isOffered: true),
      WordStyle(kind: .character, id: "DefaultParagraphFont", name: "Default Paragraph Font"),
      WordStyle(
        kind: .table, id: "TableNormal", name: "Normal Table",
        table: """
          <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
          <w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
          <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
          """),
      WordStyle(
        id: "BodyText", name: "Body Text", paragraph: Self.justified, isOffered: true),
      WordStyle(
        kind: .character, id: "Blank", name: "Blank", based: "DefaultParagraphFont",
        run: "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2CC\"/>", isOffered: true),
      WordStyle(
        kind: .character, id: "Hyperlink", name: "Hyperlink", based: "DefaultParagraphFont"),
    ]
  }

  private var headings: [WordStyle] {
    let head = "<w:keepNext/><w:keepLines/>"
    let spaced = "<w:suppressAutoHyphens/><w:spacing w:before=\"360\" w:after=\"120\"/>"
    return [
      WordStyle(
        id: "Title", name: "Title", next: "BodyText",
        paragraph:
          "\(head)<w:suppressAutoHyphens/><w:spacing w:before=\"240\" w:after=\"360\" w:line=\"240\" w:lineRule=\"auto\"/>",
        run: "<w:b/><w:bCs/>" + Self.size(36), isOffered: true),
      WordStyle(
        id: "Heading1", name: "heading 1", next: "Clause",
        paragraph: head + Self.numbered(.clauses, 0) + spaced
          + Self.indent(Self.clause, hanging: Self.clause) + "<w:outlineLvl w:val=\"0\"/>",
        run: "<w:b/><w:bCs/>" + Self.size(23), isOffered: true),
      WordStyle(
        id: "Heading2", name: "heading 2", next: "Clause",
        paragraph:
          "\(head)<w:suppressAutoHyphens/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        run: "<w:b/><w:bCs/><w:i/><w:iCs/>", isOffered: true),
      WordStyle(
        id: "AnnexHeading", name: "Annex Heading", based: "Heading1", next: "AnnexClause",
        paragraph: "<w:pageBreakBefore/>" + Self.numbered(.annexes, 0)
          + "<w:spacing w:before=\"0\" w:after=\"200\"/><w:ind w:left=\"0\" w:firstLine=\"0\"/>",
        run: Self.size(26), isOffered: true),
      WordStyle(
        id: "UnnumberedHeading", name: "Unnumbered Heading", based: "Heading1", next: "BodyText",
        paragraph: Self.unnumbered
          + "<w:tabs><w:tab w:val=\"left\" w:pos=\"\(Self.clause)\"/></w:tabs>"
          + "<w:ind w:left=\"0\" w:firstLine=\"0\"/>", isOffered: true),
      WordStyle(
        id: "TOCHeading", name: "TOC Heading", based: "UnnumberedHeading", next: "BodyText",
        paragraph: "<w:outlineLvl w:val=\"9\"/>"),
      WordStyle(
        id: "CoverHeading", name: "Cover Heading", next: "CoverText",
        paragraph: "\(head)<w:suppressAutoHyphens/><w:spacing w:before=\"280\" w:after=\"100\"/>",
        run: "<w:b/><w:bCs/>" + Self.size(23)),
    ]
  }

  private var clauses: [WordStyle] {
    func clause(_ id: String, _ name: String, _ list: WordNumbering.List) -> WordStyle {
      WordStyle(
        id: id, name: name, based: "BodyText",
        paragraph: Self.numbered(list, 1) + Self.indent(Self.clause, hanging: Self.clause),
        isOffered: true)
    }
    func items(
      _ id: String, _ name: String, _ list: WordNumbering.List, _ level: Int
    ) -> WordStyle {
      WordStyle(
        id: id, name: name, based: "BodyText",
        paragraph: Self.numbered(list, level + 1) + "<w:spacing w:after=\"80\"/>"
          + Self.indent(Self.clause + level * Self.step, hanging: Self.step) + Self.close,
        isOffered: true)
    }
    return [
      clause("Clause", "Clause", .clauses), clause("AnnexClause", "Annex Clause", .annexes),
      WordStyle(
        id: "FixedClause", name: "Fixed Clause", based: "BodyText",
        paragraph: Self.indent(Self.clause, hanging: Self.clause)),
      WordStyle(
        id: "ClauseText", name: "Clause Text", based: "BodyText",
        paragraph: Self.indent(Self.clause), isOffered: true),
      items("ClauseList", "Clause List", .clauses, 1),
      items("ClauseList2", "Clause List 2", .clauses, 2),
      items("AnnexList", "Annex List", .annexes, 1),
      items("AnnexList2", "Annex List 2", .annexes, 2),
    ]
  }

  /// What stays on a page with what follows it.
  private var leads: [WordStyle] {
    let names = ["Body Text", "Clause", "Clause Text", "Annex Clause", "Fixed Clause"]
    return names.map { name in
      let id = String(name.filter { $0 != " " })
      return WordStyle(
        id: "\(id)Lead", name: "\(name) Lead", based: id, next: id, paragraph: "<w:keepNext/>")
    } + [
      WordStyle(
        id: "BodyTitle", name: "Body Title", based: "BodyText", next: "BodyText",
        paragraph: "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:jc w:val=\"left\"/>"
      )
    ]
  }

  private var lists: [WordStyle] {
    var styles: [WordStyle] = []
    for level in 0...2 {
      let left = [Self.step, Self.clause + Self.step, Self.clause + 2 * Self.step][level]
      let name = level == 0 ? "" : " \(level + 1)"
      let id = level == 0 ? "" : "\(level + 1)"
      let spacing = "<w:spacing w:after=\"80\"/>"
      styles += [
        WordStyle(
          id: "List\(id)", name: "List\(name)", based: "BodyText",
          paragraph: spacing + Self.indent(left, hanging: Self.step) + Self.close),
        WordStyle(
          id: "ListBullet\(id)", name: "List Bullet\(name)", based: "BodyText",
          paragraph: Self.numbered(.bullets, level) + spacing
            + Self.indent(left, hanging: Self.step) + Self.close),
        WordStyle(
          id: "ListContinue\(id)", name: "List Continue\(name)", based: "BodyText",
          paragraph: spacing + Self.indent(left)),
      ]
    }
    return styles
  }

  private var tables: [WordStyle] {
    let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8C8C8C\""
    let small =
      "<w:suppressAutoHyphens/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"226\" w:lineRule=\"atLeast\"/>"
    return [
      WordStyle(
        kind: .table, id: "Table", name: "Table", based: "TableNormal",
        table: """
          <w:tblPr><w:tblBorders>\
          \(["top", "left", "bottom", "right", "insideH", "insideV"].map { "<w:\($0) \(line)/>" }.joined())\
          </w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>\
          <w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>\
          <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>\
          </w:tcPr></w:tblStylePr>
          """),
      WordStyle(
        kind: .table, id: "SignatureTable", name: "Signature Table", based: "TableNormal",
        table: """
          <w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="284" w:type="dxa"/>\
          </w:tblCellMar></w:tblPr>
          """),
      WordStyle(
        id: "TableText", name: "Table Text", paragraph: small, run: Self.size(18), isOffered: true),
      WordStyle(
        id: "TableTextLead", name: "Table Text Lead", based: "TableText", next: "TableText",
        paragraph: "<w:keepNext/>"),
      WordStyle(
        id: "TableHeading", name: "Table Heading", based: "TableText", paragraph: "<w:keepNext/>",
        run: "<w:b/><w:bCs/>", isOffered: true),
      WordStyle(
        id: "AfterTable", name: "After Table",
        // Its space falls away at the foot of a page, so that no page has it alone.
        paragraph: "<w:spacing w:after=\"140\" w:line=\"20\" w:lineRule=\"exact\"/>",
        run: Self.size(2)),
      WordStyle(
        id: "Caption", name: "caption",
        paragraph: "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/>",
        run: "<w:i/><w:iCs/>" + Self.size(18)),
      WordStyle(
        id: "SignatureParty", name: "Signature Party",
        paragraph:
          "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"480\" w:after=\"240\" w:line=\"300\" w:lineRule=\"exact\"/>",
        run: "<w:b/><w:bCs/>"),
      WordStyle(
        id: "Signature", name: "Signature",
        paragraph: """
          <w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="1134"/>\
          <w:tab w:val="right" w:leader="underscore" w:pos="\(signatureWidth)"/></w:tabs>\
          <w:suppressAutoHyphens/><w:spacing w:before="200" w:after="60" w:line="300" w:lineRule="exact"/>\(Self.indent(1134, hanging: 1134))
          """),
    ]
  }

  private var around: [WordStyle] {
    func contents(_ left: Int, hanging: Int) -> String {
      """
      <w:tabs><w:tab w:val="left" w:pos="\(left)"/>\
      <w:tab w:val="right" w:leader="dot" w:pos="\(page.textWidth)"/></w:tabs>\
      <w:suppressAutoHyphens/><w:spacing w:after="60"/>\
      <w:ind w:left="\(left)" w:hanging="\(hanging)"/>
      """
    }
    let sheet =
      "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(page.textWidth)\"/></w:tabs>"
      + "<w:suppressAutoHyphens/><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
    return [
      WordStyle(id: "TOC1", name: "toc 1", paragraph: contents(Self.step, hanging: Self.step)),
      WordStyle(
        id: "TOC2", name: "toc 2",
        paragraph: contents(Self.step + Self.clause, hanging: Self.clause)),
      WordStyle(id: "Header", name: "header", paragraph: sheet, run: Self.size(17)),
      WordStyle(id: "Footer", name: "footer", paragraph: sheet, run: Self.size(17)),
      WordStyle(
        id: "CoverText", name: "Cover Text",
        paragraph: "<w:suppressAutoHyphens/><w:spacing w:after=\"100\"/>",
        run: Self.size(20)),
      WordStyle(
        id: "CoverList", name: "Cover List", based: "CoverText",
        paragraph: Self.numbered(.cover, 0) + "<w:spacing w:after=\"50\"/>"
          + Self.indent(425, hanging: 425)),
      WordStyle(
        id: "SectionBreak", name: "Section Break",
        paragraph: "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
        run: Self.size(2)),
      WordStyle(id: "CommentText", name: "annotation text", run: Self.size(20)),
      WordStyle(
        kind: .character, id: "CommentReference", name: "annotation reference",
        based: "DefaultParagraphFont", run: Self.size(16)),
    ]
  }
}
