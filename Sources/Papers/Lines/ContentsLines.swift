/// The table of contents of a paper: it says again what stands further down, with the same numbers.
enum ContentsLines {
  /// The lines without those of a table of contents, where there is one.
  static func dropped(_ lines: [LaidLine]) -> [LaidLine] {
    let rest = lines.filter { !isOne($0.text) }
    return lines.count - rest.count < 3 ? lines : rest
  }

  static func remarks(_ dropped: Int) -> [String] {
    dropped == 0 ? [] : ["The table of contents is not read."]
  }

  /// Words, points and the number of a page.
  private static func isOne(_ text: String) -> Bool {
    guard text.last?.isNumber == true else { return false }
    let marks = text.reversed().drop { $0.isNumber }
      .prefix { $0 == "." || $0 == "…" || $0 == "·" || $0 == "_" || $0.isWhitespace }
    let count = marks.count { !$0.isWhitespace }
    return count > 3 || marks.contains("…") && count > 1
  }
}
