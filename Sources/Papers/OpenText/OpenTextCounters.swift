/// Counts the paragraphs of an OpenDocument text's lists.
struct OpenTextCounters {
  /// A list of the file that is open.
  struct List {
    var style: String
    /// Lists that go on with one another have one name.
    var run: String
  }

  /// The numbers reached, by run and level.
  private var reached: [String: [Int: Int]] = [:]
  private var runs: [String: String] = [:]
  private var lastOfStyle: [String: String] = [:]
  private var count = 0

  /// Begins a list that stands in no other.
  /// - Parameter attributes: those of the element.
  mutating func begin(_ style: String, _ attributes: [String: String]) -> List {
    count += 1
    var run = "\(count)"
    if let other = attributes["continue-list"], let known = runs[other] {
      run = known
    } else if attributes["continue-numbering"] == "true", let known = lastOfStyle[style] {
      run = known
    }
    if let id = attributes["id"] { runs[id] = run }
    lastOfStyle[style] = run
    return List(style: style, run: run)
  }

  /// Counts on, and gives the number that is printed.
  /// - Parameter start: the number to begin anew with.
  mutating func number(
    _ list: List, depth: Int, start: Int?, lists: OpenTextLists
  ) -> String? {
    var values = reached[list.run] ?? [:]
    values[depth] =
      start ?? values[depth].map { $0 + 1 } ?? lists.level(list.style, depth).start
    // A level that was passed over counts as begun.
    for above in 0..<depth where values[above] == nil {
      values[above] = lists.level(list.style, above).start
    }
    for deeper in values.keys where deeper > depth { values[deeper] = nil }
    reached[list.run] = values
    return lists.shown(list.style, depth, values)
  }
}
