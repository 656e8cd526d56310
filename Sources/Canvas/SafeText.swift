/// Text that is written to a terminal as a stream, where nobody draws it in cells: no word of a
/// stranger acts on the terminal, or reads otherwise than it is written. What is kept stays as it was
/// typed, so that a path can be copied; `DisplayText` is the form for the screen.
///
/// - Line ends of all kinds and tabs become one space: a line stays one line.
/// - Other controls (C0, DEL, C1), the controls of direction and marks of annotation become U+FFFD,
///   so that one sees that something was there.
/// - What else has no sign of its own (zero-width spaces, byte order marks, soft hyphens, tags,
///   fillers) is left out. Joiners and variation selectors stay: letters and emoji are made with them.
package enum SafeText {
  package static func line(_ text: String) -> String {
    if text.utf8.isPlain { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: safe.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0xFFF9...0xFFFB: safe.append("\u{FFFD}")
      case 0x20...0x7E, 0x200C, 0x200D: safe.append(scalar)
      default:
        let properties = scalar.properties
        if properties.isBidiControl {
          safe.append("\u{FFFD}")
        } else if !properties.isDefaultIgnorableCodePoint || properties.isVariationSelector {
          safe.append(scalar)
        }
      }
    }
    return String(safe)
  }

  /// The same of a text whose lines are meant.
  package static func lines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }
}
