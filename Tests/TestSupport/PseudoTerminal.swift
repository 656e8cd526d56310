import Canvas
import Glibc

/// A program on a terminal of its own, driven and watched from a test.
///
/// ```
/// let terminal = try PseudoTerminal(size: Size(columns: 80, rows: 24))
/// try terminal.start(BuiltProgram.path("art28"), ["open", "matter.art28"])
/// try terminal.wait(for: "Question 1 of")
/// try terminal.type("Acme GmbH<Enter>")
/// try terminal.settle()
/// #expect(terminal.screen.rows[3].hasSuffix("Acme GmbH"))
/// ```
///
/// Nothing sleeps: `wait` reads until the screen shows what is awaited, `settle` until the program has
/// been silent for a moment. A program that hangs fails the test after a minute.
package final class PseudoTerminal {
  /// Why a test cannot go on; the description shows the screen.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What a user would see now.
  package private(set) var screen: VirtualScreen
  /// All that the program has sent since it was started.
  package private(set) var output: [UInt8] = []
  /// What the program needs for as long as it runs, such as the folder that it works in.
  package var needs: AnyObject?
  /// The process; 0 before it was started.
  package private(set) var process: pid_t = 0

  private var master: Int32
  private let slavePath: String
  /// Ends when the process, and whatever it started, is gone.
  private var leash: Int32 = -1
  private var ending: Ending?
  private static let patience = Duration.seconds(60)

  /// Opens a terminal of its own; pts(4).
  package init(size: Size = Size(columns: 80, rows: 24)) throws {
    // TIOCSPTLCK and TIOCGPTN, macros that the importer leaves out; ioctl_tty(2).
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    var isLocked: Int32 = 0
    var number: Int32 = -1
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, ioctl(master, unlock, &isLocked) == 0, ioctl(master, getNumber, &number) == 0
    else { throw Failure(description: "no pseudo-terminal can be had: errno \(errno)") }
    slavePath = "/dev/pts/\(number)"
    screen = VirtualScreen(size: size)
    setWindowSize(size)
  }

  deinit {
    if process > 0 && ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
    if leash >= 0 { close(leash) }
  }

  // MARK: Starting

  /// Starts a program as the leader of a session on this terminal. It gets the environment of the
  /// test with `TERM=xterm-256color`, `LC_ALL=C.UTF-8` and without `NO_COLOR`; `environment` overrides
  /// it, and nil removes a variable.
  package func start(
    _ program: String, _ arguments: [String] = [], environment: [String: String?] = [:]
  ) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    // POSIX_SPAWN_SETSID, which the importer leaves out; posix_spawnattr_setflags(3).
    let setsid: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(setsid | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(description: "no pipe can be had") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    leash = ends[0]
    defer { close(ends[1]) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own; tty(4).
    posix_spawn_file_actions_addopen(&actions, 0, slavePath, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // The same number twice keeps the file open in the program; posix_spawn(3).
    posix_spawn_file_actions_adddup2(&actions, ends[1], ends[1])

    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = Self.variables(environment).map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    let failure = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    guard failure == 0 else {
      process = 0
      throw Failure(description: "cannot start \(program): errno \(failure)")
    }
  }

  private static func variables(_ changes: [String: String?]) -> [String] {
    var all: [String: String] = [:]
    var place = environ
    while let entry = place.pointee {
      let text = String(cString: entry)
      if let mark = text.firstIndex(of: "=") {
        all[String(text[..<mark])] = String(text[text.index(after: mark)...])
      }
      place += 1
    }
    for name in ["NO_COLOR", "COLUMNS", "LINES"] { all[name] = nil }
    all["TERM"] = "xterm-256color"
    all["LC_ALL"] = "C.UTF-8"
    for (name, value) in changes { all[name] = value }
    return all.map { "\($0)=\($1)" }
  }

  // MARK: The user's side

  /// Presses keys, written as `keys(_:)` reads them. Pastes are sent as a terminal does where the
  /// program asked for bracketed paste; `<resize:…>` resizes.
  package func type(_ script: String) throws {
    for event in keys(script) {
      switch event {
      case .key(let key):
        try send(KeySequence.bytes(of: key, isApplication: screen.modes.contains(1)))
      case .paste(let text):
        let isBracketed = screen.modes.contains(2004)
        let body = text.replacing("\n", with: "\r")
        try send(Array((isBracketed ? "\u{1B}[200~\(body)\u{1B}[201~" : body).utf8))
      case .resized(let size): resize(to: size)
      default: preconditionFailure("a pseudo-terminal cannot do <\(event)>")
      }
    }
  }

  /// Sends bytes as they are. What the program says meanwhile is read, so that neither waits for the
  /// other.
  package func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      var ends = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ends, 1, 60_000) > 0 else { throw failure("takes no input") }
      if ends.revents & Int16(POLLIN) != 0 { _ = read() }
      guard ends.revents & Int16(POLLOUT) != 0 else {
        if ends.revents & Int16(POLLHUP) != 0 { throw failure("has closed its terminal") }
        continue
      }
      let chunk = rest.prefix(512)
      let count = chunk.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure("takes no input: errno \(errno)") }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the window another size.
  package func resize(to size: Size) {
    screen.resize(to: size)
    setWindowSize(size)
  }

  private func setWindowSize(_ size: Size) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(process, number) }

  /// Closes the terminal under the program, as a lost connection does.
  package func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  // MARK: Watching

  /// Reads until the screen shows a text.
  package func wait(for text: String) throws {
    try wait("\(text.debugDescription) on the screen") { $0.text.contains(text) }
  }

  /// Reads until a condition holds; `what` names it for the case that it never does.
  package func wait(_ what: String, until condition: (VirtualScreen) -> Bool) throws {
    let end = ContinuousClock.now + Self.patience
    while !condition(screen) {
      guard isReadable(until: end), read() else { throw failure("never showed \(what)") }
    }
  }

  /// Reads until the program has sent nothing for `milliseconds`, and returns how many bytes came.
  @discardableResult
  package func settle(milliseconds: Int = 60) throws -> Int {
    let before = output.count
    let end = ContinuousClock.now + Self.patience
    while isReadable(until: .now + .milliseconds(milliseconds)) {
      guard read() else { break }
      guard ContinuousClock.now < end else { throw failure("does not come to rest") }
    }
    return output.count - before
  }

  /// Reads until the program has ended, and says how.
  package func waitForEnd() throws -> Ending {
    if let ending { return ending }
    let end = ContinuousClock.now + Self.patience
    var files = [
      pollfd(fd: leash, events: Int16(POLLIN), revents: 0),
      pollfd(fd: master, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let left = end - .now
      guard left > .zero, poll(&files, 2, Self.milliseconds(left)) > 0 else {
        throw failure("does not end")
      }
      if files[1].revents != 0, !read() { files[1].fd = -1 }
      if files[0].revents != 0 { break }
    }
    while isReadable(until: .now), read() {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let number = status & 0x7F
    let result = number == 0 ? Ending.exit(status >> 8 & 0xFF) : .signal(number)
    ending = result
    return result
  }

  /// Whether the terminal hands over lines and echoes keys, as a shell expects to find it.
  package var isCooked: Bool {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return false }
    let wanted = UInt32(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted && settings.c_oflag & UInt32(OPOST) != 0
      && settings.c_iflag & UInt32(ICRNL) != 0
  }

  /// Processor time that the program has used so far, in clock ticks; `proc(5)`, stat, 14 and 15.
  package var processorTicks: Int {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let name = text.lastIndex(of: ")") else { return 0 }
    let fields = text[name...].split(separator: " ")
    return fields.count > 13 ? (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) : 0
  }

  private func isReadable(until end: ContinuousClock.Instant) -> Bool {
    guard master >= 0 else { return false }
    var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, Self.milliseconds(end - .now)) > 0
  }

  /// Takes what is there; false at the end of the terminal.
  private func read() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    output += chunk[..<count]
    screen.take(chunk[..<count])
    return true
  }

  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  private func failure(_ what: String) -> Failure {
    Failure(description: "The program \(what). The screen:\n\(screen.text)")
  }
}
