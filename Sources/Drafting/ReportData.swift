import Documents
import Findings
import Interview
import PackModel

/// What a report says, as data: its findings, its tables, its pictures and the facts it prints.
package struct ReportData: Sendable {
  package let findings: [FindingEntry]
  /// The same in the order of the action plan: worst first, whatever follows from what.
  package let actions: [FindingEntry]
  package let review: ReviewResult
  package let tables: [ReportTable: [ReportRow]]
  package let facts: ReportFacts
  package let pictures: [Picture]
  package let authorities: [Authority]

  package init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings
  ) {
    let reports = Reports(
      evaluation, findings, settings, agreement: Drafter.agreement(evaluation, findings, settings))
    self.findings = reports.entries
    actions = reports.actions
    review = reports.review
    tables = reports.tables
    facts = reports.facts
    pictures = TemplateBlock.Subject.allCases.compactMap { reports.picture($0) }
    authorities = reports.authorities
  }
}

extension Drafter {
  /// The agreement of a matter with its numbers, to refer to.
  static func agreement(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings
  ) -> Drafter? {
    guard let number = evaluation.pack.document(.contract) else { return nil }
    var drafter = Drafter(number, evaluation, findings, settings)
    drafter.insertable = evaluation.forInsertion
    drafter.number()
    return drafter
  }
}
