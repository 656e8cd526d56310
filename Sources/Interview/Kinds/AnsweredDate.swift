import PackModel

/// A day.
struct AnsweredDate: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    .date(try DateReading.date(text, today: context.today))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    if case .date(let date) = value { language.date(date) } else { "" }
  }

  func written(_ value: Value) -> String {
    if case .date(let date) = value { date.iso } else { "" }
  }
}
