import Compression
import PackModel

/// The sheets of an OpenDocument workbook: what its cells show.
struct ODSBook {
  private var reader: XMLReader
  private var found: [Grid] = []

  static func grids(_ archive: ZipArchive) throws(PaperFault) -> [Grid] {
    guard let bytes = archive.contents(of: "content.xml") else { throw .broken }
    var book = ODSBook(reader: try XMLReader(bytes))
    while let event = try book.reader.next() {
      guard event == .start("table") else { continue }
      let grid = try book.table()
      if !grid.rows.isEmpty { book.found.append(grid) }
      guard book.found.count <= PaperLimits.tables else { throw MarkdownTables.tooMany }
    }
    return book.found
  }

  private init(reader: XMLReader) { self.reader = reader }

  private mutating func table() throws(PaperFault) -> Grid {
    var grid = BookGrid(name: reader.attributes["name"] ?? "")
    let outside = reader.depth - 1
    var row = 1
    while reader.depth > outside {
      guard let event = try reader.next() else { throw .broken }
      guard event == .start("table-row") else { continue }
      let times = Self.times(reader.attributes["number-rows-repeated"])
      if ["collapse", "filter"].contains(reader.attributes["visibility"] ?? "") { grid.hide() }
      let cells = try cells(row)
      if !cells.isEmpty {
        // Rows that are alike stand in the file once; so many companies of one name there are none.
        guard times <= PaperLimits.rows else { throw GridBuilder.tooLong }
        for number in 0..<times {
          for cell in cells {
            try grid.put(cell.text, row: row + number, column: cell.column)
            if let says = cell.remark { grid.remark(says, row: row + number, column: cell.column) }
            if cell.rows > 1 || cell.columns > 1 {
              grid.merge(
                top: row + number, left: cell.column, bottom: row + number + cell.rows - 1,
                right: cell.column + cell.columns - 1)
            }
          }
        }
      }
      row += times
      guard row < 20_000_000 else { throw .broken }
    }
    return try grid.grid()
  }

  private struct Cell {
    let column: Int
    var text: String
    let columns: Int
    let rows: Int
    var remark: String?
  }

  private mutating func cells(_ row: Int) throws(PaperFault) -> [Cell] {
    let outside = reader.depth - 1
    var found: [Cell] = []
    var column = 0
    while reader.depth > outside {
      guard let event = try reader.next() else { throw .broken }
      guard case .start(let name) = event, name == "table-cell" || name == "covered-table-cell"
      else { continue }
      let attributes = reader.attributes
      let times = Self.times(attributes["number-columns-repeated"])
      let text = try text()
      let shown = attributes["value-type"] == "date" ? Self.day(attributes["date-value"]) : nil
      var cell = Cell(
        column: column, text: shown ?? text,
        columns: min(Self.times(attributes["number-columns-spanned"]), 1000),
        rows: min(Self.times(attributes["number-rows-spanned"]), PaperLimits.rows), remark: nil)
      if attributes["formula"] != nil, cell.text.isEmpty, attributes["value-type"] == nil {
        cell.remark =
          "a formula whose result the file does not hold; open and save it in a spreadsheet"
      }
      if name == "table-cell", !cell.text.isEmpty || cell.remark != nil {
        guard column + times <= PaperLimits.columns else {
          throw PaperFault(
            "The table has more than \(PaperLimits.columns) columns, the most that are read.")
        }
        for number in 0..<times {
          found.append(
            Cell(
              column: column + number, text: cell.text, columns: cell.columns, rows: cell.rows,
              remark: cell.remark))
        }
      }
      column += times
      guard column < 2_000_000 else { throw .broken }
    }
    return found
  }

  private static func times(_ words: String?) -> Int {
    min(max(words.flatMap { Int($0) } ?? 1, 1), 10_000_000)
  }

  /// The day of an ISO date, with its time where it has one.
  private static func day(_ words: String?) -> String? {
    guard let words, let day = CalendarDate(iso: words.prefix(10)) else { return nil }
    let time = words.dropFirst(11).prefix(5)
    return time.isEmpty || time == "00:00" ? day.iso : "\(day.iso) \(time)"
  }

  /// The paragraphs of a cell, a line each; comments on it are none of them.
  private mutating func text() throws(PaperFault) -> String {
    let outside = reader.depth - 1
    var lines: [String] = []
    while reader.depth > outside {
      guard let event = try reader.next() else { throw .broken }
      switch event {
      case .start("annotation"): try reader.skipElement()
      case .start("p"): lines.append(try paragraph())
      default: break
      }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func paragraph() throws(PaperFault) -> String {
    let outside = reader.depth - 1
    var words = ""
    while reader.depth > outside {
      guard let event = try reader.next() else { throw .broken }
      switch event {
      case .text(let text): words += text
      case .start("s"):
        words += String(repeating: " ", count: min(Self.times(reader.attributes["c"]), 100))
      case .start("tab"): words += " "
      case .start("line-break"): words += "\n"
      case .start("annotation"): try reader.skipElement()
      default: break
      }
    }
    return words
  }
}
