import FoundationEssentials
import Glibc
import TestSupport

/// One run of the program without a terminal.
struct Program: CustomStringConvertible {
  let code: Int32
  let output: [UInt8]
  let complaint: String

  var said: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { said.split(separator: "\n").map(String.init) }
  var description: String { "exit \(code)\n\(said)\n--- standard error\n\(complaint)" }

  /// The program under test.
  static let path = BuiltProgram.path("art28")

  struct CannotRun: Error { let number: Int32 }

  /// Runs `art28 ARGUMENTS` in a place to its end. One that hangs is stopped after two minutes and
  /// ends with 124.
  static func run(
    _ arguments: String..., in place: Place, input: String = "",
    environment: [String: String?] = [:]
  ) throws -> Program {
    try run(arguments, in: place, input: input, environment: environment)
  }

  static func run(
    _ arguments: [String], in place: Place, input: String = "",
    environment: [String: String?] = [:]
  ) throws -> Program {
    try command(
      ["/usr/bin/timeout", "--kill-after=5", "120", path] + arguments, in: place, input: input,
      environment: environment)
  }

  /// Runs a shell's line; the program is on its path by its name.
  static func shell(
    _ line: String, in place: Place, environment: [String: String?] = [:]
  ) throws -> Program {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
    let search = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    var all = environment
    all["PATH"] = "\(folder):\(search)"
    return try command(["/bin/sh", "-c", line], in: place, environment: all)
  }

  private static func command(
    _ words: [String], in place: Place, input: String = "", environment: [String: String?]
  ) throws -> Program {
    let name = ".run-\(UUID().uuidString)"
    let stdin = try place.write(input, to: "\(name)/in")
    let stdout = place.file("\(name)/out")
    let stderr = place.file("\(name)/err")
    defer { try? FileManager.default.removeItem(atPath: place.file(name)) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, stdout, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, stderr, writing, 0o600)

    var all: [String: String] = ProcessInfo.processInfo.environment
    for (name, value) in place.environment { all[name] = value }
    for (name, value) in environment { all[name] = value }
    let words = ["/usr/bin/env", "--chdir=\(place.path)"] + words
    var arguments = words.map { strdup($0) } + [nil]
    var variables = all.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }

    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], &actions, nil, &arguments, &variables)
    guard failure == 0 else { throw CannotRun(number: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Program(
      code: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: try place.bytes(of: "\(name)/out"), complaint: try place.text(of: "\(name)/err"))
  }
}
