import PackModel

/// Reads one expression and resolves its names on the way.
package struct ExpressionParser {
  private(set) var names: any Naming
  private let tokens: [Token]
  private var at = 0
  private var depth = 0

  /// Characters of one condition or value. A pack is untrusted; no honest one needs as many.
  private static let longest = 4_000
  /// Brackets, `not`s and shares within each other.
  private static let deepest = 32

  package init(_ text: String, _ names: any Naming) throws(GrammarFault) {
    self.names = names
    guard text.utf8.count <= Self.longest || text.unicodeScalars.count <= Self.longest else {
      throw GrammarFault(
        .tooLarge, "This is longer than \(Self.longest) characters.",
        "Calculate parts of it, and name these.")
    }
    let (tokens, fault) = Expressions.tokens(of: text)
    if let fault {
      throw GrammarFault(
        .brokenExpression, "This sign has no meaning in a condition.",
        "See FORMAT.md, Expressions.", offset: fault)
    }
    self.tokens = tokens
  }

  /// The whole text as one expression.
  package mutating func whole() throws(GrammarFault) -> Typed {
    let result = try condition()
    if peek != .end {
      throw fault("The expression should end here.", "Join two conditions with `and` or `or`.")
    }
    return result
  }

  // MARK: Tokens

  var peek: Token.Kind { tokens[min(at, tokens.count - 1)].kind }
  /// Where the next token begins.
  var offset: Int { tokens[min(at, tokens.count - 1)].offset }

  func fault(
    _ message: String, _ remedy: String, kind: GrammarFault.Kind = .brokenExpression
  ) -> GrammarFault {
    GrammarFault(kind, message, remedy, offset: offset)
  }

  /// Goes past the next token.
  mutating func skip() { at += 1 }

  /// Reads what stands within something; where that nests too deeply, it is a fault.
  mutating func nested(
    _ read: (inout ExpressionParser) throws(GrammarFault) -> Typed
  ) throws(GrammarFault) -> Typed {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest {
      throw fault(
        "This nests too deeply.", "Calculate parts of it, and name these.", kind: .tooLarge)
    }
    return try read(&self)
  }

  /// Reads what can name what a range holds.
  mutating func within(
    _ inner: any Naming, _ read: (inout ExpressionParser) throws(GrammarFault) -> Typed
  ) throws(GrammarFault) -> Typed {
    let outer = names
    names = inner
    defer { names = outer }
    return try read(&self)
  }

  mutating func takes(_ word: String) -> Bool {
    guard peek == .name(word) || peek == .sign(word) else { return false }
    at += 1
    return true
  }

  mutating func expect(_ word: String) throws(GrammarFault) {
    guard takes(word) else {
      throw fault("Here should stand `\(word)`.", "See FORMAT.md, Expressions.")
    }
  }

  mutating func name() throws(GrammarFault) -> String {
    guard case .name(let name) = peek else {
      throw fault("Here should stand a name.", "See FORMAT.md, Expressions.")
    }
    at += 1
    return name
  }

  // MARK: What stands where

  /// Anything, down to conditions that are joined.
  mutating func condition() throws(GrammarFault) -> Typed { try Or.read(&self) }

  /// A value, or two that are compared.
  mutating func comparison() throws(GrammarFault) -> Typed {
    let left = try sum()
    guard let word = peek.word, let joining = Vocabulary.joining[word] else { return left }
    skip()
    return try joining.read(after: left, word, &self)
  }

  /// A value, or several that are added.
  mutating func sum() throws(GrammarFault) -> Typed { try Plus.read(&self) }

  /// One value.
  mutating func operand() throws(GrammarFault) -> Typed {
    try nested { parser throws(GrammarFault) in try parser.value() }
  }

  private mutating func value() throws(GrammarFault) -> Typed {
    switch peek {
    case .sign("("):
      skip()
      let inner = try condition()
      try expect(")")
      return inner
    case .string, .number: return try Literal.read(&self)
    case .name(let word):
      guard let opening = Vocabulary.opening[word] else { return try Named.read(&self) }
      return try opening.read(word, &self)
    case .sign, .end:
      throw fault("Here should stand a value.", "See FORMAT.md, Expressions.")
    }
  }
}
