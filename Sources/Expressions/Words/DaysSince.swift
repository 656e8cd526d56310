import PackModel

/// `days since a`: how old a date is on the day that the report is made for; in checks only.
struct DaysSince: ValueWord, OpeningWord {
  let date: Expression

  // MARK: Grammar

  static let opens = ["days"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    try parser.checksOnly("The age of a date")
    parser.skip()
    try parser.expect("since")
    return Typed(
      expression: .daysSince(try parser.operand().expression), kind: .quantity([.day]))
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    let found = evaluator.reading(date, scope)
    guard case .value(.date(let date)) = found else { return found }
    guard let asOf = evaluator.asOf else { return .unknown }
    return .value(.quantity(Quantity(asOf.ordinal - date.ordinal, .day)))
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "days since \(speaker.words(date))" }
}
