import Canvas
import TestSupport
import Testing

/// The program on a terminal of its own.
enum OnTerminal {
  /// Started, with nothing awaited.
  static func start(
    _ arguments: [String] = [], in place: Place, size: Size = Size(columns: 80, rows: 24),
    environment: [String: String?] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(size: size)
    terminal.needs = place
    let all = place.environment.merging(environment) { $1 }
    try terminal.start(
      "/usr/bin/env", ["--chdir=\(place.path)", Program.path] + arguments, environment: all)
    return terminal
  }

  /// A matter of the small pack, open at its first question.
  static func small(
    in place: Place, matter: String = "s.art28", size: Size = Size(columns: 80, rows: 24)
  ) throws -> PseudoTerminal {
    if !place.exists(matter) { try SmallPack.make(matter, in: place) }
    try place.isKnown()
    let terminal = try start([matter], in: place, size: size)
    try terminal.wait(for: "What is text number")
    try terminal.settle()
    return terminal
  }
}

extension PseudoTerminal {
  /// Presses keys and counts the bytes that come until the program is silent.
  func bytes(for script: String, settling milliseconds: Int = 60) throws -> Int {
    try type(script)
    let before = output.count
    try wait("an answer to \(script)") { _ in output.count > before }
    try settle(milliseconds: milliseconds)
    return output.count - before
  }

  /// Leaves, and expects the terminal as the shell left it.
  func leave(_ location: SourceLocation = #_sourceLocation) throws {
    try type("<Ctrl-Q>")
    #expect(try waitForEnd() == .exit(0), sourceLocation: location)
    expectRestored(location)
  }

  func expectRestored(_ location: SourceLocation = #_sourceLocation) {
    #expect(screen.leftOn == [], sourceLocation: location)
    #expect(screen.unknown == [], sourceLocation: location)
    #expect(isCooked, sourceLocation: location)
  }

  /// The number in "Question 12 of 34".
  var questionNumber: Int? {
    guard let mark = screen.text.firstRange(of: "Question ") else { return nil }
    return Int(screen.text[mark.upperBound...].prefix { $0.isNumber })
  }
}

extension [Int] {
  var median: Int { isEmpty ? 0 : sorted()[count / 2] }
}
