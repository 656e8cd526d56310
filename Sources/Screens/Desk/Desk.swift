import Canvas
import Interview
import PackModel

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
  /// The keys that work now.
  package internal(set) var keyTable = KeyTable([])
  /// Where they were made out, in a list of options.
  var keyGround: ChoiceField.KeyGround?

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
    keyTable = table(of: screen)
  }
}

extension Desk {
  /// What is kept together with an act: where the person stands, and text that is no answer yet.
  package var standing: DeskNote {
    shared.file.map { interview.standing($0) } ?? DeskNote()
  }
}

/// The screens, by name.
package enum Screen: Hashable, Sendable {
  case person, home, interview, review, usual, finish, goTo, search, draft, reader, keys, dashboard
  case leaving
}
