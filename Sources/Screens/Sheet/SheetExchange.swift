import Interview
import PackModel

extension Desk {
  /// Writes the open questions to a sheet beside the matter.
  mutating func writeSheet() -> Response {
    guard let file = shared.file else { return [] }
    guard let text = QuestionSheet.text(file.evaluation, title: file.title, language: file.language)
    else {
      shared.notice = Notice("Nothing is open: there is nothing to ask a colleague.")
      return []
    }
    return [.writeSheet(text)]
  }

  /// Takes the answers of a sheet that came back, as one act. What is refused is kept as typed.
  mutating func takeSheet(_ text: String, from name: String) -> Response {
    guard let file = shared.file else { return [] }
    let answers = QuestionSheet.answers(in: text)
    guard !answers.isEmpty else {
      shared.notice = Notice(
        "No answer was found in “\(name)”. Answers stand below “Answer:”; the lines with == stay as they are.",
        .error)
      return []
    }
    var assigning = Assigning(file.evaluation, today: shared.today)
    assigning.take(answers)
    let taken = answers.count - assigning.refused.count
    var said = "\(counted(taken, "answer")) taken from “\(name)”."
    if let first = assigning.refused.first {
      said +=
        " \(counted(assigning.refused.count, "answer")) refused: \(first.path): \(first.error.message)"
    }
    shared.notice = Notice(said, assigning.refused.isEmpty ? .said : .error)
    guard !assigning.changes.isEmpty else { return [] }
    return [
      .append(Act(assigning.changes, why: "From the sheet \(name): \(counted(taken, "answer"))"))
    ]
  }
}
