/// A program of others that a format needs.
package enum Tool: String, Hashable, Sendable, CaseIterable {
  case pandoc, typst

  /// The line that installs it on Debian and its kin.
  package var installCommand: String {
    switch self {
    case .pandoc: "sudo apt-get install pandoc"
    case .typst: "python3 -m venv .venv && .venv/bin/pip install typst==0.15.0"
    }
  }
}

/// What made a file, for its manifest: `pandoc 2.17.1.1`.
package struct Converter: Hashable, Sendable, CustomStringConvertible {
  package var tool: Tool
  package var version: String

  package init(tool: Tool, version: String) {
    self.tool = tool
    self.version = version
  }

  package var description: String { "\(tool.rawValue) \(version)" }
}
