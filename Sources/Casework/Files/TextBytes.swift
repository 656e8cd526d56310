/// The text that bytes of a file are.
enum TextBytes {
  /// UTF-8, or UTF-16 as some editors save it, without the mark that stands before the first letter.
  /// Nil for any other encoding: its letters could only be guessed.
  static func text(_ bytes: [UInt8]) -> String? {
    let text: String? =
      switch (bytes.first, bytes.dropFirst().first) {
      case (0xFF, 0xFE), (.some, 0): utf16(bytes) { $0 | $1 << 8 }
      case (0xFE, 0xFF), (0, .some): utf16(bytes) { $0 << 8 | $1 }
      default: String(validating: bytes, as: UTF8.self)
      }
    guard let text, text.unicodeScalars.first == "\u{FEFF}" else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  private static func utf16(
    _ bytes: [UInt8], _ unit: (UInt16, UInt16) -> UInt16
  ) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map {
      unit(UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
    }
    return String(validating: units, as: UTF16.self)
  }

  /// Bytes as Windows writes them in Western Europe (code page 1252); nil where a byte has no sign there.
  static func western(_ bytes: [UInt8]) -> String? {
    let high: [UInt16] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }
}
