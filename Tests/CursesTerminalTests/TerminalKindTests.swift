import Canvas
import TestSupport
import Testing

/// Terminals of every kind and size.
@Suite(.serialized) struct TerminalKindTests {
  @Test(
    "kinds that the system knows, and kinds of xterm that it does not",
    arguments: [
      "xterm-256color", "xterm", "xterm-mono", "screen", "tmux-256color", "linux", "vt100",
      "xterm-ghostty", "xterm-of-next-year",
    ])
  func known(_ type: String) throws {
    let terminal = try PseudoTerminal(size: Size(columns: 80, rows: 24))
    try terminal.start(BuiltProgram.path("terminal-fixture"), environment: ["TERM": type])
    try terminal.wait(for: "A question of the fixture — 12 of 150")
    try terminal.type("Müller<Ctrl-Q>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.isCooked)
    #expect(terminal.screen.leftOn == [])
  }

  @Test(
    "kinds that cannot be used are refused in a sentence, with the terminal untouched",
    arguments: [
      ("teletype-5000", "does not know the terminal type “teletype-5000”"),
      ("dumb", "can show lines of text only"), ("", "TERM is not set"),
    ])
  func unusable(_ type: String, _ sentence: String) throws {
    let terminal = try PseudoTerminal(size: Size(columns: 80, rows: 24))
    try terminal.start(BuiltProgram.path("terminal-fixture"), environment: ["TERM": type])
    #expect(try terminal.waitForEnd() == .exit(2))
    #expect(terminal.screen.text.contains(sentence))
    #expect(terminal.screen.rows.dropFirst().allSatisfy { $0 == "" })
    #expect(terminal.isCooked)
    #expect(terminal.screen.leftOn == [])
  }

  @Test("a pipe is refused in a sentence")
  func pipe() throws {
    let terminal = try PseudoTerminal()
    let program = BuiltProgram.path("terminal-fixture")
    try terminal.start("/bin/sh", ["-c", "'\(program)' < /dev/null"])
    #expect(try terminal.waitForEnd() == .exit(2))
    #expect(terminal.screen.rows[0].contains("standard input is not one"))
  }

  @Test(
    "no window is too small, and growing again shows all",
    arguments: [
      Size(columns: 1, rows: 1), Size(columns: 2, rows: 1), Size(columns: 1, rows: 5),
      Size(columns: 40, rows: 12),
    ])
  func small(_ size: Size) throws {
    let terminal = try fixture()
    try terminal.type("山é")
    try terminal.wait(for: "山é")
    terminal.resize(to: size)
    try terminal.settle()
    try terminal.type("x")
    try terminal.settle()
    terminal.resize(to: Size(columns: 100, rows: 30))
    try terminal.wait(for: "100 by 30")
    try terminal.settle()
    #expect(terminal.screen.rows[3] == "  山éx")
    #expect(terminal.screen.rows[28] == "    Item 24 of the list")
    try terminal.type("<Ctrl-Q>")
    #expect(try terminal.waitForEnd() == .exit(0))
  }

  @Test("it starts in a window of one cell")
  func oneCell() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 1, rows: 1))
    try terminal.start(BuiltProgram.path("terminal-fixture"))
    try terminal.wait("bracketed paste") { $0.modes.contains(2004) }
    try terminal.settle()
    try terminal.type("a<Ctrl-Q>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.leftOn == [])
  }

  @Test("a size that changed while the program was paused or busy is not missed")
  func manySizes() throws {
    let terminal = try fixture()
    for columns in stride(from: 119, to: 60, by: -7) {
      terminal.resize(to: Size(columns: columns, rows: 30))
    }
    try terminal.wait(for: "63 by 30")
  }

  @Test("errors stand out by colour and by weight, without colour by weight alone")
  func colours() throws {
    let coloured = try fixture()
    let error = coloured.screen.cells[6][40]
    #expect(error.text == "!")
    #expect(error.colour == 1)
    #expect(error.attributes == .bold)

    for plain in [
      try fixture(environment: ["NO_COLOR": "1"]), try fixture(["none"]),
      try fixture(["high-contrast"]),
    ] {
      let error = plain.screen.cells[6][40]
      #expect(error.colour == nil)
      #expect(error.attributes == [.bold, .reverse])
      #expect(plain.screen.cells.joined().allSatisfy { $0.colour == nil })
    }
    let contrast = try fixture(["high-contrast"])
    #expect(contrast.screen.cells.joined().allSatisfy { !$0.attributes.contains(.dim) })
    #expect(try fixture(environment: ["NO_COLOR": ""]).screen.cells[6][40].colour == 1)
  }

  @Test("a locale without UTF-8 gets C.UTF-8")
  func locale() throws {
    let terminal = try fixture(environment: ["LC_ALL": "C"])
    try terminal.type("Müller 山田")
    try terminal.wait(for: "Müller 山田")
    #expect(terminal.screen.rows[0].contains("—"))
  }
}
