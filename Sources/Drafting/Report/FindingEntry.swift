import Documents
import Findings
import Interview
import PackModel

/// Everything about one finding, in words: for the report, the dashboard, JSON and `explain`.
package struct FindingEntry: Sendable {
  package let finding: Finding
  package let words: FindingWords
  /// What shows it: quotations and answers, or that there are none.
  package let evidence: String
  /// Where it stands in the paper under review, or in our own draft.
  package let place: String
  /// The clause that closes it, by id; nil where none does.
  package let clause: String?
  /// What that clause is called.
  package let closing: String
  /// Its text, ready to be put into the paper.
  package let text: [Block]
  /// The answers that it rests on.
  package let sources: [AnswerKey]
  package let followUp: FollowUp

  package var id: String { finding.id }

  /// The clause's text in lines.
  package var lines: [String] { text.map(\.text).filter { !$0.isEmpty } }
}
