import Canvas
import Interview
import PackModel

/// From one screen to another: the one place where the screen in front changes, but for the opening of
/// a matter.
extension Desk {
  /// Opens a screen over the one in front, which stays behind it.
  mutating func turnTo(_ next: Screen) -> Response {
    if screen == .interview, next != .keys, next != .search, next != .goTo {
      return interview.leave(for: next, &shared)
    }
    return follow(.open(next))
  }

  mutating func follow(_ turn: Turn) -> Response {
    switch turn {
    case .back:
      screen = behind.popLast() ?? (shared.file == nil ? .home : .interview)
      return perform(.arrive, on: screen)
    case .open(let next): return open(next)
    case .read(let title, let text):
      reader = ReaderModel(title, text, shared)
      return open(.reader)
    case .sentence(let number):
      let response = open(.draft)
      draft.point(at: number, shared)
      return response
    case .question(let place, let from):
      behind = from.map { [$0] } ?? []
      screen = .interview
      return interview.visit(place, from: from, &shared)
    case .save(let effect): return saveAll(then: effect)
    case .saveElsewhere(let path):
      guard let file = shared.file else { return [] }
      return [.saveElsewhere(path: path, entries: file.entries, interview.note(file))]
    }
  }

  private mutating func open(_ next: Screen) -> Response {
    guard next != screen else { return [] }
    let model = self[next]
    if model.layer == .onQuestions {
      behind = [.interview]
    } else if let at = behind.firstIndex(of: next) {
      behind.removeSubrange(at...)
    } else if model.layer == .ground {
      behind = []
    } else {
      behind.append(screen)
    }
    screen = next
    let visit = Visit(
      item: interview.page.item, slot: interview.slot ?? Slot(interview.page.owner),
      isReturn: model.sendsToQuestions && interview.navigation.endErrand(of: next),
      keysBehind: keysBehind)
    return perform(.open(visit), on: next) + perform(.arrive, on: next)
  }
}
