import PackModel

/// One of the options, or of the rows and groups that it may point at.
struct AnsweredChoice: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    guard question.rowsOf.isEmpty else { return .row(try pointing(text)) }
    return .choice(try AnswerReading.tick(text, names ?? OptionNames(question)))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    switch value {
    case .choice(let tick): tick.shown(evaluation.pack.questions[question])
    case .row(let id): evaluation.target(id, of: question) ?? id
    default: ""
    }
  }

  func written(_ value: Value) -> String {
    switch value {
    case .choice(let tick): tick.written
    case .row(let id): id
    default: ""
    }
  }
}
