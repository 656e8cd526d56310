import Glibc

/// Another program that has the terminal for a while, such as `$EDITOR`.
///
/// Run it inside `withCookedTerminal`. It stays in our process group, so that it is in the
/// foreground, and gets the signals as a shell would hand them on.
package struct ForegroundCommand {
  private let arguments: [String]

  /// The program, sought in `PATH`, and its arguments.
  package init(_ arguments: [String]) {
    self.arguments = arguments
  }

  /// The user's editor on a file: `$VISUAL`, else `$EDITOR`, else `vi`. As git does it, a shell reads the
  /// variable as it reads a command: it may hold options and quotation marks (`"/my ed/ed" --wait`).
  ///
  /// - Parameter private: a folder that takes the place of those in which an editor keeps what it
  ///   remembers of a text (swap files, histories), where it heeds it; vim is told to keep nothing.
  package static func editor(on path: String, private folder: String? = nil) -> ForegroundCommand {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.contains { $0 != " " } ? $0 : nil }
    }
    let command = variable("VISUAL") ?? variable("EDITOR") ?? "vi"
    guard let folder else {
      return ForegroundCommand(["sh", "-c", "\(command) \"$@\"", "editor", path])
    }
    let script = """
      export TMPDIR="$1" XDG_STATE_HOME="$1"; shift
      case $(set -- \(command); readlink -f "$(command -v "$1")") in
      *vim*) set -- -i NONE -n "$1" ;;
      esac
      \(command) "$@"
      """
    return ForegroundCommand(["sh", "-c", script, "editor", folder, path])
  }

  /// The program could not be started; `number` is an errno.
  package struct StartError: Error, Hashable, Sendable {
    package let program: String
    package let number: Int32
  }

  /// Runs the program to its end: its exit code, or 128 and the signal that ended it.
  package func run() throws(StartError) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let name = arguments.first ?? ""
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, name, nil, &attributes, &words, environ)
    guard failure == 0 else { throw StartError(program: name, number: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
