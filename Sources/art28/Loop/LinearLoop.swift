import Canvas
import Casework
import Glibc
import Interview
import PackModel
import Screens

/// The screens without a screen: a prompt, a line, the same messages. Nothing is ever redrawn.
final class LinearLoop {
  private let driver: DeskDriver
  private var pauses: [Pause] = []
  private var input = LineInput()

  init(desk: Screens.Desk, packs: PackStore, matter: String?, readOnly: Bool = false) {
    driver = DeskDriver(desk: desk, packs: packs, matter: matter, readOnly: readOnly)
  }

  /// Runs to the end of input or until the person leaves.
  func run() throws {
    driver.openMatter(on: self)
    settle()
    while driver.code == nil {
      for line in plainPrompt(driver.desk) { Console.say(line) }
      driver.runner.noteOpened()
      guard let line = input.next() else {
        driver.take(.hungUp, on: self)
        break
      }
      for message in plainMessages(line, driver.desk) {
        driver.take(message, on: self)
        settle()
        if driver.code != nil { break }
      }
    }
    driver.runner.leave()
    let farewell = Farewell(driver.desk, written: [], code: driver.code ?? 0)
    farewell.say()
    if farewell.code != 0 { Console.end(farewell.code) }
  }

  /// A person who reads line by line waits for nothing: what a pause would bring comes at once.
  private func settle() {
    while !pauses.isEmpty {
      let due = pauses
      pauses = []
      for pause in due { driver.take(.elapsed(pause), on: self) }
    }
  }
}

extension LinearLoop: Stage {
  func wait(for pause: Pause, milliseconds: Int) {
    // A line is waited for without end, and nothing is shown beside it.
    if pause == .idle { return }
    if !pauses.contains(pause) { pauses.append(pause) }
  }

  func wait(for pause: Pause, atMost milliseconds: Int) { wait(for: pause, milliseconds: 0) }

  /// There is nothing else to do meanwhile: the line waits for the work.
  func start(_ work: (_ wake: @escaping @Sendable () -> Void) -> Void) {
    let done = Semaphore()
    work { done.signal() }
    done.wait()
    driver.takeInbox(on: self)
  }

  func edit(_ text: String, inMemory: Bool) -> Editor.Edited {
    Editor.edit(text, inMemory: inMemory)
  }

  func suspend() { kill(0, SIGTSTP) }

  func copy(_ text: String) { Console.say(lines: text) }

  func ring() {}
}

/// One thread waits for another.
final class Semaphore: @unchecked Sendable {
  // sem_t is shared by its address, which a heap allocation keeps.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func signal() { sem_post(semaphore) }
  func wait() { while sem_wait(semaphore) != 0 && errno == EINTR {} }
}
