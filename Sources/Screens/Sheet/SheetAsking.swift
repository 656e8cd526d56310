import Interview
import PackModel

/// An open question as a sheet asks it.
struct SheetAsking {
  let item: AnswerItem
  let evaluation: Evaluation
  let language: Language

  private static let mostOptions = 12

  var question: Question { evaluation.pack.questions[item.question] }

  /// The options by their displays, as many as a sheet has room for.
  var options: [String] {
    let all = question.options
    let more = all.count - Self.mostOptions
    return all.prefix(Self.mostOptions).map { "  \($0.display)" }
      + (more > 0 ? ["  and \(more) more"] : [])
  }
}
