import Drafting
import Findings
import Interview
import PackModel

/// A finding with its follow-up in one line.
package enum FollowUpWords {
  /// "major  sub.notice-short  open, owner Ana, due 1 March 2027  Notice of 5 days …"
  package static func line(
    _ finding: Finding, _ evaluation: Evaluation, _ asOf: CalendarDate
  ) -> String {
    let words = FindingWords(finding.result, evaluation, asOf)
    let follow = evaluation.sheet.followUp(finding.id)
    let parts = [
      follow.status.words + (follow.reason.map { " (\($0))" } ?? ""),
      follow.owner.map { "owner \($0)" },
      follow.due.map { "due \(Language.british.date($0))" },
      follow.reReview.map { "re-review \(Language.british.date($0))" },
    ].compactMap { $0 }
    return "\(words.severity.rawValue)  \(finding.id)  \(parts.joined(separator: ", "))  "
      + words.finding
  }
}
