/// Rows of the main pane in order. Those of a long list that are out of view are counted and not made,
/// and a long run of ready rows is taken over as it is, so that a key on a list costs what is seen of it.
struct BodyRows: Hashable, Sendable {
  private struct Part: Hashable, Sendable {
    /// The number of its first row.
    var start: Int
    var count: Int
    /// Empty where they are not made.
    var made: [Body.Row]
  }

  private var parts: [Part] = []
  private(set) var count = 0
  /// Whether the last part may grow: a run that was taken over is not copied for one row more.
  private var isOpen = false

  mutating func append(_ row: Body.Row) {
    if !isOpen { parts.append(Part(start: count, count: 0, made: [])) }
    parts[parts.count - 1].made.append(row)
    parts[parts.count - 1].count += 1
    (count, isOpen) = (count + 1, true)
  }

  static func += (rows: inout BodyRows, more: [Body.Row]) {
    rows.close(with: more, count: more.count)
  }

  /// Counts rows that are out of view.
  mutating func skip(_ number: Int) {
    close(with: [], count: number)
  }

  private mutating func close(with made: [Body.Row], count number: Int) {
    guard number > 0 else { return }
    parts.append(Part(start: count, count: number, made: made))
    (count, isOpen) = (count + number, false)
  }

  /// The rows that are made, of those with these numbers, each with its number.
  func made(in numbers: Range<Int>) -> [(number: Int, row: Body.Row)] {
    parts.flatMap { part in
      numbers.clamped(to: part.start..<(part.start + part.made.count))
        .map { ($0, part.made[$0 - part.start]) }
    }
  }
}
