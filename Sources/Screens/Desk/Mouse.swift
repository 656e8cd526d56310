import Canvas

/// The mouse presses keys: everything that it does a key does too.
extension Desk {
  /// A click on the key bar presses that key; on another row it moves there, as far as the arrows
  /// lead; on the row in hand it takes it.
  mutating func click(_ point: Point) -> [Effect] {
    if point.y == shared.size.rows - 1 {
      var x = 1
      for entry in keyTable.bar {
        let end = x + entry.key.count + 1 + entry.words.count
        if (x..<end).contains(point.x), let key = Key(entry.key),
          let message = keyTable.message(for: key)
        {
          return update(message)
        }
        x = end + 2
      }
      return []
    }
    var effects: [Effect] = []
    var caret = view(self).caret
    if caret.y == point.y { return front.takesRows ? press(.enter) : [] }
    // The first arrow may only put a marker where the caret stands already.
    var stalls = 0
    for _ in 0..<shared.size.rows where stalls < 2 {
      let before = caret
      effects += press(caret.y < point.y ? .down : .up)
      caret = view(self).caret
      let isPassed = (before.y < point.y) != (caret.y < point.y)
      if caret == before { stalls += 1 }
      if caret.y == point.y || isPassed || effects.holdAnAct { break }
    }
    return effects
  }

  mutating func turnWheel(_ by: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<3 where !effects.holdAnAct { effects += press(by > 0 ? .down : .up) }
    return effects
  }

  private mutating func press(_ key: Key) -> [Effect] {
    keyTable.message(for: key).map { update($0) } ?? []
  }
}

extension [Effect] {
  /// Whether the matter is to keep something. What is pressed after that has to wait for it, or it
  /// would be said of a matter that is not so any more.
  fileprivate var holdAnAct: Bool {
    contains { if case .append = $0 { true } else { false } }
  }
}
