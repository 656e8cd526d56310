import Glibc

/// The allocator's memory.
enum Heap {
  /// Takes memory for a second thread in one piece. Left to itself the allocator asks the system for
  /// every single page of it, and each time holds up the first thread; malloc(3).
  static func reserve(_ bytes: Int) {
    // Small enough that they come from the thread's own heap, side by side.
    let size = 100_000
    let pieces = (0..<bytes / size).compactMap { _ in malloc(size) }
    // What stands behind them keeps the allocator from giving them back when they are free.
    _ = malloc(1)
    for piece in pieces { free(piece) }
  }
}
