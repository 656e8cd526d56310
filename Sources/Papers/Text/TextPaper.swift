/// A plain text as a paper: paragraphs of wrapped lines, form feeds between pages.
package enum TextPaper {
  package static func read(_ text: String) throws(PaperFault) -> Paper {
    guard text.utf8.count <= PaperLimits.paperText else { throw .tooLongText }
    let pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false)
    // A form feed at the very end begins no page.
    let count = pages.last?.allSatisfy(\.isWhitespace) == true ? pages.count - 1 : pages.count
    guard count <= PaperLimits.pages else { throw .tooManyPages }
    var lines: [LaidLine] = []
    var block = 0
    for (number, page) in pages.enumerated() {
      lines += try laid(page, page: count > 1 ? number + 1 : nil, &block)
      guard lines.count <= 2 * PaperLimits.paragraphs else { throw .tooManyPassages }
    }
    lines = RunningLines.dropped(lines, pages: count)
    let words = ContentsLines.dropped(lines)
    return Paper(
      format: .text, read: try LaidText.passages(words), pages: count > 1 ? count : nil,
      remarks: ContentsLines.remarks(lines.count - words.count))
  }

  private static func laid(
    _ text: Substring, page: Int?, _ block: inout Int
  ) throws(PaperFault) -> [LaidLine] {
    var lines: [LaidLine] = []
    var wasBlank = true
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = LineJoining.oneSpaced(String(raw))
      guard !words.isEmpty else {
        wasBlank = true
        continue
      }
      if wasBlank { block += 1 }
      wasBlank = false
      var left = 0
      for sign in raw.prefix(while: \.isWhitespace) { left += sign == "\t" ? 8 : 1 }
      lines.append(
        LaidLine(
          text: words, left: Double(left), right: Double(left + words.count), top: Double(number),
          height: 1, block: block, page: page))
    }
    let edge = Self.edge(lines)
    for index in lines.indices {
      lines[index].edge = max(edge, lines[index].right)
      lines[index].isOuter = page != nil && (index < 2 || index >= lines.count - 2)
    }
    return lines
  }

  /// Where the lines of a page are broken: nearly all end before it.
  private static func edge(_ lines: [LaidLine]) -> Double {
    let ends = lines.map(\.right).sorted()
    return ends.isEmpty ? 0 : ends[min(ends.count * 9 / 10, ends.count - 1)]
  }
}
