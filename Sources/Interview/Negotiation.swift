import PackModel

/// A term of the playbook as it stands: seen from one party, with the position of the answer.
package struct Negotiation: Hashable, Sendable {
  /// The question, by number.
  package let question: Int
  /// How the party sees the term.
  package let side: PlaybookTerm.Side
  /// What its reasons rest on, by id.
  package let authority: [String]
  /// nil while the answer is open, or where it lies between the positions.
  package let position: PlaybookTerm.Position?
  /// Whether the answer is still open.
  package let isOpen: Bool

  /// The terms whose question is asked now. Without a party the controller's side is taken.
  package static func terms(_ evaluation: Evaluation) -> [Negotiation] {
    evaluation.pack.playbook.compactMap { of($0, evaluation) }
  }

  /// Where one question's answer stands; nil where the playbook has no word on it.
  package static func of(_ question: Int, _ evaluation: Evaluation) -> Negotiation? {
    evaluation.pack.playbook.first { $0.question == question }.flatMap { of($0, evaluation) }
  }

  private static func of(_ term: PlaybookTerm, _ evaluation: Evaluation) -> Negotiation? {
    let state = evaluation.state(term.question)
    guard state != .notAsked, state != .notYet, state != .notApplicable,
      let side = term.sides[evaluation.lens ?? "controller"]
    else { return nil }
    let evaluator = evaluation.evaluator()
    // What is to be walked away from is never called acceptable; what is preferred is acceptable.
    let order: [PlaybookTerm.Position] = [.walkAway, .preferred, .acceptable]
    let position = order.first { position in
      side.bound(position).map { evaluator.truth($0.when) == .yes } ?? false
    }
    let isOpen = state != .answered
    return Negotiation(
      question: term.question, side: side, authority: term.authority,
      position: isOpen ? nil : position, isOpen: isOpen)
  }
}
