import Canvas

/// What an event means on a desk, by the key table of the screen in front.
package func messages(for event: Event, on desk: Desk) -> [Message] {
  switch event {
  case .key(let key):
    return desk.keyTable.message(for: key).map { [$0] } ?? [.ignored]
  case .paste(let text):
    if let target = desk.keyTable.text { return [target(.pasted(text))] }
    return desk.screen == .interview ? [.interview(.text(.pasted(text)))] : []
  case .clicked(let point): return [.clicked(point)]
  case .wheel(let by): return [.wheel(by)]
  case .resized(let size): return [.resized(size)]
  case .hungUp, .terminate: return [.hungUp]
  case .resumed: return [.resumed]
  case .deadline, .woken: return []
  }
}

extension Desk {
  /// The keys of the screen that the list of keys was opened over.
  var tableBehind: KeyTable {
    let screen = behind.last ?? screen
    return screen == .interview ? interview.questionKeys(shared) : table(of: screen)
  }

  func table(of screen: Screen) -> KeyTable {
    switch screen {
    case .person: person.keys
    case .home: home.keys
    case .interview: interview.keys(shared)
    case .review: review.keys
    case .usual: usual.keys
    case .finish: finish.keys
    case .goTo: goTo.keys
    case .search: search.keys
    case .draft: draft.keys
    case .reader: reader.keys
    case .keys: keys.keys
    case .dashboard: dashboard.keys
    case .leaving: leaving.keys
    }
  }
}
