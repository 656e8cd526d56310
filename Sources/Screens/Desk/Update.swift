import Canvas
import Interview
import PackModel

/// What follows from a message: the desk as it is then, and what the program is asked to do.
package func update(_ desk: inout Desk, _ message: Message) -> [Effect] {
  desk.update(message)
}

extension Desk {
  mutating func update(_ message: Message) -> [Effect] {
    let kind = message.kind
    let wasInTrouble = shared.file?.keeping.isInTrouble
    if kind.isFromUser { shared.isLeaving = kind == .interruption && shared.isLeaving }
    if kind.clearsNotice { shared.notice = nil }
    var response = handle(message)
    var effects = response.effects
    var laysOut = kind.laysOut || response.laysOut
    var turns = 0
    while let turn = response.turn, turns < 8 {
      turns += 1
      laysOut = true
      response = follow(turn)
      effects += response.effects
    }
    if laysOut { _ = perform(.layOut, on: screen) }
    if !keepsKeys(kind) || wasInTrouble != shared.file?.keeping.isInTrouble { makeOutKeys() }
    return effects + idling(message)
  }

  /// What follows from a message that is of no one screen.
  mutating func handleOwn(_ message: Message) -> Response {
    switch message {
    case .resized(let size):
      shared.size = size
      return perform(.resized, on: screen)
    case .clicked(let point): return Response(click(point))
    case .wheel(let by): return Response(turnWheel(by))
    case .interrupted: return interrupted()
    case .leave: return saveAll(then: .quit(0))
    case .suspend: return interview.keep(shared) + [.suspend]
    case .hungUp: return saveAtTheEnd()
    case .saveNow: return saveAll(then: screen == .leaving ? leaving.awaited : nil)
    case .keepDesk: return interview.keep(shared)
    case .goOn: return goOn()
    case .notUnderstood(let line):
      shared.notice = Notice(
        "“\(line)” means nothing here. commands lists what can be typed.", .error)
    case .undo: return shared.undo(true)
    case .redo: return shared.undo(false)
    case .writeSheet: return writeSheet()
    case .readSheet: return [.readSheet]
    case .help: return help()
    case .closed: return .turn(.back)
    case .turnTo(let screen): return turnTo(screen)
    case .nextHit(let by): return nextHit(by)
    case .elapsed(.settle): return perform(.settle, on: screen)
    case .workedOut(let result): return interview.take(result, &shared)
    case .elapsed(.keep): return interview.keep(shared)
    case .elapsed(.idle): return idle()
    case .appended(let entry, let minute): return appended(entry, at: minute)
    case .refused(let act, let message): return refused(act, message)
    case .opened(let opening): return opened(opening)
    case .movedTo(let opening): return goOn(with: opening, isElsewhere: true)
    case .reloaded(let opening): return goOn(with: opening, isElsewhere: false)
    case .notOpened(let message):
      shared.notice = Notice(message.text, .error)
      if case .elsewhere(let path) = message.kind { home.offerReading(path, &shared) }
      return [.ring] + (screen == .home ? perform(.arrive, on: .home) : [])
    case .edited(let text, let key, let remark):
      let response = text == nil && remark != nil ? [] : interview.edited(text, key, &shared)
      if let remark { shared.notice = Notice(remark, .warning) }
      return response
    case .published(let report): finish.take(report, &shared, isInFront: screen == .finish)
    case .papers(let papers): shared.file?.papers = papers
    case .noted(let notice):
      shared.notice = notice
      return notice.kind == .error ? [.ring] : []
    case .sheet(let text, let name, let remark):
      return takeSheet(text, from: name, remark: remark)
    case .tableRead(let read): return show(read)
    case .catalogue(let pack, let hasSample, let recent):
      (shared.catalogue, shared.hasSample, shared.recent) = (pack, hasSample, recent)
      if screen == .home { home = HomeModel(shared, offering: home.unread) }
    case .saved(let note, let words): shared.file?.keeping.saved(note, words)
    case .notSaved(let note, let message): return notSaved(note, message)
    case .resumed, .ignored: break
    default: return handlePapers(message)
    }
    return []
  }

  /// What has become of papers, and of a lock.
  private mutating func handlePapers(_ message: Message) -> Response {
    switch message {
    case .wantsPassphrase(let path, let readOnly):
      return askPassphrase(path, readOnly: readOnly)
    case .locked(let opening, let recovery): return locked(opening, recovery: recovery)
    case .finalCopy(let report):
      final.take(report, &shared)
      return report.refused.isEmpty ? [] : [.ring]
    case .verified(let proofs): final.take(proofs: proofs, &shared)
    case .shelf(let shelf):
      shared.beside.take(shelf)
      return reading.take(shelf, &shared) + settleBeside()
    case .foundOnShelf(let search):
      shared.beside.take(search)
      reading.take(search, &shared)
      return settleBeside()
    case .watchedOnShelf(let lists): reading.take(watched: lists, &shared)
    case .secondRead(let second):
      settling.take(second, shared)
      return .turn(.open(.settling))
    case .terms(let terms): return reading.take(terms, &shared)
    case .paperRead: return [.keepPaper]
    // The list of screens has handed over what is of one of them.
    default: break
    }
    return []
  }

  /// What was found stands beside the question, where the questions are in front.
  private mutating func settleBeside() -> Response {
    screen == .interview ? perform(.settle, on: .interview) : []
  }

  private mutating func interrupted() -> Response {
    // Who was asked already, and presses it twice, means it.
    if shared.isLeaving { return screen == .leaving ? [.quit(130)] : saveAll(then: .quit(130)) }
    shared.isLeaving = true
    shared.notice = Notice(
      unsaved == nil
        ? "Press Ctrl-C again to leave; answers are saved."
        : "Press Ctrl-C again to leave; not everything is saved.")
    return []
  }

  private mutating func help() -> Response {
    guard screen == .interview, interview.sidePane.side(shared.size) != .help else {
      return turnTo(.keys)
    }
    return interview.toggle(.help, &shared)
  }

  /// To the next of what was found last, or the one before.
  private mutating func nextHit(_ by: Int) -> Response {
    guard !shared.hits.isEmpty else {
      shared.notice = Notice("Nothing was looked for yet: / searches.")
      return []
    }
    let count = shared.hits.count
    shared.hit = (shared.hit + by + count) % count
    return shared.hits[shared.hit].response
  }
}
