import PackModel

/// `a is open`: its answer is still to come.
struct Open: ConditionWord, StateWord {
  let inner: Expression

  // MARK: Grammar

  static func read(
    of left: Typed, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Expression? {
    parser.takes("open") ? .open(left.expression) : nil
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    evaluator.isOpen(inner, scope)
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "\(speaker.words(inner)) is open" }
}
