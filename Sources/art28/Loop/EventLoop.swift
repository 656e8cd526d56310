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
  private let driver: DeskDriver
  private var pauses = Pauses<ContinuousClock.Instant>()
  private var isSignalled = false
  /// How long the disk took for what was typed last.
  private var keeping = Duration.zero

  init(
    terminal: CursesTerminal, desk: Screens.Desk, packs: PackStore, matter: String?,
    readOnly: Bool = false
  ) {
    self.terminal = terminal
    driver = DeskDriver(desk: desk, packs: packs, matter: matter, readOnly: readOnly)
  }

  /// Runs until the person leaves or the terminal goes.
  func run() -> Farewell {
    driver.openMatter(on: self)
    while driver.code == nil {
      terminal.draw(view(driver.desk))
      driver.runner.noteOpened()
      handle(terminal.next(until: pauses.next))
      // All that waits is taken before one frame is drawn.
      while driver.code == nil, terminal.hasWaitingEvent { handle(terminal.next(until: .now)) }
      for pause in pauses.take(at: .now) {
        let taken = ContinuousClock().measure { driver.take(.elapsed(pause), on: self) }
        if pause == .keep { keeping = taken }
      }
      driver.takeInbox(on: self)
    }
    driver.runner.leave()
    return Farewell(
      driver.desk, written: driver.runner.written, code: driver.code ?? 0,
      isSignalled: isSignalled)
  }

  private func handle(_ event: Event) {
    for message in messages(for: event, on: driver.desk) { driver.take(message, on: self) }
    switch event {
    case .hungUp: end(by: SIGHUP)
    case .terminate(let signal): end(by: signal)
    default: break
    }
  }

  private func end(by signal: Int32) {
    guard driver.code == nil else { return }
    driver.end(128 + signal)
    isSignalled = true
  }
}

extension EventLoop: Stage {
  func wait(for pause: Pause, milliseconds: Int) {
    pauses.wait(for: pause, until: .now + .milliseconds(milliseconds))
  }

  func wait(for pause: Pause, atMost milliseconds: Int) {
    // A disk that is slow takes a quarter of the time at most: keys come first.
    pauses.wait(for: pause, atMostUntil: .now + max(.milliseconds(milliseconds), keeping * 3))
  }

  func start(_ work: (_ wake: @escaping @Sendable () -> Void) -> Void) { work(terminal.wake) }

  func edit(_ text: String, inMemory: Bool) -> Editor.Edited {
    terminal.withCookedTerminal { Editor.edit(text, inMemory: inMemory) }
  }

  func suspend() { terminal.suspend() }

  func copy(_ text: String) { terminal.copy(text) }

  func ring() { terminal.ring() }
}
