import PackModel

/// `2 % of a`.
struct Share: ValueWord {
  let percent: Expression
  let whole: Expression

  // MARK: Grammar

  /// `of a`, where it stands behind a number.
  static func read(
    after percent: Typed, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    guard parser.takes("of") else { return percent }
    return Typed(
      expression: .share(percent.expression, of: try parser.operand().expression), kind: .money)
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    switch (evaluator.reading(percent, scope), evaluator.reading(whole, scope)) {
    case (.value(.quantity(let percent)), .value(.money(let money))):
      money.share(percent).map { .value(.money($0)) } ?? .unknown
    case (.absent, _), (_, .absent): .absent
    default: .unknown
    }
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(speaker.words(percent)) of \(speaker.words(whole))"
  }
}
