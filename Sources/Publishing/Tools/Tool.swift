/// A program of others that a format needs.
package enum Tool: String, Hashable, Sendable, CaseIterable {
  case typst

  /// The line that installs it on Debian and its kin.
  package var installCommand: String {
    switch self {
    case .typst: "python3 -m venv .venv && .venv/bin/pip install typst==0.15.0"
    }
  }
}
