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
    case .asking(let question, let line): (line, question.asks)
    case .terms(let page):
      page.typed.map { ($0.line, "What does the paper call \(page.terms[$0.number].ours)?") }
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
    let area = shared.panes.text
    func asked(_ words: String) -> [StyledLine] {
      StyledLine.wrapped(words, width: max(10, area.width), style: .emphasis)
    }
    if let field { return asked(field.asks) }
    guard case .terms(let page) = stage else { return reasons(shared) }
    let lines = page.lines.map { StyledLine(DisplayText($0).clipped(to: area.width).text) }
    // In a low window the terms come first: the keys say what can be done with them.
    return asked(TermsPage.asks).prefix(max(0, area.height - lines.count)) + lines
  }

  /// Which of the lists of what is worth a look is shown.
  func watchTitle(_ number: Int, _ search: ShelfSearch) -> String {
    "Worth a look, no verdict (list \(number + 1) of \(watched.count)): \(search.sought)"
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

  func keys(_ shared: Shared) -> KeyTable { ReadingKeys(model: self, shared: shared).table }
}
