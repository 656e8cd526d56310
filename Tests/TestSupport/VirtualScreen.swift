import Canvas

/// A small model of a terminal: what a user would see after the bytes it was given.
///
/// It knows as much of xterm's output sequences as ncurses sends for an xterm or a tmux: cursor moves,
/// erasing, inserting and deleting, repeating, scroll regions, the alternate screen, attributes and
/// modes ("XTerm Control Sequences"; ECMA-48). A sequence that it does not know is kept in `unknown`,
/// so that a test can demand that there is none.
package struct VirtualScreen: Sendable {
  /// How a cell looks.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  /// A cell: its text (empty in the right half of a wide character), attributes and the number of its
  /// foreground colour (0 to 7), if it has one.
  package struct Cell: Hashable, Sendable {
    package var text = " "
    package var attributes: Attributes = []
    package var colour: Int?
  }

  package internal(set) var size: Size
  package internal(set) var cells: [[Cell]]
  package internal(set) var cursor = Point(x: 0, y: 0)
  package internal(set) var cursorIsVisible = true
  /// The private modes that are on, by number: 1049 alternate screen, 2004 bracketed paste, 1 cursor
  /// keys in application mode, 1000 to 1006 mouse, 7 wrapping at the edge (on from the start).
  package internal(set) var modes: Set<Int> = [7]
  package internal(set) var keypadIsApplication = false
  /// What was sent to the clipboard, as sent (base 64).
  package internal(set) var clipboard: String?
  package internal(set) var bells = 0
  /// Sequences that the model does not know.
  package internal(set) var unknown: [String] = []

  var pen = Cell()
  var regionTop = 0
  var regionBottom: Int
  var wrapIsPending = false
  var isInserting = false
  var saved: (cursor: Point, pen: Cell) = (Point(x: 0, y: 0), Cell())
  var mainScreen: [[Cell]]?
  var lastCharacter: Unicode.Scalar = " "
  var parser = SequenceParser()

  package init(size: Size) {
    self.size = size
    regionBottom = size.rows - 1
    cells = Self.blank(size)
  }

  /// Takes output of the program.
  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let token = parser.take(byte) { perform(token) }
    }
  }

  /// Gives the screen another size, as when the user pulls at the window.
  package mutating func resize(to new: Size) {
    for y in cells.indices { cells[y] = Self.fitted(cells[y], new.columns) }
    while cells.count < new.rows { cells.append(Self.fitted([], new.columns)) }
    cells.removeLast(cells.count - new.rows)
    mainScreen = mainScreen.map { _ in Self.blank(new) }
    size = new
    regionTop = 0
    regionBottom = new.rows - 1
    cursor = Point(x: min(cursor.x, new.columns - 1), y: min(cursor.y, new.rows - 1))
    wrapIsPending = false
  }

  /// The rows as text, without the blanks at their ends.
  package var rows: [String] {
    cells.map { row in
      var text = row.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// All rows, a line each.
  package var text: String { rows.joined(separator: "\n") }

  /// What a program has left on that would trouble the shell after it; empty after a clean end.
  package var leftOn: [String] {
    var left = modes.subtracting([7, 12]).sorted().map { "?\($0)" }
    if !modes.contains(7) { left.append("no wrapping") }
    if !cursorIsVisible { left.append("cursor hidden") }
    if keypadIsApplication { left.append("application keypad") }
    if pen.attributes != [] || pen.colour != nil { left.append("attributes") }
    return left
  }

  static func blank(_ size: Size) -> [[Cell]] {
    Array(repeating: fitted([], size.columns), count: size.rows)
  }

  private static func fitted(_ row: [Cell], _ columns: Int) -> [Cell] {
    row.prefix(columns) + Array(repeating: Cell(), count: max(0, columns - row.count))
  }
}
