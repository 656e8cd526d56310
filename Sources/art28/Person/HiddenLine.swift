import Glibc
import Matters
import PlainText
import Synchronization

/// A line that is typed at the terminal and not shown.
enum HiddenLine {
  /// Signals that would leave a terminal without an echo.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]
  /// The one that came while somebody was asked; 0: none.
  private static let came = Atomic<Int32>(0)

  /// - Returns: nil where there is no terminal, or nothing was typed.
  static func read(_ prompt: String) -> Passphrase? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return nil }
    // Held back in this thread alone, another one would take them, and end the program.
    let earlier = signals.map(noted)
    defer {
      for case (let signal, var action) in zip(signals, earlier) { sigaction(signal, &action, nil) }
      // It does what it would have done, now that the terminal is as it was. To the program as a whole:
      // the threads of tasks take none.
      let signal = came.exchange(0, ordering: .relaxed)
      if signal != 0 { kill(getpid(), signal) }
    }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &settings) }
    say(prompt, to: terminal)
    guard wait(for: terminal) else {
      say("\n", to: terminal)
      return nil
    }
    var bytes = bytes(from: terminal)
    return Passphrase(&bytes)
  }

  /// The next line, without its end, and nothing behind it.
  static func bytes(from file: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    // So that it is never moved, and no copy of it left behind.
    bytes.reserveCapacity(Passphrase.longest + 1)
    var byte: UInt8 = 0
    while bytes.count <= Passphrase.longest {
      let count = Glibc.read(file, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }

  /// - Returns: how the signal was dealt with before; from here on it is only noted.
  private static func noted(_ signal: Int32) -> sigaction {
    var (noting, earlier) = (sigaction(), sigaction())
    noting.__sigaction_handler.sa_handler = { HiddenLine.came.store($0, ordering: .relaxed) }
    noting.sa_flags = SA_RESTART
    sigaction(signal, &noting, &earlier)
    return earlier
  }

  /// - Returns: false where a signal came first.
  private static func wait(for terminal: Int32) -> Bool {
    while came.load(ordering: .relaxed) == 0 {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      // Twice a second one is looked for that another thread took: a person is typing, nothing idles.
      if poll(&waiting, 1, 500) > 0 { return true }
    }
    return false
  }

  private static func say(_ words: String, to terminal: Int32) {
    let bytes = Array((words == "\n" ? words : Sanitiser.line.clean(words)).utf8)
    _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }
}
