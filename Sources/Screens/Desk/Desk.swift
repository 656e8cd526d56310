import Canvas
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
  package internal(set) var keys = KeyListModel()

  /// The desk at the start of the program: home, or the question who is sitting at it.
  package init(
    size: Size, today: CalendarDate, who: String, catalogue: Pack?, folder: String,
    recent: [RecentMatter] = []
  ) {
    shared = Shared(
      size: size, today: today, who: who, catalogue: catalogue, folder: folder, recent: recent)
    screen = who.isEmpty ? .person : .home
    home = HomeModel(shared)
  }
}

/// The screens, by name.
package enum Screen: Hashable, Sendable {
  case person, home, interview, review, usual, finish, goTo, search, keys
}
