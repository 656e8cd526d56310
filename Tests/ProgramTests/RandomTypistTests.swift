import Canvas
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Somebody who presses anything, at the program itself: keys, pastes, other window sizes, being
/// stopped and continued, and in the end one of the ways that a program is ended.
///
/// 600 events in the suite; `ART28_TYPIST_TERMINAL_EVENTS=5000` for more.
@Suite(.serialized) struct RandomTypistTests {
  private static let keys =
    "abc jk129+-/?nd山é".map { String($0) }
    + [
      "<Enter>", "<Enter>", "<Tab>", "<Shift-Tab>", "<Esc>", "<Up>", "<Down>", "<Left>", "<Right>",
      "<Home>", "<End>", "<PgUp>", "<PgDn>", "<Ins>", "<Del>", "<Backspace>", "<F1>", "<F5>",
      "<Ctrl-Z>", "<Ctrl-Y>", "<Ctrl-G>", "<Ctrl-U>", "<Ctrl-S>", "<Ctrl-R>", "<Ctrl-P>", "<Alt-K>",
      "<Alt-L>", "<Alt-M>", "<Alt-O>", "<Alt-S>", "<Alt-P>", "<Alt-H>", "<Alt-V>", "<Alt-N>",
      "<Alt-W>", "<Alt-C>", "<Alt-/>", "<Alt-Left>", "<Alt-Y>", "<paste:a\tb\nc\td>",
    ]

  @Test(arguments: [UInt64(1), 2, 3])
  func neverCrashesNorCorruptsAMatter(_ seed: UInt64) throws {
    let all =
      ProcessInfo.processInfo.environment["ART28_TYPIST_TERMINAL_EVENTS"].flatMap {
        Int($0)
      } ?? 600
    var random = SeededRandom(seed: seed)
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    for number in 0..<(all / 3) {
      switch Int.random(in: 0..<30, using: &random) {
      case 0:
        terminal.resize(
          to: Size(
            columns: .random(in: 20...160, using: &random),
            rows: .random(in: 6...60, using: &random)))
      case 1:
        terminal.signal(SIGWINCH)
        terminal.signal(SIGCONT)
      default: try terminal.type(Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)])
      }
      if number % 10 == 0 { try terminal.settle(milliseconds: 15) }
    }
    try terminal.settle(milliseconds: 100)
    terminal.signal(seed % 2 == 0 ? SIGTERM : SIGHUP)
    let code = 128 + (seed % 2 == 0 ? SIGTERM : SIGHUP)
    #expect(try terminal.waitForEnd() == .exit(code))
    #expect(terminal.screen.leftOn == [])
    #expect(terminal.isCooked)
    // The matter is whole, and opens where it was left; for commands too.
    for command in ["verify", "show", "log", "draft"] {
      try Program.run(command, "s.art28", in: place).expectSuccess()
    }
    let again = try OnTerminal.start(["s.art28"], in: place)
    try again.wait("the matter") { $0.modes.contains(2004) && $0.text.contains(" of ") }
    try again.settle()
    try again.leave()
  }
}
