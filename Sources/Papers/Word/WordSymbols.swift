/// The signs that Word takes from fonts of signs.
enum WordSymbols {
  /// What a sign stands for; a space where that is not known.
  /// - Parameters:
  ///   - code: its place in the font, in hexadecimal digits.
  ///   - font: the font's name.
  static func text(_ code: String?, font: String?) -> String {
    guard let value = code.flatMap({ UInt32($0, radix: 16) }) else { return " " }
    let place = (0xF000...0xF0FF).contains(value) ? value - 0xF000 : value
    let font = (font ?? "").lowercased()
    if font.hasPrefix("wingdings") { return wingdings[place] ?? " " }
    if font.hasPrefix("symbol"), let sign = symbol[place] { return sign }
    guard let scalar = Unicode.Scalar(place), place >= 0x20 else { return " " }
    return String(Character(scalar))
  }

  private static let wingdings: [UInt32: String] = [
    0x6C: "•", 0x6E: "▪", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒", 0x9F: "•",
    0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
  private static let symbol: [UInt32: String] = [
    0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π", 0xA3: "≤", 0xAE: "→", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xD2: "®", 0xD3: "©", 0xD4: "™",
  ]
}
