import PackModel

/// Text of several lines.
struct AnsweredText: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    .text(String(text.map { $0.isNewline ? "\n" : $0 }))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    written(value)
  }

  func written(_ value: Value) -> String {
    AnsweredString().written(value)
  }
}
