/// Rows of the main pane in order. Those of a long list that are out of view are counted and not made,
/// so that a key on a list costs what is seen of it.
struct BodyRows: Hashable, Sendable {
  private struct Gap: Hashable, Sendable {
    /// The number of its first row.
    var start: Int
    var count: Int
  }

  private var made: [Body.Row] = []
  private var gaps: [Gap] = []
  private(set) var count = 0

  mutating func append(_ row: Body.Row) {
    made.append(row)
    count += 1
  }

  static func += (rows: inout BodyRows, more: [Body.Row]) {
    rows.made += more
    rows.count += more.count
  }

  /// Counts rows that are out of view.
  mutating func skip(_ number: Int) {
    guard number > 0 else { return }
    gaps.append(Gap(start: count, count: number))
    count += number
  }

  /// The rows that are made, of those with these numbers, each with its number.
  func made(in numbers: Range<Int>) -> [(number: Int, row: Body.Row)] {
    numbers.clamped(to: 0..<count).compactMap { number in
      var at = number
      for gap in gaps where gap.start <= number {
        if number < gap.start + gap.count { return nil }
        at -= gap.count
      }
      return (number, made[at])
    }
  }
}
