import PackModel

/// `any T`, `any T where a`.
struct AnyOf: ConditionWord, OpeningWord {
  let range: Expression.Range
  let condition: Expression?

  // MARK: Grammar

  static let opens = ["any"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    let (range, condition) = try parser.range()
    return .truth(.any(range, condition))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    var result = Truth.no
    let standing = evaluator.walk(range, scope) { inner, counts in
      let holds = condition.map { evaluator.truth($0, inner) } ?? .yes
      result = result || (counts && holds)
      return result != .yes
    }
    return switch standing {
    case .whole: result
    case .unknown: result || .unknown
    case .none: .no
    }
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "any \(speaker.over(range, condition))" }
}
