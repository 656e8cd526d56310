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
}
