import Interview
import PackModel

/// Saving all that can be saved, before something is left.
extension Desk {
  /// Keeps everything, and then does what is asked for; where something cannot be kept, asks first.
  mutating func saveAll(then: Effect?) -> [Effect] {
    guard shared.file != nil else { return then.map { [$0] } ?? [] }
    leaving.then = then
    return tryAgain() + [.then(.keepDesk), .then(.goOn)]
  }

  /// Keeps what can be kept where nobody can be asked any more.
  mutating func saveAtTheEnd() -> [Effect] {
    guard shared.file != nil else { return [] }
    return tryAgain() + [.then(.keepDesk)]
  }

  /// Does again what the matter has refused. What is in hand goes first, by the way that it went.
  private mutating func tryAgain() -> [Effect] {
    guard let file = shared.file else { return [] }
    let acts = interview.outstanding(shared)
    shared.file?.keeping.keepOnly(acts)
    interview.putDown(&shared)
    let others = acts.filter { !interview.isInHand($0, file) && !dashboard.isInHand($0) }
    var effects: [Effect] = []
    if acts.contains(where: { interview.isInHand($0, file) }) {
      effects += interview.doAgain(&shared)
    }
    if acts.contains(where: { dashboard.isInHand($0) }) {
      effects += dashboard.update(.keep, &shared)
    }
    return effects + others.map { .append($0) }
  }

  /// All is done that could be.
  mutating func goOn() -> [Effect] {
    guard let unsaved else {
      let next = leaving.then
      leaving.then = nil
      leaving.isSaved()
      if screen == .leaving { shared.turn = .back }
      if next == nil {
        shared.notice = Notice("Saved. Every accepted answer is on disk.")
      }
      return next.map { [$0] } ?? []
    }
    leaving.show(
      unsaved, isBehind: shared.file?.keeping.isBehind == true, isNew: screen != .leaving)
    if screen == .leaving {
      shared.notice = Notice("Still not saved.", .error)
    } else {
      shared.notice = nil
      shared.turn = .open(.leaving)
    }
    return [.ring]
  }

  mutating func updateLeaving(_ message: LeavingMessage) -> [Effect] {
    switch leaving.update(message, &shared) {
    case .elsewhere?:
      guard let file = shared.file else { return [] }
      return [
        .saveElsewhere(
          path: leaving.path(shared), entries: file.entries, interview.note(file))
      ]
    case .again?: return saveAll(then: leaving.then)
    case .reload?: return [.reload]
    case .stay?:
      leaving.then = nil
      shared.turn = .back
    case .leave?: return leaving.then.map { [$0] } ?? []
    case nil: break
    }
    return []
  }

  /// The matter goes on in another place, or with what others have added.
  mutating func goOn(with opening: Opening, isElsewhere: Bool) -> [Effect] {
    interview.putDown(&shared)
    guard let file = shared.file else { return [] }
    shared.file = file.moved(to: opening)
    leaving.isSaved()
    interview.renew(&shared)
    interview.refill(shared)
    return saveAll(then: isElsewhere ? leaving.then : nil) + [
      .then(.noted(Notice(words(of: opening, isElsewhere))))
    ]
  }

  private func words(of opening: Opening, _ isElsewhere: Bool) -> String {
    let said =
      isElsewhere
      ? "Saved as “\(opening.path)”. You go on in this file."
      : "Loaded. What you typed stands in its fields, not accepted yet."
    return [said, opening.remark].compactMap(\.self).joined(separator: " ")
  }

  /// Another matter is opened when this one is saved, or given up.
  mutating func guarded(_ effects: [Effect]) -> [Effect] {
    guard shared.file != nil, let at = effects.firstIndex(where: \.opensAMatter) else {
      return effects
    }
    return saveAll(then: effects[at])
  }
}

extension Effect {
  fileprivate var opensAMatter: Bool {
    switch self {
    case .openMatter, .createMatter, .openSample: true
    default: false
    }
  }
}
