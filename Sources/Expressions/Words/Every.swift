import PackModel

/// `every T where a`.
struct Every: ConditionWord, OpeningWord {
  let range: Expression.Range
  let condition: Expression

  // MARK: Grammar

  static let opens = ["every"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    guard case (let range, let condition?) = try parser.range() else {
      throw parser.fault("`every` needs `where`.", "Write `every T where CONDITION`.")
    }
    return .truth(.every(range, condition))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    !AnyOf(range: range, condition: .not(condition)).truth(evaluator, scope)
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "every \(speaker.over(range, condition))" }
}
