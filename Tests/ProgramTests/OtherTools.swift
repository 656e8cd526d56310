import FoundationEssentials
import Glibc

/// Programs of others that a test needs. A test without its tool is skipped; where
/// `ART28_TOOLS_REQUIRED=1` it runs all the same, and fails.
enum OtherTools {
  static let areRequired = ProcessInfo.processInfo.environment["ART28_TOOLS_REQUIRED"] == "1"

  /// The Python of this project's own environment.
  static let python = "\(Project.path)/.venv/bin/python3"
  static var pythonIsHere: Bool { areRequired || access(python, X_OK) == 0 }

  static func isHere(_ name: String) -> Bool {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return areRequired
      || search.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
