import Canvas
import Glibc
import PlainText
import Synchronization

/// Standard output and error: the one door through which the program speaks.
///
/// What it says are words for people, many of them a stranger's (a mailed matter, a questionnaire, a
/// file's name). They are made safe here, so that nobody else has to think of it.
enum Console {
  /// Why standard output took no more; 0 while all is well.
  private static let fault = Atomic<Int32>(0)

  /// Says one line. A line end in it belongs to some value, and becomes a space.
  static func say(_ line: String) { write(Sanitiser.line.clean(line) + "\n", to: STDOUT_FILENO) }
  static func complain(_ line: String) {
    write(Sanitiser.line.clean(line) + "\n", to: STDERR_FILENO)
  }

  /// Says a text whose line ends are meant.
  static func say(lines text: String) { write(lines(text), to: STDOUT_FILENO) }
  static func complain(lines text: String) { write(lines(text), to: STDERR_FILENO) }

  /// Hands over the contents of a file as they are: an export, JSON, a script for a shell. A terminal
  /// is no file, and gets them as words.
  static func handOver(_ contents: String) { handOver(Array(contents.utf8)) }

  static func handOver(_ contents: [UInt8]) {
    if isatty(STDOUT_FILENO) == 1 {
      say(lines: String(decoding: contents, as: UTF8.self))
    } else {
      write(contents, to: STDOUT_FILENO)
    }
  }

  /// Signs of the program's own for the terminal behind standard error, such as a bar that grows.
  static func draw(_ signs: String) { write(Array(signs.utf8), to: STDERR_FILENO) }

  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  // MARK: Beginning and end

  /// Takes the three standard files where somebody closed one, so that no file of the user's gets its
  /// number, and words with it.
  static func begin() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is a full disk, and no end.
    signal(SIGXFSZ, SIG_IGN)
    for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 {
      // The other way round, so that whoever uses it is told.
      _ = open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Leaves the program. What standard output did not take is a failure, whatever else went well; that
  /// nobody reads any more (a closed pipe) is none.
  static func end(_ code: Int32) -> Never {
    let number = fault.load(ordering: .relaxed)
    if number != 0, number != EPIPE {
      complain("Not all could be written to standard output: \(String(cString: strerror(number))).")
      Glibc.exit(code == 0 ? ExitCode.file.rawValue : code)
    }
    Glibc.exit(code)
  }

  // MARK: Writing

  private static func lines(_ text: String) -> String {
    Sanitiser.lines.clean(text) + (text.utf8.last == UInt8(ascii: "\n") ? "" : "\n")
  }

  private static func write(_ text: String, to file: Int32) { write(Array(text.utf8), to: file) }

  /// Writes all of it. Where standard output takes no more, the rest is dropped.
  private static func write(_ bytes: [UInt8], to file: Int32) {
    guard file != STDOUT_FILENO || fault.load(ordering: .relaxed) == 0 else { return }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        done += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Somebody who shares the file made it not wait.
        var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      default:
        if file == STDOUT_FILENO { fault.store(errno, ordering: .relaxed) }
        return
      }
    }
  }
}
