import Canvas
import Interview
import PackModel

/// What all screens share.
package struct Shared: Sendable {
  package var size: Size
  package var today: CalendarDate
  /// Who is sitting here; empty while that is unknown.
  package var who: String
  /// The pack of which new matters are made.
  package var catalogue: Pack?
  /// The folder in which a new matter is kept when its name is no path.
  package var folder: String
  /// Whether there is a small pack to play with.
  package var hasSample = false
  package var recent: [RecentMatter]
  /// What the person keeps to be offered in any matter.
  package var profile = Profile()
  /// After how many minutes without a key a locked matter is closed; nil for never.
  package var idleMinutes: Int?
  /// What is mostly answered alike, to be proposed in any matter.
  package var house: HouseAnswers?
  /// The matter on the desk.
  package var file: OpenMatter?
  /// One line that says what has just happened.
  package var notice: Notice?
  /// What of the papers stands beside the question.
  var beside = PassagesBeside()
  /// Ctrl-C was pressed once.
  var isLeaving = false
  /// Where what was found last lies, and the one that was gone to.
  var hits: [FilteredList.Line.Target] = []
  var hit = 0

  init(
    size: Size, today: CalendarDate, who: String, catalogue: Pack?, folder: String,
    recent: [RecentMatter]
  ) {
    self.size = size
    self.today = today
    self.who = who
    self.catalogue = catalogue
    self.folder = folder
    self.recent = recent
  }
}

/// One line to the user. It stands until the next key that does something else.
package struct Notice: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case said, warning, error }

  package var text: String
  package var kind: Kind

  package init(_ text: String, _ kind: Kind = .said) {
    self.text = text
    self.kind = kind
  }
}

/// A matter in the list of recent ones.
package struct RecentMatter: Hashable, Sendable {
  package var path: String
  package var title: String
  /// Where it stands, in words: "question 47 of 150, yesterday".
  package var standing: String

  package init(path: String, title: String, standing: String) {
    self.path = path
    self.title = title
    self.standing = standing
  }
}
