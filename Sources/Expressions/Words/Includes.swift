import PackModel

/// `ticks includes code`.
struct Includes: ConditionWord, JoiningWord {
  let whole: Expression
  let part: Expression

  // MARK: Grammar

  static let joins = ["includes"]

  static func read(
    after left: Typed, _ sign: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    .truth(.includes(left.expression, try parser.right(of: left).expression))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    switch (evaluator.reading(whole, scope), evaluator.reading(part, scope)) {
    case (.absent, _), (_, .absent): .no
    case (.value(let whole), .value(let part)):
      Truth(whole.ticks.contains(where: part.ticks.contains))
    default: .unknown
    }
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(speaker.words(whole)) includes \(speaker.words(part))"
  }
}
