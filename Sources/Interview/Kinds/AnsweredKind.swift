import PackModel

/// How answers to a kind of question are read and said. Each kind has a file of its own; what is asked
/// on the screen and how, says the kind's file in `Screens`.
protocol AnsweredKind: Sendable {
  /// Reads trimmed words that are not empty.
  ///
  /// - Parameters:
  ///   - names: what the options are called, where somebody has that already.
  ///   - pointing: the row or group that words name, for a pointer.
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value

  /// A value as the screen shows it: options by their display.
  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String

  /// A value as it is typed and as files hold it: codes, ISO dates, `30 day`, `10000.50 EUR`.
  func written(_ value: Value) -> String
}

extension QuestionKind {
  /// How its answers are read and said: the list of kinds.
  var answered: any AnsweredKind {
    switch self {
    case .group, .display, .table: AnsweredParts()
    case .boolean: AnsweredYesOrNo()
    case .choice: AnsweredChoice()
    case .checks: AnsweredChecks()
    case .string: AnsweredString()
    case .text: AnsweredText()
    case .date: AnsweredDate()
    case .quantity: AnsweredQuantity()
    case .money: AnsweredMoney()
    }
  }
}

extension Tick {
  /// As it is typed.
  var written: String {
    switch self {
    case .code(let code): code
    case .other(let text): text
    }
  }

  /// As it is shown.
  func shown(_ question: Question) -> String {
    switch self {
    case .code(let code): question.option(code)?.display ?? code
    case .other(let text): text
    }
  }
}
