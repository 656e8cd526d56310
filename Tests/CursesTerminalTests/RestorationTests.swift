import Canvas
import Glibc
import TestSupport
import Testing

/// However a program ends, the terminal is as the shell expects it.
@Suite(.serialized) struct RestorationTests {
  private func expectRestored(_ terminal: PseudoTerminal) {
    #expect(terminal.screen.leftOn == [])
    #expect(terminal.screen.unknown == [])
    #expect(terminal.isCooked)
  }

  @Test func afterTheEnd() throws {
    let terminal = try fixture()
    try terminal.type("<Ctrl-Q>")
    #expect(try terminal.waitForEnd() == .exit(0))
    expectRestored(terminal)
    // What is said at the end stands on the normal screen.
    #expect(terminal.screen.text.contains("left with 0"))
    #expect(!terminal.screen.text.contains("Item 1"))
  }

  @Test func afterExitWithoutClosing() throws {
    let terminal = try fixture()
    try terminal.type("<Alt-X>")
    #expect(try terminal.waitForEnd() == .exit(7))
    expectRestored(terminal)
  }

  @Test(arguments: [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGXCPU,
    SIGPWR,
  ])
  func afterASignal(_ number: Int32) throws {
    let terminal = try fixture()
    terminal.signal(number)
    #expect(try terminal.waitForEnd() == .exit(128 + number))
    expectRestored(terminal)
    #expect(terminal.screen.text.contains("left with \(128 + number)"))
  }

  @Test func afterATrap() throws {
    let terminal = try fixture()
    try terminal.type("<Ctrl-X>")
    let ending = try terminal.waitForEnd()
    #expect(ending == .signal(SIGILL) || ending == .signal(SIGTRAP))
    expectRestored(terminal)
    #expect(terminal.screen.text.contains("stopped unexpectedly"))
    // No backtracer asks anything.
    #expect(!terminal.screen.text.contains("Press space"))
  }

  @Test func afterAnAbort() throws {
    let terminal = try fixture()
    try terminal.type("<Ctrl-A>")
    #expect(try terminal.waitForEnd() == .signal(SIGABRT))
    expectRestored(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE])
  func afterACrash(_ number: Int32) throws {
    let terminal = try fixture()
    terminal.signal(number)
    #expect(try terminal.waitForEnd() == .signal(number))
    expectRestored(terminal)
  }

  @Test("paused by its own key, a program gives the terminal back and takes it again by fg")
  func pausing() throws {
    try pause { try $0.type("<Alt-Z>") }
  }

  @Test("paused from outside, a program gives the terminal back and takes it again by fg")
  func pausingFromOutside() throws {
    try pause { terminal in
      // The shell is the process that was started; the fixture is its child.
      let child = try #require(Self.children(of: terminal.process).first)
      kill(child, SIGTSTP)
    }
  }

  private func pause(_ pause: (PseudoTerminal) throws -> Void) throws {
    let terminal = try PseudoTerminal(size: Size(columns: 80, rows: 24))
    let environment: [String: String?] = ["PS1": "shell> ", "ENV": nil]
    try terminal.start("/bin/sh", ["-i"], environment: environment)
    try terminal.wait(for: "shell>")
    try terminal.type("\(BuiltProgram.path("terminal-fixture"))<Enter>")
    try terminal.wait("the fixture") { $0.modes.contains(2004) && $0.text.contains("ready") }
    try terminal.type("Müller")
    try terminal.wait(for: "Müller")
    try terminal.settle()

    try pause(terminal)
    try terminal.wait(for: "Paused. Type fg to return.")
    try terminal.wait("the shell") { $0.text.contains("Stopped") && Self.isAtPrompt($0) }
    expectRestored(terminal)

    try terminal.type("fg<Enter>")
    try terminal.wait("the fixture again") {
      $0.modes.contains(2004) && $0.text.contains("resumed")
    }
    try terminal.settle()
    #expect(terminal.screen.text.contains("  Müller"))
    #expect(terminal.screen.modes.contains(1049))
    try terminal.type(" GmbH")
    try terminal.wait(for: "Müller GmbH")
    try terminal.type("<Ctrl-Q>")
    try terminal.wait("the shell") { $0.text.contains("left with 0") && Self.isAtPrompt($0) }
    expectRestored(terminal)
    try terminal.type("exit<Enter>")
    #expect(try terminal.waitForEnd() == .exit(0))
  }

  private static func isAtPrompt(_ screen: VirtualScreen) -> Bool {
    screen.rows.last { !$0.isEmpty } == "shell>"
  }

  private static func children(of process: pid_t) -> [pid_t] {
    guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    guard fgets(&line, Int32(line.count), file) != nil else { return [] }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: " ").compactMap { pid_t($0) }
  }

  @Test("a program that is lent the terminal finds it cooked, and the screen comes back")
  func lending() throws {
    let terminal = try fixture()
    try terminal.type("Acme")
    try terminal.wait(for: "Acme")
    try terminal.type("<Alt-E>")
    try terminal.wait(for: "in the shell")
    try terminal.settle()
    expectRestored(terminal)
    try terminal.type("words for the shell<Enter>")
    try terminal.wait(for: "resumed")
    try terminal.settle()
    #expect(terminal.screen.rows[3] == "  Acme")
    #expect(!terminal.screen.text.contains("in the shell"))
    try terminal.type("<Ctrl-Q>")
    #expect(try terminal.waitForEnd() == .exit(0))
    expectRestored(terminal)
  }

  @Test("a lost connection ends the program, told by a signal or by the end of the file alone")
  func hangingUp() throws {
    try hangUp([])
    try hangUp(["deaf"])
  }

  private func hangUp(_ arguments: [String]) throws {
    let terminal = try fixture(arguments)
    terminal.hangUp()
    #expect(try terminal.waitForEnd() == .exit(128 + SIGHUP))
  }
}
