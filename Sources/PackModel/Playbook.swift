/// A negotiable term: what each party would like, can live with, and leaves the table for. Always
/// habit or policy, never law.
package struct PlaybookTerm: Hashable, Sendable {
  /// The question whose answer it is about.
  package var question: Int
  /// What its reasons rest on, by id.
  package var authority: [String]
  /// By party: `controller`, `processor`.
  package var sides: [String: Side]

  package init(question: Int, authority: [String], sides: [String: Side]) {
    self.question = question
    self.authority = authority
    self.sides = sides
  }

  /// How one party sees the term.
  package struct Side: Hashable, Sendable {
    /// In the order of `Position`.
    package var positions: [Bound]
    /// Wording to fall back on.
    package var fallback: [Inline]
    /// Why the party sees it so.
    package var because: String

    package init(positions: [Bound], fallback: [Inline], because: String) {
      self.positions = positions
      self.fallback = fallback
      self.because = because
    }

    /// What the party says of a position; nil where it says nothing.
    package func bound(_ position: Position) -> Bound? {
      guard let at = Position.allCases.firstIndex(of: position), positions.indices.contains(at)
      else { return nil }
      return positions[at]
    }
  }

  /// A condition over the answer, and the same in words.
  package struct Bound: Hashable, Sendable {
    /// A condition over the answer.
    package var when: Expression
    /// The same in words.
    package var says: String

    package init(when: Expression, says: String) {
      self.when = when
      self.says = says
    }
  }

  /// From what is liked best to what ends the talks.
  package enum Position: String, Hashable, Sendable, CaseIterable {
    case preferred, acceptable
    case walkAway = "walk-away"
  }
}
