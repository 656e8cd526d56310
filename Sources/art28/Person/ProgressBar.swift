import Casework
import Glibc

/// How far the work is, on a terminal; nothing where standard error is none.
struct ProgressBar {
  let count: Int
  private let isShown = isatty(STDERR_FILENO) == 1

  init(count: Int) { self.count = count }

  func show(_ done: Int) {
    guard isShown, done < count else { return }
    let filled = done * 24 / max(count, 1)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    Console.draw("\r\(bar) \(done) of \(count)")
  }

  /// Says what was written, and how far the work is.
  func tell(_ step: Batch.Step) {
    switch step {
    case .written(let paths):
      clear()
      for path in paths { Console.say(path) }
    case .done(let done): show(done)
    }
  }

  /// Takes the bar off the line, so that words can stand there.
  func clear() {
    if isShown { Console.draw("\r\u{1B}[K") }
  }
}
