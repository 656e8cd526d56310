import Canvas
import Interview
import PlainText

/// One line of text being typed, with what stands behind it.
package struct LineField: Equatable, Sendable {
  package private(set) var buffer: TextBuffer
  private(set) var scroll = FieldScroll()
  /// Columns of the field; the part in view follows it.
  var width: Int {
    didSet { scroll.follow(buffer, width: width) }
  }
  /// Units or currencies to choose from, as shown behind the field; empty where there are none.
  var units: [String] = []
  var unit = 0
  /// Whether the units are currencies.
  var takesMoney = false

  init(_ text: String = "", width: Int = 40) {
    buffer = TextBuffer(text)
    self.width = width
    scroll.follow(buffer, width: width)
  }

  var text: String { buffer.text }

  /// The unit or currency that is taken with what is typed; nil where the text names its own.
  var taken: String? {
    guard units.indices.contains(unit),
      takesMoney ? !AnswerReading.namesCurrency(text) : !AnswerReading.namesUnit(text)
    else { return nil }
    return units[unit]
  }

  /// The same with the unit behind the field that stands at the end of its text.
  func takingUnitFromText() -> LineField {
    guard let unit = units.lastIndex(where: { text.hasSuffix(" \($0)") }) else { return self }
    var field = self
    field.unit = unit
    _ = field.update(.replaced(String(text.dropLast(units[unit].count + 1))))
    return field.taken == nil ? self : field
  }

  /// What is in view, and the caret's column in it.
  var visible: (text: String, caretColumn: Int) { scroll.visible(buffer, width: width) }

  /// Says in words what was taken out of a paste; nil where nothing was.
  mutating func update(_ message: TextMessage) -> String? {
    let said = buffer.take(message)
    scroll.follow(buffer, width: width)
    return said
  }

  /// The same where words are looked for. Pages of text would be looked for anew at each key: they are
  /// refused in words, and what stood there stays.
  mutating func updateSearch(_ message: TextMessage) -> String? {
    let before = self
    let said = update(message)
    guard buffer.text.utf8.count > max(Self.longestSearch, before.buffer.text.utf8.count) else {
      return said
    }
    self = before
    return "That is too long to look for: \(Self.longestSearch) letters are the most."
  }

  /// In bytes.
  private static let longestSearch = 500
}

extension TextBuffer {
  /// Does what a message says, and says in words what was taken out of typed or pasted text.
  mutating func take(_ message: TextMessage) -> String? {
    switch message {
    case .typed(let text): return said(type(text))
    case .pasted(let text): return said(paste(text))
    case .move(let motion): move(motion)
    case .delete(let motion): delete(motion)
    case .undo: undo()
    case .redo: redo()
    case .replaced(let text): replaceAll(with: text)
    }
    return nil
  }

  private func said(_ typed: TypedText) -> String? {
    if typed.dropped > 0 {
      return typed.dropped == 1
        ? "One character that cannot be shown was left out."
        : "\(typed.dropped) characters that cannot be shown were left out."
    }
    return typed.joinedLines ? "The lines were joined into one." : nil
  }
}
