import PackModel

/// A number of something; a bare number is a count that no question has.
struct AnsweredQuantity: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    .quantity(
      try AnswerReading.quantity(
        text, units: question.units, usual: context.unit, form: context.form))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    switch value {
    case .quantity(let quantity): language.quantity(quantity)
    case .number(let number): language.number(number)
    default: ""
    }
  }

  func written(_ value: Value) -> String {
    switch value {
    case .quantity(let quantity):
      "\(quantity.thousandths.written(places: 3)) \(sign(quantity.unit))"
    case .number(let number): String(number)
    default: ""
    }
  }

  private func sign(_ unit: Unit) -> String { unit == .percent ? "%" : unit.rawValue }
}

extension Int {
  /// Units of a last place as a decimal number, without noughts at its end.
  func written(places: Int) -> String {
    var factor: UInt = 1
    for _ in 0..<places { factor *= 10 }
    // The least number of all has a magnitude that no Int holds.
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: factor)
    let sign = self < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: places - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
