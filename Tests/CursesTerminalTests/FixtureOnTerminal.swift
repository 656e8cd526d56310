import Canvas
import TestSupport

/// The fixture, started and shown.
func fixture(
  size: Size = Size(columns: 120, rows: 36), _ arguments: [String] = [],
  environment: [String: String?] = [:]
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(size: size)
  try terminal.start(
    BuiltProgram.path("terminal-fixture"), arguments, environment: environment)
  try terminal.wait("a screen") { $0.modes.contains(2004) && $0.text.contains("question") }
  try terminal.settle()
  return terminal
}

extension PseudoTerminal {
  /// Bytes that come for one key.
  func bytes(for script: String) throws -> Int {
    try type(script)
    // At least one byte, however busy the machine; then all that belongs to it.
    let before = output.count
    try wait("an answer to \(script)") { _ in output.count > before }
    try settle()
    return output.count - before
  }
}

extension [Int] {
  var median: Int { isEmpty ? 0 : sorted()[count / 2] }
}
