import Interview
import PackModel

/// What follows from what the program has done.
extension Desk {
  mutating func appended(_ entry: Entry, at minute: String) -> Response {
    let texts = standing.drafts
    shared.file?.keeping.kept(entry, texts, at: minute)
    shared.file?.actIsOver(isKept: true)
    shared.file?.take(entry)
    if entry.changesPapers { shared.beside.forget() }
    let next = interview.navigation.awaited
    _ = actIsOver(isKept: true)
    if screen == .interview { return interview.appended(entry, next, &shared) }
    let response = perform(.answersChanged, on: screen)
    if let file = shared.file { interview.renewBehind(file) }
    // Undoing takes papers away and brings them back.
    return screen == .reading && entry.changesPapers ? response + [.readShelf] : response
  }

  mutating func refused(_ act: Act, _ message: MatterMessage) -> Response {
    _ = actIsOver(isKept: false)
    shared.file?.actIsOver(isKept: false)
    shared.file?.keeping.failed(act, message)
    shared.notice = Notice(message.text, .error)
    return [.ring]
  }

  /// Whichever screen has done it, the act is over.
  private mutating func actIsOver(isKept: Bool) -> Response {
    Screen.allCases.reduce([]) { $0 + perform(.actIsOver(isKept: isKept), on: $1) }
  }

  mutating func notSaved(_ note: DeskNote, _ message: MatterMessage) -> Response {
    let wasKnown = shared.file?.keeping.isInTrouble == true
    shared.file?.keeping.failed(note, message)
    guard !wasKnown, shared.file?.keeping.isInTrouble == true else { return [] }
    shared.notice = Notice(message.text, .error)
    return [.ring]
  }

  /// A list is shown before it is taken.
  mutating func show(_ read: TableRead) -> Response {
    intake.show(read, shared)
    guard screen != .intake else {
      intake.isShown()
      return []
    }
    return turnTo(.intake)
  }

  mutating func opened(_ opening: Opening) -> Response {
    let file = OpenMatter(opening, today: shared.today)
    shared.file = file
    screen = .interview
    behind = []
    interview = InterviewModel()
    leaving = LeavingModel()
    finish = FinishModel()
    intake = IntakeModel()
    reading = ReadingModel()
    settling = SettlingModel()
    proposals = ProposalsModel()
    shared.beside.forget()
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
}
