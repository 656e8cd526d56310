import PackModel

/// Comparisons: what stands between two values.
extension ExpressionParser {
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

  mutating func comparison() throws(Fault) -> Typed {
    let left = try addition()
    if takes("is") { return try state(of: left) }
    if takes("includes") {
      return truth(.includes(left.expression, try right(of: left).expression))
    }
    if takes("among") {
      guard takes("(") else {
        return truth(.among(left.expression, [try operand().expression]))
      }
      var list = [try right(of: left).expression]
      while takes(",") { list.append(try right(of: left).expression) }
      try expect(")")
      return truth(.among(left.expression, list))
    }
    if takes("mentions") { return try mentions(left) }
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

  private func truth(_ expression: Expression) -> Typed {
    Typed(expression: expression, kind: .truth)
  }

  /// What follows `is`: a state of the answer, or a value.
  private mutating func state(of left: Typed) throws(Fault) -> Typed {
    let negated = takes("not")
    func truth(_ state: Expression) -> Typed {
      Typed(expression: negated ? .not(state) : state, kind: .truth)
    }
    if takes("answered") { return truth(try answered(left)) }
    if takes("open") { return truth(.open(left.expression)) }
    if peek == .name("none"), left.kind.codes?.contains("none") != true {
      skip()
      return truth(.none(left.expression))
    }
    if case .ticks = left.kind {
      throw fault("Several may be ticked here.", "Write `includes`.")
    }
    let right = try right(of: left).expression
    return Typed(
      expression: negated ? .unequal(left.expression, right) : .equal(left.expression, right),
      kind: .truth)
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

  private mutating func mentions(_ left: Typed) throws(Fault) -> Typed {
    var words: [String] = []
    repeat {
      guard case .string(let word) = peek else {
        throw fault("`mentions` wants words in quotes.", "Write `a mentions \"one\", \"two\"`.")
      }
      skip()
      words.append(word)
    } while takes(",")
    return truth(.mentions(left.expression, words))
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
        .mismatchedUnits,
        "\(a.map(\.rawValue).joined(separator: ", ")) cannot be compared with "
          + "\(b.map(\.rawValue).joined(separator: ", ")).",
        "Compare hours, days and weeks with each other, months with years.", offset: offset)
    }
    guard let a = left.kind.measure, let b = right.kind.measure, a != b else { return }
    // A bare number stands for as many of the other side's unit.
    if Set([a, b]) == ["a number", "a quantity"] { return }
    throw Fault(
      .mismatchedUnits, "\(a) cannot be compared with \(b).".capitalised,
      "Compare quantities, money, dates and numbers with their own kind.", offset: offset)
  }

  /// What stands right of `is`, `includes` and `among`: a code of the left side, else a value.
  private mutating func right(of left: Typed) throws(Fault) -> Typed {
    if case .name(let word) = peek {
      if left.kind == .truth, word == "yes" || word == "no" {
        skip()
        return Typed(expression: .value(.boolean(word == "yes")), kind: .truth)
      }
      if case .row(let owners) = left.kind {
        let linkIds = owners.map { scope.symbols.questions[$0].id }
        if linkIds.contains(word) {
          skip()
          return Typed(expression: .value(.row(word)), kind: left.kind)
        }
      }
      if let codes = left.kind.codes, !codes.isEmpty {
        if codes.contains(word) {
          skip()
          return Typed(expression: .value(.code(word)), kind: left.kind)
        }
        if scope.lookup(word) == nil {
          let hint = nearest(word, in: codes).map { "Did you mean \($0)? " } ?? ""
          throw fault(
            "“\(word)” is none of its codes.",
            hint + "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).",
            kind: .unknownCode)
        }
      } else if left.kind == .unknown,
        scope.lookup(word) == nil,
        word != "norm", word != "yes", word != "no"
      {
        // Nothing is known of the left side yet: a bare word is a code.
        skip()
        return Typed(expression: .value(.code(word)), kind: .unknown)
      }
    }
    if case .number(let word) = peek, let codes = left.kind.codes, codes.contains(word) {
      skip()
      return Typed(expression: .value(.code(word)), kind: left.kind)
    }
    return try operand()
  }
}

extension String {
  /// With a capital at its start.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
