/// The words and signs of a passage, and where its sentences are.
struct PassageTokens {
  struct Token {
    /// A word in small letters, with an apostrophe within it; or a sign.
    let text: String
    let isWord: Bool
    /// In bytes of UTF-8.
    let range: Range<Int>
    /// Whether a sentence ends with it.
    let endsSentence: Bool
  }

  let tokens: [Token]
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
    let signs = Array(text)
    var offsets = [0]
    for sign in signs { offsets.append((offsets.last ?? 0) + sign.utf8.count) }
    var tokens: [Token] = []
    var at = 0
    while at < signs.count {
      let start = at
      if PassageTokens.isOfWord(signs[at]) {
        while at < signs.count, PassageTokens.goesOn(signs, at) { at += 1 }
        let word = String(signs[start..<at]).lowercased().replacing("’", with: "'")
        tokens.append(
          Token(
            text: word, isWord: true, range: offsets[start]..<offsets[at], endsSentence: false))
        continue
      }
      at += 1
      guard !signs[start].isWhitespace, !PassageTokens.joins(signs, start) else { continue }
      tokens.append(
        Token(
          text: String(signs[start]), isWord: false, range: offsets[start]..<offsets[at],
          endsSentence: PassageTokens.ends(signs, start)))
    }
    self.tokens = tokens
  }

  private static func isOfWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }

  private static func goesOn(_ signs: [Character], _ at: Int) -> Bool {
    isOfWord(signs[at])
      || "'’".contains(signs[at]) && at + 1 < signs.count && isOfWord(signs[at + 1])
  }

  /// Whether it is a hyphen between two words.
  private static func joins(_ signs: [Character], _ at: Int) -> Bool {
    "-‐‑".contains(signs[at]) && at > 0 && at + 1 < signs.count && isOfWord(signs[at - 1])
      && isOfWord(signs[at + 1])
  }

  /// Whether a sign ends a sentence: a full stop before a capital or the end, so that “e.g.” and “Art. 28” don't.
  private static func ends(_ signs: [Character], _ at: Int) -> Bool {
    guard ".?!".contains(signs[at]) else { return false }
    let rest = signs[(at + 1)...].drop { "”\"’)".contains($0) }
    guard let next = rest.first else { return true }
    guard next.isWhitespace, let after = rest.first(where: { !$0.isWhitespace }) else {
      return false
    }
    return after.isUppercase || "“\"(".contains(after)
  }

  /// The numbers of the tokens of the sentence around one, the sign at its end included.
  func sentence(around token: Int) -> Range<Int> {
    let start = tokens[..<token].lastIndex(where: \.endsSentence).map { $0 + 1 } ?? 0
    let end = tokens[token...].firstIndex(where: \.endsSentence).map { $0 + 1 } ?? tokens.count
    return start..<max(end, token + 1)
  }

  /// The number behind the last token of the clause around one, without the sign at its end.
  func clauseEnd(from token: Int) -> Int {
    tokens[token...].firstIndex { $0.endsSentence || $0.text == ";" } ?? tokens.count
  }

  /// The end of the clause, where what is left of it is one thing; nil where a comma or a colon divides it, a
  /// bracket closes that was opened before, or a list counts on in it: what comes then says something else.
  func undividedEnd(from token: Int) -> Int? {
    let end = clauseEnd(from: min(token, tokens.count))
    var depth = 0
    for at in min(token, end)..<end {
      switch tokens[at].text {
      case ",", ":": if depth == 0 { return nil }
      case "(":
        if at + 2 < end, tokens[at + 2].text == ")" { return nil }
        depth += 1
      case ")":
        depth -= 1
        if depth < 0 { return nil }
      default: break
      }
    }
    return end
  }

  /// With the brackets around it, where nothing else stands in them.
  func withBrackets(_ range: Range<Int>) -> Range<Int> {
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    guard before >= 0, after < tokens.count, tokens[before].text == "(", tokens[after].text == ")"
    else { return range }
    return before..<(after + 1)
  }

  /// The text of some tokens.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(
      decoding: bytes[tokens[range.lowerBound].range.lowerBound..<byteEnd(range)], as: UTF8.self)
  }

  func bytes(of range: Range<Int>) -> Range<Int> {
    range.isEmpty
      ? 0..<0 : tokens[range.lowerBound].range.lowerBound..<byteEnd(range)
  }

  private func byteEnd(_ range: Range<Int>) -> Int { tokens[range.upperBound - 1].range.upperBound }
}
