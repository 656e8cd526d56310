/// Scripts that are written from right to left.
enum RightToLeft {
  static func holds(in text: String) -> Bool {
    // Hebrew begins with the byte 0xD6; nothing that is written from right to left lies below.
    text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains { isStrong($0) }
  }

  /// Letters with the bidi class R or AL, by blocks.
  static func isStrong(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      scalar.properties.isAlphabetic
    default: false
    }
  }
}
