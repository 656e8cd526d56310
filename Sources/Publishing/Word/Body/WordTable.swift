import Documents

/// A table: rows that do not split, a header that repeats.
enum WordTable {
  private static let look = """
    <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" \
    w:noHBand="1" w:noVBand="1"/>
    """

  static func write(_ table: Table, width: Int, isWide: Bool, to flow: inout WordFlow) {
    let columns = ColumnShares(table, isWide: isWide)
    if columns.shares.isEmpty { return }
    let widths = columns.shares.map { $0 * width / 1000 }
    flow.beginTable("Table", columns: widths, look: look)
    if !table.header.isEmpty {
      row(table.header, widths, "Table Heading", table.revision, to: &flow)
    }
    let last = table.rows.count - 1
    for (number, cells) in table.rows.enumerated() {
      // No last row stands alone on a page.
      let leads = columns.staysTogether ? number < last : number == last - 1
      let style = leads ? "Table Text Lead" : "Table Text"
      row(cells, widths, style, table.rowRevisions[number], to: &flow)
    }
    flow.endTable(table.revision)
  }

  private static func row(
    _ cells: [[Run]], _ widths: [Int], _ style: String, _ revision: Revision?,
    to flow: inout WordFlow
  ) {
    flow.beginRow(revision, isHeader: style == "Table Heading")
    for (column, width) in widths.enumerated() {
      flow.beginCell(width: width)
      let words = column < cells.count ? flow.runs.paragraph(cells[column]) : ""
      flow.paragraph(style, words, revision)
      flow.endCell()
    }
    flow.endRow()
  }
}
