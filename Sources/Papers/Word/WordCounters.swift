/// Counts the paragraphs of a Word document's lists, as Word does when it shows them.
struct WordCounters {
  /// The numbers reached, by definition and level.
  private var reached: [String: [Int: Int]] = [:]
  /// The lists and levels that have begun anew already.
  private var begun: Set<String> = []

  /// The number that the next paragraph of a list shows; nil where it shows a bullet or nothing.
  /// - Parameter advances: whether the list goes on with it. A paragraph whose mark somebody proposes
  ///   to delete shows its number, and the one behind it shows the same.
  mutating func number(
    _ list: WordLists.Resolved, id: String, level: Int, advances: Bool
  ) -> String? {
    var values = reached[list.definition] ?? [:]
    let mark = "\(id) \(level)"
    let own = list.levels[level] ?? WordLists.Level()
    let start = list.starts[level] ?? own.start
    if list.starts[level] != nil, !begun.contains(mark) {
      values[level] = start
    } else {
      values[level] = values[level].map { $0 + 1 } ?? start
    }
    // A level that was passed over counts as begun.
    for above in 0..<level where values[above] == nil {
      values[above] = list.starts[above] ?? list.levels[above]?.start ?? 1
    }
    if level < 8 {
      for deeper in (level + 1)...8 where Self.restarts(list.levels[deeper], behind: level) {
        values[deeper] = nil
      }
    }
    if advances {
      reached[list.definition] = values
      begun.insert(mark)
    }
    return Self.shown(list, own, values)
  }

  private static func restarts(_ level: WordLists.Level?, behind other: Int) -> Bool {
    guard let restart = level?.restart else { return true }
    return other < restart
  }

  private static func shown(
    _ list: WordLists.Resolved, _ own: WordLists.Level, _ values: [Int: Int]
  ) -> String? {
    guard own.format != .bullet else { return nil }
    var shown = ""
    var isPlace = false
    for character in own.text {
      guard isPlace else {
        if character == "%" { isPlace = true } else { shown.append(character) }
        continue
      }
      isPlace = false
      guard let place = character.wholeNumberValue, (1...9).contains(place) else {
        shown += "%\(character)"
        continue
      }
      let level = list.levels[place - 1] ?? WordLists.Level()
      let value = values[place - 1] ?? level.start
      shown +=
        own.isLegal && ![.none, .bullet].contains(level.format)
        ? String(value) : level.format.written(value)
    }
    let number = OneLine(shown).clean
    // A sign that stands for a bullet is no number.
    return number.contains { $0.isLetter || $0.isNumber } ? number : nil
  }
}
