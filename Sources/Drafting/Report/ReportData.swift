import Documents
import Findings
import Interview
import PackModel

/// What a report says, as data: its findings, its tables, its pictures and the facts it prints. The
/// agreement that it refers to is numbered once for it and for all documents that are drafted of it.
package struct ReportData: Sendable {
  package let findings: [FindingEntry]
  /// The same in the order of the action plan: worst first, whatever follows from what.
  package let actions: [FindingEntry]
  package let review: ReviewResult
  package let tables: [ReportTable: [ReportRow]]
  package let facts: ReportFacts
  /// What is recommended to whoever is to sign another's paper.
  package let recommendation: Recommendation
  package let pictures: [TemplateBlock.Subject: Picture]
  package let authorities: [Authority]
  private let evaluation: Evaluation
  private let result: FindingsResult
  private let settings: DraftSettings
  private let agreement: Drafter?
  /// By clause and section of the agreement, where they stand.
  private let places: [String: String]

  package init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings
  ) {
    self.evaluation = evaluation
    result = findings
    self.settings = settings
    agreement = Drafter.agreement(evaluation, findings.asOf, settings)
    places = AgreementPlaces(agreement, evaluation.pack).all
    let reports = Reports(evaluation, findings, settings, agreement: agreement)
    self.findings = reports.entries
    actions = reports.actions
    review = reports.review
    var tables = reports.tables
    recommendation = reports.recommendation(tables)
    tables[.decision] = recommendation.rows
    self.tables = tables
    facts = reports.facts(recommendation)
    pictures = reports.pictures
    authorities = reports.authorities
  }

  /// A document that may read findings, by its number: a report, an amendment.
  func draft(_ document: Int) -> Document {
    var drafter = Drafter(
      document, evaluation, result.asOf, settings, reports: tables, facts: facts)
    drafter.pictures = pictures
    drafter.insertable = agreement?.insertable
    drafter.runs.contractPlaces = places
    drafter.number()
    return drafter.draft()
  }
}

extension FindingEntry {
  /// Some findings of a matter by themselves: each costs what it costs, and no report.
  package static func entries(
    of wanted: [Finding], _ evaluation: Evaluation, _ findings: FindingsResult,
    _ settings: DraftSettings
  ) -> [FindingEntry] {
    let agreement = Drafter.agreement(evaluation, findings.asOf, settings)
    let places = AgreementPlaces(agreement, evaluation.pack)
    return FindingEntries(evaluation, findings, settings, agreement, places).entries(of: wanted)
  }
}

extension Drafter {
  /// The agreement of a matter with its numbers, to refer to.
  static func agreement(
    _ evaluation: Evaluation, _ asOf: CalendarDate, _ settings: DraftSettings
  ) -> Drafter? {
    guard let number = evaluation.pack.document(.contract) else { return nil }
    var drafter = Drafter(number, evaluation, asOf, settings)
    drafter.insertable = evaluation.forInsertion
    drafter.number()
    return drafter
  }
}
