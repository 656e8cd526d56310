import Canvas
import Interview
import PackModel
import PlainText

/// How the paper in hand looks, and its keys.
extension ReadingModel {
  private var field: (line: LineField, asks: String)? {
    switch stage {
    case .filling(let part, let line):
      (
        line,
        part == .value
          ? "Which number? Enter without one goes on."
          : "In which paper? Enter without one goes on."
      )
    case .searching(let line): (line, "Look for these words in all papers:")
    case .adding(let line): (line, "Where does the paper lie? Its path:")
    default: nil
    }
  }

  /// The reasons that can be ticked, with those that are.
  private func reasons(_ shared: Shared) -> [StyledLine] {
    guard case .ticking(let part, let ticks) = stage, let file = shared.file,
      let slot = row?.slot(part)
    else { return [] }
    return [StyledLine("What makes it so? Numbers tick; Enter goes on.", .emphasis)]
      + file.pack.questions[slot.question].options.enumerated().map { number, option in
        StyledLine("  [\(ticks.contains(number) ? "x" : " ")] \(number + 1) \(option.display)")
      }
  }

  /// What stands below the passages.
  private func below(_ shared: Shared) -> [StyledLine] {
    let reasons = reasons(shared)
    return reasons.isEmpty ? field.map { [StyledLine($0.asks, .emphasis)] } ?? [] : reasons
  }

  mutating func layOut(_ shared: Shared) {
    guard let file = shared.file else { return }
    let area = shared.panes.text
    let below = below(shared).count + (field == nil ? 0 : 1)
    view = ReadingView(self, file, width: area.width, height: max(4, area.height - below))
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("The paper in hand - \(file.title)", file.saved, in: panes.title, &frame)
    let graded = rows.count { !$0.isOpen(file) }
    let papers =
      shelf.papers.count == 1 ? shelf.papers[0].name : counted(shelf.papers.count, "paper")
    Chrome.progress(
      "Row \(min(at + 1, rows.count)) of \(rows.count) | \(graded) graded | \(papers)", panes,
      &frame)
    let below = below(shared)
    let (upper, lower) = panes.text.splitBottom(below.count + (field == nil ? 0 : 1))
    frame.caret = upper.origin
    for (number, line) in (view.head + view.lines).prefix(upper.height).enumerated() {
      frame.put(line, at: Point(x: upper.x, y: upper.y + number), within: upper)
    }
    if let inHand = view.inHand {
      let y = upper.y + view.head.count + inHand
      if y < upper.endY { Chrome.marker(at: Point(x: upper.x, y: y), in: upper, &frame) }
    }
    for (number, line) in below.enumerated() {
      frame.put(line, at: Point(x: lower.x, y: lower.y + number), within: lower)
    }
    if let field {
      Chrome.typed(
        field.line, at: Point(x: lower.x, y: lower.y + below.count), in: lower, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  // MARK: Keys

  func keys(_ shared: Shared) -> KeyTable {
    switch stage {
    case .list: listKeys(shared)
    case .marking: markKeys
    case .ticking: tickKeys(shared)
    case .filling, .searching, .adding:
      KeyTable(
        [
          .init([.enter], .reading(.carryOn), "Take it", bar: "take it", rank: 1),
          .init([.escape], .reading(.close), "Back", bar: "back", rank: 2),
        ] + CommonKeys.editing { .reading(.text($0)) } + CommonKeys.always,
        text: { .reading(.text($0)) })
    }
  }

  private static func digits(_ count: Int, _ words: [String]) -> [KeyBinding] {
    (0..<min(9, count)).compactMap { number in
      String(number + 1).first.map {
        .init([.character($0)], .reading(.pick(number)), words[number])
      }
    }
  }

  private func listKeys(_ shared: Shared) -> KeyTable {
    let grades = shared.file.flatMap { file in row?.grades(file).map(\.words) } ?? []
    let isAway = isReadingOn || search?.row == nil && search != nil
    return KeyTable(
      ReadingModel.digits(grades.count, grades) + [
        .init([.character("0")], .reading(.unknown), "I don't know yet"),
        .init(
          [.enter], .reading(.carryOn), "Take the words in brackets as the quotation",
          bar: "quote", rank: 2),
        .init([.character("m")], .reading(.mark), "Mark other words", bar: "mark words", rank: 3),
        .init([.tab, .right], .reading(.row(1)), "The next row", bar: "next row", rank: 4),
        .init([.shift(.tab), .left], .reading(.row(-1)), "The row before"),
        .init([.character("u"), .alt("n")], .reading(.nextOpen), "Next row without a grade"),
        .init(
          [.character("r")], .reading(.readOn),
          isReadingOn ? "Back to what was found" : "Read on in the paper",
          bar: isReadingOn ? "back to found" : "read on", rank: 5),
        .init(
          [.character("/"), .alt("/")], .reading(.search), "Look for words in all papers",
          bar: "look for", rank: 6),
        .init(
          [.character("a"), .character("+")], .reading(.add), "Add a paper from a file",
          bar: shelf.papers.isEmpty ? "add a paper" : nil, rank: 1),
        .init([.character("q")], .reading(.question), "To the question"),
        .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init(
          [.escape, .alt(.left)], .reading(.close), isAway ? "Back to what was found" : "Back",
          bar: "back", rank: 8),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.scrolling { .reading(.list($0)) } + CommonKeys.always)
  }

  private var markKeys: KeyTable {
    KeyTable(
      [
        .init([.enter], .reading(.carryOn), "These words", bar: "these words", rank: 1),
        .init(
          [.right, .character("l")], .reading(.moveMark(1)), "A word on", bar: "a word on", rank: 3),
        .init([.left, .character("h")], .reading(.moveMark(-1)), "A word back"),
        .init([.down], .reading(.moveMark(10)), "Ten words on", bar: "ten on", rank: 4),
        .init([.up], .reading(.moveMark(-10)), "Ten words back"),
        .init([.end], .reading(.moveMark(100_000)), "To the end of the passage"),
        .init([.home], .reading(.moveMark(-100_000)), "To the start of the passage"),
        .init(
          [.space], .reading(.beginMark), "Begin at the word in hand", bar: "begin here", rank: 2),
        .init([.character("*")], .reading(.markAll), "The whole passage"),
        .init([.escape], .reading(.close), "As it was", bar: "as it was", rank: 5),
      ] + CommonKeys.always)
  }

  private func tickKeys(_ shared: Shared) -> KeyTable {
    guard case .ticking(let part, _) = stage, let file = shared.file, let slot = row?.slot(part)
    else { return KeyTable(CommonKeys.always) }
    let options = file.pack.questions[slot.question].options.map(\.display)
    return KeyTable(
      ReadingModel.digits(options.count, options) + [
        .init([.enter], .reading(.carryOn), "Keep these", bar: "keep these", rank: 1),
        .init([.escape], .reading(.close), "Leave it open", bar: "leave it open", rank: 2),
      ] + CommonKeys.always)
  }
}
