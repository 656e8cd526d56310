/// Pieces of Word's own XML.
enum WordXML {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  static func escaped(_ words: String) -> String { HTMLText.escaped(words) }

  /// What a run looks like, where it looks like anything.
  static func properties(_ look: String) -> String {
    look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>"
  }

  /// Words that look alike; line breaks, tabs and soft hyphens are Word's own signs.
  ///
  /// - Parameters:
  ///   - look: the properties of the run, in the schema's order.
  ///   - isGone: in a tracked deletion.
  static func run(_ words: String, look: String = "", isGone: Bool = false) -> String {
    let text = isGone ? "w:delText" : "w:t"
    var xml = "<w:r>\(properties(look))"
    func add(_ words: Substring.UnicodeScalarView, _ sign: String) {
      if !words.isEmpty {
        xml += "<\(text) xml:space=\"preserve\">\(escaped(String(words)))</\(text)>"
      }
      xml += sign
    }
    var rest = words[...].unicodeScalars
    if !words.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xC2 }) {
      while let at = rest.firstIndex(where: { signs[$0] != nil }) {
        add(rest[..<at], signs[rest[at]] ?? "")
        rest = rest[rest.index(after: at)...]
      }
    }
    add(rest, "")
    return xml + "</w:r>"
  }

  private static let signs: [Unicode.Scalar: String] = [
    "\n": "<w:br/>", "\t": "<w:tab/>", "\u{AD}": "<w:softHyphen/>",
  ]

  static let tab = "<w:r><w:tab/></w:r>"

  /// A field with the result that it has until Word computes it anew; empty where only Word can know.
  static func field(
    _ code: String, result: String, look: String = "", isGone: Bool = false
  ) -> String {
    fieldStart(code, isGone: isGone)
      + (result.isEmpty ? "" : run(result, look: look, isGone: isGone)) + fieldEnd
  }

  static func fieldStart(_ code: String, isGone: Bool = false) -> String {
    let name = isGone ? "w:delInstrText" : "w:instrText"
    return """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
      <w:r><\(name) xml:space="preserve"> \(escaped(code)) </\(name)></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r>
      """
  }

  static let fieldEnd = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

  static func link(to bookmark: String, _ runs: String) -> String {
    "<w:hyperlink w:anchor=\"\(bookmark)\" w:history=\"1\">\(runs)</w:hyperlink>"
  }

  /// A check box that can be ticked with the mouse. `id` is its own in the file.
  static func checkBox(_ sign: Unicode.Scalar, id: Int) -> String {
    let isTicked = sign != "\u{2610}"
    let shown = isTicked ? "\u{2612}" : "\u{2610}"
    return """
      <w:sdt><w:sdtPr><w:id w:val="\(id)"/>\
      <w14:checkbox><w14:checked w14:val="\(isTicked ? 1 : 0)"/>\
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>\
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>\
      <w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" \
      w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>\(shown)</w:t></w:r></w:sdtContent></w:sdt>
      """
  }
}
