/// A DMN decision table with hit policy First.
package struct DecisionTable: Hashable, Sendable {
  /// What calculated values call it.
  package var id: String
  /// What it rests on, by id.
  package var authority: [String]
  /// In order; the first that fits decides.
  package var rows: [Row]
  /// Why an outcome is what it is, by code.
  package var says: [String: String]

  /// One line of the table.
  package struct Row: Hashable, Sendable {
    /// A cell for each input, in their order.
    package var when: [Cell]
    /// The code that comes out.
    package var result: String

    package init(when: [Cell], result: String) {
      self.when = when
      self.result = result
    }
  }

  /// What an input must be.
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
  /// What expressions call it.
  package var id: String
  /// The name of its blank.
  package var shortText: String
  /// What it rests on, by id.
  package var authority: [String]
  /// The table in whose rows it is calculated.
  package var table: Int?
  /// How it is worked out.
  package var rule: Rule

  /// An expression, or a decision over several.
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
