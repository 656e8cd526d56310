import PackModel

/// `count of T`, `count of T where a`.
struct Count: ValueWord, OpeningWord {
  let range: Expression.Range
  let condition: Expression?

  // MARK: Grammar

  static let opens = ["count"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    try parser.expect("of")
    let (range, condition) = try parser.range()
    return Typed(expression: .count(range, condition), kind: .number)
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    var number = 0
    var isKnown = true
    let standing = evaluator.walk(range, scope) { inner, counts in
      let holds = condition.map { evaluator.truth($0, inner) } ?? .yes
      switch counts && holds {
      case .yes: number += 1
      case .unknown: isKnown = false
      case .no: break
      }
      return isKnown
    }
    return switch standing {
    case .whole where isKnown: .value(.number(number))
    case .none: .value(.number(0))
    default: .unknown
    }
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "count of \(speaker.over(range, condition))" }
}
