import PackModel

/// `a among (b, c)`: the left code, or any of the left ticks, is one of the right ones.
struct Among: ConditionWord, JoiningWord {
  let left: Expression
  let list: [Expression]

  // MARK: Grammar

  static let joins = ["among"]

  static func read(
    after left: Typed, _ sign: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    guard parser.takes("(") else {
      return .truth(.among(left.expression, [try parser.operand().expression]))
    }
    return .truth(.among(left.expression, try codes(of: left, &parser)))
  }

  /// What stands in the brackets behind the first.
  static func codes(
    of left: Typed, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> [Expression] {
    var list = [try parser.right(of: left).expression]
    while parser.takes(",") { list.append(try parser.right(of: left).expression) }
    try parser.expect(")")
    return list
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    let left = evaluator.reading(left, scope)
    if left == .absent { return .no }
    var result = Truth.no
    for part in list {
      switch (left, evaluator.reading(part, scope)) {
      case (_, .absent): break
      case (.value(let a), .value(let b)):
        result = result || Truth(a.ticks.contains(where: b.ticks.contains))
      default: result = result || .unknown
      }
    }
    return result
  }

  var absence: Absence { .inFirstPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(speaker.words(left)) among (\(speaker.list(list)))"
  }
}
