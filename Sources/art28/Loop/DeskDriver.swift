import Casework
import Screens

/// The desk, and its effects done one after the other: what both loops have in common.
final class DeskDriver {
  private(set) var desk: Screens.Desk
  let runner: EffectRunner
  /// A matter that is to be opened as soon as it is known who sits here.
  private var matter: String?
  private let readOnly: Bool
  /// What a pause brings, to be worked out next; what waited before it is not needed any more.
  private var waiting: PauseWork?
  private var isAtWork = false
  /// How the program ends; nil while it goes on.
  private(set) var code: Int32?

  init(desk: Screens.Desk, packs: PackStore, matter: String?, readOnly: Bool = false) {
    self.desk = desk
    self.readOnly = readOnly
    self.matter = matter
    runner = EffectRunner(packs: packs, who: desk.shared.who)
  }

  /// Without a name nothing can be kept, so the person is asked first.
  func openMatter(on stage: some Stage) {
    guard !desk.shared.who.isEmpty, let path = matter else { return }
    matter = nil
    take(runner.open(path, readOnly: readOnly), on: stage)
  }

  func take(_ message: Message, on stage: some Stage) {
    switch message {
    case .published(let report): runner.published(report)
    case .workedOut: nextWork(on: stage)
    default: break
    }
    for effect in update(&desk, message) { run(effect, on: stage) }
  }

  /// Takes what other threads have sent.
  func takeInbox(on stage: some Stage) {
    for message in runner.inbox.takeAll() { take(message, on: stage) }
  }

  /// One piece of work at a time goes on beside the keys.
  private func nextWork(on stage: some Stage) {
    isAtWork = waiting != nil
    guard let work = waiting else { return }
    waiting = nil
    stage.start { runner.workOut(work, wake: $0) }
  }

  /// Ends the program, unless it ends already.
  func end(_ code: Int32) { if self.code == nil { self.code = code } }

  private func run(_ effect: Effect, on stage: some Stage) {
    func reply(_ message: Message) { take(message, on: stage) }
    switch effect {
    case .append(let act): reply(runner.append(act, at: desk.standing))
    case .after(let milliseconds, let pause): stage.wait(for: pause, milliseconds: milliseconds)
    case .within(let milliseconds, let pause): stage.wait(for: pause, atMost: milliseconds)
    case .workOut(let work):
      waiting = work
      if !isAtWork { nextWork(on: stage) }
    case .saveDesk(let note): reply(runner.save(note))
    case .then(let message): reply(message)
    case .saveElsewhere(let path, let entries, let note):
      reply(runner.saveElsewhere(path, entries, at: note))
    case .reload: reply(runner.reload())
    case .openEditor(let text, let key):
      let edited = stage.edit(text, inMemory: runner.session?.isLocked == true)
      reply(.edited(edited.text, key, remark: edited.remark))
    case .openMatter(let path, let readOnly): reply(runner.open(path, readOnly: readOnly))
    case .unlock(let path, let readOnly, let typed):
      reply(runner.unlock(path, readOnly: readOnly, typed))
    case .lock(let typed): reply(runner.lock(typed))
    case .closeLocked: reply(runner.closeLocked())
    case .createMatter(let path, let journey): reply(runner.create(path, journey: journey))
    case .keepHouse(let house):
      do {
        try Profiles(at: .here).save(house)
      } catch {
        let words = (error as? Outcome)?.lines.joined(separator: " ") ?? "\(error)"
        reply(.noted(Notice("The profile could not be kept: \(words)", .error)))
      }
    case .keepProfile(let profile): Person.keep(profile)
    case .writeSheet(let text): reply(runner.writeSheet(text))
    case .readSheet: reply(runner.readSheet())
    case .readTable(let source, let table): reply(runner.readTable(source, for: table))
    case .readShelf: reply(runner.readShelf())
    case .findOnShelf(let row): reply(runner.findOnShelf(row))
    case .searchShelf(let words): reply(runner.searchShelf(words))
    case .watchShelf: reply(runner.watchShelf())
    case .readSecond(let path): reply(runner.readSecond(path))
    case .makeBlind(let path): reply(runner.makeBlind(path))
    case .addPaper(let path): stage.start { runner.readPaper(path, wake: $0) }
    case .keepPaper: for message in runner.keepPaper() { reply(message) }
    case .readTerms: reply(runner.readTerms())
    case .writeRedline(let terms): for message in runner.writeRedline(terms) { reply(message) }
    case .openSample: reply(runner.openSample())
    case .loadCatalogue: reply(runner.catalogue)
    case .remember(let who):
      runner.remember(who)
      openMatter(on: stage)
    case .publish(let wanted): stage.start { runner.publish(wanted, wake: $0) }
    case .publishFinal(let wanted): for message in runner.publishFinal(wanted) { reply(message) }
    case .verifyFinal: reply(runner.verifyFinal())
    case .suspend: stage.suspend()
    case .copy(let text): stage.copy(text)
    case .ring: stage.ring()
    case .quit(let code): self.code = code
    }
  }
}
