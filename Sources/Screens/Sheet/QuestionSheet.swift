import Canvas
import Interview
import PackModel
import PlainText

/// Questions on a sheet for a colleague: plain text, or a form for a word processor or a spreadsheet,
/// with room for answers, which is read back from the same file.
///
/// A question stands between a line `== linkId ==` and the line `Answer:`; what stands below that line,
/// up to the next question, is the answer. An empty one leaves the question as it is, `?` says that the
/// colleague does not know. Notes, which are for counsel, stay in the matter.
package struct QuestionSheet: Hashable, Sendable {
  /// Which questions are asked.
  package enum Choice: Hashable, Sendable {
    /// All that are open.
    case open
    /// These, answered or not.
    case these(Set<AnswerKey>)
    /// Those open ones that were handed to somebody.
    case handed(to: String)
  }

  /// A question with room for its answer.
  package struct Item: Hashable, Sendable {
    /// The title of its step, on the first of each.
    package let step: String?
    /// Where the answer goes: `subprocessors[r2].country`.
    package let path: String
    /// What is asked, with the name of the company it is about.
    package let question: String
    /// Help, how it is answered, what is usual, what was said so far.
    package let lines: [String]
  }

  /// "Questions on MATTER"
  package let title: String
  /// How it is filled in, a sentence each.
  package let intro: [String]
  package let items: [Item]

  /// What ends the sheet; whatever stands behind it is no answer.
  static let end = "end of the sheet"

  /// - Returns: nil where there is nothing to ask.
  package init?(
    _ evaluation: Evaluation, title: String, asking choice: Choice = .open,
    language: Language = .british
  ) {
    let pack = evaluation.pack
    let asked = evaluation.allAnswers().filter {
      pack.questions[$0.question].kind != .table && Self.takes($0, choice, evaluation.sheet)
    }
    guard !asked.isEmpty else { return nil }
    var items: [Item] = []
    var step: Int?
    for item in asked {
      let question = pack.questions[item.question]
      var lines: [String] = []
      if !question.help.isEmpty { lines.append("(\(question.help))") }
      lines += question.kind.asked.form(
        SheetAsking(item: item, evaluation: evaluation, language: language))
      if let suggestion = evaluation.suggestion(for: item.question) {
        let value = evaluation.shown(suggestion.value, of: item.question, in: language)
        lines.append("Usual (\(suggestion.kind.rawValue)): \(value)")
      }
      if item.state == .answered, case .value(let value)? = evaluation.sheet[item.key] {
        let said = evaluation.shown(value, of: item.question, in: language)
        lines.append("So far: \(said). Left empty it stays.")
      }
      items.append(
        Item(
          step: question.step == step ? nil : pack.steps[question.step].title,
          path: evaluation.lastingPath(of: item.key),
          question: evaluation.fullName(of: item.key, in: language).capitalisedFirst + ": "
            + question.text, lines: lines))
      step = question.step
    }
    self.title = title
    self.items = items
    intro = [
      "Please write each answer below its line “Answer:”, and leave empty what you do not know.",
      "A question mark says that you looked and do not know. The lines with == stay as they are.",
    ]
  }

  private static func takes(_ item: AnswerItem, _ choice: Choice, _ sheet: AnswerSheet) -> Bool {
    let isOpen = [.open, .unknown, .parked, .conflict].contains(item.state)
    return switch choice {
    case .open: isOpen
    case .these(let keys): keys.contains(item.key)
    case .handed(let person):
      isOpen && sheet.handed(item.key).map { FoldedName($0) == FoldedName(person) } == true
    }
  }

  /// The sheet as plain text.
  package var text: String {
    var lines = ["Open questions: \(title)", ""] + intro + [""]
    for item in items {
      if let step = item.step { lines += ["", "-- \(step) --", ""] }
      lines += ["== \(item.path) ==", item.question] + item.lines + ["Answer:", "", ""]
    }
    lines.append("== \(Self.end) ==")
    // No value begins a line that would be read back.
    return lines.map { Sanitiser.line.clean($0) + "\n" }.joined()
  }

  /// The sheet of a matter, with its open questions only; nil where nothing is open.
  package static func text(_ evaluation: Evaluation, title: String, language: Language = .british)
    -> String?
  {
    QuestionSheet(evaluation, title: title, language: language)?.text
  }
}
