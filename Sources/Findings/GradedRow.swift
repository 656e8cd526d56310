import Interview
import PackModel

/// A row that is graded with the paper in hand, as one review has it.
package struct GradedRow: Hashable, Sendable {
  /// The table's id and the row's code, which tell it from every other and from one review to another.
  package let id: String
  /// What the row is about, in the pack's words.
  package let text: String
  /// The grade; nil where nobody has given one, and so for each below.
  package let grade: SourcedValue?
  /// How well the paper holds it, where the grade is one of these.
  package let level: Matrix.Grade.Level?
  /// The number that the paper names.
  package let figure: SourcedValue?
  /// Why it is vague.
  package let flaw: SourcedValue?
  /// Where it stands.
  package let place: SourcedValue?
  /// The words.
  package let quotation: SourcedValue?
  /// The other paper in which it stands.
  package let otherPaper: SourcedValue?
}

extension Evaluation {
  /// The rows that are graded with the paper in hand, in the order in which it is read; rows that are
  /// not asked about here are left out, and so are those that take their grade from others.
  package var gradedRows: [GradedRow] {
    let evaluator = evaluator()
    return (pack.review?.reading ?? []).filter { isOfJourney($0.table) }.flatMap { columns in
      guard let table = effective.table(columns.table), let grade = columns[.grade],
        case .pack(let rows)? = pack.questions[columns.table].rows
      else { return [GradedRow]() }
      return rows.compactMap { row in
        guard let number = table.number(of: row.code), table.live[number] != .no,
          effective.reading(grade, row: number) != .absent
        else { return nil }
        func said(_ part: Review.Part) -> SourcedValue? {
          self.said(columns[part], row: number, evaluator)
        }
        return GradedRow(
          id: "\(pack.questions[columns.table].linkId)[\(row.code)]", text: row.text,
          grade: said(.grade),
          level: attribute("grade", of: grade, row: number)
            .flatMap { Matrix.Grade.Level(rawValue: $0) },
          figure: said(.value), flaw: said(.flaw), place: said(.place),
          quotation: said(.quotation), otherPaper: said(.otherPaper))
      }
    }
  }
}
