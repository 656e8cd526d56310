import Drafting
import Findings
import Interview
import Matters
import PackModel

extension MatterSession {
  /// Answers by their steps, warnings, and how much is open, a line each.
  package func lines(_ evaluation: Evaluation, _ findings: FindingsResult) -> [String] {
    let items = evaluation.allAnswers()
    var lines = ["\(title): \(evaluation.sheet.head) entries"]
    var step = -1
    for item in items {
      let question = evaluation.pack.questions[item.question]
      if question.step != step {
        step = question.step
        lines += ["", evaluation.pack.steps[step].title]
      }
      let shown: String
      if case .value(let value)? = evaluation.sheet[item.key] {
        shown = evaluation.shown(value, of: item.question)
      } else {
        shown = "(\(item.state.rawValue))"
      }
      lines.append("  \(item.name): \(shown)\(item.note.map { "  [\($0)]" } ?? "")")
    }
    let failed = findings.failed(evaluation.pack)
    if !failed.isEmpty { lines += ["", "Warnings"] }
    for result in failed {
      let words = FindingWords(result, evaluation, findings.asOf)
      lines.append("  \(words.severity.rawValue): \(words.finding)")
    }
    let tally = evaluation.openTally()
    let all = tally.answered + tally.all
    return lines + ["", "\(tally.answered) of \(all) answered; \(tally.words)."]
  }

  /// Why a sentence or a finding is there, or what a question does.
  ///
  /// - Parameters:
  ///   - words: a number of the contract, words of it, a linkId, or a finding's id.
  ///   - matter: its path, as the person wrote it.
  /// - Throws: an `Outcome` where the words name nothing, or the pack has no contract.
  package func explain(_ words: String, of matter: String) throws -> [String] {
    let evaluation = evaluation
    guard pack.document(.contract) != nil else {
      throw Outcome.found("The questionnaire has no agreement.")
    }
    let explainer = Explainer(evaluation: evaluation, asOf: place.today) { [file] number in
      guard let entry = try? file.entry(number) else { return nil }
      return "\(entry.when.prefix(10)), \(entry.by)"
    }
    guard
      let lines = FindingExplainer(evaluation: evaluation, asOf: place.today).explain(words)
        ?? explainer.explain(words)
    else {
      throw Outcome.found(
        "“\(words)” is no number in the agreement, no words of it, no question and no finding.",
        "Numbers are those of the draft, such as 7.2; linkIds are listed by art28 questions, "
          + "findings by art28 follow \(matter).")
    }
    return lines
  }
}
