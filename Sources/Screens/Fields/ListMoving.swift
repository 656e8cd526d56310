extension Int {
  /// A place in a list after a move; it never wraps around.
  func moved(_ scroll: ScrollMessage, count: Int, page: Int) -> Int {
    let last = Swift.max(0, count - 1)
    switch scroll {
    case .up: return Swift.max(0, self - 1)
    case .down: return Swift.min(last, self + 1)
    case .pageUp: return Swift.max(0, self - page)
    case .pageDown: return Swift.min(last, self + page)
    case .first: return 0
    case .last: return last
    }
  }
}
