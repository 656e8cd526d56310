import PlainText

extension TextBuffer {
  /// Types text at the caret. Undo takes back a word at a time.
  @discardableResult
  package mutating func type(_ text: String) -> TypedText {
    insert(text, isTyping: true)
  }

  /// Pastes text at the caret, as one step of undo.
  @discardableResult
  package mutating func paste(_ text: String) -> TypedText {
    insert(text, isTyping: false)
  }

  private mutating func insert(_ raw: String, isTyping: Bool) -> TypedText {
    let typed = TypedText(raw, multiline: isMultiline)
    guard !typed.text.isEmpty else { return typed }
    let before = caret > 0 ? characters[caret - 1] : nil
    let startsWord = before?.isWhitespace ?? true && !(typed.text.first?.isWhitespace ?? true)
    let step = splice(caret..<caret, with: typed.text)
    record(step, joins: isTyping && !startsWord, mayGrow: isTyping)
    return typed
  }

  /// Deletes from the caret to where the motion leads, and returns what was deleted.
  ///
  /// `.left` is Backspace, `.right` Delete, `.wordLeft` Ctrl-W, `.lineEnd` Ctrl-K, `.lineStart`
  /// Ctrl-U. Undo takes back a run of single deletions by words.
  @discardableResult
  package mutating func delete(_ motion: CaretMotion) -> String {
    let other = target(of: motion)
    let range = min(caret, other)..<max(caret, other)
    guard !range.isEmpty else { return "" }
    let deleted = String(characters[range])
    let isSingle = motion == .left || motion == .right
    let crossesWord = !(deleted.first?.isWhitespace ?? true) && endsAtSpace(range, motion)
    let step = splice(range, with: "")
    record(step, joins: isSingle && !crossesWord, mayGrow: isSingle)
    return deleted
  }

  /// Whether the character deleted before this one was a space, so that a new word begins.
  private func endsAtSpace(_ range: Range<Int>, _ motion: CaretMotion) -> Bool {
    guard let last = undoSteps.last, last.inserted.isEmpty else { return false }
    let neighbour = motion == .left ? last.removed.first : last.removed.last
    return neighbour?.isWhitespace ?? false
  }

  /// Replaces everything, as one step of undo: an accepted suggestion, text back from an editor.
  package mutating func replaceAll(with text: String) {
    let typed = TypedText(text, multiline: isMultiline)
    guard typed.text != self.text else { return }
    record(splice(0..<count, with: typed.text), joins: false, mayGrow: false)
  }

  package var canUndo: Bool { !undoSteps.isEmpty }
  package var canRedo: Bool { !redoSteps.isEmpty }

  /// Takes back the last step. Says whether there was one.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let step = undoSteps.popLast() else { return false }
    apply(step.offset..<(step.offset + step.inserted.count), step.removed)
    caret = step.caretBefore
    redoSteps.append(step)
    closeStep()
    return true
  }

  /// Makes the last step again that was taken back. Says whether there was one.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let step = redoSteps.popLast() else { return false }
    apply(step.offset..<(step.offset + step.removed.count), step.inserted)
    caret = step.caretAfter
    undoSteps.append(step)
    closeStep()
    return true
  }

  private mutating func closeStep() {
    mayGrow = false
    goalColumn = nil
  }

  private mutating func record(_ step: TextStep, joins: Bool, mayGrow: Bool) {
    redoSteps.removeAll()
    // Taken out first, so that its arrays grow in place.
    if joins, self.mayGrow, var last = undoSteps.popLast() {
      let isJoined = last.absorb(step)
      undoSteps.append(last)
      if !isJoined { undoSteps.append(step) }
    } else {
      undoSteps.append(step)
    }
    self.mayGrow = mayGrow
  }
}
