import Canvas
import Casework
import Glibc
import Interview
import PackModel
import Screens

/// The screens without a screen: a prompt, a line, the same messages. Nothing is ever redrawn.
final class LinearLoop {
  private var desk: Screens.Desk
  private let runner: EffectRunner
  /// A matter that is to be opened as soon as it is known who sits here.
  private var matter: String?
  private var code: Int32?
  private var pauses: [Pause] = []
  private var input = LineInput()

  init(desk: Screens.Desk, packs: PackStore, matter: String?) {
    self.desk = desk
    self.matter = matter
    runner = EffectRunner(packs: packs, who: desk.shared.who)
  }

  /// Runs to the end of input or until the person leaves.
  func run() throws {
    openMatter()
    settle()
    while code == nil {
      for line in plainPrompt(desk) { Console.say(line) }
      runner.noteOpened()
      guard let line = input.next() else {
        take(.hungUp)
        break
      }
      for message in plainMessages(line, desk) {
        take(message)
        settle()
        if code != nil { break }
      }
    }
    runner.leave()
    let farewell = Farewell(desk, written: [], code: code ?? 0)
    farewell.say()
    if farewell.code != 0 { Console.end(farewell.code) }
  }

  /// Without a name nothing can be kept, so the person is asked first.
  private func openMatter() {
    guard !desk.shared.who.isEmpty, let path = matter else { return }
    matter = nil
    take(runner.open(path))
  }

  /// A person who reads line by line waits for nothing: what a pause would bring comes at once.
  private func settle() {
    while !pauses.isEmpty {
      let due = pauses
      pauses = []
      for pause in due { take(.elapsed(pause)) }
    }
  }

  private func take(_ message: Message) {
    if case .published(let report) = message { runner.published(report) }
    for effect in update(&desk, message) { run(effect) }
  }

  private func run(_ effect: Effect) {
    switch effect {
    case .append(let act): take(runner.append(act, at: desk.standing))
    case .after(_, let pause), .within(_, let pause):
      if !pauses.contains(pause) { pauses.append(pause) }
    case .saveDesk(let note): take(runner.save(note))
    case .then(let message): take(message)
    case .saveElsewhere(let path, let entries, let note):
      take(runner.saveElsewhere(path, entries, at: note))
    case .reload: take(runner.reload())
    case .openEditor(let text, let key): take(.edited(Editor.edit(text), key))
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
    case .publish(let wanted):
      // There is nothing else to do meanwhile: the line waits for the files.
      let done = Semaphore()
      runner.publish(wanted) { done.signal() }
      done.wait()
      for message in runner.inbox.takeAll() { take(message) }
    case .suspend: kill(0, SIGTSTP)
    case .copy(let text): Console.say(lines: text)
    case .ring: break
    case .quit(let code): self.code = code
    }
  }
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
