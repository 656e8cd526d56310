import Canvas

/// Keys that mean the same wherever they work.
enum CommonKeys {
  /// On every screen.
  static let always: [KeyBinding] = [
    KeyBinding(
      [.ctrl("q"), .function(10)], .leave, "Leave; asks first where something is not saved",
      bar: "leave", rank: 90),
    KeyBinding([.ctrl("c")], .interrupted, "Pressed twice: leave"),
    KeyBinding([.alt("z")], .suspend, "Pause to the shell; fg comes back"),
  ]

  /// Through what was searched for last.
  static func hits(letters: Bool) -> [KeyBinding] {
    [
      KeyBinding(
        withLetters(letters, [.function(3), .alt(".")], ["n"]), .nextHit(1),
        "Next of what was found"),
      KeyBinding(
        withLetters(letters, [.shift(.function(3)), .alt(",")], ["N"]), .nextHit(-1),
        "The one before"),
    ]
  }

  /// Where letters are commands too.
  static func withLetters(_ letters: Bool, _ keys: [Key], _ letter: [Character]) -> [Key] {
    (letters ? letter.map(Key.character) : []) + keys
  }

  /// Editing of one line. `multiline` adds what only long text has.
  static func editing(
    multiline: Bool = false, vertical: Bool = false, undo: Bool = true,
    _ message: (TextMessage) -> Message
  ) -> [KeyBinding] {
    var found: [KeyBinding] = [
      KeyBinding([.left, .ctrl("b")], message(.move(.left)), "One character left"),
      KeyBinding([.right, .ctrl("f")], message(.move(.right)), "One character right"),
      KeyBinding([.ctrl(.left), .alt("b")], message(.move(.wordLeft)), "One word left"),
      KeyBinding([.ctrl(.right), .alt("f")], message(.move(.wordRight)), "One word right"),
      KeyBinding([.home, .ctrl("a")], message(.move(.rowStart)), "To the start of the line"),
      KeyBinding([.end, .ctrl("e")], message(.move(.rowEnd)), "To the end of the line"),
      KeyBinding([.backspace], message(.delete(.left)), "Delete to the left"),
      KeyBinding([.delete], message(.delete(.right)), "Delete to the right"),
      KeyBinding(
        [.ctrl("w"), .alt(.backspace)], message(.delete(.wordLeft)), "Delete the word to the left"),
      KeyBinding([.alt("d")], message(.delete(.wordRight)), "Delete the word to the right"),
      KeyBinding([.ctrl("u")], message(.delete(.lineStart)), "Delete to the start of the line"),
      KeyBinding([.ctrl("k")], message(.delete(.lineEnd)), "Delete to the end of the line"),
    ]
    if undo {
      found += [
        KeyBinding([.ctrl("z"), .alt("u"), .ctrl("_")], message(.undo), "Undo"),
        KeyBinding([.ctrl("y"), .alt("r")], message(.redo), "Redo"),
      ]
    }
    if vertical {
      found += [
        KeyBinding([.up], message(.move(.up(1))), "One line up"),
        KeyBinding([.down], message(.move(.down(1))), "One line down"),
      ]
    }
    if multiline {
      found += [
        KeyBinding([.pageUp], message(.move(.up(8))), "Up by a page"),
        KeyBinding([.pageDown], message(.move(.down(8))), "Down by a page"),
        KeyBinding([.ctrl(.home)], message(.move(.textStart)), "To the start of the text"),
        KeyBinding([.ctrl(.end)], message(.move(.textEnd)), "To the end of the text"),
        KeyBinding([.enter, .ctrl("j")], message(.typed("\n")), "A new line"),
      ]
    }
    return found
  }

  /// Moving in a list or a page.
  static func scrolling(letters: Bool = true, _ message: (ScrollMessage) -> Message) -> [KeyBinding]
  {
    [
      KeyBinding(withLetters(letters, [.up], ["k"]), message(.up), "Up"),
      KeyBinding(withLetters(letters, [.down], ["j"]), message(.down), "Down"),
      KeyBinding([.pageUp], message(.pageUp), "Up by a page"),
      KeyBinding([.pageDown], message(.pageDown), "Down by a page"),
      KeyBinding([.home], message(.first), "To the top"),
      KeyBinding([.end], message(.last), "To the end"),
    ]
  }
}
