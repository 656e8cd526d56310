import PackModel

/// `a plus b`, of quantities or money; where one side is absent there is no sum.
struct Plus: ValueWord {
  let left: Expression
  let right: Expression

  // MARK: Grammar

  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    var left = try parser.operand()
    while parser.takes("plus") {
      let before = parser.offset
      let right = try parser.operand()
      try parser.sameMeasure(left, right, before)
      left = Typed(expression: .plus(left.expression, right.expression), kind: left.kind)
    }
    return left
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    let parts = [evaluator.reading(left, scope), evaluator.reading(right, scope)]
    return parts.contains(.absent) ? .absent : .added(parts)
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(speaker.words(left)) plus \(speaker.words(right))"
  }
}
