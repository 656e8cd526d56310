/// Puts the bytes of one scalar together, however late the last of them comes.
struct UTF8Letter {
  private var bytes: [UInt8] = []

  /// Takes the next byte. The scalar when it is whole, U+FFFD for bytes that are none, else nil.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if byte < 0x80 {
      bytes.removeAll()
      return Unicode.Scalar(byte)
    }
    if byte >= 0xC0 { bytes.removeAll() }
    bytes.append(byte)
    guard let length = Self.length(bytes[0]) else {
      bytes.removeAll()
      return "\u{FFFD}"
    }
    guard bytes.count == length else { return nil }
    defer { bytes.removeAll() }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  private static func length(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
