import Documents
import Findings
import Interview
import PackModel

/// One of the reviews that are held beside each other.
package struct ReviewSide: Sendable {
  /// What its columns are headed: the matter's title.
  package let name: String
  let paper: String
  let recommended: String
  let matrix: Matrix
  let rows: [GradedRow]
  let findings: [FindingEntry]
  let notAssessed: Int
  private let words: ReviewWords

  package init(
    _ name: String, _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings
  ) {
    let data = ReportData(evaluation, findings, settings)
    self.name = name
    paper = data.facts[.paper]
    recommended = data.facts[.decision]
    matrix = findings.matrix
    rows = evaluation.gradedRows
    self.findings = data.findings
    notAssessed = findings.checks.count {
      if case .notAssessed = $0.outcome { true } else { false }
    }
    words = ReviewWords(evaluation: evaluation, language: settings.language)
  }

  func count(_ severity: Severity) -> Int { findings.count { $0.words.severity == severity } }

  /// "~ vague – narrowed", "10 business days", "Yes"; what nobody graded is said to be so.
  func grade(_ row: GradedRow?) -> String {
    guard let row, let grade = row.grade else { return "? not assessed" }
    let flaw = row.flaw.map { " – \(words($0))" } ?? ""
    if let level = row.level {
      return "\(GradeWords.sign(level)) \(GradeWords.words(level))\(flaw)"
    }
    return row.figure.map { words($0) } ?? words(grade)
  }

  /// Where it stands: the place, and the other paper where it stands there.
  func place(_ row: GradedRow?) -> String {
    [row?.place, row?.otherPaper].compactMap { $0.map { words($0) } }.joined(separator: "; ")
  }

  /// The place with the words that were quoted there.
  func passage(_ row: GradedRow?) -> String {
    let quotation = row?.quotation.map { "“\(words($0))”" }
    return [place(row), quotation ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
