import Canvas

/// What stands beside the question: help, or the draft.
package enum Side: Hashable, Sendable { case help, preview }

/// The pane beside the question from 80 columns, or over it below that.
package struct SidePane: Hashable, Sendable {
  /// What stands beside the question in a wide window.
  private var wide: Side? = .help
  /// What covers the question in a narrow one.
  private var narrow: Side?
  /// The terms of the help that are opened, by number.
  private(set) var openTerms: Set<Int> = []
  /// What it shows, as of the last pause.
  private(set) var strips: [StyledLine] = []
  /// The line of the draft that the question writes.
  private var target: Int?
  /// The first row in view.
  private var first = 0

  func side(_ size: Size) -> Side? { size.columns >= Panes.sideFrom ? wide : narrow }

  /// Whether it covers the question, and keys scroll it.
  func covers(_ size: Size) -> Bool { size.columns < Panes.sideFrom && narrow != nil }

  mutating func toggle(_ side: Side, _ size: Size) {
    if size.columns >= Panes.sideFrom {
      wide = wide == side ? nil : side
    } else {
      narrow = narrow == side ? nil : side
    }
    first = 0
    strips = []
  }

  mutating func uncover() { narrow = nil }

  mutating func toggleTerm(_ number: Int) { openTerms.formSymmetricDifference([number]) }

  mutating func scroll(_ message: ScrollMessage, height: Int) {
    let last = max(0, strips.count - height)
    first = min(last, first.moved(message, count: last + 1, page: max(1, height - 1)))
  }

  /// Another question has the focus.
  mutating func startAgain() {
    first = 0
    openTerms = []
  }

  /// On a pause: help, or the passages of the row in hand, else the draft as it would be with what is
  /// typed.
  mutating func settle(
    _ model: InterviewModel, _ file: OpenMatter, shown: OpenMatter, _ side: Side?, _ room: Size,
    _ beside: PassagesBeside
  ) {
    let width = max(10, room.columns)
    switch side {
    case .help?:
      show(help: HelpText(file, width: width).strips(for: model, height: room.rows))
    case .preview?:
      guard let row = model.readRow(file) else {
        let slot = model.slot ?? Slot(model.page.owner)
        return show(Preview(shown, slot: slot, width: width), height: room.rows)
      }
      show(PassagePane(row, beside, width: width), height: room.rows)
    case nil: empty()
    }
  }

  /// Shows nothing until the next pause.
  mutating func empty() { strips = [] }

  mutating func show(help: [StyledLine]) {
    strips = help
    target = nil
  }

  /// Shows the draft; where the question writes another line than before, that line is in view.
  mutating func show(_ preview: Preview, height: Int) {
    let start = target != preview.target || first == 0
    show(preview.strips, from: start ? (preview.target ?? 0) - height / 3 : nil, height: height)
    target = preview.target
  }

  /// Shows passages, the one in hand from its first row.
  mutating func show(_ passages: PassagePane, height: Int) {
    show(passages.strips, from: passages.isFirst ? 0 : passages.target, height: height)
    target = nil
  }

  /// - Parameter start: the first row in view; nil: as it was.
  private mutating func show(_ strips: [StyledLine], from start: Int?, height: Int) {
    self.strips = strips
    if let start { first = max(0, min(start, strips.count - height)) }
  }

  /// - Parameter key: what shows more of it.
  func draw(_ area: Rect, _ key: String, _ frame: inout Frame) {
    for (number, strip) in strips.dropFirst(first).prefix(area.height).enumerated() {
      frame.put(strip, at: Point(x: area.x, y: area.y + number), within: area)
    }
    let below = strips.count - first - area.height
    if below > 0, area.height > 2 {
      let text = "+ \(below + 1) more: \(key)"
      frame.fill(Rect(x: area.x, y: area.endY - 1, width: area.width, height: 1))
      frame.put(text, at: Point(x: area.x, y: area.endY - 1), style: .dim, within: area)
    }
  }
}
