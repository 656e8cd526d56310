import Documents

/// Text as it may stand in a file: what cannot be seen or would act on a reader's machine is gone,
/// and nothing else is changed.
///
/// - Line ends of any system become `\n`, a tab becomes a space.
/// - Other control characters and noncharacters become U+FFFD, so that a reader sees that something
///   was there.
/// - Bidi embeddings, overrides and isolates go: they can make a line read otherwise than it is
///   written. The implicit marks (U+200E, U+200F, U+061C) stay; right-to-left names need them.
/// - Byte order marks and tag characters go: they carry text that nobody sees.
package enum Printable {
  package static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where afterReturn: continue
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: clean.append("\n")
      case 0x09: clean.append(" ")
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F: continue
      case 0x00...0x1F, 0x7F...0x9F, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: clean.append("\u{FFFD}")
      case let value where value & 0xFFFE == 0xFFFE: clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// The same on one line: for headings, labels and the files' own properties.
  package static func line(_ text: String) -> String {
    let clean = Printable.text(text)
    guard clean.utf8.contains(0x0A) else { return clean }
    return clean.split(separator: "\n").joined(separator: " ")
  }
}
