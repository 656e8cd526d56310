/// What may happen to the program at its terminal.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one go. Line ends are `\n`; other controls but the tab are taken out.
  case paste(String)
  /// The mouse, where it was asked for: a click at a place, a turn of the wheel (-1 is up).
  case clicked(Point)
  case wheel(Int)
  /// The window has another size; the next frame must have it.
  case resized(Size)
  /// The deadline passed and nothing else happened.
  case deadline
  /// `Terminal.wake` was called, once or more.
  case woken
  /// The terminal is gone. Save and end; nothing can be shown any more.
  case hungUp
  /// The system asks the program to end (signal number, as SIGTERM). Save, then end with 128 + it.
  case terminate(signal: Int32)
  /// The program was paused and goes on; the next `draw` repaints everything.
  case resumed
}
