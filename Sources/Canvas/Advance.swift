/// What wrapping needs to know of one character: its width and how it holds on to its neighbours.
struct Advance: Hashable, Sendable {
  private let bits: UInt16

  private init(bits: UInt16) { self.bits = bits }

  init(_ character: Character) {
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
  var width: Int { Int(bits & 63) }
  var isNewline: Bool { bits & 64 != 0 }
  var isSpace: Bool { bits & 128 != 0 }
  private var isHyphen: Bool { bits & 256 != 0 }
  private var isLetter: Bool { bits & 512 != 0 }
  private var closes: Bool { bits & 1024 != 0 }
  private var opens: Bool { bits & 2048 != 0 }
  private var isWide: Bool { width >= 2 }

  /// Whether a line may end between this character and the one behind it.
  func mayBreak(before next: Advance) -> Bool {
    if isSpace { return !next.isSpace }
    if next.isSpace || next.isNewline || next.closes || opens { return false }
    return isWide || next.isWide || (isHyphen && next.isLetter)
  }

  /// Whether the character belongs to a word, for moving and deleting by words.
  static func isWordPart(_ character: Character) -> Bool {
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
  /// in this row. Spaces may hang over the edge; a word longer than a row is broken at a character.
  func nextRow(from start: Int, width: Int) -> Int? {
    var column = 0
    var lastBreak: Int?
    var index = start
    while index < count {
      let advance = self[index]
      if advance.isNewline { return index + 1 }
      if index > start {
        if self[index - 1].mayBreak(before: advance) { lastBreak = index }
        if !advance.isSpace && column + advance.width > width { return lastBreak ?? index }
      }
      column += advance.width
      index += 1
    }
    return nil
  }

  /// Columns of a range of characters.
  func columns(_ range: Range<Int>) -> Int {
    self[range].reduce(0) { $0 + ($1.isNewline ? 0 : $1.width) }
  }
}
