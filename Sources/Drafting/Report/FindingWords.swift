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
  /// The same without the words that were quoted and why they were graded so.
  package let brief: String
  package let consequence: String
  package let remedy: String
  /// What to look for first in the words concerned; empty where nothing is said of it.
  package let look: String
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
    let runs = RunDrafter.speaking(evaluation, asOf, settings)
    let whereabouts = FindingWords.whereabouts(of: result, pack)
    id = result.id(pack)
    severity = result.severity
    finding = FindingWords.finding(result, by: runs)
    brief = runs.inlines(check.finding, whereabouts).text
    consequence = runs.inlines(check.consequence, whereabouts).text
    remedy = runs.inlines(check.remedy, whereabouts).text
    look = runs.inlines(check.look, whereabouts).text
    authority = pack.citations(check.authority)
    norm = [check.kind.rawValue, check.norm.flatMap { pack.norm($0)?.says }]
      .compactMap { $0 }.joined(separator: ". ")
  }

  /// What a check finds, alone, as its heading says it; also of one that found nothing.
  static func finding(_ result: CheckResult, by runs: RunDrafter) -> String {
    let evaluation = runs.evaluation
    let heading = runs.inlines(
      runs.pack.checks[result.check].finding, whereabouts(of: result, runs.pack)
    ).text
    guard let (columns, row) = weighed(result, evaluation) else { return heading }
    var place = Whereabouts()
    place.scope = Scope(table: columns.table, row: row)
    func said(_ part: Review.Part) -> String? {
      guard let member = columns[part],
        case .value = evaluation.effective.reading(member, row: row)
      else { return nil }
      let inline = Inline.placeholder(Placeholder(source: .expression(.member(member))))
      return runs.inlines([inline], place).text
    }
    return self.heading(heading, flaw: said(.flaw), quotation: said(.quotation))
  }

  private static func whereabouts(of result: CheckResult, _ pack: Pack) -> Whereabouts {
    var whereabouts = Whereabouts()
    if let table = pack.checks[result.check].table, let row = result.row {
      whereabouts.scope = Scope(table: table, row: row)
    }
    return whereabouts
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
