/// Text as it may enter a field: cleaned of what a document must not carry, otherwise as typed.
///
/// Joiners, variation selectors and decomposed letters stay. Line ends of every kind, a page's end and
/// Word's line break within a paragraph among them, become `\n`.
package struct TypedText: Hashable, Sendable {
  package let text: String
  /// How many controls and direction overrides were taken out; more than none should be said.
  package let dropped: Int
  /// Whether line ends became spaces because the field has one line; should be said too.
  package let joinedLines: Bool

  /// Takes out controls (tab and line end excepted) and the direction overrides and isolates
  /// U+202A–U+202E and U+2066–U+2069, which can make a text read other than it is.
  package init(_ raw: String, multiline: Bool) {
    var kept = String.UnicodeScalarView()
    var dropped = 0
    var joined = false
    var lastWasReturn = false
    for scalar in raw.unicodeScalars {
      let value = scalar.value
      let isReturn = value == 0x0D
      switch value {
      case 0x0A where lastWasReturn: break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
        joined = joined || !multiline
        kept.append(multiline ? "\n" : " ")
      case 0x09: kept.append(multiline ? scalar : " ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: dropped += 1
      default: kept.append(scalar)
      }
      lastWasReturn = isReturn
    }
    text = String(kept)
    self.dropped = dropped
    joinedLines = joined
  }
}
