import Interview
import PackModel

/// Saving all that can be saved, before something is left.
extension Desk {
  /// Keeps everything, and then does what is asked for; where something cannot be kept, asks first.
  mutating func saveAll(then: Effect?) -> Response {
    guard shared.file != nil else { return Response([then].compactMap(\.self)) }
    leaving.wait(with: then)
    return tryAgain() + [.then(.keepDesk), .then(.goOn)]
  }

  /// Keeps what can be kept where nobody can be asked any more.
  mutating func saveAtTheEnd() -> Response {
    guard shared.file != nil else { return [] }
    return tryAgain() + [.then(.keepDesk)]
  }

  /// Does again what the matter has refused. What is in hand goes first, by the way that it went.
  private mutating func tryAgain() -> Response {
    guard shared.file != nil else { return [] }
    let acts = interview.outstanding(shared)
    shared.file?.keeping.keepOnly(acts)
    interview.putDown(&shared)
    let holders = Screen.allCases.filter { screen in
      acts.contains { self[screen].holds($0, shared) }
    }
    let others = acts.filter { act in !holders.contains { self[$0].holds(act, shared) } }
    return holders.reduce([]) { $0 + perform(.doAgain, on: $1) }
      + Response(others.map { .append($0) })
  }

  /// All is done that could be.
  mutating func goOn() -> Response {
    guard let unsaved else {
      let next = leaving.takeAwaited()
      leaving.isSaved()
      if next == nil { shared.notice = Notice("Saved. Every accepted answer is on disk.") }
      return Response([next].compactMap(\.self), turn: screen == .leaving ? .back : nil)
    }
    leaving.show(
      unsaved, isBehind: shared.file?.keeping.isBehind == true, isNew: screen != .leaving)
    guard screen != .leaving else {
      shared.notice = Notice("Still not saved.", .error)
      return [.ring]
    }
    shared.notice = nil
    return Response([.ring], turn: .open(.leaving))
  }

  /// The matter goes on in another place, or with what others have added.
  mutating func goOn(with opening: Opening, isElsewhere: Bool) -> Response {
    interview.putDown(&shared)
    guard let file = shared.file else { return [] }
    let moved = file.moved(to: opening)
    shared.file = moved
    leaving.isSaved()
    interview.startAgain(moved)
    shared.beside.forget()
    return saveAll(then: isElsewhere ? leaving.awaited : nil) + [
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
}
