import Canvas
import Glibc

/// A terminal that plays a script and keeps every frame it is shown.
///
/// The program under test runs its real event loop on it. Events come one at a time, so each is
/// followed by a frame. `.deadline` stands for a pause of the user: it is handed over only to a caller
/// that waits with a deadline, and passed over otherwise. `.woken` waits until the program really
/// calls `wake`. When the script is over the terminal hangs up, so that every loop ends.
package final class ScriptedTerminal: Terminal {
  package private(set) var size: Size
  package let wake: @Sendable () -> Void

  /// Every frame that was drawn, in order.
  package private(set) var frames: [Frame] = []
  /// What was put on the clipboard.
  package private(set) var copied: [String] = []
  package private(set) var bells = 0
  package private(set) var repaints = 0
  package private(set) var suspensions = 0
  /// How often the terminal was lent to another program.
  package private(set) var loans = 0
  package private(set) var isClosed = false

  private var script: ArraySlice<Event>
  private let wakeEnd: Int32

  /// Starts with a screen of this size; `keys(_:)` writes scripts.
  package init(size: Size = Size(columns: 80, rows: 24), script: [Event]) {
    self.size = size
    self.script = script[...]
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no pipe can be had for the scripted terminal")
    let (readEnd, writeEnd) = (ends[0], ends[1])
    wakeEnd = readEnd
    wake = {
      var byte: UInt8 = 0
      _ = write(writeEnd, &byte, 1)
    }
  }

  deinit { _ = Glibc.close(wakeEnd) }

  /// The last frame; an empty one where none was drawn.
  package var lastFrame: Frame { frames.last ?? Frame(size: size) }

  package var hasWaitingEvent: Bool { false }

  package func next(until deadline: ContinuousClock.Instant?) -> Event {
    while let event = script.popFirst() {
      switch event {
      case .deadline where deadline == nil: continue
      case .woken where !waitForWake(): return .hungUp
      case .resized(let new): size = new
      default: break
      }
      return event
    }
    return .hungUp
  }

  /// Whether `wake` was called; a program that never calls it is given up after twenty seconds.
  private func waitForWake() -> Bool {
    var end = pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&end, 1, 20_000) == 1 else { return false }
    var byte: UInt8 = 0
    return read(wakeEnd, &byte, 1) == 1
  }

  package func draw(_ frame: Frame) {
    precondition(frame.size == size, "the frame has another size than the screen")
    frames.append(frame)
  }

  package func repaint() { repaints += 1 }
  package func suspend() { suspensions += 1 }
  package func ring() { bells += 1 }
  package func copy(_ text: String) { copied.append(text) }
  package func close() { isClosed = true }

  package func withCookedTerminal<Result>(_ body: () throws -> Result) rethrows -> Result {
    loans += 1
    return try body()
  }
}

extension Frame {
  /// The frame as a golden shows it: its rows between rules of its width, then where the caret is.
  package var snapshot: String {
    let rule = String(repeating: "─", count: size.columns)
    let caretLine =
      "caret: row \(caret.y + 1), column \(caret.x + 1)" + (caretIsVisible ? "" : ", hidden")
    return "\(rule)\n\(text)\n\(rule)\n\(caretLine)\n"
  }
}
