import PackModel
import PlainText

/// Puts a table together within its limits.
struct GridBuilder {
  private(set) var grid: Grid
  private var room = PaperLimits.text

  init(name: String = "") {
    grid = Grid(name: String(Sanitiser.documentLine.clean(name).trimmed), rows: [])
  }

  /// Adds a row; one without any text is none.
  mutating func add(
    _ cells: [String], number: Int, isBand: Bool = false
  ) throws(PaperFault) {
    guard
      cells.count <= PaperLimits.columns
        || cells.dropFirst(PaperLimits.columns).allSatisfy(\.isEmpty)
    else {
      throw PaperFault(
        "The table has more than \(PaperLimits.columns) columns, the most that are read.")
    }
    var clean = cells.prefix(PaperLimits.columns).map(Self.cell)
    while clean.last?.isEmpty == true { clean.removeLast() }
    guard !clean.isEmpty else { return }
    guard grid.rows.count < PaperLimits.rows + 100 else { throw Self.tooLong }
    for cell in clean {
      guard cell.utf8.count <= PaperLimits.cell else {
        throw PaperFault(
          "A cell of row \(number) is longer than any spreadsheet allows. Perhaps a quotation mark is not closed."
        )
      }
      room -= cell.utf8.count
    }
    guard room > 0 else {
      throw PaperFault(
        "The table holds more than \(PaperLimits.text / 1_000_000) MB of text, the most that is read."
      )
    }
    grid.rows.append(Grid.Row(number: number, cells: clean, isBand: isBand))
  }

  mutating func remark(_ says: String, at place: String?) {
    guard grid.remarks.count < 100 else { return }
    grid.remarks.append(Grid.Remark(place: place, says: says))
  }

  static let tooLong = PaperFault(
    "The table has more than \(PaperLimits.rows) rows, the most that are read. Split it.")

  /// What a cell shows: no controls, no white space around it, no line end without a line. The
  /// apostrophe by which a text is kept from being computed is not part of it.
  static func cell(_ raw: String) -> String {
    // Within a cell these break a line; they end no row.
    let isOdd = raw.utf8.contains { $0 == 0x0B || $0 == 0x0C }
    let text = TypedText(
      isOdd ? String(raw.map { $0 == "\u{B}" || $0 == "\u{C}" ? "\n" : $0 }) : raw, multiline: true
    ).text
    guard text.utf8.contains(where: { $0 == 10 || $0 == 9 }) else {
      return unmarked(String(text.trimmed))
    }
    let lines = text.split(separator: "\n").map {
      String($0.map { $0 == "\t" ? " " : $0 }).trimmed
    }
    return unmarked(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private static func unmarked(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let next = text.drop(while: { $0 == "'" }).first,
      "=+-@|".contains(next)
    else { return text }
    return String(text.dropFirst())
  }
}
