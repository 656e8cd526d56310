import Documents
import Drafting
import Findings
import Interview
import PackModel
import PlainText

/// Says where a sentence comes from: clause, question, answer, rule, authority.
struct Explainer {
  let evaluation: Evaluation
  /// The day on which ages are counted.
  let asOf: CalendarDate
  /// Who set an answer and when, by the entry's number; nil where nobody can say.
  let who: (Int) -> String?
  private var pack: Pack { evaluation.pack }

  /// nil where the words name nothing: no question, no number, no part of a sentence.
  func explain(_ place: String) -> [String]? {
    if let question = pack.question(place) { return explain(question: question) }
    // Most numbers are found in their own section; words may stand anywhere.
    if let section = draftSection(.contract, at: place, evaluation, asOf: asOf, settings) {
      let found = passages(at: place, in: section.passages)
      if !found.isEmpty { return explain(found) }
    }
    let all = document?.passages ?? []
    var found = passages(at: place, in: all)
    if found.isEmpty, place.count > 3 {
      let wanted = place.lowercased()
      found = all.filter { Sanitiser.line.clean($0.text).lowercased().contains(wanted) }
    }
    return found.isEmpty ? nil : explain(found)
  }

  private var settings: DraftSettings { DraftSettings(of: evaluation.sheet) }

  private var document: Document? {
    draft(.contract, evaluation, FindingsResult.none(asOf), settings)
  }

  private func passages(at place: String, in passages: [Passage]) -> [Passage] {
    let wanted = place.lowercased()
    let found = passages.filter { $0.place.lowercased() == wanted }
    if found.isEmpty { return [] }
    // A number stands for all that stands under it.
    return passages.filter { $0.number?.lowercased() == wanted || found.contains($0) }
  }

  private func explain(_ found: [Passage]) -> [String] {
    var lines: [String] = []
    var told: Set<String> = []
    for passage in found {
      lines.append("\(passage.place)  \(passage.text)")
      for run in passage.runs {
        lines += explain(run).filter { told.insert($0).inserted }.map { "  \($0)" }
      }
    }
    return lines
  }

  private func explain(_ run: Run) -> [String] {
    let why = evaluation.explanation(of: run.provenance)
    var lines = why.lines
    if let linkId = run.provenance.question {
      let rule = run.provenance.rule.map { " by \($0)" } ?? ""
      let number = run.provenance.entry
      let entry = number.map { ", entry \($0)\(who($0).map { " (\($0))" } ?? "")" } ?? ""
      lines.append("“\(run.text)” from \(linkId)\(rule)\(entry)")
    }
    return lines
  }

  private func explain(question number: Int) -> [String] {
    let question = pack.questions[number]
    var lines = [question.linkId, "  \(question.text)"]
    if !question.help.isEmpty { lines.append("  \(question.help)") }
    if !question.why.isEmpty { lines.append("  Why: \(question.why)") }
    if let condition = question.enableWhen {
      lines.append("  Asked when \(ExpressionWords(pack).words(condition))")
    }
    for item in evaluation.allAnswers() where item.question == number {
      if case .value(let value)? = evaluation.sheet[item.key] {
        lines.append("  \(item.name): \(evaluation.shown(value, of: number))")
      } else {
        lines.append("  \(item.name): \(item.state.rawValue)")
      }
    }
    for id in question.authority {
      if let authority = pack.authority(id) {
        lines.append("  \(authority.citation): \(authority.says)")
      }
    }
    let numbers = places(of: question.linkId)
    lines.append(
      numbers.isEmpty
        ? "  It prints nowhere in the present draft."
        : "  Prints in \(numbers.joined(separator: ", ")).")
    return lines
  }

  private func places(of linkId: String) -> [String] {
    var found: [String] = []
    for passage in document?.passages ?? [] {
      let isHere = passage.runs.contains {
        $0.provenance.question == linkId || $0.provenance.question?.hasPrefix(linkId + ".") == true
      }
      let place = passage.number ?? "the parties"
      if isHere, !found.contains(place) { found.append(place) }
    }
    return found
  }
}
