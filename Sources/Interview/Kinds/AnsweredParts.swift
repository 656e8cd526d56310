import PackModel

/// A group, a table or words alone: no value of its own.
struct AnsweredParts: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    throw .noValueOfItsOwn(question.linkId)
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    written(value)
  }

  func written(_ value: Value) -> String {
    ""
  }
}
