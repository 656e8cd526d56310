/// The order in which the lines of a page are read where it has two columns. Poppler's own is right
/// where numbers don't hang beside their words.
enum PageColumns {
  static func ordered(_ lines: [LaidLine], widths: [Double]) -> [LaidLine] {
    var pages: [[LaidLine]] = []
    for line in lines {
      if pages.last?.first?.page == line.page {
        pages[pages.count - 1].append(line)
      } else {
        pages.append([line])
      }
    }
    return pages.flatMap { page in
      let number = (page.first?.page ?? 1) - 1
      let width = widths.indices.contains(number) ? widths[number] : 0
      return gutter(page, width).map { inColumns(page, $0) } ?? page
    }
  }

  /// Where the room between two columns of text is; nil where there is only one.
  private static func gutter(_ lines: [LaidLine], _ width: Double) -> Double? {
    guard lines.count >= 20, width > 0 else { return nil }
    var best: (x: Double, crossing: Int)?
    for step in 0...40 {
      let x = width * (0.35 + 0.3 * Double(step) / 40)
      let crossing = lines.count { $0.left < x - 1 && $0.right > x + 1 }
      let isBetter =
        best.map {
          crossing < $0.crossing
            || crossing == $0.crossing && abs(x - width / 2) < abs($0.x - width / 2)
        }
        ?? true
      if isBetter { best = (x, crossing) }
    }
    guard let best, best.crossing * 7 <= lines.count else { return nil }
    for side in [lines.filter { $0.right <= best.x + 1 }, lines.filter { $0.left >= best.x - 1 }] {
      // Columns of text, not of figures or names.
      let widths = side.map { $0.right - $0.left }.sorted()
      guard side.count >= 8, widths[side.count / 2] > width * 0.27 else { return nil }
    }
    return best.x
  }

  /// Between two lines over the whole width the left column is read first, each from top to bottom.
  private static func inColumns(_ lines: [LaidLine], _ gutter: Double) -> [LaidLine] {
    let wide = lines.filter { $0.left < gutter - 1 && $0.right > gutter + 1 }
    func place(_ line: LaidLine) -> (band: Int, column: Int, top: Double) {
      let middle = line.top + line.height / 2
      let band = wide.count { $0.top + $0.height / 2 < middle } * 2
      let isWide = line.left < gutter - 1 && line.right > gutter + 1
      return (isWide ? band + 1 : band, isWide || line.right <= gutter + 1 ? 0 : 1, line.top)
    }
    return lines.map { (line: $0, place: place($0)) }
      .sorted {
        ($0.place.band, $0.place.column, $0.place.top) < (
          $1.place.band, $1.place.column, $1.place.top
        )
      }
      .map(\.line)
  }
}
