import Glibc
import Publishing

/// The document tools of this machine.
enum Tools {
  /// typst on the search path, or its wheel in the environment that `scripts/setup` makes beside the
  /// program's sources.
  static var paths: ToolPaths {
    var environment: [String: String] = [:]
    for name in ["PATH", "ART28_TYPST_PYTHON"] {
      environment[name] = Person.environment(name)
    }
    return ToolPaths(environment: environment, prefix: prefix)
  }

  /// The nearest folder above the program that has a Python environment.
  private static var prefix: String? {
    var above = PackStore.programFolder
    for _ in 0..<6 {
      if Files.exists("\(above)/.venv/bin/python3") { return above }
      above = Files.folder(of: above)
    }
    return nil
  }
}
