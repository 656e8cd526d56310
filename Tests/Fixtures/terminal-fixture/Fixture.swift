import Canvas
import CursesTerminal
import Glibc

/// A field, a list and a long text on the real terminal, for the tests that look at it from outside.
///
/// Tab goes from one to the next; Alt-Z pauses, Alt-E lends the terminal to a shell, Ctrl-X traps,
/// Ctrl-A aborts, Alt-X leaves by `exit`, Alt-C copies, Ctrl-Q ends. With the argument `deaf` it does
/// not hear SIGHUP.
@main
struct Fixture {
  enum Focus: Int { case field, list, text }

  var focus = Focus.field
  var field = TextBuffer()
  var scroll = FieldScroll()
  var text = TextBuffer(multiline: true)
  var chosen = 0
  var status = "ready"

  static func main() {
    let terminal: CursesTerminal
    do {
      let theme = CommandLine.arguments.dropFirst().first.flatMap(Theme.init) ?? .colour
      terminal = try CursesTerminal(theme: theme)
    } catch {
      print(error)
      exit(2)
    }
    if CommandLine.arguments.contains("deaf") { signal(SIGHUP, SIG_IGN) }
    var fixture = Fixture()
    while true {
      terminal.draw(fixture.view(terminal.size))
      repeat {
        let event = terminal.next(until: nil)
        if let code = fixture.take(event, terminal) {
          terminal.close()
          print("left with \(code)")
          exit(code)
        }
      } while terminal.hasWaitingEvent
    }
  }

  /// Deals with an event; the exit code where the program is to end.
  mutating func take(_ event: Event, _ terminal: CursesTerminal) -> Int32? {
    switch event {
    case .hungUp: return 128 + SIGHUP
    case .terminate(let signal): return 128 + signal
    case .resized(let size): status = "\(size.columns) by \(size.rows)"
    case .resumed: status = "resumed"
    case .woken: status = "woken"
    case .deadline: status = "deadline"
    case .clicked(let point): status = "clicked \(point.x), \(point.y)"
    case .wheel(let by): status = "wheel \(by)"
    case .paste(let pasted):
      if focus == .text { text.paste(pasted) } else { field.paste(pasted) }
    case .key(let key): return press(key, terminal)
    }
    return nil
  }

  private mutating func press(_ key: Key, _ terminal: CursesTerminal) -> Int32? {
    switch key.description {
    case "Ctrl-Q": return 0
    case "Ctrl-X": preconditionFailure("the fixture traps")
    case "Ctrl-A": abort()
    case "Alt-X": exit(7)
    case "Alt-Z": terminal.suspend()
    case "Alt-C": terminal.copy("Müller")
    case "Alt-W": terminal.wake()
    case "Alt-E":
      terminal.withCookedTerminal { status = "shell said \(runShell())" }
    case "Tab": focus = Focus(rawValue: (focus.rawValue + 1) % 3) ?? .field
    default: edit(key)
    }
    return nil
  }

  private func runShell() -> Int32 {
    let command = ForegroundCommand(["sh", "-c", "echo in the shell; read line; exit 3"])
    return (try? command.run()) ?? -1
  }

  private mutating func edit(_ key: Key) {
    if focus == .list {
      if key == .down { chosen = min(chosen + 1, 24) }
      if key == .up { chosen = max(chosen - 1, 0) }
      return
    }
    var buffer = focus == .field ? field : text
    switch key {
    case .backspace: buffer.delete(.left)
    case .left: buffer.move(.left)
    case .right: buffer.move(.right)
    case .enter: buffer.type("\n")
    default:
      if let typed = key.typed { buffer.type(String(typed)) } else { status = key.description }
    }
    if focus == .field { field = buffer } else { text = buffer }
  }

  mutating func view(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let (title, rest) = frame.bounds.splitTop(1)
    frame.fill(title, style: .title)
    frame.put("A question of the fixture — 12 of 150", at: Point(x: 1, y: 0), style: .title)
    frame.put("Legal name of the processor", at: Point(x: 2, y: 2), style: .heading)
    let width = max(1, size.columns - 3)
    scroll.follow(field, width: width)
    let shown = scroll.visible(field, width: width)
    frame.put(shown.text, at: Point(x: 2, y: 3))
    frame.putRule(at: Point(x: 2, y: 4), width: size.columns - 4)

    for item in 0..<max(0, min(25, size.rows - 6)) {
      frame.put(item == chosen ? ">" : " ", at: Point(x: 2, y: 5 + item), style: .marker)
      frame.put("Item \(item + 1) of the list", at: Point(x: 4, y: 5 + item))
    }
    frame.put("! must not be empty", at: Point(x: 40, y: 6), style: .error)
    frame.put("* older than a year", at: Point(x: 40, y: 7), style: .warning)
    let area = Rect(x: 40, y: 9, width: max(2, size.columns - 42), height: 12)
      .intersection(rest)
    text.wrapWidth = max(1, area.width - 1)
    for row in 0..<min(text.rowCount, area.height) {
      frame.put(text.rowText(row), at: Point(x: area.x, y: area.y + row), within: area)
    }
    frame.put(status, at: Point(x: 1, y: size.rows - 1), style: .dim)

    switch focus {
    case .field: frame.caret = Point(x: 2 + shown.caretColumn, y: 3)
    case .list: frame.caret = Point(x: 2, y: 5 + chosen)
    case .text: frame.caret = Point(x: area.x + text.caretColumn, y: area.y + text.caretRow)
    }
    return frame
  }
}
