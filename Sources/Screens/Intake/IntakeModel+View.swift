import Canvas
import Interview
import PackModel
import PlainText

extension IntakeModel {
  func keys(_ shared: Shared) -> KeyTable {
    if typing != nil {
      return KeyTable(
        [
          .init(
            [.enter, .tab], .intake(.carryOn),
            typing == .path ? "Read the list" : "Keep the correction",
            bar: typing == .path ? "read it" : "keep it", rank: 1),
          .init([.escape], .intake(.close), "Back", bar: "back", rank: 2),
        ] + CommonKeys.editing { .intake(.text($0)) } + CommonKeys.always,
        text: { .intake(.text($0)) })
    }
    let isFault = if case .fault? = line?.subject { true } else { false }
    let turns: Bool =
      switch line?.subject {
      case .way, .table, .headings, .column: true
      default: false
      }
    return KeyTable(
      [
        .init(
          [.enter], .intake(.carryOn), "Take the list; on what was not understood, correct it",
          bar: isFault ? "correct it" : "take the list", rank: 1),
        .init([.right], .intake(.turn(1)), "Another one", bar: turns ? "another" : nil, rank: 2),
        .init([.left], .intake(.turn(-1)), "The one before"),
        .init([.tab], .intake(.part(1)), "Next part of the page", bar: "next part", rank: 3),
        .init([.shift(.tab)], .intake(.part(-1)), "Part before"),
        .init([.space], .intake(.toggle), "Take a line that stands alone as a row, or leave it"),
        .init([.character("a")], .intake(.way(.add)), "Add its rows"),
        .init([.character("r")], .intake(.way(.replace)), "Replace what the table has"),
        .init([.character("u")], .intake(.way(.update)), "Update rows of the same name"),
        .init(
          [.character("t"), .ctrl("d"), .alt(.enter)], .intake(.take), "Take the list",
          bar: isFault ? "take the list" : nil, rank: 4),
        .init(
          [.escape], .intake(.close), "Leave the table as it is", bar: "leave it", rank: 5),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.scrolling { .intake(.list($0)) } + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    let from = source.isEmpty ? "the clipboard" : source
    Chrome.title("A list - \(file.title)", file.saved, in: panes.title, &frame)
    let name = file.pack.questions[table].label
    Chrome.progress(
      list == nil
        ? "A file into: \(name)"
        : "From \(from) into: \(name). \(plan.map { $0.words.capitalisedFirst } ?? "Reading")",
      panes, &frame)
    let area = panes.text
    if case .path? = typing, list == nil {
      drawPath(area, &frame)
    } else {
      drawLines(area, &frame)
    }
    let problem = plan?.problem.map { Notice($0, .warning) }
    Chrome.notice(shared.notice, otherwise: typing == nil ? problem : nil, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  private func drawPath(_ area: Rect, _ frame: inout Frame) {
    frame.put("Which file has the list?", at: area.origin, style: .emphasis, within: area)
    Chrome.typed(field, at: Point(x: area.x, y: area.y + 1), in: area, &frame)
    for (number, text) in Self.pathHelp.enumerated() {
      frame.put(
        text, at: Point(x: area.x, y: area.y + 3 + number), style: .dim, within: area)
    }
  }

  static let pathHelp = [
    "CSV, TSV, Excel (.xlsx), OpenDocument (.ods), or a page with a table:",
    "HTML or Markdown. One line names the columns. ~ is your own folder.",
    "Nothing is taken before you have seen it.",
  ]

  private func drawLines(_ area: Rect, _ frame: inout Frame) {
    frame.caret = area.origin
    let (upper, lower) = area.splitBottom(4)
    for (number, line) in lines.enumerated().dropFirst(scroll.first).prefix(upper.height) {
      let y = upper.y + number - scroll.first
      if number == cursor, typing == nil {
        Chrome.marker(at: Point(x: area.x, y: y), in: upper, &frame)
      }
      guard line.isSelectable else {
        frame.put(
          DisplayText(line.text).clipped(to: area.width).text, at: Point(x: area.x, y: y),
          style: .emphasis, within: upper)
        continue
      }
      let text = DisplayText(line.text).clipped(to: area.width - 2).text
      let x = frame.put(text, at: Point(x: area.x + 2, y: y), within: upper)
      let room = area.endX - x - 2
      if room > 6, !line.aside.isEmpty {
        frame.put(
          DisplayText(line.aside).clipped(to: room).text, at: Point(x: x + 2, y: y), style: .dim,
          within: upper)
      }
    }
    if case .correction? = typing {
      frame.put(
        "What does it say? Empty leaves it open.", at: Point(x: area.x, y: lower.y + 1),
        style: .emphasis, within: lower)
      Chrome.typed(field, at: Point(x: area.x, y: lower.y + 2), in: lower, &frame)
      return
    }
    for (number, strip) in detail.enumerated() {
      frame.put(strip, at: Point(x: area.x + 2, y: lower.y + 1 + number), within: lower)
    }
  }

  // MARK: In lines

  func prompt(_ shared: Shared) -> [String] {
    if case .path? = typing {
      return ["Which file has the list?"] + Self.pathHelp + ["Type its path; back returns."]
    }
    if case .correction? = typing { return ["What does it say? back leaves it."] }
    let said = lines.map { line in
      let head = line.number > 0 ? "\(line.number). " : line.isSelectable ? "   " : ""
      return head + line.text + (line.aside.isEmpty ? "" : " : \(line.aside)")
    }
    return said + [plan?.problem].compactMap(\.self) + [
      "Type add, replace or update; NUMBER COLUMN sends a column there, NUMBER none nowhere; "
        + "NUMBER WORDS corrects a cell; headings LINE, or headings none; table NUMBER; "
        + "take takes the list; back leaves it."
    ]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if line.word == "back", line.rest.isEmpty { return [.intake(.close)] }
    if typing != nil { return [.intake(.text(.replaced(line.text))), .intake(.carryOn)] }
    switch (line.word, line.rest) {
    case ("take", ""): return [.intake(.take)]
    case ("add", ""): return [.intake(.way(.add))]
    case ("replace", ""): return [.intake(.way(.replace))]
    case ("update", ""): return [.intake(.way(.update))]
    case ("headings", "none"): return [.intake(.headings(0))]
    case ("headings", let rest):
      return PlainLine.number(rest).map { [.intake(.headings($0))] } ?? [.notUnderstood(line.text)]
    case ("table", let rest):
      return PlainLine.number(rest).map { [.intake(.table($0))] } ?? [.notUnderstood(line.text)]
    default: break
    }
    guard let number = line.leadingNumber, let named = lines.first(where: { $0.number == number })
    else { return [.notUnderstood(line.text)] }
    let pick = Message.intake(.pick(number))
    switch named.subject {
    case .column: return [pick, .intake(.map(line.rest == "none" ? "" : line.rest))]
    case .fault:
      return [pick, .intake(.carryOn), .intake(.text(.replaced(line.rest))), .intake(.carryOn)]
    case .left: return [pick, .intake(.toggle)]
    default: return [pick, .intake(.turn(1))]
    }
  }
}
