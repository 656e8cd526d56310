import Documents

/// A table in Word's XML, its cells in pandoc's tree: rows that do not split, a header that repeats.
enum WordTable {
  static func blocks(
    _ table: Table, width: Int, isWide: Bool, _ inlines: inout WordInlines
  ) -> [PandocBlock] {
    let columns = ColumnShares(table, isWide: isWide)
    if columns.shares.isEmpty { return [] }
    let widths = columns.shares.map { $0 * width / 1000 }
    var blocks: [PandocBlock] = [
      .raw(
        """
        <w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\
        <w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" \
        w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>\
        <w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>
        """)
    ]
    if !table.header.isEmpty {
      blocks += row(table.header, widths, "Table Heading", table.revision, &inlines)
    }
    let last = table.rows.count - 1
    for (number, cells) in table.rows.enumerated() {
      // No last row stands alone on a page.
      let leads = columns.staysTogether ? number < last : number == last - 1
      let style = leads ? "Table Text Lead" : "Table Text"
      blocks += row(cells, widths, style, table.rowRevisions[number], &inlines)
    }
    return blocks + end(table.revision, &inlines)
  }

  /// Word wants a paragraph between two tables.
  static func end(_ revision: Revision?, _ inlines: inout WordInlines) -> [PandocBlock] {
    let mark = inlines.revisions.markProperty(revision)
    return [
      .raw("</w:tbl>"),
      .raw("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>\(mark)</w:pPr></w:p>"),
    ]
  }

  private static func row(
    _ cells: [[Run]], _ widths: [Int], _ style: String, _ revision: Revision?,
    _ inlines: inout WordInlines
  ) -> [PandocBlock] {
    let header = style == "Table Heading" ? "<w:tblHeader/>" : ""
    // Without a mark of its own a row would stay behind, empty, when it is rejected.
    let mark = inlines.revisions.property(revision)
    var xml = "<w:tr><w:trPr><w:cantSplit/>\(header)\(mark)</w:trPr>"
    var blocks: [PandocBlock] = []
    for (column, width) in widths.enumerated() {
      xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
      blocks.append(.raw(xml))
      let words = column < cells.count ? inlines.paragraph(cells[column]) : []
      blocks.append(
        .paragraph(
          style: style,
          inlines.revisions.mark(revision) + (words.isEmpty ? [.raw("<w:r/>")] : words)))
      xml = "</w:tc>"
    }
    return blocks + [.raw(xml + "</w:tr>")]
  }
}
