import Interview
import PackModel

extension Desk {
  /// Writes questions to a sheet beside the matter: those that are marked, else all that are open.
  mutating func writeSheet() -> Response {
    guard let file = shared.file else { return [] }
    let marked = screen == .review ? review.marked(file) : []
    guard
      let sheet = QuestionSheet(
        file.evaluation, title: file.title, asking: marked.isEmpty ? .open : .these(marked),
        language: file.language)
    else {
      shared.notice = Notice("Nothing is open: there is nothing to ask a colleague.")
      return []
    }
    return [.writeSheet(sheet.text)]
  }

  /// Takes the answers of a sheet that came back, as one act. What is refused is kept as typed, and
  /// listed with its reasons.
  mutating func takeSheet(_ text: String, from name: String, remark: String?) -> Response {
    guard let file = shared.file else { return [] }
    let returned = QuestionSheet.returned(text)
    let answers = returned.answers
    guard !answers.isEmpty || !returned.troubles.isEmpty else {
      shared.notice = Notice(
        "No answer was found in “\(name)”. Answers stand below “Answer:”; the lines with == stay as they are.",
        .error)
      return []
    }
    var assigning = Assigning(file.evaluation, today: shared.today)
    assigning.take(answers)
    let refused =
      assigning.refused.map { ($0.path, $0.error.message) }
      + returned.troubles.map { ($0.path, $0.message) }
    let taken = answers.count - assigning.refused.count
    var said = "\(counted(taken, "answer")) taken from “\(name)”."
    if let first = refused.first {
      said += " \(counted(refused.count, "answer")) refused: \(first.0): \(first.1)"
    }
    if let remark { said += " \(remark)" }
    shared.notice = Notice(said, !refused.isEmpty ? .error : remark == nil ? .said : .warning)
    let isKept = keepTyped(assigning.refused.map(\.path), of: answers, file)
    var response: Response = isKept ? .keepingTyped : []
    if !assigning.changes.isEmpty {
      response =
        [
          .append(
            Act(assigning.changes, why: "From the sheet \(name): \(counted(taken, "answer"))"))
        ]
        + response
    }
    guard refused.count > 1 else { return response }
    let paths = SheetPaths(file.evaluation)
    let lines = refused.map { "\(paths.name($0.0) ?? $0.0): \($0.1)" }
    let head = "\(counted(taken, "answer")) taken, \(refused.count) refused:"
    return response + .turn(.read(title: "The sheet “\(name)”", text: [head] + lines))
  }

  /// What was refused stands in its field as it was written, unless something else does.
  private mutating func keepTyped(
    _ refused: [String], of answers: [Assignment], _ file: OpenMatter
  ) -> Bool {
    let paths = SheetPaths(file.evaluation)
    var isKept = false
    for path in refused {
      guard let key = paths.key(path), file.drafts[key] == nil,
        case .words(let words)? = answers.first(where: { $0.path == path })?.said
      else { continue }
      shared.file?.putDown(words, at: key)
      isKept = true
    }
    return isKept
  }
}

/// The questions that the places of a sheet stand for.
struct SheetPaths {
  private let evaluation: Evaluation
  private let keys: [String: AnswerKey]

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    var keys: [String: AnswerKey] = [:]
    for item in evaluation.allAnswers() {
      keys[evaluation.lastingPath(of: item.key)] = item.key
      keys[evaluation.path(of: item.key)] = item.key
    }
    self.keys = keys
  }

  func key(_ path: String) -> AnswerKey? { keys[path] }
  func name(_ path: String) -> String? { keys[path].map { evaluation.fullName(of: $0) } }
}
