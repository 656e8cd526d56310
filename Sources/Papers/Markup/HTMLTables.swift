import PackModel
import PlainText

/// The tables of a page in HTML, read as leniently as browsers read it: unclosed cells end where the
/// next begins, and what no table needs (scripts, styles, comments) is passed over. Nothing is loaded.
struct HTMLTables {
  private var tokens: HTMLTokens
  private var tables: [OpenTable] = []
  private var found: [Grid] = []
  private var heading: String?
  private var lastHeading = ""

  /// A table that has begun; its cells as far as they are there.
  private struct OpenTable {
    var grid: GridBuilder
    var row: [Cell]?
    var cell: String?
    var span = (columns: 1, rows: 1)
    var mark: String?
    /// What reaches down from rows above, by column: the text, and for how many rows more.
    var reaching: [Int: (text: String, rows: Int)] = [:]
    var number = 0
  }

  private struct Cell {
    let text: String
    let columns: Int
    let rows: Int
  }

  static func grids(_ text: String) throws(PaperFault) -> [Grid] {
    var reader = HTMLTables(tokens: HTMLTokens(text))
    try reader.read()
    return reader.found
  }

  private init(tokens: HTMLTokens) { self.tokens = tokens }

  private mutating func read() throws(PaperFault) {
    while let token = tokens.next() {
      switch token {
      case .text(let text): say(text)
      case .start(let name, let attributes): try element(name, isEnd: false, attributes)
      case .end(let name): try element(name, isEnd: true, [:])
      }
    }
    while !tables.isEmpty { try endTable() }
  }

  private mutating func element(
    _ name: String, isEnd: Bool, _ attributes: [String: String]
  ) throws(PaperFault) {
    switch (name, isEnd) {
    case ("table", false):
      guard tables.count < 8 else {
        throw PaperFault("Its tables stand too deep in each other.")
      }
      tables.append(OpenTable(grid: GridBuilder(name: lastHeading)))
    case ("table", true): try endTable()
    case ("tr", false):
      try endRow()
      change { $0.row = [] }
    case ("tr", true): try endRow()
    case ("td", false), ("th", false):
      endCell()
      change { table in
        if table.row == nil { table.row = [] }
        table.cell = ""
        table.span = (
          Self.span(attributes["colspan"], most: PaperLimits.columns),
          Self.span(attributes["rowspan"], most: PaperLimits.rows)
        )
      }
    case ("td", true), ("th", true): endCell()
    case ("sup", false): change { if $0.cell != nil { $0.mark = "" } }
    case ("sup", true): endMark()
    case ("h1", false), ("h2", false), ("h3", false), ("h4", false), ("caption", false):
      heading = ""
    case ("h1", true), ("h2", true), ("h3", true), ("h4", true), ("caption", true):
      lastHeading = heading ?? lastHeading
      heading = nil
    case ("br", _), ("p", _), ("li", _), ("div", _), ("ul", _), ("ol", _):
      change { if $0.cell != nil { $0.cell?.append("\n") } }
    default: break
    }
  }

  private static func span(_ words: String?, most: Int) -> Int {
    min(max(words.flatMap { Int($0) } ?? 1, 1), most)
  }

  private mutating func change(_ body: (inout OpenTable) -> Void) {
    guard !tables.isEmpty else { return }
    body(&tables[tables.count - 1])
  }

  /// White space is a space, as on a page.
  private mutating func say(_ text: String) {
    var words = ""
    var isAtGap = false
    for scalar in text.unicodeScalars {
      if [" ", "\n", "\r", "\t", "\u{C}"].contains(scalar) {
        isAtGap = true
      } else {
        if isAtGap { words.append(" ") }
        isAtGap = false
        words.unicodeScalars.append(scalar)
      }
    }
    if isAtGap { words.append(" ") }
    if heading != nil { heading?.append(words) }
    change { table in
      if table.mark != nil { table.mark?.append(words) } else { table.cell?.append(words) }
    }
  }

  /// A small raised sign that points to a footnote is no part of a name.
  private mutating func endMark() {
    change { table in
      guard let mark = table.mark else { return }
      table.mark = nil
      let isFootnote = mark.trimmed.allSatisfy { $0.isNumber || "*†‡[](),§¶ ".contains($0) }
      if !isFootnote { table.cell?.append(mark) }
    }
  }

  private mutating func endCell() {
    endMark()
    change { table in
      guard let text = table.cell else { return }
      table.cell = nil
      table.row?.append(Cell(text: text, columns: table.span.columns, rows: table.span.rows))
    }
  }

  private mutating func endRow() throws(PaperFault) {
    endCell()
    guard var table = tables.popLast() else { return }
    defer { tables.append(table) }
    guard let row = table.row else { return }
    table.row = nil
    table.number += 1
    var cells: [String] = []
    var reaching = table.reaching.filter { $0.value.rows > 0 }
    func fillReaching() {
      while let above = reaching[cells.count], above.rows > 0 {
        reaching[cells.count]?.rows -= 1
        cells.append(above.text)
      }
    }
    for cell in row {
      fillReaching()
      for number in 0..<cell.columns where cells.count < PaperLimits.columns {
        let text = number == 0 ? cell.text : ""
        if cell.rows > 1 { reaching[cells.count] = (text, cell.rows - 1) }
        cells.append(text)
      }
    }
    fillReaching()
    table.reaching = reaching
    let filled = row.filter { !$0.text.trimmed.isEmpty }
    let isBand = filled.count == 1 && filled[0].columns > 1 && filled[0].columns * 2 > cells.count
    try table.grid.add(cells, number: table.number, isBand: isBand)
  }

  private mutating func endTable() throws(PaperFault) {
    try endRow()
    guard let table = tables.popLast() else { return }
    let grid = table.grid.grid
    guard !grid.rows.isEmpty else { return }
    found.append(grid)
    guard found.count <= PaperLimits.tables else { throw MarkdownTables.tooMany }
  }
}
