/// One row of wrapped text.
package struct Line: Hashable, Sendable {
  /// The text to show, in simple form, with its indent and without the spaces at its end.
  package let text: String
  /// Columns of blanks at the beginning of `text`.
  package let indent: Int
  /// The characters of the source that stand in this row, by number; spaces at its end are among
  /// them, the line end is not. Ranges follow one another, so that a caret can be mapped.
  package let source: Range<Int>

  package init(text: String, indent: Int, source: Range<Int>) {
    self.text = text
    self.indent = indent
    self.source = source
  }
}

/// Breaks text into rows of at most `width` columns.
///
/// Rows end at line ends of the text, else at words; a word longer than a row is broken at a
/// character. Rows that go on where the one before broke begin with `hangingIndent` blanks, the first
/// row of each paragraph with `firstIndent`. Empty text has one empty row, and a line end at the very
/// end is followed by an empty row.
package func wrap(
  _ text: String, width: Int, firstIndent: Int = 0, hangingIndent: Int = 0
) -> [Line] {
  if fitsAsItIs(text, width - firstIndent) {
    let row = firstIndent == 0 ? text : String(repeating: " ", count: firstIndent) + text
    return [Line(text: row, indent: firstIndent, source: 0..<text.utf8.count)]
  }
  let (advances, places) = measured(text)
  var lines: [Line] = []
  var start = 0
  var isFirst = true
  while true {
    let indent = min(isFirst ? firstIndent : hangingIndent, max(0, width - 1))
    let next = advances.nextRow(from: start, width: max(1, width - indent))
    var end = next ?? advances.count
    let endsParagraph = next != nil && advances[end - 1].isNewline
    if endsParagraph { end -= 1 }
    var shown = end
    while shown > start, advances[shown - 1].isSpace { shown -= 1 }
    let (first, last) = places.map { ($0[start], $0[shown]) } ?? text.places(start, shown)
    let row = DisplayText(String(text[first..<last])).text
    lines.append(
      Line(
        text: row.isEmpty ? "" : String(repeating: " ", count: indent) + row,
        indent: indent, source: start..<end))
    guard let next else { return lines }
    start = next
    isFirst = endsParagraph
  }
}

/// Whether a text is one row: every byte a character that can be seen, and no space at the end.
private func fitsAsItIs(_ text: String, _ width: Int) -> Bool {
  guard let last = text.utf8.last, last != 0x20 else { return false }
  return text.utf8.count <= width && text.utf8.isPlain
}

/// The advances of a text's characters and where each begins; no places where each is a byte.
private func measured(_ text: String) -> (advances: [Advance], places: [String.Index]?) {
  if let advances = text.utf8.withContiguousStorageIfAvailable({ Advance.plain($0) }) ?? nil {
    return (advances, nil)
  }
  var advances: [Advance] = []
  var places: [String.Index] = []
  var clusters = ClusterIterator(text)
  while case let place = clusters.index, let cluster = clusters.next() {
    places.append(place)
    advances.append(Advance(cluster))
  }
  return (advances, places + [text.endIndex])
}

extension String {
  /// Two places by bytes from the beginning.
  fileprivate func places(_ first: Int, _ last: Int) -> (Index, Index) {
    (utf8.index(startIndex, offsetBy: first), utf8.index(startIndex, offsetBy: last))
  }
}

extension [Line] {
  /// Row and column at which the caret before character number `offset` of the source stands.
  ///
  /// At a soft break it stands at the beginning of the later row.
  package func place(of offset: Int, in text: String) -> Point {
    guard let row = lastIndex(where: { $0.source.lowerBound <= offset }) else {
      return Point(x: 0, y: 0)
    }
    let before = text.dropFirst(self[row].source.lowerBound)
      .prefix(Swift.max(0, offset - self[row].source.lowerBound))
    return Point(x: self[row].indent + CellWidth.of(before), y: row)
  }
}
