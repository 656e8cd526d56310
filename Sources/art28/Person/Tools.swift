import Casework
import Glibc
import Matters
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
    var above = Tools.programFolder
    for _ in 0..<6 {
      if Files.exists("\(above)/.venv/bin/python3") { return above }
      above = Files.folder(of: above)
    }
    return nil
  }

  /// What a person types to start the program: its name where a shell finds it, else what starts it
  /// from its own folder.
  static var start: String {
    let places = Person.environment("PATH")?.split(separator: ":").map(String.init) ?? []
    if places.contains(where: { Files.exists("\($0)/art28") }) { return "art28" }
    let root = Files.folder(of: Files.folder(of: Files.folder(of: programFolder)))
    for path in ["\(root)/scripts/run", "\(programFolder)/art28"] where Files.exists(path) {
      return path.shellWord
    }
    return "art28"
  }

  /// Where this program lies.
  static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let bytes = buffer[..<count].map { UInt8(bitPattern: $0) }
    return Files.folder(of: String(decoding: bytes, as: UTF8.self))
  }
}
