import Canvas
import Interview
import PackModel
import PlainText

/// What follows for a step, on one page: each line a question, what is proposed, and where it comes
/// from. Enter makes answers of what is ticked.
package struct ProposalsModel: ScreenModel {
  struct Line: Hashable, Sendable {
    /// One proposal, or the same for many rows of a column.
    let proposed: [Proposed]
    let name: String
    let shown: String
    let source: String
    let isFirm: Bool
  }

  private(set) var lines: [Line] = []
  private(set) var marked: Set<Int> = []
  private(set) var cursor = 0
  private(set) var title = ""
  private var step: Int?
  private var scroll = RowScroll()
  private var reading: [StyledLine] = []

  init() {}

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    guard let file = shared.file else { return }
    if visit.isReturn, step != nil { return refresh(shared) }
    step = file.stepNumber(of: visit.item)
    cursor = 0
    refresh(shared)
    marked = Set(lines.indices.filter { lines[$0].isFirm })
    shared.file?.offered.formUnion(lines.flatMap(\.proposed).map(\.key))
    layOut(shared)
  }

  mutating func answersChanged(_ shared: inout Shared) { refresh(shared) }

  private mutating func refresh(_ shared: Shared) {
    guard let file = shared.file, let step else { return }
    let taken = marked.filter(lines.indices.contains).map { lines[$0].proposed.map(\.key) }
    title = "\(file.pack.steps[step].prefix) \(file.pack.steps[step].title)"
    lines = ProposalsModel.lines(file.proposals(step: step, shared), file)
    marked = Set(lines.indices.filter { taken.contains(lines[$0].proposed.map(\.key)) })
    cursor = min(cursor, max(0, lines.count - 1))
    layOut(shared)
  }

  /// One line for what is the same in many rows.
  static func lines(_ all: [Proposed], _ file: OpenMatter) -> [Line] {
    var groups: [[Proposed]] = []
    for proposed in all {
      let at = groups.firstIndex {
        $0[0].question == proposed.question && $0[0].answer == proposed.answer
          && $0[0].basis == proposed.basis && proposed.key.row != nil
      }
      if let at { groups[at].append(proposed) } else { groups.append([proposed]) }
    }
    return groups.map { line($0, file) }
  }

  private static func line(_ group: [Proposed], _ file: OpenMatter) -> Line {
    let first = group[0]
    let model = file.pack.questions[first.question]
    var name = file.name(first.key)
    if group.count > 1, let table = file.pack.table(of: first.question) {
      name = "\(counted(group.count, file.evaluation.rowText(table))): \(model.label)"
    }
    let shown: String =
      if case .value(let value) = first.answer {
        file.shown(value, first.question)
      } else {
        "there are none"
      }
    return Line(
      proposed: group, name: name, shown: shown, source: first.source(in: file.language),
      isFirm: first.isFirm)
  }

  // MARK: Keys

  mutating func update(_ message: ProposalsMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let scroll):
      cursor = cursor.moved(scroll, count: lines.count, page: max(1, shared.size.rows - 8))
    case .pick(let number):
      guard lines.indices.contains(number) else { return [] }
      cursor = number
      marked.formSymmetricDifference([number])
    case .toggle:
      guard lines.indices.contains(cursor) else { return [] }
      marked.formSymmetricDifference([cursor])
      cursor = min(cursor + 1, lines.count - 1)
    case .toggleAll: marked = marked.count == lines.count ? [] : Set(lines.indices)
    case .open(let number):
      let line = number ?? cursor
      guard lines.indices.contains(line), let key = lines[line].proposed.first?.key,
        let place = shared.file?.place(key)
      else { return [] }
      return .turn(.question(place, from: nil))
    case .accept: return accept(&shared)
    case .close: return .turn(.back)
    }
    return []
  }

  private func accept(_ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    let chosen = marked.sorted().map { lines[$0] }
    let changes = file.evaluation.accepting(chosen.flatMap(\.proposed))
    guard !changes.isEmpty else { return .turn(.back) }
    let proposed = chosen.flatMap(\.proposed)
    shared.file?.accepted.formUnion(proposed.map(\.key))
    shared.notice = Notice(
      "\(counted(changes.count, "answer")) accepted. Ctrl-Z takes them back.")
    return Response(
      [.append(Act(changes, why: Proposed.reason(proposed, in: file.language)))], turn: .back)
  }

  // MARK: Looks

  mutating func layOut(_ shared: Shared) {
    let area = shared.panes.text
    reading = StyledLine.aside(
      lines.indices.contains(cursor) ? lines[cursor].source : "", width: area.width)
    scroll.follow(row: cursor, count: lines.count, height: max(1, area.height - 3))
  }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [
        .init(
          [.enter], .proposals(.accept), "Make answers of what is ticked, and go on",
          bar: "accept", rank: 1),
        .init(
          [.space], .proposals(.toggle), "Take this line out, or in", bar: "take out", rank: 2),
        .init(
          [.character("o"), .right], .proposals(.open(nil)), "Go to the question itself",
          bar: "question", rank: 3),
        .init([.character("a")], .proposals(.toggleAll), "Tick all, or none", bar: "all", rank: 4),
        .init(
          [.escape, .tab, .shift(.tab), .alt(.left)], .proposals(.close), "Go on without",
          bar: "without", rank: 5),
        .init([.ctrl("z"), .alt("u"), .character("z")], .undo, "Undo"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init([.function(1), .character("?")], .help, "This list"),
      ] + CommonKeys.scrolling { .proposals(.list($0)) } + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("What follows: \(title) - \(file.title)", file.saved, in: panes.title, &frame)
    Chrome.progress(
      "\(marked.count) of \(lines.count) ticked. None is an answer before Enter.", panes, &frame)
    let area = panes.text
    frame.caret = area.origin
    if lines.isEmpty {
      frame.put("Nothing more follows for this step.", at: area.origin, within: area)
    }
    let height = max(1, area.height - 3)
    let half = max(12, (area.width - 8) * 2 / 5)
    for (number, line) in lines.enumerated().dropFirst(scroll.first).prefix(height) {
      let y = area.y + number - scroll.first
      if number == cursor { Chrome.marker(at: Point(x: area.x, y: y), in: area, &frame) }
      frame.put(
        marked.contains(number) ? "[x]" : "[ ]", at: Point(x: area.x + 2, y: y), within: area)
      let name = DisplayText(line.name.capitalisedFirst).clipped(to: half - 1).text
      frame.put(name, at: Point(x: area.x + 6, y: y), style: .dim, within: area)
      let shown = DisplayText(line.shown).clipped(to: max(4, area.width - 6 - half)).text
      frame.put(shown, at: Point(x: area.x + 6 + half, y: y), within: area)
    }
    for (number, strip) in reading.enumerated() {
      frame.put(strip, at: Point(x: area.x + 2, y: area.endY - 2 + number), within: area)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}
