import PackModel

/// What several words have in their grammar: ranges, columns, and what stands right of a comparison.
extension ExpressionParser {
  /// A range and behind `where` its condition.
  mutating func range() throws(GrammarFault) -> (Expression.Range, Expression?) {
    let before = offset
    let word = try name()
    guard let (range, inside) = names.range(word) else {
      throw GrammarFault(
        .unknownName, "“\(word)” is no table and no checks.",
        "Name a table, or a question of type checks.", offset: before)
    }
    guard takes("where") else { return (range, nil) }
    let condition = try within(inside) { parser throws(GrammarFault) in try parser.condition() }
    return (range, condition.expression)
  }

  /// `TABLE.COLUMN`.
  mutating func column() throws(GrammarFault) -> (member: Member, table: Int) {
    let before = offset
    let word = try name()
    guard let found = names.column(word) else {
      throw GrammarFault(
        .unknownName, "“\(word)” is no column of a table.", "Write `TABLE.COLUMN`.",
        offset: before)
    }
    return found
  }

  /// `along POINTER`, where it stands there.
  mutating func along() throws(GrammarFault) -> Int? {
    guard takes("along") else { return nil }
    guard case (.question(let pointer), _) = try column() else {
      throw fault("`along` wants a column that points at rows.", "Name a choice with `rowsOf`.")
    }
    return pointer
  }

  /// An agreement cannot depend on the day, nor a condition on the draft that it makes.
  func checksOnly(_ what: String) throws(GrammarFault) {
    guard !names.isCheck else { return }
    throw fault("\(what) can be read in checks only.", "Write a check with this in its `pass`.")
  }

  /// Two sides that never compare are a mistake of the author.
  func sameMeasure(_ left: Typed, _ right: Typed, _ offset: Int) throws(GrammarFault) {
    if case .quantity(let a) = left.kind, case .quantity(let b) = right.kind {
      let comparable =
        a.isEmpty || b.isEmpty
        || a.contains { a in
          b.contains { Quantity(1, a).compared(to: Quantity(1, $0)) != nil }
        }
      guard !comparable else { return }
      throw GrammarFault(
        .mismatchedUnits,
        "\(a.map(\.rawValue).joined(separator: ", ")) cannot be compared with "
          + "\(b.map(\.rawValue).joined(separator: ", ")).",
        "Compare hours, days and weeks with each other, months with years.", offset: offset)
    }
    guard let a = left.kind.measure, let b = right.kind.measure, a != b else { return }
    // A bare number stands for as many of the other side's unit.
    if Set([a, b]) == ["a number", "a quantity"] { return }
    throw GrammarFault(
      .mismatchedUnits, "\(a) cannot be compared with \(b).".capitalised,
      "Compare quantities, money, dates and numbers with their own kind.", offset: offset)
  }

  /// What stands right of `is`, `includes` and `among`: a code of the left side, else a value.
  mutating func right(of left: Typed) throws(GrammarFault) -> Typed {
    if case .name(let word) = peek {
      if left.kind == .truth, word == "yes" || word == "no" {
        skip()
        return Typed(expression: .value(.boolean(word == "yes")), kind: .truth)
      }
      if case .row(let owners) = left.kind {
        let linkIds = owners.map { names.id(of: $0) }
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
        if names.lookup(word) == nil {
          let hint = names.nearest(word, in: codes).map { "Did you mean \($0)? " } ?? ""
          throw fault(
            "“\(word)” is none of its codes.",
            hint + "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).",
            kind: .unknownCode)
        }
      } else if left.kind == .unknown,
        names.lookup(word) == nil,
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
