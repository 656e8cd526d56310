import Findings
import PackModel

/// How grades are called, and the sign beside each, so that none is told by its colour alone.
package enum GradeWords {
  package static func words(_ level: Matrix.Grade.Level) -> String {
    switch level {
    case .present: "present"
    case .vague: "vague"
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
}
