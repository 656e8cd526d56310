import Canvas
import Interview
import PackModel

/// The columns of a list of rows: how wide they are follows from all of its rows and is worked out
/// once for each state of the answers.
struct RowColumns: Sendable {
  struct Key: Hashable, Sendable {
    /// The table's number.
    var owner: Int
    /// The last entry of the journal.
    var head: Int
    var width: Int
  }

  let key: Key
  let titles: StyledLine
  private let columns: [Int]
  private let grid: GridWidths

  init(_ key: Key, _ file: OpenMatter, _ rows: [String]) {
    let columns = Array(file.pack.questions[key.owner].children.prefix(6))
    let titles = ["", ""] + columns.map { file.pack.questions[$0].label.capitalisedFirst }
    let lines = rows.indices.map {
      RowColumns.texts($0, row: rows[$0], file, key.owner, columns)
    }
    grid = GridWidths(
      titles.indices.map { at in (titles[at], lines.map { $0[at] }) }, room: key.width - 2)
    self.key = key
    self.columns = columns
    self.titles = grid.line(titles, styles: titles.map { _ in .dim }, marker: "  ")
  }

  func line(_ number: Int, row: String, _ file: OpenMatter) -> StyledLine {
    let texts = RowColumns.texts(number, row: row, file, key.owner, columns)
    return grid.line(texts, styles: texts.map { _ in .normal }, marker: "")
  }

  /// Number, whether something is open, and the first answers.
  private static func texts(
    _ number: Int, row: String, _ file: OpenMatter, _ owner: Int, _ columns: [Int]
  ) -> [String] {
    let isOpen = file.pack.questions[owner].children.contains {
      file.isOpen(Slot($0, row: row))
    }
    return ["\(number + 1)", isOpen ? "?" : "+"]
      + columns.map { column in
        guard case .value(let value)? = file.answer(Slot(column, row: row)) else {
          return StateSign(file.state(Slot(column, row: row))).sign
        }
        return file.shown(value, column)
      }
  }
}
