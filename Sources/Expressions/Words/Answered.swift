import PackModel

/// `a is answered`; `a is answered with b` is short for two conditions.
struct Answered: ConditionWord, StateWord {
  let inner: Expression

  // MARK: Grammar

  /// Behind `with` the code, or one of the codes in brackets, that the answer is or has among its
  /// ticks: *no*, not unknown, while there is no answer.
  static func read(
    of left: Typed, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Expression? {
    guard parser.takes("answered") else { return nil }
    let state = Expression.answered(left.expression)
    guard parser.takes("with") else { return state }
    if parser.takes("(") {
      return .and([state, .among(left.expression, try Among.codes(of: left, &parser))])
    }
    let right = try parser.right(of: left).expression
    if case .ticks = left.kind { return .and([state, .includes(left.expression, right)]) }
    return .and([state, .equal(left.expression, right)])
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    evaluator.isAnswered(inner, scope)
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "\(speaker.words(inner)) is answered" }
}
