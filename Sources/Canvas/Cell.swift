/// One cell of a frame: a character in simple form, or the right half of a wide one.
///
/// Sixteen plain bytes, so that rows are compared and copied without reference counting. A character
/// of the display has one spacing scalar and at most three marks on it.
package struct Cell: Hashable, Sendable {
  /// The spacing scalar's value; 0 in the right half of a wide character.
  let base: UInt32
  /// Up to three marks of 21 bits each, the first in the lowest bits.
  let marks: UInt64
  package var style: Style

  init(base: UInt32, marks: UInt64 = 0, style: Style) {
    self.base = base
    self.marks = marks
    self.style = style
  }

  static func space(_ style: Style) -> Cell { Cell(base: 0x20, style: style) }
  static func rightHalf(_ style: Style) -> Cell { Cell(base: 0, style: style) }

  /// Whether the cell is covered by the wide character to its left.
  package var isRightHalf: Bool { base == 0 }

  /// Hands over the scalars to draw, base first; none for a right half.
  package func forEachScalar(_ body: (UInt32) -> Void) {
    guard base != 0 else { return }
    body(base)
    var rest = marks
    while rest != 0 {
      body(UInt32(rest & 0x1F_FFFF))
      rest >>= 21
    }
  }
}
