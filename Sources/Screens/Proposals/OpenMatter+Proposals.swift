import Interview
import PackModel

extension OpenMatter {
  /// What follows for a step from other answers, from facts and from a profile. What is only usual has
  /// a page of its own, and a question that somebody is typing at is theirs.
  func proposals(step: Int, _ shared: Shared) -> [Proposed] {
    evaluation.proposals(step: step, journey: journey, asOf: shared.today, house: shared.house)
      .filter { proposed in
        if case .usual = proposed.basis { false } else { drafts[proposed.key] == nil }
      }
  }

  /// The step of the route on which a page stands, by number.
  func stepNumber(of item: Int) -> Int? {
    route.steps.first { $0.items.contains { $0.question == item } }?.step
  }

  /// Whether something new is put forward for a page that the way comes to. The short way asks what the
  /// law needs, and nothing is put before it.
  func hasProposals(for item: Int, _ shared: Shared) -> Bool {
    guard !isShort, let step = stepNumber(of: item),
      let open = items.first(where: { $0.question == item })?.places.filter(\.isOpen),
      !open.isEmpty
    else { return false }
    let keys = Set(open.map { key(slot($0)) }.filter { !offered.contains($0) })
    let isThought = open.contains { place in
      !pack.questions[place.question].proposals.isEmpty || place.row != nil || shared.house != nil
    }
    guard isThought, !keys.isEmpty else { return false }
    return proposals(step: step, shared).contains { keys.contains($0.key) }
  }

  /// Whether all that a page asks was accepted with proposals in this sitting: the way passes it.
  func isSettled(_ item: Int) -> Bool {
    guard let places = items.first(where: { $0.question == item })?.places, !places.isEmpty else {
      return false
    }
    return places.allSatisfy { !$0.isOpen && accepted.contains(key(slot($0))) }
  }
}
