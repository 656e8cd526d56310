import PackModel

/// Any of the options.
struct AnsweredChecks: AnsweredKind {
  func read(
    _ text: String, _ question: Question, _ names: OptionNames?, _ context: AnswerReading.Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    .checks(try AnswerReading.ticks(text, names ?? OptionNames(question)))
  }

  func shown(_ value: Value, of question: Int, _ evaluation: Evaluation, _ language: Language)
    -> String
  {
    guard case .checks(let ticks) = value else { return "" }
    let items = ticks.map { $0.shown(evaluation.pack.questions[question]) }
    // A comma between them would not be told from one inside them.
    if items.contains(where: { $0.contains(",") }) { return items.joined(separator: "; ") }
    return items.isEmpty ? "none of these" : language.list(items)
  }

  func written(_ value: Value) -> String {
    guard case .checks(let ticks) = value else { return "" }
    let items = ticks.map(\.written)
    // Own words keep a comma or a semicolon of theirs behind another sign.
    if items.contains(where: { $0.contains(";") }) { return items.joined(separator: "\n") }
    if items.contains(where: { $0.contains(",") }) { return items.joined(separator: "; ") + ";" }
    return items.isEmpty ? "none" : items.joined(separator: ", ")
  }
}
