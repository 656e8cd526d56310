import Glibc

/// Runs inputs one after the other. An input at which the program ends, or takes more than its time, is
/// written to the folder of the moment as `NAME-NUMBER`. Whoever starts it limits its memory: a sanitizer
/// needs an address space without end.
final class Watch {
  /// Of the processor, for one input; honest ones take milliseconds.
  private static let seconds = 20

  nonisolated(unsafe) private static var input: UnsafeMutableRawBufferPointer = .init(
    start: nil, count: 0)
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  private var number = 0
  private let name: String

  init(_ name: String) {
    self.name = name
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGPROF, SIGFPE] {
      signal(number) { number in Watch.keep(number) }
    }
  }

  func run(_ target: FuzzTarget, _ bytes: [UInt8]) {
    number += 1
    var copy = bytes
    free(Self.path)
    Self.path = strdup("\(name)-\(number)")
    copy.withUnsafeMutableBytes { buffer in
      Self.input = buffer
      Self.wake(after: Self.seconds)
      target.run(bytes)
      Self.wake(after: 0)
      Self.input = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }
  }

  /// - Parameter seconds: of this process's own work; 0 never.
  private static func wake(after seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// Calls only what a handler may.
  private static func keep(_ number: CInt) {
    if let path {
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      if file >= 0 {
        _ = write(file, input.baseAddress, input.count)
        close(file)
      }
      let said = number == SIGPROF ? "too long: " : "ended at: "
      _ = said.utf8.withContiguousStorageIfAvailable { write(2, $0.baseAddress, $0.count) }
      _ = write(2, path, strlen(path))
      _ = write(2, "\n", 1)
    }
    _exit(70)
  }
}
