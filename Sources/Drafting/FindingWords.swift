import Documents
import Findings
import Interview
import PackModel

/// A finding in words, for reports and for the screen.
package struct FindingWords: Hashable, Sendable {
  /// The check's id, with the row's where it has one.
  package let id: String
  package let severity: Severity
  package let finding: String
  package let consequence: String
  package let remedy: String
  /// The citations it rests on.
  package let authority: String
  /// What sort of rule it is, and what the norm says: "MARKET. The law gives no number …".
  package let norm: String

  package init(
    _ result: CheckResult, _ evaluation: Evaluation, _ asOf: CalendarDate,
    _ settings: DraftSettings = DraftSettings()
  ) {
    let pack = evaluation.pack
    let check = pack.checks[result.check]
    let drafter = Drafter(
      0, evaluation, FindingsResult.none(asOf), settings, reports: [:], facts: [:])
    var whereabouts = Drafter.Whereabouts()
    if let table = check.table, let row = result.row {
      whereabouts.scope = Scope(table: table, row: row)
    }
    func words(_ inlines: [Inline]) -> String {
      drafter.inlines(inlines, whereabouts).map(\.text).joined()
    }
    id = check.id + (result.rowId.map { "[\($0)]" } ?? "")
    severity = result.severity
    finding = words(check.finding)
    consequence = words(check.consequence)
    remedy = words(check.remedy)
    authority = drafter.citations(check.authority)
    norm = [check.kind.rawValue, check.norm.flatMap { pack.norm($0)?.says }]
      .compactMap { $0 }.joined(separator: ". ")
  }
}
