import CNcurses
import Glibc

/// Standard error, kept out of the screen while it is in use and said when it is over.
///
/// Only where standard error is the terminal: a file that the user chose gets everything at once.
final class ErrorCapture {
  /// The unnamed file in memory that takes the text, and the real standard error; -1 for none.
  private(set) var file: Int32 = -1
  private(set) var real: Int32 = -1

  init() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    file = cn_capture_errors(&real)
  }

  /// Lets standard error through to the terminal, or catches it again.
  func pass(_ isThrough: Bool) {
    guard file >= 0 else { return }
    dup2(isThrough ? real : file, STDERR_FILENO)
  }

  /// Says what was caught, and leaves standard error as it was found.
  func end() {
    guard file >= 0 else { return }
    dup2(real, STDERR_FILENO)
    var chunk = [UInt8](repeating: 0, count: 4096)
    lseek(file, 0, SEEK_SET)
    while case let count = read(file, &chunk, chunk.count), count > 0 {
      _ = write(STDERR_FILENO, chunk, count)
    }
    close(file)
    close(real)
    file = -1
  }
}
