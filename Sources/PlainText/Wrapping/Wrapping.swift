/// Breaks text into rows of at most `width` columns, as the rule says.
///
/// Rows end at line ends of the text, else where the rule lets them. Rows that go on where the one
/// before broke begin with `hangingIndent` blanks, the first row of each paragraph with `firstIndent`.
/// Empty text has one empty row, and a line end at the very end is followed by an empty row.
package func wrap(
  _ text: String, width: Int, rule: WrapRule = .screen, firstIndent: Int = 0,
  hangingIndent: Int = 0
) -> [Line] {
  if fitsAsItIs(text, width - firstIndent, rule) {
    let row = firstIndent == 0 ? text : String(repeating: " ", count: firstIndent) + text
    return [Line(text: row, indent: firstIndent, source: 0..<text.utf8.count)]
  }
  let (advances, places) = measured(text, rule)
  var lines: [Line] = []
  var start = 0
  var isFirst = true
  while true {
    let indent = min(isFirst ? firstIndent : hangingIndent, max(0, width - 1))
    let next = advances.nextRow(from: start, width: max(1, width - indent), rule: rule)
    var end = next ?? advances.count
    let endsParagraph = next != nil && advances[end - 1].isNewline
    if endsParagraph { end -= 1 }
    var shown = end
    while shown > start, advances[shown - 1].isSpace { shown -= 1 }
    let (first, last) = places.map { ($0[start], $0[shown]) } ?? text.places(start, shown)
    let row = rule.row(text[first..<last])
    lines.append(
      Line(
        text: row.isEmpty ? "" : String(repeating: " ", count: indent) + row,
        indent: indent, source: start..<end))
    guard let next else { return lines }
    start = next
    isFirst = endsParagraph
  }
}

/// Whether a text is one row: every byte a character that can be seen, and no space at the end; and
/// where several spaces are one, none that goes.
private func fitsAsItIs(_ text: String, _ width: Int, _ rule: WrapRule) -> Bool {
  guard let last = text.utf8.last, last != 0x20 else { return false }
  guard text.utf8.count <= width && text.utf8.isPlain else { return false }
  return rule == .screen || !text.utf8.hasSpaceToFold
}

/// The advances of a text's characters and where each begins; no places where each is a byte.
private func measured(
  _ text: String, _ rule: WrapRule
) -> (advances: [Advance], places: [String.Index]?) {
  if let advances = text.utf8.withContiguousStorageIfAvailable({ Advance.plain($0) }) ?? nil {
    return (rule == .screen ? advances : advances.folded(text.utf8), nil)
  }
  var advances: [Advance] = []
  var places: [String.Index] = []
  var starts: [UInt8] = []
  var clusters = ClusterIterator(text)
  while case let place = clusters.index, let cluster = clusters.next() {
    places.append(place)
    advances.append(Advance(cluster))
    if rule != .screen {
      let isPlain = text.utf8.index(after: place) == clusters.index
      starts.append(isPlain ? text.utf8[place] : 0)
    }
  }
  return (rule == .screen ? advances : advances.folded(starts), places + [text.endIndex])
}

extension [Advance] {
  /// The same with spaces that follow one, or begin a paragraph, counting for nothing.
  /// - Parameter bytes: of each character its only byte; anything else where it has more.
  fileprivate func folded(_ bytes: some Sequence<UInt8>) -> [Advance] {
    var before: UInt8 = 0x0A
    return zip(self, bytes).map { advance, byte in
      let isFolded = byte == 0x20 && (before == 0x20 || before == 0x0A)
      before = byte
      return isFolded ? .foldedSpace : advance
    }
  }
}

extension WrapRule {
  /// A row's text, of the characters that stand in it.
  fileprivate func row(_ text: Substring) -> String {
    if self == .screen { return DisplayText(String(text)).text }
    guard text.utf8.hasSpaceToFold else { return String(text) }
    return text.split(separator: " ").joined(separator: " ")
  }
}

extension Collection<UInt8> {
  /// Whether a space stands first or behind another.
  fileprivate var hasSpaceToFold: Bool {
    first == 0x20 || zip(self, dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }
}

extension String {
  /// Two places by bytes from the beginning.
  fileprivate func places(_ first: Int, _ last: Int) -> (Index, Index) {
    (utf8.index(startIndex, offsetBy: first), utf8.index(startIndex, offsetBy: last))
  }
}
