import PackModel

/// Reads one expression and resolves its names on the way.
struct ExpressionParser {
  private(set) var scope: Scope
  private let tokens: [Token]
  private var at = 0
  private var depth = 0

  init(_ text: String, _ scope: Scope) throws(Fault) {
    self.scope = scope
    guard text.utf8.count <= Bounds.expression || text.unicodeScalars.count <= Bounds.expression
    else {
      throw Fault(
        .tooLarge, "This is longer than \(Bounds.expression) characters.",
        "Calculate parts of it, and name these.")
    }
    let (tokens, fault) = PackCompiler.tokens(of: text)
    if let fault {
      throw Fault(
        .brokenExpression, "This sign has no meaning in a condition.",
        "See FORMAT.md, Expressions.", offset: fault)
    }
    self.tokens = tokens
  }

  /// The whole text as one expression.
  mutating func whole() throws(Fault) -> Typed {
    let result = try or()
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
    _ message: String, _ remedy: String, kind: Diagnostic.Kind = .brokenExpression
  ) -> Fault {
    Fault(kind, message, remedy, offset: offset)
  }

  /// Goes past the next token.
  mutating func skip() { at += 1 }

  /// Reads what stands within something; where that nests too deeply, it is a fault.
  mutating func nested(_ read: (inout ExpressionParser) throws(Fault) -> Typed) throws(Fault)
    -> Typed
  {
    depth += 1
    defer { depth -= 1 }
    if depth > Bounds.expressionDepth {
      throw fault(
        "This nests too deeply.", "Calculate parts of it, and name these.", kind: .tooLarge)
    }
    return try read(&self)
  }

  /// Reads what can name what a range holds.
  mutating func within(
    _ inner: Scope, _ read: (inout ExpressionParser) throws(Fault) -> Typed
  ) throws(Fault) -> Typed {
    let outer = scope
    scope = inner
    defer { scope = outer }
    return try read(&self)
  }

  mutating func takes(_ word: String) -> Bool {
    guard peek == .name(word) || peek == .sign(word) else { return false }
    at += 1
    return true
  }

  mutating func expect(_ word: String) throws(Fault) {
    guard takes(word) else {
      throw fault("Here should stand `\(word)`.", "See FORMAT.md, Expressions.")
    }
  }

  mutating func name() throws(Fault) -> String {
    guard case .name(let name) = peek else {
      throw fault("Here should stand a name.", "See FORMAT.md, Expressions.")
    }
    at += 1
    return name
  }

  // MARK: Conditions

  mutating func or() throws(Fault) -> Typed {
    var parts = [try and()]
    while takes("or") { parts.append(try and()) }
    return parts.count == 1
      ? parts[0] : Typed(expression: .or(parts.map(\.expression)), kind: .truth)
  }

  mutating func and() throws(Fault) -> Typed {
    var isGroup = peek == .sign("(")
    let first = try not()
    guard peek == .name("and") else { return first }
    var parts = conjuncts(first, isGroup)
    while takes("and") {
      isGroup = peek == .sign("(")
      parts += conjuncts(try not(), isGroup)
    }
    return Typed(expression: .and(parts), kind: .truth)
  }

  /// `a is answered with b` is two conditions of the chain that it stands in; brackets are kept.
  private func conjuncts(_ part: Typed, _ isGroup: Bool) -> [Expression] {
    if !isGroup, case .and(let parts) = part.expression { return parts }
    return [part.expression]
  }

  mutating func not() throws(Fault) -> Typed {
    guard takes("not") else { return try comparison() }
    return try nested { parser throws(Fault) in
      Typed(expression: .not(try parser.not().expression), kind: .truth)
    }
  }
}
