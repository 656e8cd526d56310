import PlainText

/// Text in a face of equal widths, as documents break it.
enum Columns {
  /// Lines of at most `width` columns; a word that is longer stays whole up to `longest` columns (an
  /// address must survive being copied), and is cut beyond that. At least one line.
  static func wrap(_ text: String, width: Int, longest: Int = 240) -> [String] {
    let width = max(width, 2)
    return PlainText.wrap(text, width: width, rule: .document(longest: max(longest, width)))
      .map(\.text)
  }

  /// With as many spaces behind it as it wants for that width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - CellWidth.of(text)))
  }
}
