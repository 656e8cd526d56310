import Casework
import Glibc
import Screens

/// What the program remembers of the person who sits at it, in their own folders.
enum Person {
  private static func base(_ variable: String, _ otherwise: String) -> String {
    if let value = environment(variable), value.hasPrefix("/") { return "\(value)/art28" }
    return "\(home)/\(otherwise)/art28"
  }

  /// Never a folder that is everybody's: where nobody says which it is, nothing is kept.
  static var home: String {
    if let home = environment("HOME"), home.hasPrefix("/") { return home }
    guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else {
      return "/dev/null"
    }
    return String(cString: folder)
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
    guard let bytes = try? Files.read("\(configuration)/who", as: .own),
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

  // MARK: A locked matter

  /// After how many minutes without a key a locked matter is closed: `ART28_IDLE`, 1 to 1,440, else 15;
  /// nil where it is 0.
  static var idleMinutes: Int? {
    let minutes = environment("ART28_IDLE").flatMap { Int($0) } ?? 15
    return minutes == 0 ? nil : (1...1440).contains(minutes) ? minutes : 15
  }

  // MARK: A profile

  /// What the person keeps to be offered in any matter: a name and a text a line, with a tab between.
  static var profile: Profile {
    Profile(
      lines("\(configuration)/profile").compactMap { line in
        let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
        return parts.count == 2 ? Profile.Line(name: parts[0], value: parts[1]) : nil
      })
  }

  static func keep(_ profile: Profile) {
    let text = profile.lines.map { "\($0.name)\t\($0.value)\n" }.joined()
    do throws(FileError) {
      try Files.makeFolder(configuration)
      try Files.write(Array(text.utf8), to: "\(configuration)/profile")
    } catch {
      Console.complain("Your profile could not be kept: \(error.message)")
    }
  }

  // MARK: Recent matters

  private static var recentFile: String { "\(state)/recent" }

  /// Paths of matters, the newest first; those that are gone are left out.
  static var recent: [String] {
    lines(recentFile).filter(Files.exists)
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

  // MARK: What was seen

  private static var seenFile: String { "\(state)/seen" }

  /// The last entry of a matter that this person had before them when they left it.
  static func seen(_ path: String) -> Int? {
    lines(seenFile).lazy.compactMap { line -> Int? in
      let parts = line.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && parts[1] == path ? Int(parts[0]) : nil
    }.first
  }

  static func saw(_ path: String, upTo entry: Int) {
    let others = lines(seenFile).filter { !$0.hasSuffix(" \(path)") }
    let all = (["\(entry) \(path)"] + others).prefix(50)
    // Not worth a word either.
    try? Files.makeFolder(state)
    try? Files.write(Array((all.joined(separator: "\n") + "\n").utf8), to: seenFile)
  }

  private static func lines(_ path: String) -> [String] {
    guard let bytes = try? Files.read(path, as: .own),
      let text = String(validating: bytes, as: UTF8.self)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
