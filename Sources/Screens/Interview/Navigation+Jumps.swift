import Interview
import PackModel

/// Commands that lead to another page, past all that lies between.
extension Navigation {
  /// - Returns: nil where a message is no such command.
  mutating func jump(
    _ message: InterviewMessage, _ cursor: Cursor, _ shared: inout Shared
  ) -> Outcome? {
    guard let file = shared.file else { return nil }
    if message.leadsElsewhere { walkAmongOpen(false) }
    func to(_ place: ScreenLocation?, _ otherwise: String) -> Outcome {
      place.map { .leave(.place($0, remembers: true)) } ?? .said(otherwise)
    }
    switch message {
    case .historyBack, .historyForward:
      return history(isBack: message == .historyBack, cursor, &shared)
    case .section(let by):
      return to(
        section(by, cursor, file),
        by < 0 ? "This is the first step." : "This is the last step.")
    case .nextOpen:
      let next = file.nextOpen(after: cursor.place)
      walkAmongOpen(next != nil)
      return to(next, "Nothing is open.")
    case .nextWarning:
      shared.file?.settle()
      return to(shared.file?.nextWarning(after: cursor.place), "There is no warning.")
    case .nextParked:
      return to(file.nextParked(after: cursor.place), "Nothing is left for counsel.")
    case .goTo(let number): return to(file.page(number: number), "There is no such question.")
    default: return nil
    }
  }

  private func history(isBack: Bool, _ cursor: Cursor, _ shared: inout Shared) -> Outcome {
    guard var history = shared.file?.history else { return .done([]) }
    let here = cursor.place
    guard let place = isBack ? history.goBack(from: here) : history.goForward(from: here) else {
      return .said(isBack ? "This is where you began." : "You have not been further.")
    }
    shared.file?.history = history
    return .leave(.place(place, remembers: false))
  }

  /// The step before or after; from within a step first to its beginning. nil where there is none.
  private func section(_ by: Int, _ cursor: Cursor, _ file: OpenMatter) -> ScreenLocation? {
    let steps = file.route.steps.filter { !$0.items.isEmpty }
    let item = cursor.page.item
    guard let at = steps.firstIndex(where: { $0.items.contains { $0.question == item } }) else {
      return nil
    }
    let isInside = by < 0 && steps[at].items.first?.question != item
    let target = isInside ? at : at + by
    guard steps.indices.contains(target) else { return nil }
    return steps[target].items.first.map { ScreenLocation(item: $0.question) }
  }

  /// After undo: the page of what changed, so that it is seen.
  func changed(_ entry: Entry, _ cursor: Cursor, _ file: OpenMatter) -> Next {
    guard let key = entry.firstKey, let place = file.place(key),
      !cursor.page.slots.contains(place.slot), cursor.page.owner != place.slot.question
    else { return .stay }
    return .place(place, remembers: true)
  }
}

extension InterviewMessage {
  /// Whether it leaves the way from one open question to the next.
  fileprivate var leadsElsewhere: Bool {
    switch self {
    case .goBack, .historyBack, .historyForward, .section, .nextWarning, .nextParked, .goTo,
      .otherJourney:
      true
    default: false
    }
  }
}
