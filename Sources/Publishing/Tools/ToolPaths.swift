import Glibc

/// Where the programs of others lie on this machine. Looking costs a few `access` calls and runs
/// nothing.
package struct ToolPaths: Hashable, Sendable {
  package var typst: String?
  /// Pythons that may have typst's wheel, in the order they are tried.
  package var pythons: [String]

  package init(typst: String?, pythons: [String]) {
    self.typst = typst
    self.pythons = pythons
  }

  /// - Parameters:
  ///   - environment: `PATH`, and `ART28_TYPST_PYTHON` for a python that has typst's wheel.
  ///   - prefix: the folder of the installation, whose `.venv` may have it too.
  package init(environment: [String: String], prefix: String?) {
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    func found(_ name: String) -> String? {
      folders.map { "\($0)/\(name)" }.first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
    }
    let candidates = [
      environment["ART28_TYPST_PYTHON"], prefix.map { "\($0)/.venv/bin/python3" }, found("python3"),
    ]
    self.init(
      typst: found("typst"),
      pythons: candidates.compactMap { $0 }.filter { $0.hasPrefix("/") && access($0, X_OK) == 0 })
  }
}
