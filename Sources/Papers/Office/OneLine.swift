import PlainText

/// The words of a paragraph, put together out of pieces to one line: white space of any kind is one
/// space, what nobody sees (soft hyphens, spaces without width) is gone.
struct OneLine {
  private(set) var text = ""
  private var hasSpace = false
  /// Whether white space stood before its first word.
  private var beginsInSpace = false

  var isEmpty: Bool { text.isEmpty }

  init() {}

  init(_ text: String) { append(text) }

  mutating func append(_ piece: String) {
    for scalar in piece.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        hasSpace = true
        if text.isEmpty { beginsInSpace = true }
      } else {
        if hasSpace, !text.isEmpty { text.unicodeScalars.append(" ") }
        hasSpace = false
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Goes on with the words of another line.
  mutating func append(_ other: OneLine) {
    hasSpace = hasSpace || other.beginsInSpace
    append(other.text)
    hasSpace = other.hasSpace
  }

  /// The words without what would act on the machine of whoever reads them.
  var clean: String { Sanitiser.documentLine.clean(text) }
}
