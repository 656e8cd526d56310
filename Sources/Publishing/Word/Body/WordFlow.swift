import Documents

/// Paragraphs and tables in Word's XML, one after the other.
struct WordFlow {
  private(set) var xml = ""
  var runs: WordRuns
  let styles: StyleIndex

  init(_ runs: WordRuns) {
    self.runs = runs
    styles = runs.styles
  }

  /// - Parameters:
  ///   - style: by the name that Word shows.
  ///   - section: the properties of the section that ends with this paragraph.
  mutating func paragraph(
    _ style: String, _ words: String, _ revision: Revision? = nil, also properties: String = "",
    section: String = ""
  ) {
    xml += "<w:p><w:pPr>\(styles.paragraph(style))\(properties)"
    xml += "\(runs.changes.mark(revision))\(section)</w:pPr>"
    xml += words
    xml += "</w:p>"
  }

  /// A paragraph with properties of its own instead of a style.
  mutating func paragraph(properties: String, _ words: String, _ revision: Revision?) {
    xml += "<w:p><w:pPr>\(properties)\(runs.changes.mark(revision))</w:pPr>\(words)</w:p>"
  }

  // MARK: Tables

  /// - Parameter columns: how wide each is.
  mutating func beginTable(_ style: String, columns: [Int], look: String = "") {
    xml += """
      <w:tbl><w:tblPr>\(styles.table(style))<w:tblW w:w="\(columns.reduce(0, +))" w:type="dxa"/>\
      <w:tblLayout w:type="fixed"/>\(look)</w:tblPr>\
      <w:tblGrid>\(columns.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>
      """
  }

  /// A row that does not split between pages.
  mutating func beginRow(_ revision: Revision?, isHeader: Bool = false) {
    let header = isHeader ? "<w:tblHeader/>" : ""
    xml += "<w:tr><w:trPr><w:cantSplit/>\(header)\(runs.changes.property(revision))</w:trPr>"
  }

  mutating func beginCell(width: Int) {
    xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
  }

  mutating func endCell() { xml += "</w:tc>" }

  mutating func endRow() { xml += "</w:tr>" }

  /// Word wants a paragraph between two tables.
  mutating func endTable(_ revision: Revision?) {
    xml += "</w:tbl>"
    paragraph("After Table", "", revision)
  }
}
