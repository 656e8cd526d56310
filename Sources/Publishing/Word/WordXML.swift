/// Pieces of Word's own XML.
enum WordXML {
  static func escaped(_ words: String) -> String { HTMLText.escaped(words) }

  static func run(_ words: String, properties: String = "") -> String {
    let style = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(style)<w:t xml:space=\"preserve\">\(escaped(words))</w:t></w:r>"
  }

  static let tab = "<w:r><w:tab/></w:r>"

  /// A field with the result that it has until Word computes it anew.
  static func field(_ code: String, result: String, properties: String = "") -> String {
    fieldStart(code) + run(result, properties: properties) + fieldEnd
  }

  static func fieldStart(_ code: String) -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
    <w:r><w:instrText xml:space="preserve"> \(escaped(code)) </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>
    """
  }

  static let fieldEnd = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

  static func link(to bookmark: String, _ words: [PandocInline]) -> [PandocInline] {
    [.raw("<w:hyperlink w:anchor=\"\(bookmark)\" w:history=\"1\">")] + words
      + [.raw("</w:hyperlink>")]
  }

  /// A check box that can be ticked with the mouse. `id` is its own in the file.
  static func checkBox(_ sign: Unicode.Scalar, id: Int) -> String {
    let isTicked = sign != "\u{2610}"
    let shown = isTicked ? "\u{2612}" : "\u{2610}"
    return """
      <w:sdt><w:sdtPr><w:id w:val="\(id)"/>\
      <w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">\
      <w14:checked w14:val="\(isTicked ? 1 : 0)"/>\
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>\
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>\
      <w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" \
      w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>\(shown)</w:t></w:r></w:sdtContent></w:sdt>
      """
  }
}
