/// A line of text in the simple form that every terminal draws alike; what is stored stays as typed.
///
/// - Letters are composed where a composed letter exists (NFC; `Composition` says how far).
/// - Joiners, variation selectors, soft hyphens, direction controls and other invisible scalars are
///   left out, so that terminals cannot disagree about the width of a joined emoji.
/// - Skin tones of emoji are left out for the same reason.
/// - Tab, line end and paragraph separator become one space; other controls are left out.
/// - What the system cannot draw becomes U+FFFD; a mark without a letter stands on U+25CC.
/// - No more than three marks stand on one letter (ncurses keeps four).
package struct DisplayText: Hashable, Sendable {
  /// The simple form.
  package let text: String
  /// Its width in cells.
  package let width: Int

  /// Takes text as stored; the simple form of a simple form is itself.
  package init(_ stored: String) {
    if stored.utf8.isPlain {
      text = stored
      width = stored.utf8.count
      return
    }
    var scalars = String.UnicodeScalarView()
    var width = 0
    func append(_ base: UInt32, _ marks: UInt64, _ columns: Int) {
      var (next, rest) = (base, marks)
      while next != 0 {
        if let scalar = Unicode.Scalar(next) { scalars.append(scalar) }
        (next, rest) = (UInt32(rest & 0x1F_FFFF), rest >> 21)
      }
      width += columns
    }
    var clusters = ClusterIterator(stored)
    while let cluster = clusters.next() {
      switch cluster {
      case .plain(let scalar, let columns):
        append(scalar, 0, columns)
      case .other(let character):
        Self.forEachCell(of: character, append)
      }
    }
    text = String(scalars)
    self.width = width
  }

  /// The same for a part of a text.
  package init(_ part: Substring) { self.init(String(part)) }

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  /// The text cut at a character so that it and `mark` fit into `columns`; whole where it fits.
  package func clipped(to columns: Int, mark: String = "…") -> DisplayText {
    if width <= columns { return self }
    let end = DisplayText(mark)
    let room = columns - end.width
    guard room >= 0 else { return DisplayText(text: "", width: 0) }
    var used = 0
    var kept = ""
    for character in text {
      let next = CellWidth.of(character)
      if used + next > room { break }
      kept.append(character)
      used += next
    }
    return DisplayText(text: kept + end.text, width: used + end.width)
  }

  /// Hands over the cells of one user-perceived character: base scalar, up to three marks of 21 bits
  /// each (the first in the lowest), and columns (1 or 2). None for what is not shown.
  package static func forEachCell(of character: Character, _ body: (UInt32, UInt64, Int) -> Void) {
    if let ascii = character.asciiValue {
      if ascii >= 0x20 && ascii < 0x7F {
        body(UInt32(ascii), 0, 1)
      } else if ascii == 0x09 || ascii == 0x0A || ascii == 0x0D {
        body(0x20, 0, 1)
      }
      return
    }
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      put(CollectionOfOne(first), body)
    } else {
      put(Composition.composed(scalars.filter { !isInvisible($0) }), body)
    }
  }

  private static func put(
    _ scalars: some Collection<Unicode.Scalar>, _ body: (UInt32, UInt64, Int) -> Void
  ) {
    var base: UInt32 = 0
    var marks: UInt64 = 0
    var count: UInt64 = 0
    var columns = 0
    for scalar in scalars where !isInvisible(scalar) {
      let value = scalar.value
      if value == 0x0A || value == 0x0D || value == 0x85 || value == 0x2028 || value == 0x2029 {
        if base == 0 { (base, columns) = (0x20, 1) }
        continue
      }
      let code = CellWidth.code(value)
      if code == 0 {
        if base == 0 {
          // A vowel of Hangul alone is no mark and would not stay on the circle.
          guard isMark(scalar) else {
            body(0xFFFD, 0, 1)
            continue
          }
          (base, columns) = (0x25CC, 1)
        }
        if count < 3 { marks |= UInt64(value) << (21 * count) }
        count += 1
        continue
      }
      if base != 0 { body(base, marks, columns) }
      (base, columns) = code == 3 ? (0xFFFD, 1) : (value, Int(code))
      (marks, count) = (0, 0)
    }
    if base != 0 { body(base, marks, columns) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether the scalar is left out: it has no sign of its own, or works on its neighbours only.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x300 {
      let isLineEnd = value == 0x0A || value == 0x0D || value == 0x85
      return value == 0xAD || (!isLineEnd && (value < 0x20 || (0x7F..<0xA0).contains(value)))
    }
    if (0x1F3FB...0x1F3FF).contains(value) { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return true }
    return properties.generalCategory == .format && CellWidth.code(value) == 0
  }
}

extension Sequence<UInt8> {
  /// Whether every byte is a character of its own that is shown as it is: printable ASCII.
  package var isPlain: Bool { allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}
