/// The rows of a list or a long text that are in view. It scrolls by half a window, so that most moves
/// change nothing but the marker or the caret.
package struct RowScroll: Hashable, Sendable {
  /// The first row in view.
  package private(set) var first = 0

  package init() {}

  /// Brings `row` into a window of `height` rows: not at all where it is in view, else with half a
  /// window of rows ahead of it. Never shows blank rows below the last of `count` while rows above
  /// are out of view.
  package mutating func follow(row: Int, count: Int, height: Int) {
    let height = max(1, height)
    if row < first { first = row - (height - 1) / 2 }
    if row >= first + height { first = row - height / 2 }
    first = min(max(0, first), max(0, count - height))
  }
}
