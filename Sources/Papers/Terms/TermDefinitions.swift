/// The terms that a paper defines, each by its first definition.
struct TermDefinitions {
  struct Definition {
    /// As the paper writes it.
    let words: String
    let key: String
    let passage: Int
  }

  private(set) var all: [Definition] = []
  private var keys: Set<String> = []

  private static let verbs = [
    "means", "mean", "shall mean", "will mean", "has the meaning", "have the meaning",
    "shall have the meaning", "will have the meaning", "has the same meaning", "is defined",
    "are defined", "refers to", "refer to", "shall refer to", "includes", "shall include",
    "and inflections",
  ]
  private static let quotes: [(open: Character, close: Character)] = [
    ("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"),
  ]

  init(_ paper: Paper) {
    for (index, passage) in paper.passages.enumerated() where passage.kind != .heading {
      let text = passage.text.filter { $0 != "*" }
      let quoted = Self.quoted(text)
      for words in quoted { add(words, passage.position) }
      guard quoted.isEmpty else { continue }
      let next = paper.passages.dropFirst(index + 1).first
      if let words = Self.unquoted(text, next: next?.kind == .cell ? next?.text : nil) {
        add(words, passage.position)
      }
    }
  }

  private mutating func add(_ words: String, _ passage: Int) {
    let key = TermWords.key(words)
    guard !key.isEmpty, keys.insert(key).inserted else { return }
    all.append(Definition(words: words, key: key, passage: passage))
  }

  // MARK: With quotation marks

  /// The quoted terms that are defined in a text.
  private static func quoted(_ text: String) -> [String] {
    var found: [String] = []
    for quote in quotes {
      var rest = text[...]
      while let open = rest.firstIndex(of: quote.open) {
        let start = text.index(after: open)
        guard let close = text[start...].firstIndex(of: quote.close) else { break }
        let words = text[start..<close]
        let after = text[text.index(after: close)...]
        if isTerm(words), defines(after) || stands(inBrackets: text[..<open], after) {
          found.append(
            String(words[...(words.lastIndex { !",;.".contains($0) } ?? words.startIndex)]))
        }
        // An apostrophe is no end of a quotation: the next may begin anywhere behind the first sign.
        rest = isTerm(words) ? after : text[start...]
      }
    }
    return found
  }

  private static func isTerm(_ words: Substring) -> Bool {
    words.count <= 80 && words.first?.isWhitespace == false
      && words.first.map { $0.isUppercase || $0.isNumber } ?? false
      && words.split(separator: " ").count <= 8
  }

  /// Whether what follows says what the term means. Another term may stand between: `“X” or “Y” means`.
  private static func defines(_ after: Substring) -> Bool {
    var rest = after.drop { $0.isWhitespace || $0 == "," }
    if rest.first == "(", let close = rest.prefix(80).firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...].drop { $0.isWhitespace || $0 == "," }
    }
    let lower = rest.prefix(120).lowercased()
    if begins(lower) { return true }
    guard lower.hasPrefix("or ") || lower.hasPrefix("and "),
      let mark = lower.firstIndex(where: { character in quotes.contains { $0.open == character } }),
      lower.distance(from: lower.startIndex, to: mark) < 10,
      let quote = quotes.first(where: { $0.open == lower[mark] }),
      let close = lower[lower.index(after: mark)...].firstIndex(of: quote.close)
    else { return false }
    return begins(
      String(lower[lower.index(after: close)...].drop { $0.isWhitespace || $0 == "," }))
  }

  private static func begins(_ text: String) -> Bool {
    verbs.contains { verb in
      text.hasPrefix(verb) && text.dropFirst(verb.count).first?.isLetter != true
    }
  }

  /// Whether brackets hold the term and few words before it: `(each a “X”, together the “Y”)`.
  private static func stands(inBrackets before: Substring, _ after: Substring) -> Bool {
    guard let open = before.lastIndex(of: "("), !before[open...].contains(")"),
      let close = after.firstIndex(of: ")")
    else { return false }
    let lead = before[before.index(after: open)...]
    let rest = after[..<close]
    return lead.count <= 60 && rest.count <= 60 && !lead.contains(";")
      && !lead.lowercased().contains("as defined") && !rest.lowercased().contains("as defined")
  }

  // MARK: Without

  /// A term at the beginning of a text, or alone in a cell before the one with its meaning.
  private static func unquoted(_ text: String, next: String?) -> String? {
    let words = TermWords.split(text)
    if let next, words.count <= 8, begins(next.lowercased()) {
      let term = text.trimmingPrefix { "“\"".contains($0) }.filter { !"“”\":".contains($0) }
      return TermWords.isCapitalised(words[...]) ? term : nil
    }
    for end in words.indices.prefix(8).dropFirst() {
      let tail = words[end...].prefix(4).map { $0.text.lowercased() }.joined(separator: " ")
      guard begins(tail), !tail.hasPrefix("include"), !tail.hasPrefix("refer") else { continue }
      let term = words[..<end]
      return TermWords.isCapitalised(term) && !term.dropLast().contains(where: \.closes)
        ? term.map(\.text).joined(separator: " ") : nil
    }
    return nil
  }
}
