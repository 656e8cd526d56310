/// The rows of a list or a long text that are in view.
package struct RowScroll: Hashable, Sendable {
  /// The first row in view.
  package private(set) var first = 0

  package init() {}

  /// Moves the view by as little as brings `row` into a window of `height` rows, and never shows
  /// blank rows below the last of `count` while rows above are out of view.
  package mutating func follow(row: Int, count: Int, height: Int) {
    let height = max(1, height)
    if row < first { first = row }
    if row >= first + height { first = row - height + 1 }
    first = min(max(0, first), max(0, count - height))
  }
}
