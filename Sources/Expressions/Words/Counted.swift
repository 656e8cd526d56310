import PackModel

/// `counted a`: an amount of time as it is compared with calendar days. Five business days are counted
/// as seven days, fewer than five as that many days; every other amount stays as it is.
struct Counted: ValueWord, OpeningWord {
  let time: Expression

  // MARK: Grammar

  static let opens = ["counted"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    let time = try parser.operand()
    guard case .quantity(let units) = time.kind else {
      throw parser.fault("Only an amount of time is counted.", "Name a quantity.")
    }
    let others = units.filter { $0 != .businessDay && $0 != .day }
    return Typed(expression: .counted(time.expression), kind: .quantity([.day] + others))
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    let found = evaluator.reading(time, scope)
    guard case .value(.quantity(let time)) = found, time.unit == .businessDay else { return found }
    let week = 5000
    let (weeks, rest) = time.thousandths.quotientAndRemainder(dividingBy: week)
    let (days, overflow) = weeks.multipliedReportingOverflow(by: 7000)
    let (all, tooMany) = days.addingReportingOverflow(rest)
    guard !overflow, !tooMany else { return .unknown }
    return .value(.quantity(Quantity(thousandths: all, unit: .day)))
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "counted \(speaker.words(time))" }
}
