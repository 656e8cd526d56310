import Canvas
import Casework
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
  private var pauses = Pauses<ContinuousClock.Instant>()
  private var code: Int32?
  private var isSignalled = false

  init(terminal: CursesTerminal, desk: Screens.Desk, packs: PackStore, matter: String?) {
    self.terminal = terminal
    self.desk = desk
    self.matter = matter
    runner = EffectRunner(packs: packs, who: desk.shared.who)
  }

  /// Runs until the person leaves or the terminal goes.
  func run() -> Farewell {
    openMatter()
    while code == nil {
      terminal.draw(view(desk))
      runner.noteOpened()
      handle(terminal.next(until: pauses.next))
      // All that waits is taken before one frame is drawn.
      while code == nil, terminal.hasWaitingEvent { handle(terminal.next(until: .now)) }
      elapse()
      for message in runner.inbox.takeAll() { take(message) }
    }
    runner.leave()
    return Farewell(desk, written: runner.written, code: code ?? 0, isSignalled: isSignalled)
  }

  /// Without a name nothing can be kept, so the person is asked first.
  private func openMatter() {
    guard !desk.shared.who.isEmpty, let path = matter else { return }
    matter = nil
    take(runner.open(path))
  }

  private func handle(_ event: Event) {
    for message in messages(for: event, on: desk) { take(message) }
    switch event {
    case .hungUp: end(by: SIGHUP)
    case .terminate(let signal): end(by: signal)
    default: break
    }
  }

  private func end(by signal: Int32) {
    guard code == nil else { return }
    code = 128 + signal
    isSignalled = true
  }

  private func elapse() {
    for pause in pauses.take(at: .now) { take(.elapsed(pause)) }
  }

  private func take(_ message: Message) {
    if case .published(let report) = message { runner.published(report) }
    for effect in update(&desk, message) { run(effect) }
  }

  private func run(_ effect: Effect) {
    switch effect {
    case .append(let act): take(runner.append(act, at: desk.standing))
    case .after(let milliseconds, let pause):
      pauses.wait(for: pause, until: .now + .milliseconds(milliseconds))
    case .within(let milliseconds, let pause):
      pauses.wait(for: pause, atMostUntil: .now + .milliseconds(milliseconds))
    case .saveDesk(let note): take(runner.save(note))
    case .then(let message): take(message)
    case .saveElsewhere(let path, let entries, let note):
      take(runner.saveElsewhere(path, entries, at: note))
    case .reload: take(runner.reload())
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
