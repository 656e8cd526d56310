import Canvas
import Glibc
import TestSupport
import Testing

/// The program under a shell in tmux: pausing, another size, a window that is closed.
@Suite(.serialized, .enabled(if: OtherTools.isHere("tmux"))) struct TmuxTests {
  private func started() throws -> (Place, Tmux) {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    let tmux = try Tmux(in: place)
    try tmux.wait(for: "shell>")
    try tmux.keys("art28 s.art28", "Enter")
    try tmux.wait(for: "What is text number 1?")
    return (place, tmux)
  }

  @Test func pausing() throws {
    let (place, tmux) = try started()
    try tmux.keys("Müller")
    try tmux.wait(for: "> Müller")
    try tmux.keys("M-z")
    try tmux.wait(for: "Stopped")
    try tmux.keys("echo still here", "Enter")
    try tmux.wait(for: "still here")
    try tmux.keys("fg", "Enter")
    try tmux.wait(for: "> Müller")
    try tmux.keys(" GmbH", "Enter")
    try tmux.wait(for: "What is text number 2?")
    try tmux.keys("C-q")
    try tmux.wait(for: "Everything is saved.")
    try tmux.keys("stty -a | grep -c ' icanon.* echo '; echo ok", "Enter")
    try tmux.wait(for: "ok")
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "Müller GmbH"])
  }

  @Test func anotherSize() throws {
    let (_, tmux) = try started()
    try tmux.keys("Łódź")
    try tmux.wait(for: "> Łódź")
    for (columns, rows) in [(120, 36), (40, 12), (20, 5), (80, 24)] {
      try tmux.resize(columns: columns, rows: rows)
      if columns >= 40 {
        try tmux.wait(for: "What is text number 1?")
        try tmux.wait(for: "> Łódź")
      }
    }
    try tmux.keys("C-q")
    try tmux.wait(for: "Everything is saved.")
  }

  @Test func aWindowThatIsClosed() throws {
    let (place, tmux) = try started()
    try tmux.keys("one", "Enter")
    try tmux.wait(for: "What is text number 2?")
    try tmux.keys("half a tho")
    try tmux.wait(for: "> half a tho")
    let program = try tmux.program()
    let process = try #require(program)
    try tmux.end()
    #expect(hasEnded(process), "the program is left behind")
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "one"])
    let again = try OnTerminal.small(in: place)
    try again.wait(for: "half a tho")
    try again.leave()
  }

  /// Within ten seconds, or at all. A process that nobody has waited for counts as ended.
  private func hasEnded(_ process: pid_t) -> Bool {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 512)
      guard fgets(&line, Int32(line.count), file) != nil else { return true }
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if let name = text.lastIndex(of: ")"), text[name...].dropFirst(2).first == "Z" { return true }
      usleep(20_000)
    }
    return false
  }
}

/// A tmux of its own, with one shell in it.
final class Tmux {
  struct NeverShown: Error, CustomStringConvertible { let description: String }

  private let place: Place
  private let socket: String
  private var hasEnded = false

  init(in place: Place) throws {
    self.place = place
    socket = place.file("tmux")
    let folder = Program.path[..<(Program.path.lastIndex(of: "/") ?? Program.path.endIndex)]
    let home = place.file("home")
    try place.write("PS1='shell> '\n", to: "profile")
    try tmux(
      "-f /dev/null new-session -d -x 80 -y 24 \"env PATH='\(folder)':\\\"$PATH\\\" HOME='\(home)' "
        + "ENV='\(place.file("profile"))' LC_ALL=C.UTF-8 sh -i\"")
    try tmux("set-option -g window-size manual")
  }

  deinit { if !hasEnded { try? end() } }

  @discardableResult
  private func tmux(_ line: String) throws -> String {
    let run = try Program.shell(
      "tmux -S '\(socket)' \(line)", in: place,
      environment: ["LC_ALL": "C.UTF-8", "TMUX": nil, "TERM": "xterm-256color"])
    guard run.code == 0 else { throw NeverShown(description: "tmux \(line): \(run)") }
    return run.said
  }

  /// Types words, and keys by tmux's names (Enter, C-q, M-z).
  func keys(_ keys: String...) throws {
    for key in keys {
      let isName = key == "Enter" || key.hasPrefix("C-") || key.hasPrefix("M-")
      try tmux("send-keys \(isName ? "" : "-l ")-- \"\(key.replacing("\"", with: "\\\""))\"")
    }
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window -x \(columns) -y \(rows)")
  }

  /// Looks again and again until the screen shows a text.
  func wait(for text: String) throws {
    let end = ContinuousClock.now + .seconds(60)
    var shown = ""
    while ContinuousClock.now < end {
      shown = try tmux("capture-pane -p")
      if shown.contains(text) { return }
      usleep(30_000)
    }
    throw NeverShown(description: "tmux never showed \(text.debugDescription):\n\(shown)")
  }

  /// The process that the shell runs now.
  func program() throws -> pid_t? {
    let shell = try tmux("display-message -p '#{pane_pid}'").prefix { $0.isNumber }
    let children = try Program.shell("cat /proc/\(shell)/task/\(shell)/children", in: place).said
    return children.split(separator: " ").first.flatMap { pid_t($0) }
  }

  func end() throws {
    hasEnded = true
    try tmux("kill-server")
  }
}
