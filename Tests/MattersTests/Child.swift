import Foundation
import Glibc
import Synchronization

/// A `matter-fixture` process with pipes to its standard input and output.
final class Child {
  let process: pid_t
  private let input: CInt
  private let output: CInt
  private var pending: [UInt8] = []
  private var isOver = false

  struct Failure: Error { let what: String }

  /// Another child must not inherit a pipe between its making and its mark to be closed.
  private static let spawning = Mutex(())

  init(_ arguments: String...) throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("matter-fixture").path
    (process, input, output) = try Child.spawning.withLock { _ in
      let (toChild, fromChild) = (try Child.pipe(), try Child.pipe())
      defer {
        close(toChild.reading)
        close(fromChild.writing)
      }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      posix_spawn_file_actions_adddup2(&actions, toChild.reading, 0)
      posix_spawn_file_actions_adddup2(&actions, fromChild.writing, 1)
      defer { posix_spawn_file_actions_destroy(&actions) }
      var words: [UnsafeMutablePointer<CChar>?] =
        ([program] + arguments).map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      var process: pid_t = 0
      let result = posix_spawn(&process, program, &actions, nil, &words, environ)
      guard result == 0 else {
        throw Failure(what: "\(program): \(String(cString: strerror(result)))")
      }
      return (process, toChild.writing, fromChild.reading)
    }
  }

  private static func pipe() throws -> (reading: CInt, writing: CInt) {
    var ends: [CInt] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(what: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  deinit {
    end(SIGKILL)
    close(output)
  }

  /// The next line, without waiting longer than the process lives; nil at its end.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeFirst(end + 1) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending += bytes.prefix(count)
    }
  }

  /// All lines up to its end.
  func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  /// Sends a signal, or with 0 closes its input, and waits for its end.
  func end(_ signal: CInt) {
    guard !isOver else { return }
    isOver = true
    if signal != 0 { kill(process, signal) }
    close(input)
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
