/// Small files of word processors, as parts.
enum OfficeGround {
  private static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relation(_ id: String, _ kind: String, _ target: String) -> String {
    #"<Relationship Id="\#(id)" Type="\#(kinds)/\#(kind)" Target="\#(target)"/>"#
  }

  static let word = """
    %%%% [Content_Types].xml
    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>
    %%%% _rels/.rels
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(relation("r1", "officeDocument", "word/document.xml"))</Relationships>
    %%%% word/_rels/document.xml.rels
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(relation("r1", "styles", "styles.xml"))\(relation("r2", "numbering", "numbering.xml"))\(relation("r3", "footnotes", "footnotes.xml"))\(relation("r4", "comments", "comments.xml"))</Relationships>
    %%%% word/styles.xml
    <w:styles \(space)><w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="n"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="n"><w:name w:val="Normal"/></w:style></w:styles>
    %%%% word/numbering.xml
    <w:numbering \(space)><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
    %%%% word/footnotes.xml
    <w:footnotes \(space)><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>
    %%%% word/comments.xml
    <w:comments \(space)><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>See.</w:t></w:r></w:p></w:comment></w:comments>
    %%%% word/document.xml
    <w:document \(space)><w:body><w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr><w:r><w:t>Terms</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">The processor shall keep </w:t></w:r><w:ins w:id="5" w:author="B"><w:r><w:t>the</w:t></w:r></w:ins><w:del w:id="6"><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> data safe.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>the data</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1.</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body></w:document>
    """

  static let openText = """
    %%%% mimetype
    application/vnd.oasis.opendocument.text
    %%%% content.xml
    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2"/></text:list-style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Terms</text:h><text:list text:style-name="L1"><text:list-item><text:p>The<text:s text:c="3"/>data<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note></text:p><text:list><text:list-item text:start-value="4"><text:p>Two</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>
    %%%% styles.xml
    <office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:styles><style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/></office:styles></office:document-styles>
    """
}
