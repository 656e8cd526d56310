import PackModel

/// `a is none`: a table without rows, checks without a tick, a place that is not asked.
struct NoneOf: ConditionWord, StateWord {
  let inner: Expression

  // MARK: Grammar

  /// A code `none` of its own comes first.
  static func read(
    of left: Typed, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Expression? {
    guard parser.peek == .name("none"), left.kind.codes?.contains("none") != true else {
      return nil
    }
    parser.skip()
    return Expression.none(left.expression)
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    if case .member(.question(let question)) = inner, let truth = evaluator.isEmpty(table: question)
    {
      return truth
    }
    return switch evaluator.reading(inner, scope) {
    case .absent: .yes
    case .unknown: .unknown
    case .value(.checks(let ticks)): Truth(ticks.isEmpty)
    case .value: .no
    }
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "\(speaker.words(inner)) is none" }
}
