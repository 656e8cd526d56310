import Canvas
import TestSupport
import Testing

@Suite struct KeyTests {
  @Test("every key reads back as it is written")
  func roundTrip() throws {
    var codes: [Key.Code] = [
      .enter, .tab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .delete,
    ]
    codes += (1...12).map { .function($0) }
    codes += "abzAZ09 -+/?_<>éß山".map { .character($0) }
    for code in codes {
      for held in UInt8(0)..<8 {
        let key = Key(code, Key.Modifiers(rawValue: held))
        #expect(Key(key.description) == key, "\(key)")
      }
    }
  }

  @Test(
    "keys are written as people write them",
    arguments: [
      (Key.ctrl("g"), "Ctrl-G"), (.alt(.left), "Alt-Left"), (.shift(.tab), "Shift-Tab"),
      (.function(1), "F1"), (.enter, "Enter"), (.space, "Space"), (.character("a"), "a"),
      (.character("A"), "A"), (.alt("/"), "Alt-/"), (.ctrl("_"), "Ctrl-_"), (.alt("-"), "Alt--"),
      (.alt("ß"), "Alt-ß"), (.escape, "Esc"),
    ] as [(Key, String)])
  func notation(_ key: Key, _ text: String) {
    #expect(key.description == text)
    #expect(Key(text) == key)
  }

  @Test("two ways to press a key are one key")
  func sameKeys() {
    #expect(Key.alt("W") == Key.alt("w"))
    #expect(Key.ctrl("I") == .tab)
    #expect(Key.ctrl("m") == .enter)
    #expect(Key.ctrl("h") == .backspace)
    #expect(Key(.character("A"), .shift) == .character("A"))
    #expect(Key("alt-left") == .alt(.left))
    #expect(Key.ctrl("j") != .enter)
  }

  @Test("what is no key is none", arguments: ["", "Ctrl-", "Hyper-A", "F13", "F0", "Enterr", "ab"])
  func noKeys(_ text: String) {
    #expect(Key(text) == nil)
  }

  @Test("only plain characters type")
  func typing() {
    #expect(Key.character("é").typed == "é")
    #expect(Key.space.typed == " ")
    #expect(Key.alt("a").typed == nil)
    #expect(Key.enter.typed == nil)
  }

  @Test("scripts of keys")
  func scripts() {
    #expect(
      keys("a<Enter><<<Ctrl-G><pause><paste:x y><resize:40x12>")
        == [
          .key(.character("a")), .key(.enter), .key(.character("<")), .key(.ctrl("g")), .deadline,
          .paste("x y"), .resized(Size(columns: 40, rows: 12)),
        ])
  }

  @Test("the scripted terminal plays its script, then hangs up")
  func scriptedTerminal() {
    let terminal = ScriptedTerminal(script: keys("a<pause>b<resize:40x12><woken>"))
    terminal.wake()
    #expect(terminal.next(until: nil) == .key(.character("a")))
    // Nobody waits for a deadline, so the pause means nothing.
    #expect(terminal.next(until: nil) == .key(.character("b")))
    #expect(terminal.next(until: nil) == .resized(Size(columns: 40, rows: 12)))
    #expect(terminal.size == Size(columns: 40, rows: 12))
    #expect(terminal.next(until: nil) == .woken)
    #expect(terminal.next(until: nil) == .hungUp)
    terminal.draw(Frame(size: terminal.size))
    #expect(terminal.frames.count == 1)
  }
}
