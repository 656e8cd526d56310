/// Text in a face of equal widths: how many columns it takes, and how it is broken into lines.
enum Columns {
  /// Columns of a plain-text mail or terminal: two for East Asian wide characters and emoji, none
  /// for marks that combine.
  static func width(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(value) ? 2 : 1
    }
  }

  /// East Asian Width W and F, by blocks.
  static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Lines of at most `width` columns, broken at spaces and between wide characters. A word that is
  /// longer stays whole up to `longest` columns (an address must survive being copied), and is cut
  /// beyond that. At least one line.
  static func wrap(_ text: String, width: Int, longest: Int = 240) -> [String] {
    var lines: [String] = []
    // Bytes are split, not characters: neither sign is ever part of another.
    for paragraph in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      wrap(Substring(paragraph), width: max(width, 2), longest: max(longest, width), into: &lines)
    }
    return lines
  }

  private static func wrap(
    _ paragraph: Substring, width: Int, longest: Int, into lines: inout [String]
  ) {
    var line = ""
    var filled = 0
    for (piece, glued) in pieces(of: paragraph, longest: longest, width: width) {
      let size = Columns.width(piece)
      let space = filled == 0 || glued ? 0 : 1
      if filled > 0, filled + space + size > width {
        lines.append(line)
        line = String(piece)
        filled = size
      } else {
        if space == 1 { line += " " }
        line += piece
        filled += space + size
      }
    }
    lines.append(line)
  }

  /// What may not be broken, and whether it joins on to what comes before without a space.
  private static func pieces(
    of paragraph: Substring, longest: Int, width: Int
  ) -> [(piece: Substring, glued: Bool)] {
    var pieces: [(Substring, Bool)] = []
    for bytes in paragraph.utf8.split(separator: 0x20) {
      let word = Substring(bytes)
      if word.utf8.allSatisfy({ $0 < 0x80 }), word.utf8.count <= longest {
        pieces.append((word, false))
        continue
      }
      let limit = Columns.width(word) > longest ? width : longest
      var start = word.startIndex
      var size = 0
      var glued = false
      for index in word.indices {
        let own = Columns.width(String(word[index]))
        let breaks =
          index > start && (isWide(at: index, in: word) || isWide(before: index, in: word))
        let cut = size + own > limit || (breaks && size > 0)
        if cut, index > start, !startsWithClosingMark(word[index]) {
          pieces.append((word[start..<index], glued))
          (start, size, glued) = (index, 0, true)
        }
        size += own
      }
      pieces.append((word[start...], glued))
    }
    return pieces
  }

  private static func isWide(at index: Substring.Index, in word: Substring) -> Bool {
    word[index].unicodeScalars.first.map { isWide($0.value) } ?? false
  }

  private static func isWide(before index: Substring.Index, in word: Substring) -> Bool {
    isWide(at: word.index(before: index), in: word)
  }

  /// A line never begins with a stop or a closing bracket.
  private static func startsWithClosingMark(_ character: Character) -> Bool {
    "。、，．：；！？）」』】〉》)]},.;:!?".contains(character)
  }

  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Columns.width(text)))
  }
}
