/// Words that no language has and no rule divides, such as keys and hashes, given places to break, so
/// that they stay within their column. What is read or copied stays the same but for marks without
/// width.
enum LongWords {
  private static let mark: Unicode.Scalar = "\u{200B}"

  /// - Parameter inCell: whether it stands in a cell, which may be narrow.
  static func breakable(_ text: String, inCell: Bool = false) -> String {
    guard holdsLongWord(text, from: inCell ? 8 : 20) else { return text }
    var out = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    var isAddress = false
    func flush() {
      let limit = isAddress ? inCell ? 6 : 16 : limit(of: word, inCell: inCell)
      for (index, scalar) in word.enumerated() {
        if word.count > limit, index > 0, index % limit == 0,
          scalar.properties.generalCategory != .nonspacingMark
        {
          out.append(mark)
        }
        out.append(scalar)
      }
      word.removeAll(keepingCapacity: true)
    }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if index == 0 || isSpace(scalars[index - 1]) {
        isAddress = LongWords.isAddress(scalars[index...].prefix { !isSpace($0) })
      }
      if isLetterOrDigit(scalar) {
        word.append(scalar)
      } else {
        flush()
        out.append(scalar)
      }
    }
    flush()
    return String(out)
  }

  /// A place on the web, a path or an e-mail address: its parts are run together by habit.
  private static func isAddress(_ token: some Sequence<Unicode.Scalar>) -> Bool {
    var (ends, wasLetter) = (false, false)
    for scalar in token {
      if scalar == "@" || scalar == "/" { return true }
      let isLetter = isLetterOrDigit(scalar)
      if ends, isLetter { return true }
      ends = wasLetter && scalar == "."
      wasLetter = isLetter
    }
    return false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// A word with digits in it is no word; a German one may well have forty letters.
  private static func limit(of word: [Unicode.Scalar], inCell: Bool) -> Int {
    let isNoWord = word.contains { (0x30...0x39).contains($0.value) || $0 == "_" || $0 == "=" }
    return isNoWord ? inCell ? 6 : 20 : 40
  }

  /// Whether a word is an address, or so long that nobody reads it as one.
  static func isUndivided(_ word: Substring) -> Bool {
    word.utf8.count > 40 || (word.utf8.count > 16 && isAddress(word.unicodeScalars))
  }

  static func holdsUndivided(_ text: Substring) -> Bool {
    text.split(separator: " ").contains(where: isUndivided)
  }

  private static func holdsLongWord(_ text: String, from limit: Int) -> Bool {
    var length = 0
    for byte in text.utf8 {
      length = byte > 0x2F && !(0x3A...0x40).contains(byte) ? length + 1 : 0
      if length > limit { return true }
    }
    return false
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    // Signs that typst breaks at, and those of East Asia, between which every place is one.
    guard scalar.value < 0x2E80 else { return false }
    return scalar.value > 0x7F
      ? scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      : (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & 0xDF)
        || scalar == "_" || scalar == "*" || scalar == "="
  }
}
