extension Review {
  /// One reason for a decision on another's paper. Several may lead to the same decision.
  package struct Rung: Hashable, Sendable {
    /// What is recommended, as a code of the pack's own.
    package let id: String
    /// While this is not *no* it holds, so that what nobody knows never counts as sound; it may walk
    /// the tables of a report. nil: always.
    package let when: Expression?
    /// What is recommended, in words.
    package let says: [Inline]
    /// The reason, as the page prints it.
    package let rule: [Inline]

    package init(id: String, when: Expression?, says: [Inline], rule: [Inline]) {
      self.id = id
      self.when = when
      self.says = says
      self.rule = rule
    }
  }

  /// Who is proposed for a finding: a role, not a person.
  package struct Owner: Hashable, Sendable {
    /// Of which findings; it reads the columns of the report's findings. nil: of every other.
    package let when: Expression?
    /// The role.
    package let says: String

    package init(when: Expression?, says: String) {
      self.when = when
      self.says = says
    }
  }
}
