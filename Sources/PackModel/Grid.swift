/// A table that came from elsewhere, as text: a sheet of a workbook, a table of a page, lines of a list.
package struct Grid: Hashable, Sendable {
  /// A row with its cells from the first column on; rows may be of different lengths.
  package struct Row: Hashable, Sendable {
    /// What the row is called where it came from: the line of a file, the row of a sheet, from 1.
    package var number: Int
    /// What each cell shows, trimmed; a line end in a cell is U+000A.
    package var cells: [String]
    /// Whether its one text lies across the table: a title, the name of a part, a footnote.
    package var isBand: Bool

    package init(number: Int, cells: [String], isBand: Bool = false) {
      self.number = number
      self.cells = cells
      self.isBand = isBand
    }
  }

  /// What could not be had of a cell, or of the whole.
  package struct Remark: Hashable, Sendable {
    /// "C7"; nil where the whole table is meant.
    package var place: String?
    /// A sentence without its full stop.
    package var says: String

    package init(place: String?, says: String) {
      self.place = place
      self.says = says
    }
  }

  /// The sheet's name, or the heading that it stands under; empty where it has none.
  package var name: String
  package var rows: [Row]
  package var remarks: [Remark]

  package init(name: String = "", rows: [Row], remarks: [Remark] = []) {
    self.name = name
    self.rows = rows
    self.remarks = remarks
  }

  /// How many columns it has.
  package var width: Int { rows.reduce(0) { max($0, $1.cells.count) } }

  /// A column as a spreadsheet calls it: "A" to "Z", then "AA".
  package static func letters(_ column: Int) -> String {
    var (number, letters) = (column + 1, "")
    while number > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (number - 1) % 26))) + letters
      number = (number - 1) / 26
    }
    return letters
  }
}
