/// The screen and keyboard, as the event loop sees them: one thread, one frame at a time.
///
/// Its two conformers are `CursesTerminal` and, in tests, `ScriptedTerminal`.
package protocol Terminal: AnyObject {
  /// The present size of the screen.
  var size: Size { get }

  /// Whether `next` would return at once. Take all that waits before drawing a frame.
  var hasWaitingEvent: Bool { get }

  /// Makes a waiting `next` return `.woken`. May be called on any thread, at any time.
  var wake: @Sendable () -> Void { get }

  /// Waits for the next event: without end where `deadline` is nil, not at all where it has passed.
  func next(until deadline: ContinuousClock.Instant?) -> Event

  /// Shows a frame: sends only what differs from the last one, and places the cursor.
  func draw(_ frame: Frame)

  /// Forgets what the screen shows, so that the next `draw` sends all of it.
  func repaint()

  /// Gives the terminal back to the shell and stops the program until it is continued (`fg`).
  func suspend()

  /// Runs `body` with the terminal as it was before the program started: for an editor, or a
  /// question that must be asked on the plain screen. The next `draw` repaints.
  func withCookedTerminal<Result>(_ body: () throws -> Result) rethrows -> Result

  /// Rings the bell.
  func ring()

  /// Puts text on the clipboard of the user's own machine, where the terminal allows it (OSC 52).
  func copy(_ text: String)

  /// Gives the terminal back for good. Safe to call twice.
  func close()
}
