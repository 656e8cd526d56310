/// An answer that other answers come to. It is put before whoever answers, with where it comes from,
/// and is no answer until it is accepted.
package struct Proposal: Hashable, Sendable {
  /// What it comes to: a value, or an expression over other answers; nil says of a table that there
  /// are none.
  package var from: Expression?
  /// `from` is a column, and what stands in any of its rows is ticked.
  package var ofRows: Bool
  /// It is made only while this is *yes*.
  package var when: Expression?
  /// Why, in the author's words; empty where the answers that it comes from say it.
  package var because: String

  package init(
    from: Expression?, ofRows: Bool = false, when: Expression? = nil, because: String = ""
  ) {
    self.from = from
    self.ofRows = ofRows
    self.when = when
    self.because = because
  }

  /// The answers and values that it rests on, in the order it names them.
  package var members: [Member] {
    var found: [Member] = []
    for member in (from?.members ?? []) + (when?.members ?? []) where !found.contains(member) {
      found.append(member)
    }
    return found
  }
}
