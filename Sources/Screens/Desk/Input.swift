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
