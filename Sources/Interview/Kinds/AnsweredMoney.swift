import PackModel

/// An amount of money.
struct AnsweredMoney: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    .money(try AnswerReading.money(text, usual: question.currency, form: context.form))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    if case .money(let money) = value { language.money(money) } else { "" }
  }

  func written(_ value: Value) -> String {
    guard case .money(let money) = value else { return "" }
    let places = Money.decimals(of: money.currency)
    return "\(money.minor.written(places: places)) \(money.currency)"
  }
}
