/// One change of a text that undo takes back and redo makes again.
struct TextStep: Sendable {
  var offset: Int
  var removed: [Character]
  var inserted: [Character]
  var caretBefore: Int
  var caretAfter: Int

  /// Adds a later change that begins within, or right behind, what this one put in. Says whether it
  /// could be added.
  mutating func absorb(_ later: TextStep) -> Bool {
    let end = offset + inserted.count
    let reach = later.offset + later.removed.count
    if later.offset >= offset && reach <= end {
      let from = later.offset - offset
      inserted.replaceSubrange(from..<(from + later.removed.count), with: later.inserted)
    } else if later.inserted.isEmpty && reach == offset && inserted.isEmpty {
      // Backspace after backspace: the removed text grows to the left.
      removed.insert(contentsOf: later.removed, at: 0)
      offset = later.offset
    } else if later.inserted.isEmpty && later.offset == offset && inserted.isEmpty {
      removed.append(contentsOf: later.removed)
    } else {
      return false
    }
    caretAfter = later.caretAfter
    return true
  }
}
