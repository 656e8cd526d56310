/// What is looked for in a paper for one row of a table: words, and groups of words that should meet.
///
/// Words are written as they stand in a sentence. A word means all its forms (its stem), `delet*` all that
/// begins so, several words a phrase; `sub-processor` also “subprocessor” and “sub processor”.
package struct PassageQuery: Hashable, Sendable {
  /// The table, by number.
  package var table: Int
  /// The row, by its code.
  package var row: String
  /// Words that speak for a passage.
  package var terms: [Term]
  /// Groups of words that mean one thing.
  package var groups: [Group]
  /// Words of the headings under which it usually stands.
  package var headings: [String]
  /// What kinds of number may be proposed from a passage that was found.
  package var values: [FigureKind]

  package init(
    table: Int = 0, row: String = "", terms: [Term] = [], groups: [Group] = [],
    headings: [String] = [], values: [FigureKind] = []
  ) {
    self.table = table
    self.row = row
    self.terms = terms
    self.groups = groups
    self.headings = headings
    self.values = values
  }

  /// Words, and how much they say: 1 to 9.
  package struct Term: Hashable, Sendable {
    package let words: String
    package let weight: Int

    package init(_ words: String, weight: Int = 1) {
      self.words = words
      self.weight = weight
    }
  }

  /// Words any of which says the same, and what it says of a passage that it is there.
  package struct Group: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
      /// Without it the passage is hardly meant.
      case must
      case adds
      /// It tells that something else is meant.
      case against
    }

    package let role: Role
    package let words: [String]
    /// 1 to 9.
    package let weight: Int

    package init(_ role: Role, _ words: [String], weight: Int = 1) {
      self.role = role
      self.words = words
      self.weight = weight
    }
  }
}
