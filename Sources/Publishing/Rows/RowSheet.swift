import Documents
import PlainText

/// One table of a document as rows of plain words, for a spreadsheet.
struct RowSheet: Hashable {
  /// The heading that it stands under.
  var name: String
  /// The heads of the columns first. All rows are of one length.
  var rows: [[String]]

  /// The tables of a document that is read, in its order.
  /// - Throws: why it has no rows to give: it is signed, holds two texts, or has no table.
  static func sheets(of document: Document, as format: Format) throws(PublishError) -> [RowSheet] {
    guard document.standing == .report, !document.isRedline else { throw .signed(format) }
    var heading = Stretch.lineOfWords(document.title)
    var found: [RowSheet] = []
    take(document.cover + document.blocks, &heading, &found)
    guard !found.isEmpty else { throw .noTable(document.id, format) }
    return found
  }

  private static func take(
    _ blocks: [Block], _ heading: inout String, _ found: inout [RowSheet]
  ) {
    for block in blocks {
      switch block {
      case .heading(let title): heading = Stretch.lineOfWords(title.runs)
      case .table(let table): found.append(RowSheet(table, under: heading))
      default: take(block.children, &heading, &found)
      }
    }
  }

  init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows
  }

  init(_ table: Table, under heading: String) {
    name = heading
    let all = [table.header] + table.rows
    let width = all.map(\.count).max() ?? 0
    rows = all.map { row in
      row.map(Stretch.words) + Array(repeating: "", count: width - row.count)
    }
  }
}
