/// Whether a text needs more than the fonts that typst brings along: Latin, Greek, Cyrillic, Hebrew,
/// Arabic and signs are in those. Without the system's fonts typst starts faster and makes the same
/// file on every machine.
enum FontNeed {
  static func needsSystemFonts(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0xD8 }) else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x700, 0x1E00..<0x2300, 0x2500..<0x2700, 0xFB00..<0xFE00, 0xFE70..<0xFF00, 0xFFFD:
        false
      default: true
      }
    }
  }
}
