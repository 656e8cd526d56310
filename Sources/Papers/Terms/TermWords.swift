/// The words of a text, and how terms are compared.
enum TermWords {
  struct Word {
    /// Without signs around it and without a possessive.
    let text: String
    /// Its letters and digits in lower case.
    let key: String
    /// Whether a sentence may begin with it.
    let opens: Bool
    /// Whether a sign ends a part of the sentence behind it, so that no term goes on.
    let closes: Bool
  }

  /// The words in order; what is no word is left out.
  static func split(_ text: some StringProtocol) -> [Word] {
    var words: [Word] = []
    var opens = true
    for part in text.split(whereSeparator: \.isWhitespace) {
      let start = part.drop { !isOfWord($0) }
      guard let last = start.lastIndex(where: isOfWord) else {
        opens = opens || part.contains { ".:;".contains($0) }
        continue
      }
      var bare = start[...last]
      let after = start[start.index(after: last)...]
      for possessive in ["’s", "'s"] where bare.hasSuffix(possessive) { bare = bare.dropLast(2) }
      words.append(
        Word(
          text: String(bare), key: bare.lowercased().filter(isOfWord),
          opens: opens || part.first != start.first,
          closes: after.contains { ".,:;()".contains($0) }))
      opens = after.contains { ".:;?!".contains($0) }
    }
    return words
  }

  /// What a term is compared by: its letters and digits in lower case, one of the plural's left out.
  static func key(_ words: some Sequence<Word>) -> String { singular(words.map(\.key).joined()) }

  static func key(_ text: String) -> String { key(split(text)) }

  static func singular(_ key: String) -> String {
    key.count > 3 && key.hasSuffix("s") && !key.hasSuffix("ss") ? String(key.dropLast()) : key
  }

  /// Whether every word but small ones begins with a capital.
  static func isCapitalised(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy {
      $0.text.first?.isUppercase == true || ["and", "of", "or", "the"].contains($0.text)
    }
  }

  private static func isOfWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
}
