import Glibc

/// Standard output and error, as bytes.
enum Console {
  static func say(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }
  static func complain(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  static func write(_ text: String, to file: Int32) { write(Array(text.utf8), to: file) }

  /// Writes all of it. Where nobody reads any more (a closed pipe) the rest is dropped.
  static func write(_ bytes: [UInt8], to file: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      done += count
    }
  }

  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}
