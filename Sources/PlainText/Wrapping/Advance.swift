/// What wrapping needs to know of one character: its width and how it holds on to its neighbours.
package struct Advance: Hashable, Sendable {
  private let bits: UInt16

  private init(bits: UInt16) { self.bits = bits }

  /// Of one user-perceived character.
  package init(_ character: Character) {
    if let ascii = character.asciiValue {
      self.init(bits: Self.ascii[Int(ascii)])
    } else {
      self.init(bits: Self.bits(of: character))
    }
  }

  init(_ cluster: ClusterIterator.Cluster) {
    switch cluster {
    case .plain(let scalar, _):
      let isASCII = scalar < 0x80
      let character = isASCII ? " " : Character(Unicode.Scalar(scalar) ?? " ")
      self.init(bits: isASCII ? Self.ascii[Int(scalar)] : Self.bits(of: character))
    case .other(let character): self.init(character)
    }
  }

  /// One for each byte; nil where not every byte is a character of its own that can be seen.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [Advance]? {
    guard bytes.isPlain else { return nil }
    return bytes.map { Advance(bits: ascii[Int($0)]) }
  }

  /// Columns on the screen. A cluster is never wider than 63 columns here.
  package var width: Int { Int(bits & 63) }
  /// Whether a line of the text ends here.
  package var isNewline: Bool { bits & 64 != 0 }
  /// Whether it is a blank, which may hang over the edge of a row.
  package var isSpace: Bool { bits & 128 != 0 }
  private var isHyphen: Bool { bits & 256 != 0 }
  private var isLetter: Bool { bits & 512 != 0 }
  private var closes: Bool { bits & 1024 != 0 }
  private var opens: Bool { bits & 2048 != 0 }
  private var isWide: Bool { width >= 2 }

  /// Whether a line may end between this character and the one behind it.
  func mayBreak(before next: Advance, _ rule: WrapRule) -> Bool {
    if isSpace { return !next.isSpace }
    if next.isSpace || next.isNewline || next.closes || opens { return false }
    return isWide || next.isWide || (rule.breaksAtHyphens && isHyphen && next.isLetter)
  }

  /// A blank that counts for nothing, where several in a row are one.
  static let foldedSpace = Advance(bits: 128)

  /// Whether the character belongs to a word, for moving and deleting by words.
  package static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "'"
      || character == "’"
  }

  private static let ascii: [UInt16] = (0..<128).map { value in
    bits(of: Character(Unicode.Scalar(UInt8(value))))
  }

  private static func bits(of character: Character) -> UInt16 {
    var width = 0
    DisplayText.forEachCell(of: character) { _, _, columns in width += columns }
    var bits = UInt16(min(width, 63))
    if character.isNewline { bits |= 64 }
    if character.isLetter { bits |= 512 }
    let scalars = character.unicodeScalars
    guard let sign = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return bits }
    switch sign {
    case " ", "\t", "\u{3000}": bits |= 128
    case "-", "‐", "–", "—", "/": bits |= 256
    case ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "»", "”", "’",
      "、", "。", "，", "．", "）", "」", "』", "】", "〕", "》", "〉", "！", "？", "：", "；", "ー":
      bits |= 1024
    case "(", "[", "{", "«", "“", "‘", "（", "「", "『", "【", "〔", "《", "〈": bits |= 2048
    default: break
    }
    return bits
  }
}

extension [Advance] {
  /// The first character of the row behind the one that begins at `start`; nil where the text ends
  /// in this row. Spaces may hang over the edge; what becomes of a word longer than a row is the
  /// rule's to say.
  package func nextRow(from start: Int, width: Int, rule: WrapRule = .screen) -> Int? {
    var column = 0
    var lastBreak: Int?
    var staysWhole = false
    var index = start
    while index < count {
      let advance = self[index]
      if advance.isNewline { return index + 1 }
      if index > start {
        if self[index - 1].mayBreak(before: advance, rule), column > 0 || rule == .screen {
          if staysWhole { return index }
          lastBreak = index
        }
        if !staysWhole, !advance.isSpace, column + advance.width > width {
          if let lastBreak { return lastBreak }
          guard let longest = rule.longest, isWord(at: start, atMost: longest, rule) else {
            return index
          }
          staysWhole = true
        }
      }
      column += advance.width
      index += 1
    }
    return nil
  }

  /// Whether the word in which this character stands has at most so many columns.
  private func isWord(at start: Int, atMost longest: Int, _ rule: WrapRule) -> Bool {
    func ends(before index: Int) -> Bool {
      let (last, next) = (self[index - 1], self[index])
      return last.isNewline || next.isNewline || next.isSpace || last.mayBreak(before: next, rule)
    }
    var columns = self[start].width
    var index = start
    while columns <= longest, index > 0, !ends(before: index) {
      index -= 1
      columns += self[index].width
    }
    index = start + 1
    while columns <= longest, index < count, !ends(before: index) {
      columns += self[index].width
      index += 1
    }
    return columns <= longest
  }

  /// Columns of a range of characters.
  package func columns(_ range: Range<Int>) -> Int {
    self[range].reduce(0) { $0 + ($1.isNewline ? 0 : $1.width) }
  }
}
