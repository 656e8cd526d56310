import PackModel

/// One line of text: line ends become spaces.
struct AnsweredString: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    .text(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    written(value)
  }

  func written(_ value: Value) -> String {
    if case .text(let text) = value { text } else { "" }
  }
}
