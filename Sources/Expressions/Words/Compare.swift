import PackModel

/// `a < b`, `a <= b`, `a > b`, `a >= b`.
package struct Compare: ConditionWord, JoiningWord {
  let left: Expression
  let comparison: Expression.Comparison
  let right: Expression

  // MARK: Grammar

  static let joins = Expression.Comparison.allCases.map(sign)

  static func read(
    after left: Typed, _ sign: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    let before = parser.offset
    let right = try parser.sum()
    try parser.sameMeasure(left, right, before)
    let comparison = Expression.Comparison.allCases.first { self.sign($0) == sign } ?? .less
    return .truth(.compare(left.expression, comparison, right.expression))
  }

  private static func sign(_ comparison: Expression.Comparison) -> String {
    switch comparison {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  // MARK: Value

  package func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    let (a, b) = (evaluator.reading(left, scope), evaluator.reading(right, scope))
    return Compare.truth(a, comparison, b)
  }

  package static func truth(
    _ a: Reading, _ comparison: Expression.Comparison, _ b: Reading
  ) -> Truth {
    switch (a, b) {
    case (.absent, _), (_, .absent): return .no
    case (.value(let a), .value(let b)):
      // Two currencies, or days against months, do not compare.
      guard let order = a.order(b) else { return .unknown }
      return switch comparison {
      case .less: Truth(order == .less)
      case .lessOrEqual: Truth(order != .greater)
      case .greater: Truth(order == .greater)
      case .greaterOrEqual: Truth(order != .less)
      }
    default: return .unknown
    }
  }

  package var absence: Absence { .inAnyPart }

  // MARK: Words

  package func said(by speaker: some Speaking) -> String {
    "\(speaker.words(left)) \(Self.sign(comparison)) \(speaker.words(right))"
  }
}
