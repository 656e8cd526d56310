/// Says when an answer goes below what the law asks; such an answer needs a reason.
package struct Deviation: Hashable, Sendable {
  /// While this is *yes* the answer goes below.
  package var when: Expression
  /// A norm of the kind LAW, where one says it.
  package var norm: String?
  /// What it goes below, by id.
  package var authority: [String]
  /// What the law asks, in our words.
  package var says: String

  package init(when: Expression, norm: String?, authority: [String], says: String) {
    self.when = when
    self.norm = norm
    self.authority = authority
    self.says = says
  }
}
