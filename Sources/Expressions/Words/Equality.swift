import PackModel

/// `a is b`, `a is not b`. Amounts are compared as amounts (a week is seven days), and what cannot be
/// compared is unknown. `is not` is not the negation: an absent side makes both *no*.
package struct Equality: ConditionWord, JoiningWord {
  let left: Expression
  let right: Expression
  let isNegated: Bool

  // MARK: Grammar

  static let joins = ["is"]

  /// A state of the answer, or a value.
  static func read(
    after left: Typed, _ sign: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    let isNegated = parser.takes("not")
    for state in Vocabulary.states {
      if let found = try state.read(of: left, &parser) {
        return .truth(isNegated ? .not(found) : found)
      }
    }
    if case .ticks = left.kind {
      throw parser.fault("Several may be ticked here.", "Write `includes`.")
    }
    let right = try parser.right(of: left).expression
    return .truth(isNegated ? .unequal(left.expression, right) : .equal(left.expression, right))
  }

  // MARK: Value

  package func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    let (a, b) = (evaluator.reading(left, scope), evaluator.reading(right, scope))
    return Equality.truth(a, b, isNegated: isNegated)
  }

  package static func truth(_ a: Reading, _ b: Reading, isNegated: Bool) -> Truth {
    switch (a, b) {
    case (.absent, _), (_, .absent): .no
    case (.value(let a), .value(let b)): isNegated ? !same(a, b) : same(a, b)
    default: .unknown
    }
  }

  private static func same(_ a: Value, _ b: Value) -> Truth {
    switch (a, b) {
    case (.quantity, .quantity), (.money, .money), (.number, .quantity), (.quantity, .number):
      a.order(b).map { Truth($0 == .equal) } ?? .unknown
    default: Truth(a == b)
    }
  }

  package var absence: Absence { .inAnyPart }

  // MARK: Words

  package func said(by speaker: some Speaking) -> String {
    "\(speaker.words(left)) is \(isNegated ? "not " : "")\(speaker.words(right))"
  }
}

extension Expression {
  /// `a is not b` for `a is b`, and the other way round; nil for every other word.
  package var otherWordForItsOpposite: Expression? {
    switch self {
    case .equal(let a, let b): .unequal(a, b)
    case .unequal(let a, let b): .equal(a, b)
    default: nil
    }
  }
}
