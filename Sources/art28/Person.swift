import Glibc
import Screens

/// What the program remembers of the person who sits at it, in their own folders.
enum Person {
  private static func base(_ variable: String, _ otherwise: String) -> String {
    if let value = environment(variable), value.hasPrefix("/") { return "\(value)/art28" }
    return "\(environment("HOME") ?? "/tmp")/\(otherwise)/art28"
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// XDG Base Directory Specification.
  static var configuration: String { base("XDG_CONFIG_HOME", ".config") }
  static var cache: String { base("XDG_CACHE_HOME", ".cache") }
  static var state: String { base("XDG_STATE_HOME", ".local/state") }

  // MARK: By whom

  /// The name that stands in every entry; empty while the person was not asked.
  static var name: String {
    guard let bytes = try? Files.read("\(configuration)/who"),
      let text = String(validating: bytes, as: UTF8.self)
    else { return "" }
    return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  static func remember(_ name: String) {
    do throws(FileError) {
      try Files.makeFolder(configuration)
      try Files.write(Array("\(name)\n".utf8), to: "\(configuration)/who")
    } catch {
      Console.complain("Your name could not be kept: \(error.message)")
    }
  }

  /// The name for a command: as given, as kept, else the account's.
  static func named(_ given: String?) -> String {
    if let given, !given.isEmpty { return given }
    let kept = name
    if !kept.isEmpty { return kept }
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "unknown" }
    return String(cString: name)
  }

  // MARK: Recent matters

  private static var recentFile: String { "\(state)/recent" }

  /// Paths of matters, the newest first; those that are gone are left out.
  static var recent: [String] {
    guard let bytes = try? Files.read(recentFile),
      let text = String(validating: bytes, as: UTF8.self)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).map(String.init).filter(Files.exists)
  }

  static func opened(_ path: String) {
    let list = ([path] + recent.filter { $0 != path }).prefix(20)
    do throws(FileError) {
      try Files.makeFolder(state)
      try Files.write(Array((list.joined(separator: "\n") + "\n").utf8), to: recentFile)
    } catch {
      // A list of what was open lately is not worth a word to somebody who works.
      return
    }
  }
}
