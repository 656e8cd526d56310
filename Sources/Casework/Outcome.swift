import Matters
import PackCompiler

/// How a piece of work ends when it does not end well: of which kind that is, and the lines that a
/// person is told: what happened, what was kept safe, what to do.
package struct Outcome: Error {
  /// What kind of end it is.
  package enum Kind: Sendable {
    /// Findings or diagnostics, a refused value, a format whose tool is missing.
    case found
    /// What was asked for cannot be meant.
    case usage
    /// A file that cannot be read or written.
    case file
  }

  /// Of which kind it is.
  package let kind: Kind
  /// What a person is told, a sentence or two each.
  package let lines: [String]
  /// Whether a matter is open elsewhere; it can be read all the same.
  package private(set) var isOpenElsewhere = false
  /// Whether a matter is locked, and nobody gave what opens it.
  package private(set) var isLocked = false

  /// Something was found that is not as it should be.
  package static func found(_ lines: String...) -> Outcome { Outcome(.found, lines: lines) }
  /// What was asked for cannot be meant.
  package static func usage(_ lines: String...) -> Outcome { Outcome(.usage, lines: lines) }
  /// A file cannot be read or written.
  package static func file(_ lines: String...) -> Outcome { Outcome(.file, lines: lines) }

  /// Of a kind, with its lines.
  package init(_ kind: Kind, lines: [String]) {
    self.kind = kind
    self.lines = lines
  }

  /// Of a matter that could not be used; its message says what was kept safe.
  package init(_ error: MatterError) {
    self.init(.file, lines: [error.message])
    if case .openElsewhere = error.kind { isOpenElsewhere = true }
    isLocked = error.kind == .locked
  }

  /// Of a pack with faults: every diagnostic, and how many there are.
  package init(_ failure: CompileFailure) {
    let count = failure.diagnostics.count
    self.init(
      .found,
      lines: failure.diagnostics.flatMap {
        $0.rendered.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      } + [count == 1 ? "1 fault." : "\(count) faults."])
  }
}
