import PlainText

/// Text being edited, with its caret, its rows and its undo.
///
/// Everything counts in user-perceived characters: one Backspace takes one of them. There is no
/// limit to the length; typing and deleting cost the same in a long text as in a short one, because
/// only the rows around the change are wrapped again. The value holds text as typed; `DisplayText`
/// makes it fit for the screen.
package struct TextBuffer: Sendable {
  /// The text, character by character.
  package private(set) var characters: [Character] = []

  /// The caret stands before the character with this number; `count` is the end.
  package internal(set) var caret = 0

  /// Whether a line end may be typed. In a field of one line it becomes a space.
  package let isMultiline: Bool

  /// Columns after which rows are broken; nil breaks at line ends only. The caret may stand one
  /// column further, so give a field one column more than this.
  package var wrapWidth: Int? {
    didSet { if wrapWidth != oldValue { layOutAll() } }
  }

  var advances: [Advance] = []
  var rowStarts = [0]
  var goalColumn: Int?
  var undoSteps: [TextStep] = []
  var redoSteps: [TextStep] = []
  var mayGrow = false

  /// The caret stands at the end. The text is cleaned as `TypedText` says.
  package init(_ text: String = "", multiline: Bool = false, wrapWidth: Int? = nil) {
    isMultiline = multiline
    self.wrapWidth = wrapWidth
    characters = Array(TypedText(text, multiline: multiline).text)
    advances = characters.map(Advance.init)
    caret = characters.count
    layOutAll()
  }

  /// The whole text. Takes time with its length: not for every key.
  package var text: String { String(characters) }

  package var count: Int { characters.count }
  package var isEmpty: Bool { characters.isEmpty }

  /// Replaces a range by text and mends the characters at its borders, since a mark or a joiner
  /// joins its neighbour. Returns the step that was made; its caret is the one before.
  mutating func splice(_ range: Range<Int>, with new: String) -> TextStep {
    var lower = range.lowerBound
    var upper = range.upperBound
    var inserted = Array(new)
    var caretAfter = lower + inserted.count
    if !isPlain(new, at: range) {
      let left = lower > 0 ? String(characters[lower - 1]) : ""
      let scalarsBeforeCaret = left.unicodeScalars.count + new.unicodeScalars.count
      lower -= left.isEmpty ? 0 : 1
      var pieces: [Character] = []
      repeat {
        // Where the last piece swallowed a neighbour, the one behind it may go with it.
        upper = pieces.isEmpty ? min(upper + 1, count) : upper + 1
        let right = String(characters[range.upperBound..<upper])
        pieces = Array(left + new + right)
      } while upper < count && !Self.same(pieces.last, characters[upper - 1])
      var scalars = 0
      var index = 0
      while index < pieces.count, scalars < scalarsBeforeCaret {
        scalars += pieces[index].unicodeScalars.count
        index += 1
      }
      caretAfter = lower + index
      inserted = pieces
    }
    let step = TextStep(
      offset: lower, removed: Array(characters[lower..<upper]), inserted: inserted,
      caretBefore: caret, caretAfter: caretAfter)
    apply(lower..<upper, inserted)
    caret = caretAfter
    goalColumn = nil
    return step
  }

  /// Puts characters in place of others, exactly, and wraps the rows around them again.
  mutating func apply(_ range: Range<Int>, _ inserted: [Character]) {
    characters.replaceSubrange(range, with: inserted)
    advances.replaceSubrange(range, with: inserted.map(Advance.init))
    layOut(changed: range, nowCounting: inserted.count)
  }

  /// Whether nothing at the borders can join: plain ASCII on both sides and between.
  private func isPlain(_ new: String, at range: Range<Int>) -> Bool {
    let left = range.lowerBound > 0 ? characters[range.lowerBound - 1] : "a"
    let right = range.upperBound < count ? characters[range.upperBound] : "a"
    guard left.isASCII, right.isASCII else { return false }
    return new.utf8.allSatisfy { $0 < 0x80 }
  }

  private static func same(_ one: Character?, _ other: Character) -> Bool {
    guard let one else { return false }
    return one.unicodeScalars.elementsEqual(other.unicodeScalars)
  }
}

extension TextBuffer: Equatable {
  /// Two buffers are equal where text, caret and width are; how they came about does not count.
  package static func == (one: TextBuffer, other: TextBuffer) -> Bool {
    one.caret == other.caret && one.wrapWidth == other.wrapWidth
      && one.characters == other.characters
  }
}
