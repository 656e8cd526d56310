import Glibc
import Matters
import PlainText

/// A line that is typed at the terminal and not shown.
enum HiddenLine {
  /// Signals that would leave a terminal without an echo.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  /// - Returns: nil where there is no terminal, or nothing was typed.
  static func read(_ prompt: String) -> Passphrase? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return nil }
    // They wait until the terminal is as it was.
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    sigprocmask(SIG_BLOCK, &held, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &settings) }
    say(prompt, to: terminal)
    guard wait(for: terminal, held: held) else {
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

  /// - Returns: false where a signal came first; it is delivered as soon as the mask is gone.
  private static func wait(for terminal: Int32, held: sigset_t) -> Bool {
    while true {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      // The held signals are looked for twice a second: a person is typing, and nothing idles here.
      if poll(&waiting, 1, 500) > 0 { return true }
      var pending = sigset_t()
      sigpending(&pending)
      if signals.contains(where: { sigismember(&pending, $0) == 1 }) { return false }
    }
  }

  private static func say(_ words: String, to terminal: Int32) {
    let bytes = Array((words == "\n" ? words : Sanitiser.line.clean(words)).utf8)
    _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }
}
