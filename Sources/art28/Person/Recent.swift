import Casework
import Matters
import PackModel
import Screens

/// Recent matters as the home screen lists them.
enum Recent {
  static var list: [RecentMatter] {
    Person.recent.prefix(9).map { path in
      guard let listing = try? MatterFile.listing(at: path) else {
        return RecentMatter(path: path, title: MatterSession.title(of: path), standing: "")
      }
      if listing.isLocked {
        return RecentMatter(path: path, title: MatterSession.title(of: path), standing: "locked")
      }
      let summary = listing.summary
      let all = summary.answered + summary.open
      let parties = [summary.controller, summary.processor].filter { !$0.isEmpty }
        .joined(separator: " and ")
      let changed = listing.changed.map { String($0.prefix(10)) }
        .flatMap { CalendarDate(iso: $0) }.map { Language.british.date($0) }
      let standing = [
        parties.isEmpty ? nil : parties,
        all > 0 ? "\(summary.answered) of \(all) answered, \(summary.open) open" : nil,
        changed,
      ].compactMap { $0 }.joined(separator: ", ")
      return RecentMatter(
        path: path, title: summary.title.isEmpty ? MatterSession.title(of: path) : summary.title,
        standing: standing)
    }
  }
}
