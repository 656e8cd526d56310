/// What a scalar of a stranger's text may do beyond being read.
package enum ScalarKind: Int, CaseIterable, Sendable {
  /// It is seen as it is: letters, digits, signs, marks, private use.
  case plain
  /// U+000A.
  case newline
  /// Every other end of a line, paragraph or page: U+000B–U+000D, U+0085, U+2028, U+2029.
  case lineEnd
  case tab
  /// The other controls (C0, DEL, C1): they act on a terminal.
  case control
  /// Embeddings, overrides and isolates: they make what follows read otherwise than it is written.
  case direction
  /// U+200E, U+200F, U+061C: they turn their neighbours only; right-to-left names need them.
  case directionMark
  /// U+FFF9–U+FFFB.
  case annotation
  /// Never a character: U+FDD0–U+FDEF and the last two of every plane.
  case noncharacter
  case byteOrderMark
  /// Plane 14 without the variation selectors: it carries text that nobody sees.
  case tag
  /// U+200C and U+200D: letters and emoji are joined with them.
  case joiner
  /// A variation selector.
  case variation
  /// Another that has no sign of its own: zero-width spaces, soft hyphens, fillers.
  case invisible
  /// A format control that is seen, such as the sign before an Arabic number.
  case format

  /// The kind of this one.
  package init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: self = .plain
    case 0x0A: self = .newline
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: self = .lineEnd
    case 0x09: self = .tab
    case 0..<0x20, 0x7F..<0xA0: self = .control
    case 0xAD: self = .invisible
    case 0xA0..<0x300: self = .plain
    case 0x202A...0x202E, 0x2066...0x2069: self = .direction
    case 0x200E, 0x200F, 0x061C: self = .directionMark
    case 0xFFF9...0xFFFB: self = .annotation
    case 0xFDD0...0xFDEF: self = .noncharacter
    case 0xFEFF: self = .byteOrderMark
    case 0x200C, 0x200D: self = .joiner
    case let value where value & 0xFFFE == 0xFFFE: self = .noncharacter
    case 0xE0100...0xE01EF: self = .variation
    case 0xE0000...0xE0FFF: self = .tag
    default:
      let properties = scalar.properties
      if properties.isVariationSelector {
        self = .variation
      } else if properties.isDefaultIgnorableCodePoint {
        self = .invisible
      } else {
        self = properties.generalCategory == .format ? .format : .plain
      }
    }
  }
}
