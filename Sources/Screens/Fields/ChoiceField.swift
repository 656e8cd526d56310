import Canvas
import PackModel
import PlainText

/// Options to choose one or several of. A marker stands beside the option in hand; marks say what
/// is chosen.
package struct ChoiceField: Sendable {
  let choices: [Choice]
  /// Whether several may be chosen.
  let isMany: Bool
  /// The chosen ones, by number.
  private(set) var marks: Set<Int> = []
  /// Whether anything was marked or unmarked here: no mark at all is then an answer of checks.
  private(set) var isTouched = false
  /// The option in hand, by its place among those shown; nil until a key chose one.
  private(set) var cursor: Int?
  /// Whether the list was moved in last, and not typed into the filter.
  private(set) var isOnList = false
  /// Own words, where the question is open to them.
  var own = LineField()
  /// What narrows a long list; nil where all options fit.
  private(set) var filter: LineField?
  /// The options that the filter leaves, by number.
  private(set) var shown: [Int]

  /// Options beyond this number get a line that filters them.
  static let longest = 9

  init(_ choices: [Choice], isMany: Bool) {
    self.choices = choices
    self.isMany = isMany
    shown = Array(choices.indices)
    filter = choices.count > Self.longest ? LineField() : nil
  }

  /// Puts an answer in, with the marker on it.
  mutating func put(_ value: Value?) {
    marks = []
    switch value {
    case .boolean(let yes)?: mark(yes ? .yes : .no)
    case .choice(let tick)?: mark(tick)
    case .checks(let ticks)?: ticks.forEach { mark($0) }
    case .row(let id)?: mark(.row(id))
    default: break
    }
    cursor = isMany ? nil : marks.first.flatMap { shown.firstIndex(of: $0) }
    isTouched = false
  }

  private mutating func mark(_ tick: Tick) {
    switch tick {
    case .code(let code): mark(Choice.Meaning.code(code))
    case .other(let text):
      mark(Choice.Meaning.other)
      let before = own.text
      _ = own.update(.replaced(before.isEmpty ? text : before + "; " + text))
    }
  }

  private mutating func mark(_ meaning: Choice.Meaning) {
    if let number = choices.firstIndex(where: { $0.meaning == meaning }) { marks.insert(number) }
  }

  /// The option in hand, by number.
  var current: Int? { cursor.flatMap { shown.indices.contains($0) ? shown[$0] : nil } }

  /// Whether typed letters go into own words or the filter.
  var takesText: Bool { isOnOther || filter != nil }
  /// Whether words stand in the filter: letters, digits and spaces belong to them, and tick nothing.
  var isSearching: Bool { filter?.text.trimmed.isEmpty == false }
  /// Whether Space marks the option in hand, and is part of no text.
  var isMarkedBySpace: Bool {
    !isOnOther && !isSearching && (filter == nil || cursor != nil)
  }
  var isYesNo: Bool { choices.first?.meaning == .yes }
  var isOnOther: Bool { current.map { choices[$0].meaning == .other } ?? false }

  /// What the meaning of keys rests on, and moving or typing may change.
  struct KeyGround: Hashable {
    let isOnOther, isSearching, hasMarker, hasOption: Bool
  }

  var keyGround: KeyGround {
    KeyGround(
      isOnOther: isOnOther, isSearching: isSearching, hasMarker: cursor != nil,
      hasOption: current != nil)
  }

  mutating func move(_ message: ScrollMessage, page: Int) {
    guard !shown.isEmpty else { return }
    isOnList = true
    let last = shown.count - 1
    switch (message, cursor) {
    case (.up, let at?): cursor = max(0, at - 1)
    case (.up, nil): cursor = last
    case (.down, let at): cursor = min(last, (at ?? -1) + 1)
    case (.pageUp, let at): cursor = max(0, (at ?? 0) - page)
    case (.pageDown, let at): cursor = min(last, (at ?? 0) + page)
    case (.first, _): cursor = 0
    case (.last, _): cursor = last
    }
  }

  /// Puts the marker on an option by its number.
  mutating func point(at number: Int) {
    if let place = shown.firstIndex(of: number) { cursor = place }
    isOnList = true
  }

  /// Marks the option in hand, or with many turns its mark round.
  mutating func toggle() {
    guard let current, choices[current].refused == nil else { return }
    isTouched = true
    if !isMany {
      marks = [current]
    } else if marks.remove(current) == nil {
      marks.insert(current)
    }
    widen()
  }

  /// After a tick the whole list is there again, with the marker where it was.
  private mutating func widen() {
    guard isMany, let current, filter?.text.isEmpty == false else { return }
    showAll(at: current)
  }

  /// Ends the search: all options again, nothing more chosen than before.
  mutating func endSearch() { showAll(at: isMany ? nil : marks.first) }

  private mutating func showAll(at number: Int?) {
    _ = filter?.update(.replaced(""))
    shown = Array(choices.indices)
    cursor = number
    isOnList = number != nil
  }

  /// All that are shown, or none where all of them are marked. Own words stay as they are.
  mutating func toggleAll() {
    isTouched = true
    let all = offered
    marks = all.isSubset(of: marks) ? marks.subtracting(all) : marks.union(all)
  }

  mutating func invert() {
    isTouched = true
    marks.formSymmetricDifference(offered)
  }

  private var offered: Set<Int> {
    Set(shown.filter { choices[$0].refused == nil && choices[$0].meaning != .other })
  }

  /// Marks none, on purpose.
  mutating func chooseNone() {
    isTouched = true
    marks = []
  }

  /// Typing goes to own words where these are in hand, else to the filter.
  mutating func update(_ message: TextMessage) -> String? {
    if isOnOther, let current {
      let said = own.update(message)
      let wasEmpty = !marks.contains(current)
      if own.text.isEmpty {
        marks.remove(current)
      } else {
        marks = isMany ? marks.union([current]) : [current]
      }
      isTouched = isTouched || wasEmpty != own.text.isEmpty
      return said
    }
    isOnList = false
    guard var line = filter else { return nil }
    // As everywhere else a stroke begins the search; among words it is one of their letters.
    if message == .typed("/"), !isSearching { return nil }
    let said = line.updateSearch(message)
    // A space behind the words changes none of them, and leaves the marker where it was put.
    if FoldedName(line.text) != FoldedName(filter?.text ?? "") { narrow(to: line.text) }
    filter = line
    return said
  }

  /// Whether undo or redo does something in the text that has the focus.
  func canTakeBack(_ message: TextMessage) -> Bool {
    guard let buffer = isOnOther ? own.buffer : filter?.buffer else { return false }
    return message == .undo ? buffer.canUndo : buffer.canRedo
  }

  private mutating func narrow(to text: String) {
    let search = FoldedName(text)
    let ranked = choices.indices.compactMap { number -> (rank: Int, number: Int)? in
      if choices[number].meaning == .other { return (Int.max, number) }
      return choices[number].rank(search).map { ($0, number) }
    }
    shown = ranked.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }.map(\.number)
    // The marker stands on the best hit, so that Enter takes it; nothing typed chooses nothing, and
    // own words are a choice of their own.
    let isHit = shown.first.map { choices[$0].meaning != .other } == true
    cursor = isHit && !search.key.isEmpty ? 0 : nil
  }

  /// The answer that the marks make; nil where there is none.
  func value(_ question: Question) -> Value? {
    guard isMany else {
      guard let number = marks.first else { return nil }
      switch choices[number].meaning {
      case .yes: return .boolean(true)
      case .no: return .boolean(false)
      case .code(let code): return .code(code)
      case .row(let id): return .row(id)
      case .other: return ownTicks.first.map { .choice($0) }
      }
    }
    guard !marks.isEmpty || isTouched else { return nil }
    let ticks = marks.sorted().flatMap { number -> [Tick] in
      switch choices[number].meaning {
      case .code(let code): [.code(code)]
      case .other: ownTicks
      case .yes, .no, .row: []
      }
    }
    return .checks(ticks)
  }

  private var ownTicks: [Tick] {
    let texts =
      isMany ? own.text.split(separator: ";").map(String.init) : [own.text]
    return texts.map { String($0.trimmed) }.filter { !$0.isEmpty }.map { .other($0) }
  }
}
