import Canvas

/// The warnings of a page, wrapped; kept from one key to the next, for a long list may have a thousand.
struct WarningLines {
  let rows: [Body.Row]
  private let warnings: [String]
  private let width: Int

  init(_ warnings: [String], width: Int) {
    self.warnings = warnings
    self.width = width
    rows = warnings.flatMap {
      StyledLine.wrapped($0, width: width, style: .warning, sign: "*").map { Body.Row.strip($0) }
    }
  }

  /// These rows, or new ones where they are of other warnings or another width.
  func renewed(_ warnings: [String], width: Int) -> WarningLines {
    warnings == self.warnings && width == self.width ? self : WarningLines(warnings, width: width)
  }
}
