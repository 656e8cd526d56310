import Canvas
import Interview
import PackModel
import PlainText

package enum UsualMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// Marks a line by its number.
  case pick(Int)
  case toggle
  case toggleAll
  /// The marked ones as a group.
  case acceptMarked
  /// The one in hand.
  case acceptOne
  case close
}

extension UsualMessage: ScreenAction {}

/// Usual values on one page: open questions that have a suggestion.
package struct UsualModel: ScreenModel {
  struct Line: Hashable, Sendable {
    let slot: Slot
    let name: String
    let value: Value
    let shown: String
    let kind: NormKind
    let because: String
  }

  private(set) var lines: [Line] = []
  private(set) var marked: Set<Slot> = []
  private(set) var cursor = 0
  private var scroll = RowScroll()
  private var because: [StyledLine] = []

  init() {}

  init(_ shared: Shared) { refresh(shared) }

  mutating func refresh(_ shared: Shared) {
    // The short way leaves to this page what has a usual value, so the long way's questions count.
    guard let file = shared.file?.long else { return }
    lines = file.items.flatMap { item -> [Line] in
      let page = file.page(ScreenLocation(item: item.question))
      guard page.kind != .rows else { return [] }
      return page.slots.compactMap { slot in
        guard file.state(slot) == .open, file.drafts[file.key(slot)] == nil,
          let suggestion = file.evaluation.suggestion(for: slot.question)
        else { return nil }
        return Line(
          slot: slot, name: file.name(file.key(slot)), value: suggestion.value,
          shown: file.shown(suggestion.value, slot.question),
          kind: suggestion.kind, because: suggestion.because)
      }
    }
    marked.formIntersection(lines.map(\.slot))
    cursor = min(cursor, max(0, lines.count - 1))
    layOut(shared)
  }

  mutating func update(_ message: UsualMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let scroll):
      cursor = cursor.moved(scroll, count: lines.count, page: max(1, shared.size.rows - 8))
    case .pick(let number):
      guard lines.indices.contains(number) else { return [] }
      cursor = number
      return update(.toggle, &shared)
    case .toggle:
      guard lines.indices.contains(cursor) else { return [] }
      marked.formSymmetricDifference([lines[cursor].slot])
      cursor = min(cursor + 1, lines.count - 1)
    case .toggleAll: marked = marked.count == lines.count ? [] : Set(lines.map(\.slot))
    case .acceptOne:
      guard lines.indices.contains(cursor) else { return [] }
      return accept([lines[cursor]], "Accepted a usual value", &shared)
    case .acceptMarked:
      let chosen = lines.filter { marked.contains($0.slot) }
      guard !chosen.isEmpty else {
        shared.notice = Notice("Nothing is marked. Space marks a line, a marks all.")
        return []
      }
      return accept(chosen, "Accepted \(counted(chosen.count, "usual value")) as a group", &shared)
    case .close: return .turn(.back)
    }
    return []
  }

  private func accept(_ chosen: [Line], _ why: String, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    // Judged together, for one value may be what another asks for.
    let after = file.evaluation.after(
      chosen.flatMap { file.sheet.setting(file.key($0.slot), to: .value($0.value)) })
    let fitting = chosen.filter {
      after.state($0.slot.question, row: file.rowNumber($0.slot)) != .conflict
    }
    let changes = fitting.flatMap { file.sheet.setting(file.key($0.slot), to: .value($0.value)) }
    guard !changes.isEmpty else {
      shared.notice = Notice("This value does not go with your other answers.", .error)
      return []
    }
    shared.notice = Notice("\(why). Ctrl-Z takes it back.")
    return [.append(Act(changes, why: why))]
  }

  // MARK: The way

  mutating func open(_ visit: Visit, _ shared: inout Shared) { self = UsualModel(shared) }
  mutating func answersChanged(_ shared: inout Shared) { refresh(shared) }

  // MARK: Looks

  mutating func layOut(_ shared: Shared) {
    let area = shared.panes.text
    because = StyledLine.aside(
      lines.indices.contains(cursor) ? lines[cursor].because : "", width: area.width)
    scroll.follow(row: cursor, count: lines.count, height: max(1, area.height - 3))
  }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [
        .init([.space], .usual(.toggle), "Mark this line", bar: "mark", rank: 1),
        .init([.character("a")], .usual(.toggleAll), "Mark all, or none", bar: "all", rank: 2),
        .init(
          [.enter], .usual(.acceptMarked), "Accept the marked ones as a group",
          bar: "accept marked", rank: 3),
        .init(
          [.character("s"), .alt("s")], .usual(.acceptOne), "Accept this one", bar: "accept this",
          rank: 4),
        .init([.tab], .turnTo(.review), "All answers", bar: "go on", rank: 5),
        .init(
          [.escape, .shift(.tab), .alt(.left), .alt("g")], .usual(.close), "Back", bar: "back",
          rank: 6),
        .init([.ctrl("z"), .alt("u"), .character("z")], .undo, "Undo"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init([.function(1), .character("?")], .help, "This list"),
      ] + CommonKeys.scrolling { .usual(.list($0)) } + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Usual values - \(file.title)", file.saved, in: panes.title, &frame)
    Chrome.progress(
      "\(lines.count) open with a usual value, \(marked.count) marked. None counts until you accept it.",
      panes, &frame)
    let area = panes.text
    frame.caret = area.origin
    if lines.isEmpty {
      frame.put("No open question has a usual value.", at: area.origin, within: area)
    }
    let height = max(1, area.height - 3)
    for (number, line) in lines.enumerated().dropFirst(scroll.first).prefix(height) {
      let y = area.y + number - scroll.first
      if number == cursor {
        Chrome.marker(at: Point(x: area.x, y: y), in: area, &frame)
      }
      frame.put(
        marked.contains(line.slot) ? "[x]" : "[ ]", at: Point(x: area.x + 2, y: y), within: area)
      let kind = line.kind.rawValue
      let text = DisplayText("\(line.name): \(line.shown)").clipped(
        to: max(4, area.width - 8 - kind.count)
      ).text
      frame.put(text, at: Point(x: area.x + 6, y: y), within: area)
      frame.put(kind, at: Point(x: area.endX - kind.count, y: y), style: .dim, within: area)
    }
    for (number, strip) in because.enumerated() {
      frame.put(strip, at: Point(x: area.x + 2, y: area.endY - 2 + number), within: area)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}
