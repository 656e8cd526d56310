/// A name as it is compared with what a person wrote: in small letters and without accents; hyphens,
/// brackets and spaces of every kind are one space, "&" is "and", full stops and apostrophes are
/// nothing. "the" at its start does not count.
package struct FoldedName: Hashable, Sendable {
  /// With "the", where it begins so.
  package let whole: String
  /// What is compared.
  package let key: String

  package init(_ name: some StringProtocol) {
    var folding = Folding()
    for scalar in name.unicodeScalars { folding.take(scalar) }
    whole = folding.text
    key = whole.hasPrefix("the ") ? String(whole.dropFirst(4)) : whole
  }

  package var words: [Substring] { key.split(separator: " ") }

  package static func == (a: FoldedName, b: FoldedName) -> Bool { a.key == b.key }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

private struct Folding {
  var text = ""
  private var isAtGap = false

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "0"..."9": add(scalar)
    case "A"..."Z": add(Unicode.Scalar(UInt8(scalar.value) + 32))
    // A point within a number is part of it.
    case ".": isAtGap = isAtGap || text.utf8.last.map { (48...57).contains($0) } == true
    case "'", "’", "‘", "`", "´", "ʼ", "′": break
    case "&":
      isAtGap = true
      for letter in "and".unicodeScalars { add(letter) }
      isAtGap = true
    case "%", "+", "<", ">", "=", "$": alone(scalar)
    case "\0"..."\u{7F}": isAtGap = true
    // Letters of double width.
    case "！"..."～": take(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default: takeOther(scalar)
    }
  }

  private mutating func takeOther(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark:
      // An accent on a Latin letter; in other scripts it may be half of the letter.
      if text.utf8.last.map({ $0 < 0x80 }) != true { text.unicodeScalars.append(scalar) }
    case .format: break
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark, .enclosingMark:
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        if small.value < 0x80 {
          take(small)
        } else if let plain = Self.plain(small) {
          for letter in plain.unicodeScalars { add(letter) }
        } else if small.properties.generalCategory == .nonspacingMark {
          takeOther(small)
        } else {
          add(small)
        }
      }
    case .mathSymbol, .currencySymbol: alone(scalar)
    default: isAtGap = true
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if isAtGap, !text.isEmpty { text.append(" ") }
    isAtGap = false
    text.unicodeScalars.append(scalar)
  }

  private mutating func alone(_ scalar: Unicode.Scalar) {
    isAtGap = true
    add(scalar)
    isAtGap = true
  }

  /// The letters without accents that a small letter is of. A Latin one's own name says it: LATIN
  /// SMALL LETTER U WITH DIAERESIS, LATIN SMALL LIGATURE FI.
  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ß": return "ss"
    case "ı": return "i"
    case "ð": return "d"
    case "þ": return "th"
    case "ς": return "σ"
    default: break
    }
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count > 3, words[0] == "LATIN", words[1] == "SMALL", words[3].utf8.count <= 3,
      words[2] == "LETTER" || words[2] == "LIGATURE", words.count == 4 || words[4] == "WITH"
    else { return nil }
    return words[3].lowercased()
  }
}
