import Findings
import PackModel

/// How grades are called, and the sign beside each, so that none is told by its colour alone.
package enum GradeWords {
  package static func words(_ level: Matrix.Grade.Level) -> String {
    switch level {
    case .present: "present"
    case .vague: "vague"
    case .carried: "by standard clauses"
    case .missing: "missing"
    case .elsewhere: "in another paper"
    case .notAssessed: "not assessed"
    case .notApplicable: "not applicable"
    }
  }

  package static func sign(_ level: Matrix.Grade.Level) -> String {
    switch level {
    case .present: "+"
    case .vague: "~"
    case .carried: "§"
    case .missing: "x"
    case .elsewhere: ">"
    case .notAssessed: "?"
    case .notApplicable: "–"
    }
  }

  package static func words(_ level: Matrix.Mechanism.Level) -> String {
    switch level {
    case .operation: "in operation"
    case .part: "in part"
    case .undated: "undated"
    case .planned: "planned"
    case .none: "none"
    case .notAssessed: "not assessed"
    case .notApplicable: "not applicable"
    }
  }

  package static func sign(_ level: Matrix.Mechanism.Level) -> String {
    switch level {
    case .operation: "+"
    case .part, .undated, .planned: "~"
    case .none: "x"
    case .notAssessed: "?"
    case .notApplicable: "–"
    }
  }

  package static func words(_ role: Review.ChainRole?) -> String {
    switch role {
    case .processor: "processor"
    case .controller: "own controller"
    case .noData: "no personal data"
    case nil: "role not known"
    }
  }

  /// "(a)", "Opening words"; nothing for what belongs to no row.
  package static func label(_ row: ArticleRow?) -> String {
    switch row {
    case nil: ""
    case .chapeau: "Opening words"
    case .closing: "Closing sentence"
    case let row?: "(\(row.rawValue))"
    }
  }

  /// The label of a row of the matrix.
  package static func label(_ row: Matrix.Row) -> String { label(row.article) }

  /// "(a) Instructions", "Opening words".
  package static func title(_ row: Matrix.Row) -> String {
    let label = label(row)
    switch row.article {
    case .chapeau, .closing: return row.title.isEmpty ? label : row.title
    default:
      if row.title.isEmpty { return label }
      return row.title.hasPrefix("(") ? row.title : "\(label) \(row.title)"
    }
  }

  /// "2 present, 3 vague, 1 missing of 6": how the duties inside a row are graded; of a row with
  /// one duty or none its own grade.
  package static func count(_ row: Matrix.Row) -> String {
    let levels = row.duties.map(\.contract.level).filter { $0 != .notApplicable }
    // A row that is missing as a whole is not asked about duty by duty.
    guard levels.count > 1, row.contract.level != .missing else { return words(row.contract.level) }
    let parts = Matrix.Grade.Level.allCases.compactMap { level -> String? in
      let count = levels.count { $0 == level }
      return count == 0 ? nil : "\(count) \(words(level))"
    }
    return "\(parts.joined(separator: ", ")) of \(levels.count)"
  }
}
