import Glibc
import Synchronization

/// A pipe to oneself: signals and other threads write to it, the event loop waits on it.
///
/// The ends stay open as long as anyone may still write, so that a late wake-up never reaches a file
/// that was given the same number.
final class SelfPipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32
  private let isWakeWritten = Atomic(false)

  /// Nil where the process has no file descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Wakes the loop; on any thread. Calls before the loop looks again count as one.
  func wake() {
    guard !isWakeWritten.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
  }

  /// All bytes that were written since: signal numbers, and 0 for a wake-up.
  func take() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(readEnd, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      if chunk[..<count].contains(0) {
        // Who finds it still set has left his message before this, and it is read after.
        _ = isWakeWritten.exchange(false, ordering: .acquiringAndReleasing)
      }
      bytes += chunk[..<count]
    }
  }
}
