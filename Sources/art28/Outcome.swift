import Matters
import PackCompiler

/// How a command ends when it does not end well. The exit codes stand here and nowhere else.
struct Outcome: Error {
  enum Code: Int32 {
    /// Findings or diagnostics, a refused value, a format whose tool is missing.
    case found = 1
    case usage = 2
    /// A file that cannot be read or written.
    case file = 3
    case internalFault = 4
  }

  let code: Code
  let lines: [String]

  static func found(_ lines: String...) -> Outcome { Outcome(code: .found, lines: lines) }
  static func usage(_ lines: String...) -> Outcome { Outcome(code: .usage, lines: lines) }
  static func file(_ lines: String...) -> Outcome { Outcome(code: .file, lines: lines) }

  init(code: Code, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  init(_ error: MatterError) { self.init(code: .file, lines: [error.message]) }

  init(_ failure: CompileFailure) {
    let count = failure.diagnostics.count
    self.init(
      code: .found,
      lines: failure.diagnostics.flatMap {
        $0.rendered.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      } + [count == 1 ? "1 fault." : "\(count) faults."])
  }
}
