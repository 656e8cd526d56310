import PackModel

/// A value that stands there: `yes`, `30 day`, `2 %`, `10000 EUR`, `2026-03-01`, `"words"`.
struct Literal: ValueWord, OpeningWord {
  let value: Value

  // MARK: Grammar

  static let opens = ["yes", "no"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    return .truth(.value(.boolean(word == "yes")))
  }

  /// A text in quotes, or a number with its unit.
  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    switch parser.peek {
    case .string(let text):
      parser.skip()
      return Typed(expression: .value(.text(text)), kind: .text)
    case .number(let digits): return try number(digits, &parser)
    default: throw parser.fault("Here should stand a number.", "")
    }
  }

  private static func number(
    _ digits: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    if let date = CalendarDate(iso: digits) {
      return Typed(expression: .value(.date(date)), kind: .date)
    }
    var words = digits
    if case .name(let unit) = parser.peek, unit != "and", unit != "or", unit != "of" {
      parser.skip()
      words += " " + unit
    } else if parser.takes("%") {
      words += " %"
    }
    guard let value = constant(words) else {
      throw parser.fault(
        "“\(words)” is no value.", "Write `30 day`, `2 %`, `10000 EUR` or a plain number.",
        kind: .brokenValue)
    }
    return try Share.read(after: typed(value), &parser)
  }

  static func typed(_ value: Value) -> Typed {
    let kind: StaticKind =
      switch value {
      case .quantity(let quantity): .quantity([quantity.unit])
      case .money: .money
      case .date: .date
      case .number: .number
      default: .unknown
      }
    return Typed(expression: .value(value), kind: kind)
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading { .value(value) }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { speaker.written(value) }
}
