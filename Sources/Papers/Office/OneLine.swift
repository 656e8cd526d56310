import PlainText

/// The words of a paragraph, put together out of pieces to one line: white space of any kind is one
/// space, what nobody sees (soft hyphens, spaces without width) is gone.
struct OneLine {
  private var bytes: [UInt8] = []
  private var hasSpace = false
  /// Whether white space stood before its first word.
  private var beginsInSpace = false

  init() {}

  init(_ text: String) { append(text) }

  var isEmpty: Bool { bytes.isEmpty }
  /// Of its words, in bytes.
  var size: Int { bytes.count }

  mutating func append(_ piece: String) {
    var piece = piece
    piece.withUTF8 { letters in
      var at = 0
      while at < letters.count {
        let byte = letters[at]
        if byte > 0x20, byte < 0x80 {
          add(byte)
          at += 1
        } else if byte <= 0x20 {
          addSpace()
          at += 1
        } else {
          let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          let end = min(at + length, letters.count)
          switch Self.kind(letters[at..<end]) {
          case .seen: for place in at..<end { add(letters[place]) }
          case .space: addSpace()
          case .unseen: break
          }
          at = end
        }
      }
    }
  }

  /// Goes on with the words of another line.
  mutating func append(_ other: OneLine) {
    hasSpace = hasSpace || other.beginsInSpace
    append(other.text)
    hasSpace = other.hasSpace
  }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The words without what would act on the machine of whoever reads them.
  var clean: String { Sanitiser.documentLine.clean(text) }

  private mutating func add(_ byte: UInt8) {
    if hasSpace {
      if !bytes.isEmpty { bytes.append(0x20) }
      hasSpace = false
    }
    bytes.append(byte)
  }

  private mutating func addSpace() {
    hasSpace = true
    if bytes.isEmpty { beginsInSpace = true }
  }

  private enum Kind { case seen, space, unseen }

  /// What the bytes of a letter outside of ASCII are.
  private static func kind(_ letter: Slice<UnsafeBufferPointer<UInt8>>) -> Kind {
    switch letter.reduce(0, { $0 << 8 | UInt32($1) }) {
    // U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000
    case 0xC285, 0xC2A0, 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F,
      0xE38080:
      .space
    // U+00AD, U+200B, U+2060, U+FEFF
    case 0xC2AD, 0xE2808B, 0xE281A0, 0xEFBBBF: .unseen
    default: .seen
    }
  }
}
