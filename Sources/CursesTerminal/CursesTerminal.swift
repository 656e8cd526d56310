import CNcurses
import Canvas
import Glibc

/// The terminal through ncurses. The only owner of the tty: one at a time, on the main thread.
///
/// It takes the tty when it is made and gives it back in `close`, on `exit`, when the process traps
/// or aborts, and while the program is paused. While nothing happens it neither writes nor runs.
package final class CursesTerminal: Terminal {
  package private(set) var size: Size
  package let wake: @Sendable () -> Void

  private let pipe: SelfPipe
  private let screen: OpaquePointer
  private let errors: ErrorCapture
  private let painter: Painter
  private var reader: KeyReader
  private var events: [Event] = []
  private var firstEvent = 0
  private var emptyReads = 0
  private var isGone = false
  private var isOpen = true

  /// How long a byte behind Esc is waited for, as the rest of a key.
  static let escapeMilliseconds: Int32 = 25

  /// What is said when the program crashes, after the screen is given back.
  private static let crashSentence: StaticString =
    "The program stopped unexpectedly. Every answer you confirmed is saved.\n"

  /// Takes the terminal. Throws, with the tty untouched, where a full screen cannot be had.
  ///
  /// - Parameter mouse: whether clicks and the wheel are asked for, which takes selecting text away
  ///   from the terminal.
  package init(theme: Theme = .colour, mouse: Bool = false) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(stream: "standard input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(stream: "standard output") }
    guard Self.hasUnicode() else { throw .noUnicode }
    let type = try TerminalType()
    guard let pipe = SelfPipe() else { throw .cannotStart(type: type.name) }
    self.pipe = pipe
    wake = { pipe.wake() }

    let reset = (mouse ? ScreenMode.mouseOff : "") + type.reset
    errors = ErrorCapture()
    cn_guard_begin(
      STDIN_FILENO, STDOUT_FILENO, reset, reset.utf8.count, errors.real, errors.file,
      UnsafeRawPointer(Self.crashSentence.utf8Start).assumingMemoryBound(to: CChar.self))
    // The window's size is the kernel's, whatever LINES and COLUMNS say; curs_util(3X).
    use_env(false)
    use_tioctl(true)
    guard let screen = cn_newterm(type.name) else {
      cn_guard_end()
      errors.end()
      throw .cannotStart(type: type.name)
    }
    self.screen = screen
    // After newterm, which puts in handlers of its own that would exit without a word.
    cn_signals_begin(pipe.writeEnd)
    painter = Painter(theme: Self.wantsNoColour() && theme == .colour ? .none : theme)
    reader = Self.startInput()
    size = Size(columns: Int(getmaxx(cn_stdscr())), rows: Int(getmaxy(cn_stdscr())))
    ScreenMode.send(ScreenMode.pasteOn)
    if mouse { cn_mouse_begin() }
  }

  deinit { close() }

  // MARK: Waiting

  package var hasWaitingEvent: Bool {
    collect()
    return firstEvent < events.count || isGone
  }

  package func next(until deadline: ContinuousClock.Instant?) -> Event {
    while true {
      if let event = popEvent() { return event }
      collect()
      if firstEvent < events.count { continue }
      if isGone { return .hungUp }
      let timeout = timeout(until: deadline)
      if timeout == 0 { return .deadline }
      wait(milliseconds: timeout)
    }
  }

  private func popEvent() -> Event? {
    guard firstEvent < events.count else { return nil }
    defer { firstEvent += 1 }
    return events[firstEvent]
  }

  /// Sleeps until something can be read; `milliseconds` of -1 means for as long as it takes.
  private func wait(milliseconds: Int32) {
    // A paste whose end does not come is handed over after a second.
    let isForPaste = reader.isPasting && (milliseconds < 0 || milliseconds > 1000)
    var ends = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&ends, 2, isForPaste ? 1000 : milliseconds)
    if count == 0 && isForPaste { reader.endPaste(into: &events) }
    guard count > 0, ends[0].revents != 0 else { return }
    let hasRead = reader.drain(into: &events)
    let isBroken = ends[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    // Ready, and yet nothing to read, twice in a row: that is the end of the file, not a pause.
    emptyReads = hasRead || cn_waiting_bytes(STDIN_FILENO) > 0 ? 0 : emptyReads + 1
    if isBroken && !hasRead || emptyReads > 1 { isGone = true }
  }

  /// Takes what waits, keys and signals, without waiting for more.
  private func collect() {
    if firstEvent > 0, firstEvent == events.count {
      events.removeAll(keepingCapacity: true)
      firstEvent = 0
    }
    guard isOpen, !isGone else { return }
    _ = reader.drain(into: &events)
    take(pipe.take())
  }

  private func take(_ bytes: [UInt8]) {
    for byte in bytes {
      switch Int32(byte) {
      case 0: events.append(.woken)
      case SIGHUP: isGone = true
      case SIGWINCH: adoptSize()
      case SIGTSTP: suspend()
      case SIGCONT: takeBack()
      case let signal: events.append(.terminate(signal: signal))
      }
    }
  }

  private func timeout(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = deadline - .now
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    let milliseconds = min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    return Int32(milliseconds)
  }

  // MARK: Drawing

  package func draw(_ frame: Frame) {
    guard isOpen, !isGone else { return }
    painter.draw(frame)
  }

  package func repaint() { painter.forget() }

  package func ring() {
    guard isOpen, !isGone else { return }
    beep()
  }

  package func copy(_ text: String) {
    guard isOpen, !isGone else { return }
    ScreenMode.send(ScreenMode.clipboard(text))
  }

  private func adoptSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_window_size(STDIN_FILENO, &columns, &rows) else { return }
    let new = Size(columns: Int(columns), rows: Int(rows))
    guard new != size else { return }
    size = new
    resizeterm(rows, columns)
    painter.forget()
    events.append(.resized(new))
  }

  // MARK: Giving the terminal back

  package func suspend() {
    guard isOpen, !isGone else { return }
    give()
    ScreenMode.send("Paused. Type fg to return.\r\n")
    cn_stop_process_group()
    takeBack()
    // The signal that continued us is dealt with already.
    take(pipe.take().filter { $0 != UInt8(SIGCONT) && $0 != UInt8(SIGTSTP) })
  }

  package func withCookedTerminal<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen, !isGone else { return try body() }
    give()
    cn_signals_lend(true)
    defer {
      cn_signals_lend(false)
      takeBack()
    }
    return try body()
  }

  package func close() {
    guard isOpen else { return }
    give()
    isOpen = false
    cn_delscreen(screen)
    cn_signals_end()
    cn_guard_end()
    errors.end()
  }

  /// Leaves the screen and the settings as they were found.
  private func give() {
    ScreenMode.send(ScreenMode.pasteOff)
    endwin()
    cn_guard_set(false)
    errors.pass(true)
  }

  /// Takes the screen again, whatever happened to it in between.
  private func takeBack() {
    guard !isGone else { return }
    errors.pass(false)
    cn_guard_set(true)
    reset_prog_mode()
    ScreenMode.send(ScreenMode.pasteOn)
    painter.forget()
    adoptSize()
    events.append(.resumed)
  }

  // MARK: Starting

  /// Text is UTF-8, whatever the user's locale; C.UTF-8 is part of glibc on Debian.
  private static func hasUnicode() -> Bool {
    for name in ["", "C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if let codeset = nl_langinfo(nl_item(CODESET)), strcmp(codeset, "UTF-8") == 0 { return true }
    }
    return false
  }

  private static func wantsNoColour() -> Bool {
    getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
  }

  private static func startInput() -> KeyReader {
    // Milliseconds that Esc waits for the rest of a sequence; ncurses' own 1,000 are felt. Who has set
    // ESCDELAY, over a slow line, keeps it; ncurses(3X), "ENVIRONMENT".
    if getenv("ESCDELAY") == nil { set_escdelay(escapeMilliseconds) }
    raw()
    noecho()
    nonl()
    // Input is taken before a frame is drawn; ncurses need not look for it halfway.
    typeahead(-1)
    KeyCodes.define()
    // Keys are read through a pad, since reading refreshes a window and a pad is never refreshed.
    let keys = newpad(1, 1)
    keypad(keys, true)
    nodelay(keys, true)
    return KeyReader {
      let code = wgetch(keys)
      return code == ERR ? nil : code
    }
  }
}
