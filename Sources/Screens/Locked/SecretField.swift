import Canvas

/// A line that is typed and never shown: as many stars as there are characters, and the caret behind
/// them. Nothing in it can be moved to, so nobody changes what nobody sees.
struct SecretField: Equatable, Sendable {
  private(set) var text = ""

  /// Takes what is typed or pasted, without the end of a line that a paste brings along.
  mutating func update(_ message: TextMessage) {
    switch message {
    case .typed(let typed): text += typed
    case .pasted(let pasted): text += String(pasted.trimmingLineEnds)
    case .replaced(let other): text = other
    case .delete(.left): if !text.isEmpty { text.removeLast() }
    case .delete(.wordLeft), .delete(.rowStart), .delete(.lineStart), .delete(.textStart): text = ""
    case .delete, .move, .undo, .redo: break
    }
  }

  /// What is drawn, no wider than a number of columns.
  func stars(width: Int) -> String { String(repeating: "*", count: min(text.count, width)) }
}

extension String {
  /// Without line ends behind it.
  fileprivate var trimmingLineEnds: Substring {
    self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)]
  }
}
