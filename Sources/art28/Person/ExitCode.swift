import Casework

/// The exit codes of the program stand here and nowhere else.
enum ExitCode: Int32 {
  /// Findings or diagnostics, a refused value, a format whose tool is missing.
  case found = 1
  case usage = 2
  /// A file that cannot be read or written.
  case file = 3
  case internalFault = 4
}

extension Outcome {
  var exitCode: ExitCode {
    switch kind {
    case .found: .found
    case .usage: .usage
    case .file: .file
    }
  }
}
