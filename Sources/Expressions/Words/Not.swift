import PackModel

/// `not a`.
struct Not: ConditionWord {
  let inner: Expression

  // MARK: Grammar

  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    guard parser.takes("not") else { return try parser.comparison() }
    return try parser.nested { parser throws(GrammarFault) in
      .truth(.not(try read(&parser).expression))
    }
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    !evaluator.truth(inner, scope)
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "not \(speaker.grouped(inner))" }
}
