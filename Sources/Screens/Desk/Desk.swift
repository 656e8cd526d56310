import Canvas
import Interview
import PackModel

/// The screens, by name: with `Desk` the list of them. A new one stands in this file and in `Message`.
package enum Screen: Hashable, Sendable, CaseIterable {
  case person, home, interview, review, usual, finish, goTo, search, draft, reader, keys, dashboard
  case leaving, final, intake, reading, settling, proposals, passphrase
}

/// All that the user sees and can do at one moment: which screen, and what the screens share.
package struct Desk: Sendable {
  package var shared: Shared
  /// The screen in front.
  package internal(set) var screen: Screen
  /// Screens behind it that Esc goes back to, the nearest last.
  package internal(set) var behind: [Screen] = []

  package internal(set) var person = PersonModel()
  package internal(set) var home = HomeModel()
  package internal(set) var interview = InterviewModel()
  package internal(set) var review = ReviewModel()
  package internal(set) var usual = UsualModel()
  package internal(set) var finish = FinishModel()
  package internal(set) var goTo = GoToModel()
  package internal(set) var search = SearchModel()
  package internal(set) var draft = DraftModel()
  package internal(set) var reader = ReaderModel()
  package internal(set) var keys = KeyListModel()
  package internal(set) var dashboard = DashboardModel()
  package internal(set) var leaving = LeavingModel()
  package internal(set) var final = FinalModel()
  package internal(set) var intake = IntakeModel()
  package internal(set) var reading = ReadingModel()
  package internal(set) var settling = SettlingModel()
  package internal(set) var proposals = ProposalsModel()
  package internal(set) var passphrase = PassphraseModel()

  /// The keys that work now.
  package internal(set) var keyTable = KeyTable([])
  /// What they were made out on.
  private var keyGround: KeyGround?

  /// The desk at the start of the program: home, or the question who is sitting at it.
  ///
  /// - Parameter opens: whether a matter is opened at once, and home is not made for nobody to see.
  package init(
    size: Size, today: CalendarDate, who: String, catalogue: Pack?, folder: String,
    recent: [RecentMatter] = [], hasSample: Bool = false, opens: Bool = false
  ) {
    shared = Shared(
      size: size, today: today, who: who, catalogue: catalogue, folder: folder, recent: recent)
    shared.hasSample = hasSample
    screen = who.isEmpty ? .person : .home
    if opens, screen == .home { return }
    home = HomeModel(shared)
    makeOutKeys()
  }

  /// One screen in front of no matter.
  init(_ shared: Shared, on screen: Screen) {
    self.shared = shared
    self.screen = screen
  }

  /// The screen in front.
  var front: any ScreenModel { self[screen] }

  /// What a screen is, by its name.
  subscript(screen: Screen) -> any ScreenModel {
    switch screen {
    case .person: person
    case .home: home
    case .interview: interview
    case .review: review
    case .usual: usual
    case .finish: finish
    case .goTo: goTo
    case .search: search
    case .draft: draft
    case .reader: reader
    case .keys: keys
    case .dashboard: dashboard
    case .leaving: leaving
    case .final: final
    case .intake: intake
    case .reading: reading
    case .settling: settling
    case .proposals: proposals
    case .passphrase: passphrase
    }
  }

  /// Has a screen do one of its duties.
  mutating func perform(_ duty: ScreenDuty, on screen: Screen) -> Response {
    switch screen {
    case .person: person.perform(duty, &shared)
    case .home: home.perform(duty, &shared)
    case .interview: interview.perform(duty, &shared)
    case .review: review.perform(duty, &shared)
    case .usual: usual.perform(duty, &shared)
    case .finish: finish.perform(duty, &shared)
    case .goTo: goTo.perform(duty, &shared)
    case .search: search.perform(duty, &shared)
    case .draft: draft.perform(duty, &shared)
    case .reader: reader.perform(duty, &shared)
    case .keys: keys.perform(duty, &shared)
    case .dashboard: dashboard.perform(duty, &shared)
    case .leaving: leaving.perform(duty, &shared)
    case .final: final.perform(duty, &shared)
    case .intake: intake.perform(duty, &shared)
    case .reading: reading.perform(duty, &shared)
    case .settling: settling.perform(duty, &shared)
    case .proposals: proposals.perform(duty, &shared)
    case .passphrase: passphrase.perform(duty, &shared)
    }
  }

  /// Hands a message to the screen that it is for; others are the desk's own.
  mutating func handle(_ message: Message) -> Response {
    switch message {
    case .person(let action): person.update(action, &shared)
    case .home(let action): home.update(action, &shared)
    case .interview(let action): interview.update(action, &shared)
    case .review(let action): review.update(action, &shared)
    case .usual(let action): usual.update(action, &shared)
    case .finish(let action): finish.update(action, &shared)
    case .goTo(let action): goTo.update(action, &shared)
    case .search(let action): search.update(action, &shared)
    case .draft(let action): draft.update(action, &shared)
    case .reader(let action): reader.update(action, &shared)
    case .keys(let action): keys.update(action, &shared)
    case .dashboard(let action): dashboard.update(action, &shared)
    case .leaving(let action): leaving.update(action, &shared)
    case .final(let action): final.update(action, &shared)
    case .intake(let action): intake.update(action, &shared)
    case .reading(let action): reading.update(action, &shared)
    case .settling(let action): settling.update(action, &shared)
    case .proposals(let action): proposals.update(action, &shared)
    case .passphrase(let action): passphrase.update(action, &shared)
    default: handleOwn(message)
    }
  }
}

extension Desk {
  /// Makes out what keys mean on the screen in front.
  mutating func makeOutKeys() {
    let front = front
    keyTable = front.keys(shared)
    keyGround = front.keyGround
  }

  /// Whether keys mean after a message what they meant before.
  func keepsKeys(_ kind: MessageKind) -> Bool {
    guard kind.mayKeepKeys else { return kind.keepsKeys }
    guard let ground = front.keyGround else { return false }
    return ground == keyGround
  }

  /// The keys of the screen that the list of keys is opened over.
  var keysBehind: KeyTable {
    let screen = behind.last ?? screen
    return screen == .interview
      ? InterviewKeys(interview, shared).questionTable : self[screen].keys(shared)
  }

  /// What is kept together with an act: where the person stands, and text that is no answer yet.
  package var standing: DeskNote {
    shared.file.map { interview.standing($0) } ?? DeskNote()
  }
}
