import PackModel

/// Reads one expression and resolves its names on the way.
struct ExpressionParser {
  let compilation: Compilation
  let names: Names
  let place: Place
  let tokens: [Token]
  var at = 0
  var depth = 0

  struct Fault: Error {
    var kind: Diagnostic.Kind
    var offset: Int
    var message: String
    var remedy: String
  }

  init(_ text: String, _ place: Place, _ names: Names, _ compilation: Compilation) throws(Fault) {
    self.compilation = compilation
    self.names = names
    self.place = place
    guard text.unicodeScalars.count <= Bounds.expression else {
      throw Fault(
        kind: .tooLarge, offset: 0,
        message: "This is longer than \(Bounds.expression) characters.",
        remedy: "Calculate parts of it, and name these.")
    }
    let (tokens, fault) = PackCompiler.tokens(of: text)
    if let fault {
      throw Fault(
        kind: .brokenExpression, offset: fault, message: "This sign has no meaning in a condition.",
        remedy: "See FORMAT.md, Expressions.")
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
  var offset: Int { tokens[min(at, tokens.count - 1)].offset }

  func fault(
    _ message: String, _ remedy: String, kind: Diagnostic.Kind = .brokenExpression
  ) -> Fault {
    Fault(kind: kind, offset: offset, message: message, remedy: remedy)
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
    try deepen()
    defer { depth -= 1 }
    return Typed(expression: .not(try not().expression), kind: .truth)
  }

  /// `a plus b`.
  private mutating func addition() throws(Fault) -> Typed {
    var left = try operand()
    while takes("plus") {
      let before = offset
      let right = try operand()
      try sameMeasure(left, right, before)
      left = Typed(expression: .plus(left.expression, right.expression), kind: left.kind)
    }
    return left
  }

  private mutating func comparison() throws(Fault) -> Typed {
    let left = try addition()
    func truth(_ expression: Expression) -> Typed { Typed(expression: expression, kind: .truth) }
    if takes("is") {
      let negated = takes("not")
      if takes("answered") {
        let state = try answered(left)
        return truth(negated ? .not(state) : state)
      }
      if takes("open") {
        let state = Expression.open(left.expression)
        return truth(negated ? .not(state) : state)
      }
      if peek == .name("none"), left.kind.codes?.contains("none") != true {
        at += 1
        let state = Expression.none(left.expression)
        return truth(negated ? .not(state) : state)
      }
      if case .ticks = left.kind {
        throw fault("Several may be ticked here.", "Write `includes`.")
      }
      let right = try right(of: left)
      return truth(
        negated
          ? .unequal(left.expression, right.expression) : .equal(left.expression, right.expression))
    }
    if takes("includes") {
      let right = try right(of: left)
      return truth(.includes(left.expression, right.expression))
    }
    if takes("among") {
      if takes("(") {
        var list = [try right(of: left).expression]
        while takes(",") { list.append(try right(of: left).expression) }
        try expect(")")
        return truth(.among(left.expression, list))
      }
      return truth(.among(left.expression, [try operand().expression]))
    }
    if takes("mentions") {
      var words: [String] = []
      repeat {
        guard case .string(let word) = peek else {
          throw fault("`mentions` wants words in quotes.", "Write `a mentions \"one\", \"two\"`.")
        }
        at += 1
        words.append(word)
      } while takes(",")
      return truth(.mentions(left.expression, words))
    }
    let signs: [(String, Expression.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less), (">", .greater),
    ]
    for (sign, comparison) in signs where takes(sign) {
      let before = offset
      let right = try addition()
      try sameMeasure(left, right, before)
      return truth(.compare(left.expression, comparison, right.expression))
    }
    return left
  }

  /// `answered`, and behind `with` the code, or one of the codes in brackets, that the answer is or
  /// has among its ticks: *no*, not unknown, while there is no answer.
  private mutating func answered(_ left: Typed) throws(Fault) -> Expression {
    let state = Expression.answered(left.expression)
    guard takes("with") else { return state }
    if takes("(") {
      var list = [try right(of: left).expression]
      while takes(",") { list.append(try right(of: left).expression) }
      try expect(")")
      return .and([state, .among(left.expression, list)])
    }
    let right = try right(of: left).expression
    if case .ticks = left.kind { return .and([state, .includes(left.expression, right)]) }
    return .and([state, .equal(left.expression, right)])
  }

  /// Two sides that never compare are a mistake of the author.
  private func sameMeasure(_ left: Typed, _ right: Typed, _ offset: Int) throws(Fault) {
    if case .quantity(let a) = left.kind, case .quantity(let b) = right.kind {
      let comparable =
        a.isEmpty || b.isEmpty
        || a.contains { a in
          b.contains { Quantity(1, a).compared(to: Quantity(1, $0)) != nil }
        }
      guard !comparable else { return }
      throw Fault(
        kind: .mismatchedUnits, offset: offset,
        message: "\(a.map(\.rawValue).joined(separator: ", ")) cannot be compared with "
          + "\(b.map(\.rawValue).joined(separator: ", ")).",
        remedy: "Compare hours, days and weeks with each other, months with years.")
    }
    guard let a = left.kind.measure, let b = right.kind.measure, a != b else { return }
    // A bare number stands for as many of the other side's unit.
    if Set([a, b]) == ["a number", "a quantity"] { return }
    throw Fault(
      kind: .mismatchedUnits, offset: offset,
      message: "\(a) cannot be compared with \(b).".capitalised,
      remedy: "Compare quantities, money, dates and numbers with their own kind.")
  }

  /// What stands right of `is`, `includes` and `among`: a code of the left side, else a value.
  private mutating func right(of left: Typed) throws(Fault) -> Typed {
    if case .name(let word) = peek {
      if left.kind == .truth, word == "yes" || word == "no" {
        at += 1
        return Typed(expression: .value(.boolean(word == "yes")), kind: .truth)
      }
      if case .row(let owners) = left.kind {
        let linkIds = owners.map { compilation.contents.questions[$0].linkId }
        if linkIds.contains(word) {
          at += 1
          return Typed(expression: .value(.row(word)), kind: left.kind)
        }
      }
      if let codes = left.kind.codes, !codes.isEmpty {
        if codes.contains(word) {
          at += 1
          return Typed(expression: .value(.code(word)), kind: left.kind)
        }
        if compilation.lookup(word.split(separator: ".").map(String.init), names) == nil {
          let hint = nearest(word, in: codes).map { "Did you mean \($0)? " } ?? ""
          throw fault(
            "“\(word)” is none of its codes.",
            hint + "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).",
            kind: .unknownCode)
        }
      } else if left.kind == .unknown,
        compilation.lookup(word.split(separator: ".").map(String.init), names) == nil,
        word != "norm", word != "yes", word != "no"
      {
        // Nothing is known of the left side yet: a bare word is a code.
        at += 1
        return Typed(expression: .value(.code(word)), kind: .unknown)
      }
    }
    if case .number(let word) = peek, let codes = left.kind.codes, codes.contains(word) {
      at += 1
      return Typed(expression: .value(.code(word)), kind: left.kind)
    }
    return try operand()
  }
}

extension String {
  /// With a capital at its start.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
