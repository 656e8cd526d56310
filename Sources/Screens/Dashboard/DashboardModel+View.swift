import Canvas
import Interview

extension DashboardModel {
  func keys(_ shared: Shared) -> KeyTable {
    switch mode {
    case .overview: overviewKeys
    case .finding: findingKeys
    case .editing:
      KeyTable(
        [
          .init([.enter, .tab], .dashboard(.keep), "Keep it", bar: "keep", rank: 1),
          .init([.escape], .dashboard(.close), "Leave it as it was", bar: "back", rank: 2),
        ] + CommonKeys.editing { .dashboard(.text($0)) } + CommonKeys.always,
        text: { .dashboard(.text($0)) })
    }
  }

  private var overviewKeys: KeyTable {
    KeyTable(
      [
        .init([.enter], .dashboard(.open), "Open this finding", bar: "open", rank: 1),
        .init(
          [.tab], .dashboard(.nextFinding), "To the next finding", bar: "next finding", rank: 2),
        .init(
          [.character("a")], .dashboard(.answer), "To the answer that would change it",
          bar: "answer", rank: 3),
        .init(
          [.character("v"), .function(9)], .turnTo(.review), "All answers", bar: "all answers",
          rank: 4),
        .init(
          [.character("f")], .turnTo(.finish), "Finish: write the documents", bar: "finish", rank: 5
        ),
        .init(
          [.escape, .shift(.tab), .alt(.left), .alt("="), .function(8)], .dashboard(.close), "Back",
          bar: "back", rank: 6),
      ] + common)
  }

  private var findingKeys: KeyTable {
    KeyTable(
      [
        .init(
          [.enter, .character("a")], .dashboard(.answer), "To the answer that would change it",
          bar: "answer", rank: 1),
        .init([.character("o")], .dashboard(.edit(.owner)), "Who does it", bar: "owner", rank: 2),
        .init([.character("d")], .dashboard(.edit(.due)), "Until when", bar: "due", rank: 3),
        .init(
          [.character("s")], .dashboard(.nextStatus),
          "The next status; accepted asks for the reason", bar: "status", rank: 4),
        .init([.character("r")], .dashboard(.edit(.reReview)), "When to look again"),
        .init(
          [.escape, .shift(.tab), .alt(.left)], .dashboard(.close), "Back to the dashboard",
          bar: "back", rank: 5),
      ] + common)
  }

  private var common: [KeyBinding] {
    [
      .init([.ctrl("z"), .alt("u"), .character("z")], .undo, "Undo the last act"),
      .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
      .init([.function(1), .character("?")], .help, "This list"),
    ] + CommonKeys.scrolling { .dashboard(.list($0)) } + CommonKeys.always
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Findings - \(file.title)", file.saved, in: panes.title, &frame)
    let area = panes.text
    switch mode {
    case .overview: drawOverview(area, &frame)
    case .finding:
      for (number, strip) in detail.dropFirst(topRow).prefix(area.height).enumerated() {
        frame.put(strip, at: Point(x: area.x, y: area.y + number), within: area)
      }
      frame.caret = area.origin
    case .editing(_, let field, let line): draw(field, line, area, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  private func drawOverview(_ area: Rect, _ frame: inout Frame) {
    for (number, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
      let y = area.y + number
      if first + number == cursor {
        Chrome.marker(at: Point(x: area.x, y: y), in: area, &frame)
      }
      frame.put(row.strip, at: Point(x: area.x + 2, y: y), within: area)
    }
  }

  private func draw(
    _ field: FollowUp.Field, _ line: LineField, _ area: Rect, _ frame: inout Frame
  ) {
    frame.put(DashboardModel.question(field), at: area.origin, style: .emphasis, within: area)
    let y = area.y + 2
    Chrome.typed(line, at: Point(x: area.x, y: y), in: area, &frame)
  }

  static func question(_ field: FollowUp.Field) -> String {
    switch field {
    case .owner: "Who does it?"
    case .due: "Until when?"
    case .reReview: "When to look again?"
    case .reason: "Why is the risk accepted?"
    case .status: "How far is it?"
    }
  }
}
