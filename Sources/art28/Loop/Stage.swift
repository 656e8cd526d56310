import Screens

/// What an effect needs of the loop that it is done in: here the screen and the linear view differ.
protocol Stage: AnyObject {
  /// The pause is over after so many milliseconds; waited for anew, it begins anew.
  func wait(for pause: Pause, milliseconds: Int)
  /// The same at the latest: one that is waited for already stays.
  func wait(for pause: Pause, atMost milliseconds: Int)
  /// Starts work that goes on elsewhere and calls what it is given when its message is in the inbox.
  func start(_ work: (_ wake: @escaping @Sendable () -> Void) -> Void)
  /// Opens the person's editor on a text; nil where nothing came back.
  func edit(_ text: String, inMemory: Bool) -> Editor.Edited
  func suspend()
  func copy(_ text: String)
  func ring()
}
