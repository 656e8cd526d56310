import Canvas
import PlainText

/// How wide the columns of a table are on the screen.
struct GridWidths {
  /// By column; 0 where it is out of view.
  private(set) var widths: [Int]

  /// - Parameters:
  ///   - columns: each with its title and the texts under it; the first names the rows.
  ///   - keeping: a column that must be in view.
  init(_ columns: [(title: String, texts: [String])], room: Int, keeping: Int? = nil) {
    widths = columns.map { column in
      min(28, ([column.title] + column.texts).map { CellWidth.of($0) }.max() ?? 0)
    }
    // Columns leave, the last first, until the rest can be read; then the widest give way.
    var least = widths.indices.map { min(widths[$0], $0 == 0 ? 18 : 9) }
    func total(_ widths: [Int]) -> Int { widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } }
    var out = widths.indices.last ?? 0
    while total(least) > room, out > 0 {
      if out != keeping { (least[out], widths[out]) = (0, 0) }
      out -= 1
    }
    while total(widths) > room,
      let at = widths.indices.filter({ widths[$0] > least[$0] })
        .max(by: { widths[$0] < widths[$1] })
    {
      widths[at] -= 1
    }
  }

  func line(_ texts: [String], style: Style) -> StyledLine {
    line(texts, styles: texts.map { _ in style }, marker: "  ")
  }

  /// Texts in their columns, with a marker before the first.
  func line(_ texts: [String], styles: [Style], marker: String) -> StyledLine {
    var strip = StyledLine(marker, .marker)
    for (at, width) in widths.enumerated() where width > 0 && texts.indices.contains(at) {
      let shown = DisplayText(texts[at]).clipped(to: width)
      strip = strip.adding(shown.text, styles[at])
        .adding(String(repeating: " ", count: width - shown.width + 2))
    }
    return strip
  }
}
