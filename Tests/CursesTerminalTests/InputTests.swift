import Canvas
import TestSupport
import Testing

/// What arrives when keys are pressed.
@Suite(.serialized) struct InputTests {
  @Test(
    "keys arrive under their names",
    arguments: [
      "Esc", "F1", "F5", "F12", "Alt-W", "Alt-Left", "Alt-Right", "Ctrl-Left", "Ctrl-Right",
      "Shift-Tab", "Shift-Up", "Alt-Up", "Ctrl-G", "Ctrl-J", "Ctrl-_", "Ctrl-Z", "Ctrl-C", "Ctrl-S",
      "Ctrl-Space", "Alt-/", "Alt-Enter", "Alt-Backspace", "Home", "End", "PgUp", "PgDn",
      "Ins", "Del", "Alt-PgUp", "Alt-PgDn", "Ctrl-Home", "Ctrl-Del", "Up", "Down",
    ])
  func names(_ name: String) throws {
    let terminal = try fixture()
    try terminal.type("<\(name)>")
    let shown = name == "Alt-W" ? "woken" : name
    try terminal.wait(shown) { $0.rows[35] == " \(shown)" }
    try terminal.settle()
    // Nothing of the sequence ended up in the field.
    #expect(terminal.screen.rows[3] == "")
  }

  @Test("cursor keys are known in both forms, whatever the terminal type says")
  func cursorKeys() throws {
    let terminal = try fixture(environment: ["TERM": "vt100"])
    for (sequence, name) in [("[A", "Up"), ("OB", "Down"), ("[H", "Home"), ("OF", "End")] {
      try terminal.send(Array("\u{1B}\(sequence)".utf8))
      try terminal.wait(name) { $0.rows[35] == " \(name)" }
    }
  }

  @Test("a sequence that nobody knows leaves no letters in the text")
  func unknownSequence() throws {
    let terminal = try fixture()
    try terminal.send(Array("\u{1B}[27;5;13~a".utf8))
    try terminal.wait("the letter behind it") { $0.rows[3] == "  a" }
  }

  @Test("a letter whose bytes come apart is still one letter")
  func splitLetter() throws {
    let terminal = try fixture()
    let bytes = Array("山".utf8)
    for byte in bytes {
      try terminal.send([byte])
      try terminal.settle()
    }
    try terminal.wait("the letter") { $0.rows[3] == "  山" }
  }

  @Test("one Backspace takes one user-perceived character")
  func graphemes() throws {
    let terminal = try fixture()
    try terminal.type("Ae\u{301}山👩‍⚖️Z")
    try terminal.wait(for: "Z")
    try terminal.settle()
    for left in ["  Aé山👩⚖", "  Aé山", "  Aé", "  A", ""] {
      try terminal.type("<Backspace>")
      try terminal.wait(left) { $0.rows[3] == left }
    }
  }

  @Test("a key right behind a paste is not lost, and controls in a paste are")
  func pasteThenKey() throws {
    let terminal = try fixture()
    try terminal.send(Array("\u{1B}[200~Ac\u{07}me\tLtd\r\nLondon\u{1B}[201~!".utf8))
    try terminal.wait("paste and key") { $0.rows[3] == "  Acme Ltd London!" }
  }

  @Test("a paste whose end never comes is handed over")
  func endlessPaste() throws {
    let terminal = try fixture()
    try terminal.send(Array("\u{1B}[200~Acme".utf8))
    try terminal.wait(for: "  Acme")
  }

  @Test("100 kB of paste arrive whole")
  func longPaste() throws {
    let terminal = try fixture()
    try terminal.type("<Tab><Tab>")
    let line = String(repeating: "clause ", count: 10)
    try terminal.type("<paste:\(String(repeating: line + "\n", count: 1400))end of it>")
    // The fixture shows the first rows; the caret stands at the end, below them.
    try terminal.wait("the text") { $0.rows[9].contains("clause") }
  }

  @Test("copying sends the text to the terminal's clipboard")
  func copying() throws {
    let terminal = try fixture()
    try terminal.type("<Alt-C>")
    try terminal.wait("the clipboard") { $0.clipboard == "TcO8bGxlcg==" }
  }
}
