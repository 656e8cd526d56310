import Documents
import Drafting
import Findings
import Interview
import PackModel
import Publishing

/// What another questionnaire changes in a matter.
struct Adoption {
  let before: Evaluation
  let after: Evaluation

  func lines(asOf: CalendarDate) -> [String] {
    var lines = [
      "\(after.pack.id) \(before.pack.version) → \(after.pack.version)"
        + (before.pack.version == after.pack.version ? " (the same number, other words)" : "")
    ]
    let orphans = orphaned
    let kept = before.sheet.answers.count - orphans.count
    lines += ["", "Answers: \(kept) kept, \(orphans.count) without a place."]
    lines += orphans.map { key in
      "  \(before.name(of: key)) (\(before.path(of: key))): \(said(key))"
    }
    let new = asked
    if !new.isEmpty {
      lines.append("Newly asked: \(new.count).")
      lines += new.map { "  \($0)" }
    }
    let (came, went) = findings(asOf)
    lines += ["", "Findings: \(came.count) new, \(went.count) gone."]
    lines += came.map { "  new: \($0)" } + went.map { "  gone: \($0)" }
    lines.append("")
    let documents = (agreement(before, asOf), agreement(after, asOf))
    if case (let old?, let new?) = documents {
      let changes = ChangeList(.redline(from: old, to: new))
      lines += changes.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map(String.init)
    }
    return lines
  }

  /// Answers that the new questionnaire has no question for, or does not take any more.
  private var orphaned: [AnswerKey] {
    before.sheet.answers.keys.filter { key in
      guard let question = after.pack.question(key.linkId) else { return true }
      let table = after.pack.table(of: question)
      guard (table == nil) == (key.row == nil) else { return true }
      let row = key.row.flatMap { id in
        table.flatMap { after.effective.table($0)?.number(of: id) }
      }
      return after.state(question, row: row) == .conflict && state(key, before) != .conflict
    }.sorted()
  }

  private func state(_ key: AnswerKey, _ evaluation: Evaluation) -> AnswerState? {
    guard let question = evaluation.pack.question(key.linkId) else { return nil }
    let row = key.row.flatMap { id in
      evaluation.pack.table(of: question).flatMap {
        evaluation.effective.table($0)?.number(of: id)
      }
    }
    return evaluation.state(question, row: row)
  }

  private func said(_ key: AnswerKey) -> String {
    guard let question = before.pack.question(key.linkId),
      case .value(let value)? = before.sheet[key]
    else { return "not answered with a value" }
    return before.shown(value, of: question)
  }

  /// Places that are open now and were not asked before.
  private var asked: [String] {
    let known = Set(before.allAnswers().map(\.key))
    return after.openAnswers().filter { !known.contains($0.key) && $0.state != .notApplicable }
      .map(\.name)
  }

  private func findings(_ asOf: CalendarDate) -> (came: [String], went: [String]) {
    func failed(_ evaluation: Evaluation) -> [(id: String, says: String)] {
      examine(evaluation, asOf: asOf).failed(evaluation.pack).map {
        let words = FindingWords($0, evaluation, asOf)
        return (words.id, "\(words.severity.rawValue): \(words.finding)")
      }
    }
    let old = failed(before)
    let new = failed(after)
    return (
      new.filter { one in !old.contains { $0.id == one.id } }.map(\.says),
      old.filter { one in !new.contains { $0.id == one.id } }.map(\.says)
    )
  }

  private func agreement(_ evaluation: Evaluation, _ asOf: CalendarDate) -> Document? {
    draft(
      .contract, evaluation, examine(evaluation, asOf: asOf),
      DraftSettings(of: evaluation.sheet))
  }
}
