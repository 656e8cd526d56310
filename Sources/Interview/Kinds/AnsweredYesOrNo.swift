import PackModel

/// Yes or no.
struct AnsweredYesOrNo: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    try AnswerReading.boolean(text)
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    value == .boolean(true) ? "Yes" : "No"
  }

  func written(_ value: Value) -> String {
    value == .boolean(true) ? "yes" : "no"
  }
}
