import Canvas
import Interview
import PackModel

/// What follows from a message: the desk as it is then, and what the program is asked to do.
package func update(_ desk: inout Desk, _ message: Message) -> [Effect] {
  desk.update(message)
}

extension Desk {
  mutating func update(_ message: Message) -> [Effect] {
    let wasInTrouble = shared.file?.keeping.isInTrouble
    if message.isFromUser {
      shared.isLeaving = message == .interrupted && shared.isLeaving
      if !message.isTyping, message != .interrupted { shared.notice = nil }
    }
    var effects = handle(message)
    var turns = 0
    while let turn = shared.turn, turns < 8 {
      shared.turn = nil
      turns += 1
      effects += follow(turn)
    }
    if message.needsLayout || interview.wantsLayout { layOut() }
    if !keepsKeys(message) || wasInTrouble != shared.file?.keeping.isInTrouble {
      keyTable = table(of: screen)
      keyGround = if case .choice(let choice) = interview.field { choice.keyGround } else { nil }
    }
    return effects
  }

  private mutating func handle(_ message: Message) -> [Effect] {
    switch message {
    case .resized(let size):
      shared.size = size
      guard screen == .interview else { return [] }
      if interview.isCovered(shared) {
        interview.settle(&shared)
        return []
      }
      // Help or preview follow when the window stays as it is.
      interview.settled.side = []
      return [.after(milliseconds: 150, .settle)]
    case .clicked(let point): return click(point)
    case .wheel(let by): return turnWheel(by)
    case .interrupted:
      // Who was asked already, and presses it twice, means it.
      if shared.isLeaving { return screen == .leaving ? [.quit(130)] : saveAll(then: .quit(130)) }
      shared.isLeaving = true
      shared.notice = Notice(
        unsaved == nil
          ? "Press Ctrl-C again to leave; answers are saved."
          : "Press Ctrl-C again to leave; not everything is saved.")
      return []
    case .leave: return saveAll(then: .quit(0))
    case .suspend: return interview.keep(shared) + [.suspend]
    case .resumed, .ignored: return []
    case .hungUp: return saveAtTheEnd()
    case .saveNow: return saveAll(then: screen == .leaving ? leaving.then : nil)
    case .keepDesk: return interview.keep(shared)
    case .goOn: return goOn()
    case .leaving(let message): return updateLeaving(message)
    case .notUnderstood(let line):
      shared.notice = Notice(
        "“\(line)” means nothing here. commands lists what can be typed.", .error)
      return []
    case .undo: return shared.undo(true)
    case .redo: return shared.undo(false)
    case .writeSheet: return writeSheet()
    case .readSheet: return [.readSheet]
    case .help: return help()
    case .closed:
      shared.turn = .back
      return []
    case .turnTo(let screen): return turnTo(screen)
    case .person(let message): return person.update(message, &shared)
    case .home(let message): return guarded(home.update(message, &shared))
    case .interview(let message): return interview.update(message, &shared)
    case .review(let message): return review.update(message, &shared)
    case .usual(let message): return usual.update(message, &shared)
    case .finish(let message): return finish.update(message, &shared)
    case .goTo(let message): return goTo.update(message, &shared)
    case .search(let message): return search.update(message, &shared)
    case .draft(let message): return draft.update(message, &shared)
    case .reader(let message): return reader.update(message, &shared)
    case .noted(let notice):
      shared.notice = notice
      return notice.kind == .error ? [.ring] : []
    case .sheet(let text, let name): return takeSheet(text, from: name)
    case .nextHit(let by): return nextHit(by)
    case .catalogue(let pack, let hasSample, let recent):
      shared.catalogue = pack
      shared.hasSample = hasSample
      shared.recent = recent
      if screen == .home { home = HomeModel(shared) }
      return []
    case .dashboard(let message): return dashboard.update(message, &shared)
    case .keys(let message):
      keys.update(message, shared)
      return []
    case .elapsed(let pause): return elapsed(pause)
    case .appended(let entry, let minute): return appended(entry, at: minute)
    case .refused(let act, let message):
      interview.takeBack()
      dashboard.actIsOver(isKept: false)
      shared.file?.actIsOver(isKept: false)
      shared.file?.keeping.failed(act, message)
      shared.notice = Notice(message.text, .error)
      return [.ring]
    case .opened(let opening): return opened(opening)
    case .movedTo(let opening): return goOn(with: opening, isElsewhere: true)
    case .reloaded(let opening): return goOn(with: opening, isElsewhere: false)
    case .notOpened(let message):
      shared.notice = Notice(message.text, .error)
      return [.ring] + (screen == .home && shared.catalogue == nil ? [.loadCatalogue] : [])
    case .edited(let text, let key): return interview.edited(text, key, &shared)
    case .published(let report):
      finish.take(report, &shared, isInFront: screen == .finish)
      return []
    case .saved(let note, let words):
      shared.file?.keeping.saved(note, words)
      return []
    case .notSaved(let note, let message):
      let wasKnown = shared.file?.keeping.isInTrouble == true
      shared.file?.keeping.failed(note, message)
      guard !wasKnown, shared.file?.keeping.isInTrouble == true else { return [] }
      shared.notice = Notice(message.text, .error)
      return [.ring]
    }
  }

  /// Typing into a line or long text turns no key into another, nor does moving among options; a
  /// paste may.
  private func keepsKeys(_ message: Message) -> Bool {
    switch (message, interview.field) {
    case (.ignored, _), (.saved, _), (.interrupted, _): true
    case (.interview(.text(.pasted)), _): false
    case (.interview(.text), .line), (.interview(.text), .area): true
    case (.interview(.list), .choice(let choice)), (.interview(.text), .choice(let choice)):
      choice.keyGround == keyGround
    default: false
    }
  }

  private mutating func help() -> [Effect] {
    guard screen == .interview, interview.side(shared) != .help else { return turnTo(.keys) }
    return interview.toggle(.help, shared)
  }

  /// Opens a screen over the one in front, which stays behind it.
  private mutating func turnTo(_ next: Screen) -> [Effect] {
    if screen == .interview, interview.mode == .answering, next != .keys, next != .search,
      next != .goTo
    {
      return interview.leave(.turn(.open(next)), &shared)
    }
    return follow(.open(next))
  }

  private mutating func follow(_ turn: Turn) -> [Effect] {
    switch turn {
    case .back:
      screen = behind.popLast() ?? (shared.file == nil ? .home : .interview)
      return arrive()
    case .open(let next):
      guard next != screen else { return [] }
      if let at = behind.firstIndex(of: next) {
        behind.removeSubrange(at...)
      } else if next == .home || next == .interview {
        behind = []
      } else {
        behind.append(screen)
      }
      screen = next
      prepare(next)
      return arrive()
    case .read(let title, let text):
      reader = ReaderModel(title, text, shared)
      return follow(.open(.reader))
    case .sentence(let number):
      let effects = follow(.open(.draft))
      draft.point(at: number, shared)
      return effects
    case .question(let place, let from):
      behind = from.map { [$0] } ?? []
      screen = .interview
      interview.cameFrom = from
      interview.isAmongOpen = false
      interview.reviewed = place.slot
      let effects = interview.leave(.place(place, remembers: true), &shared)
      interview.settle(&shared)
      return effects
    }
  }

  private mutating func prepare(_ next: Screen) {
    switch next {
    case .review:
      interview.cameFrom = nil
      behind = [.interview]
      review.refresh(shared)
    case .usual: usual = UsualModel(shared)
    case .finish: if !finish.isAsking { finish = FinishModel(shared) }
    case .goTo: goTo = GoToModel(shared, at: interview.page.item)
    case .search:
      shared.file?.settleDraft()
      search = SearchModel(shared)
    case .draft:
      shared.file?.settle()
      shared.file?.settleDraft()
      draft = DraftModel(shared, at: interview.slot ?? Slot(interview.page.owner))
    case .keys: keys = KeyListModel(tableBehind, shared)
    case .dashboard:
      shared.file?.settle()
      if interview.cameFrom == .dashboard {
        dashboard.comeBack(&shared)
      } else {
        dashboard = DashboardModel(shared)
      }
      interview.cameFrom = nil
    case .home: home = HomeModel(shared)
    case .person, .interview, .reader, .leaving: break
    }
  }

  /// To the next of what was found last, or the one before.
  private mutating func nextHit(_ by: Int) -> [Effect] {
    guard !shared.hits.isEmpty else {
      shared.notice = Notice("Nothing was looked for yet: / searches.")
      return []
    }
    let count = shared.hits.count
    shared.hit = (shared.hit + by + count) % count
    FilteredList.follow(shared.hits[shared.hit], &shared)
    return []
  }

  private mutating func arrive() -> [Effect] {
    if screen == .interview, shared.file != nil {
      interview.renew(&shared)
      if interview.isLeft { interview.refill(shared) }
      interview.settle(&shared)
    }
    if screen == .review { review.refresh(shared) }
    if screen == .dashboard { dashboard.refresh(shared) }
    return screen == .home && shared.catalogue == nil ? [.loadCatalogue] : []
  }

  private mutating func elapsed(_ pause: Pause) -> [Effect] {
    switch pause {
    case .settle:
      if screen == .interview { interview.settle(&shared) }
      if screen == .review {
        shared.file?.settle()
        review.refresh(shared)
      }
      return []
    case .keep: return interview.keep(shared)
    }
  }

  private mutating func appended(_ entry: Entry, at minute: String) -> [Effect] {
    let texts = standing.drafts
    shared.file?.keeping.kept(entry, texts, at: minute)
    shared.file?.actIsOver(isKept: true)
    shared.file?.take(entry)
    let next = interview.pending
    interview.pending = nil
    interview.held = nil
    dashboard.actIsOver(isKept: true)
    switch screen {
    case .interview:
      if entry.reverses != nil { return showChanged(entry) }
      interview.renew(&shared)
      return interview.proceed(next ?? .stay, &shared) + [.after(milliseconds: 150, .settle)]
    case .review:
      shared.file?.settle()
      review.refresh(shared)
    case .usual: usual.refresh(shared)
    case .finish: finish.refresh(shared)
    case .dashboard:
      shared.file?.settle()
      dashboard.refresh(shared)
    case .goTo: goTo.refresh(shared)
    case .search: search.refresh(shared)
    case .draft:
      shared.file?.settleDraft()
      draft.refresh(shared)
    case .person, .home, .keys, .reader, .leaving: break
    }
    if interview.page.kind != .empty { interview.renew(&shared) }
    return []
  }

  /// After undo: the page of what changed, so that it is seen.
  private mutating func showChanged(_ entry: Entry) -> [Effect] {
    interview.renew(&shared)
    guard let file = shared.file, let key = entry.firstKey, let place = file.place(key),
      !interview.page.slots.contains(place.slot), interview.page.owner != place.slot.question
    else { return interview.proceed(.stay, &shared) }
    return interview.proceed(.place(place, remembers: true), &shared)
  }

  private mutating func opened(_ opening: Opening) -> [Effect] {
    let file = CaseFile(opening, today: shared.today)
    shared.file = file
    screen = .interview
    behind = []
    interview = InterviewModel()
    leaving = LeavingModel()
    finish = FinishModel()
    let place = opening.desk.place.flatMap { file.place($0) }
    if place != nil, let number = place.flatMap({ file.number(of: $0.item) }) {
      let changed = file.changedSince.count
      let back = "question \(number) of \(file.asking.count)."
      shared.notice = Notice(
        changed == 0
          ? "You are back where you stopped: \(back)"
          : "Back at \(back) Changed since: \(counted(changed, "answer")) (Alt-V, then 4).")
    }
    if let remark = opening.remark { shared.notice = Notice(remark, .warning) }
    return interview.open(place, &shared)
  }

  private mutating func layOut() {
    switch screen {
    case .interview: interview.layOut(shared)
    case .review: review.layOut(shared)
    case .usual: usual.layOut(shared)
    case .finish: finish.layOut(shared)
    case .goTo: goTo.layOut(shared)
    case .search: search.layOut(shared)
    case .draft: draft.layOut(shared)
    case .reader: reader.layOut(shared)
    case .home: home.layOut(shared)
    case .person: person.layOut(shared)
    case .keys: keys.layOut(shared)
    case .dashboard: dashboard.layOut(shared)
    case .leaving: leaving.layOut(shared)
    }
  }
}

extension Message {
  /// Whether a key or a paste made it.
  var isFromUser: Bool {
    switch self {
    case .resized, .resumed, .hungUp, .elapsed, .appended, .refused, .opened, .notOpened, .edited,
      .published, .saved, .notSaved, .movedTo, .reloaded, .keepDesk, .goOn, .catalogue,
      .noted, .sheet:
      false
    default: true
    }
  }

  /// Whether it only changes the text in hand.
  var isTyping: Bool {
    switch self {
    case .person(.text), .interview(.text), .ignored: true
    case .home(.text), .goTo(.text), .search(.text), .leaving(.text): true
    default: false
    }
  }

  /// Whether rows may lie otherwise afterwards. Typing changes none.
  var needsLayout: Bool {
    switch self {
    case .interview(.text), .ignored: false
    case .saved, .notSaved, .keepDesk, .elapsed(.keep), .interrupted: false
    default: true
    }
  }
}
