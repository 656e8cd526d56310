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

  /// The clause's text in lines. Of a long table the first rows and how many follow: a clause that
  /// closes a finding of every row would else be told whole beside each.
  package var lines: [String] {
    text.flatMap { block in
      guard case .table(let table) = block else { return [block.text] }
      let rows = ([table.header] + table.rows.prefix(3)).map { cells in
        cells.map(\.text).joined(separator: " | ")
      }
      let rest = table.rows.count - 3
      return rest > 0 ? rows + ["and \(rest) more \(rest == 1 ? "row" : "rows")"] : rows
    }.filter { !$0.isEmpty }
  }
}
