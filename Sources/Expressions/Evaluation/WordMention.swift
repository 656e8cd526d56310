/// Looks for words in a text, in capital or small letters alike.
enum WordMention {
  /// Whether the text has the words in it.
  static func has(_ text: String, _ words: String) -> Bool {
    if let found = hasPlain(text, words) { return found }
    return text.lowercased().contains(words.lowercased())
  }

  /// The same for plain ASCII, byte by byte: many rows are looked through in every pass. nil where
  /// there are other letters, or line ends that are one character and two bytes.
  private static func hasPlain(_ text: String, _ words: String) -> Bool? {
    let (text, words) = (text.utf8, words.utf8)
    guard text.allSatisfy(isPlain), words.allSatisfy(isPlain), let first = words.first else {
      return nil
    }
    var start = text.startIndex
    while let at = text[start...].firstIndex(where: { small($0) == small(first) }) {
      if text[at...].count < words.count { return false }
      if zip(text[at...], words).allSatisfy({ small($0) == small($1) }) { return true }
      start = text.index(after: at)
    }
    return false
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && byte != 0x0D }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
