import Canvas
import CursesTerminal
import Glibc
import Interview
import PackModel
import Screens

/// One keystroke after the other: takes what waits, updates the desk, does its effects, draws.
final class EventLoop {
  private let terminal: CursesTerminal
  private var desk: Screens.Desk
  private let runner: EffectRunner
  /// A matter that is to be opened as soon as it is known who sits here.
  private var matter: String?
  private var pauses: [Pause: ContinuousClock.Instant] = [:]
  private var code: Int32?

  init(terminal: CursesTerminal, desk: Screens.Desk, packs: PackStore, matter: String?) {
    self.terminal = terminal
    self.desk = desk
    self.matter = matter
    runner = EffectRunner(packs: packs, who: desk.shared.who)
  }

  /// Runs until the person leaves or the terminal goes; the exit code.
  func run() -> Int32 {
    openMatter()
    while code == nil {
      terminal.draw(view(desk))
      runner.noteOpened()
      handle(terminal.next(until: pauses.values.min()))
      // All that waits is taken before one frame is drawn.
      while code == nil, terminal.hasWaitingEvent { handle(terminal.next(until: .now)) }
      elapse()
      for message in runner.inbox.takeAll() { take(message) }
    }
    runner.leave()
    return code ?? 0
  }

  /// Without a name nothing can be kept, so the person is asked first.
  private func openMatter() {
    guard !desk.shared.who.isEmpty, let path = matter else { return }
    matter = nil
    take(runner.open(path))
  }

  /// What is said on the plain screen after leaving.
  var farewell: [String] {
    var lines = desk.summary
    if !runner.written.isEmpty { lines += ["Written:"] + runner.written.map { "  \($0)" } }
    if let path = desk.shared.file?.path {
      lines.append("Everything is saved. To go on: art28 \(Shown.shellWord(path))")
    }
    return lines
  }

  private func handle(_ event: Event) {
    for message in messages(for: event, on: desk) { take(message) }
    switch event {
    case .hungUp: code = code ?? 128 + SIGHUP
    case .terminate(let signal): code = code ?? 128 + signal
    default: break
    }
  }

  private func elapse() {
    let now = ContinuousClock.now
    for (pause, due) in pauses where due <= now {
      pauses[pause] = nil
      take(.elapsed(pause))
    }
  }

  private func take(_ message: Message) {
    if case .published(let report) = message { runner.published(report) }
    for effect in update(&desk, message) { run(effect) }
  }

  private func run(_ effect: Effect) {
    switch effect {
    case .append(let act):
      let reply = runner.append(act, at: desk.standing)
      take(reply)
      if case .appended = reply { take(.saved("saved \(Clock.minute)")) }
    case .after(let milliseconds, let pause):
      pauses[pause] = .now.advanced(by: .milliseconds(milliseconds))
    case .saveDesk(let note): if let message = runner.save(note) { take(message) }
    case .openEditor(let text, let key):
      let edited = terminal.withCookedTerminal { Editor.edit(text) }
      take(.edited(edited, key))
    case .openMatter(let path): take(runner.open(path))
    case .createMatter(let path, let journey): take(runner.create(path, journey: journey))
    case .keepProfile(let profile): Person.keep(profile)
    case .writeSheet(let text): take(runner.writeSheet(text))
    case .readSheet: take(runner.readSheet())
    case .openSample: take(runner.openSample())
    case .loadCatalogue: take(runner.catalogue)
    case .remember(let who):
      runner.remember(who)
      openMatter()
    case .publish(let wanted): runner.publish(wanted, wake: terminal.wake)
    case .suspend: terminal.suspend()
    case .copy(let text): terminal.copy(text)
    case .ring: terminal.ring()
    case .quit(let code): self.code = code
    }
  }
}
