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
    var drafter = Drafter(
      0, evaluation, FindingsResult.none(asOf), settings)
    drafter.isSpoken = true
    var whereabouts = Drafter.Whereabouts()
    if let table = check.table, let row = result.row {
      whereabouts.scope = Scope(table: table, row: row)
    }
    func words(_ inlines: [Inline]) -> String {
      drafter.inlines(inlines, whereabouts).map(\.text).joined()
    }
    id = check.id + (result.rowId.map { "[\($0)]" } ?? "")
    severity = result.severity
    let heading = words(check.finding)
    if let (columns, row) = FindingWords.weighed(result, evaluation) {
      var place = Drafter.Whereabouts()
      place.scope = Scope(table: columns.table, row: row)
      func said(_ part: Review.Part) -> String? {
        guard let member = columns[part],
          case .value = evaluation.effective.reading(member, row: row)
        else { return nil }
        let inline = Inline.placeholder(Placeholder(source: .expression(.member(member))))
        return drafter.inlines([inline], place).map(\.text).joined()
      }
      finding = FindingWords.heading(heading, flaw: said(.flaw), quotation: said(.quotation))
    } else {
      finding = heading
    }
    consequence = words(check.consequence)
    remedy = words(check.remedy)
    authority = drafter.citations(check.authority)
    norm = [check.kind.rawValue, check.norm.flatMap { pack.norm($0)?.says }]
      .compactMap { $0 }.joined(separator: ". ")
  }

  /// The row of the matrix, or the duty, whose reasons a check looks at.
  private static func weighed(
    _ result: CheckResult, _ evaluation: Evaluation
  ) -> (Review.Columns, Int)? {
    let review = evaluation.pack.review
    let check = evaluation.pack.checks[result.check]
    for columns in [review?.matrix].compactMap({ $0 }) + (review?.duties ?? []) {
      guard let flaw = columns[.flaw] else { continue }
      var row = check.table == columns.table && check.pass.members.contains(flaw) ? result.row : nil
      check.pass.visit { part in
        if case .cell(flaw, let code) = part {
          row = evaluation.effective.table(columns.table)?.number(of: code)
        }
      }
      if let row { return (columns, row) }
    }
    return nil
  }

  /// A heading says of a grade no more than was noted of it: the reasons that were ticked, and the
  /// words that were quoted.
  static func heading(_ words: String, flaw: String?, quotation: String?) -> String {
    var heading = words
    if let flaw {
      if heading.last == "." { heading.removeLast() }
      heading += " – \(flaw)."
    }
    if let quotation {
      let end = [".", "!", "?"].contains(quotation.last) ? "" : "."
      heading += " The paper's words: “\(quotation)”\(end)"
    }
    return heading
  }
}
