import Canvas

/// Draws a desk. It draws only: whatever takes time was done in `update`.
package func view(_ desk: Desk) -> Frame {
  let size = desk.shared.size
  guard size.columns >= Panes.least.columns, size.rows >= Panes.least.rows else {
    return Chrome.tooSmall(size)
  }
  return switch desk.screen {
  case .person: desk.person.draw(desk.shared)
  case .home: desk.home.draw(desk.shared)
  case .interview: desk.interview.draw(desk.shared, desk.keyTable)
  case .review: desk.review.draw(desk.shared)
  case .usual: desk.usual.draw(desk.shared)
  case .finish: desk.finish.draw(desk.shared)
  case .goTo: desk.goTo.draw(desk.shared)
  case .search: desk.search.draw(desk.shared)
  case .draft: desk.draft.draw(desk.shared)
  case .reader: desk.reader.draw(desk.shared)
  case .keys: desk.keys.draw(desk.shared)
  case .dashboard: desk.dashboard.draw(desk.shared)
  case .leaving: desk.leaving.draw(desk.shared)
  }
}
