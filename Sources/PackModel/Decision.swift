/// A DMN decision table with hit policy First.
package struct DecisionTable: Hashable, Sendable {
  package var id: String
  package var authority: [String]
  package var rows: [Row]
  /// Why an outcome is what it is, by code.
  package var says: [String: String]

  package struct Row: Hashable, Sendable {
    package var when: [Cell]
    package var result: String

    package init(when: [Cell], result: String) {
      self.when = when
      self.result = result
    }
  }

  package enum Cell: Hashable, Sendable {
    case any
    case absent
    case oneOf([Value])
    case compare(Expression.Comparison, Value)
  }

  package init(id: String, authority: [String], rows: [Row], says: [String: String]) {
    self.id = id
    self.authority = authority
    self.rows = rows
    self.says = says
  }
}

/// A value that follows from answers.
package struct Calculated: Hashable, Sendable {
  package var id: String
  package var shortText: String
  package var authority: [String]
  /// The table in whose rows it is calculated.
  package var table: Int?
  package var rule: Rule

  package enum Rule: Hashable, Sendable {
    case value(Expression)
    case decide(Int, by: [Expression])
  }

  package init(id: String, shortText: String, authority: [String], table: Int?, rule: Rule) {
    self.id = id
    self.shortText = shortText
    self.authority = authority
    self.table = table
    self.rule = rule
  }
}
