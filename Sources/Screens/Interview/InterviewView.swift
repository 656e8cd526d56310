import Canvas
import Interview
import PackModel
import PlainText

extension InterviewModel {
  /// Draws what was laid out.
  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = panes(shared)
    Chrome.title(title(file, shared), file.saved, in: panes.title, &frame)
    if let area = panes.progress {
      frame.put(
        DisplayText(progress(file)).clipped(to: area.width - 2).text, at: Point(x: 1, y: area.y),
        style: .dim)
      frame.putRule(at: Point(x: 0, y: area.y + 1), width: shared.size.columns)
    }
    if let steps = panes.steps {
      for (number, strip) in self.steps.prefix(steps.height).enumerated() {
        frame.put(strip, at: Point(x: steps.x, y: steps.y + number), within: steps)
      }
      frame.putDivider(at: Point(x: steps.endX, y: steps.y), height: steps.height)
    }
    if isCovered(shared), let side = panes.side {
      drawSide(side.inset(columns: 1), "PgDn", &frame)
      frame.caret = Point(x: 1, y: side.y)
      frame.caretIsVisible = false
    } else {
      if let side = panes.side {
        frame.putDivider(at: Point(x: side.x - 2, y: side.y), height: side.height)
        drawSide(side, "Alt-PgDn", &frame)
      }
      drawBody(panes.text, &frame)
    }
    Chrome.notice(shared.notice, otherwise: warningLine, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  private func title(_ file: CaseFile, _ shared: Shared) -> String {
    guard shared.size.rows < 16 else { return file.title }
    let step = file.step(of: page.item)
    guard let number = file.number(of: page.item) else { return step.title }
    return "\(number) of \(file.asking.count) \(step.title)"
  }

  /// "Question 12 of 150 - Sub-processors. 34 answers open."
  private func progress(_ file: CaseFile) -> String {
    guard file.pack.questions.indices.contains(page.item) else { return "" }
    let step = file.step(of: page.item)
    let open = file.route.open
    let head =
      file.number(of: page.item).map { "Question \($0) of \(file.asking.count)" } ?? "To read"
    return "\(head) - \(step.title)"
      + (open == 0 ? " (nothing open)" : " (\(counted(open, "answer")) open)")
  }

  private var warningLine: Notice? {
    settled.warningCount == 0
      ? nil
      : Notice(
        "\(counted(settled.warningCount, "warning")) in this matter. Alt-W goes to the next.",
        .warning)
  }

  /// The steps of the journey, each with its state in a sign and in numbers.
  static func steps(_ file: CaseFile, at item: Int, width: Int) -> [Strip] {
    var found: [Strip] = []
    for step in file.route.steps {
      let model = file.pack.steps[step.step]
      let wanted = step.items.reduce(0) { $0 + $1.wanted }
      let open = step.items.reduce(0) { $0 + $1.open }
      let isHere = step.items.contains { $0.question == item }
      let count = wanted == 0 ? "-" : "\(wanted - open)/\(wanted)"
      let sign = wanted == 0 ? " " : open == 0 ? "+" : "?"
      let room = max(1, width - 6 - count.count)
      let text = DisplayText("\(model.prefix) \(model.title)").clipped(to: room)
      found.append(
        Strip(isHere ? "> " : "  ", .marker)
          .adding("\(sign) \(text.text)", isHere ? .emphasis : .normal)
          .adding(String(repeating: " ", count: room - text.width + 1))
          .adding(count, .dim))
    }
    let (wanted, open) = (file.route.wanted, file.route.open)
    return found + [Strip(), Strip("  \(wanted - open) of \(wanted) answered", .dim)]
  }

  private func drawSide(_ area: Rect, _ key: String, _ frame: inout Frame) {
    for (number, strip) in settled.side.dropFirst(sideScroll).prefix(area.height).enumerated() {
      frame.put(strip, at: Point(x: area.x, y: area.y + number), within: area)
    }
    let below = settled.side.count - sideScroll - area.height
    if below > 0, area.height > 2 {
      let text = "+ \(below + 1) more: \(key)"
      frame.fill(Rect(x: area.x, y: area.endY - 1, width: area.width, height: 1))
      frame.put(text, at: Point(x: area.x, y: area.endY - 1), style: .dim, within: area)
    }
  }

  private func drawBody(_ area: Rect, _ frame: inout Frame) {
    var painter = BodyPainter(model: self, area: area)
    let height = rowsInView(area)
    for (number, row) in body.rows.made(in: scroll.first..<(scroll.first + max(0, height))) {
      painter.paint(row, at: Point(x: area.x, y: area.y + number - scroll.first), &frame)
    }
    let below = body.rows.count - scroll.first - height
    if height < area.height, below > 0 {
      let text = "+ \(below) more \(below == 1 ? "line" : "lines") below"
      frame.put(text, at: Point(x: area.x, y: area.endY - 1), style: .dim, within: area)
    }
    let fallback = Point(
      x: area.x + body.caretColumn, y: area.y + max(0, body.focus.lowerBound - scroll.first))
    frame.caret = painter.caret ?? fallback
  }
}

/// Draws the rows of the main pane and finds the caret.
private struct BodyPainter {
  let model: InterviewModel
  let area: Rect
  var caret: Point?

  mutating func paint(_ row: Body.Row, at point: Point, _ frame: inout Frame) {
    switch row {
    case .strip(let strip): frame.put(strip, at: point, within: area)
    case .line(let label, let at):
      frame.put(label, at: point, within: area)
      line(Point(x: area.x + at, y: point.y), &frame)
    case .area(let number):
      guard case .area(let field) = model.field else { return }
      frame.put("|", at: point, style: .dim, within: area)
      if let text = field.row(number) {
        frame.put(text, at: Point(x: point.x + 2, y: point.y), within: area)
      }
      if field.caret.y == number { caret = Point(x: point.x + 2 + field.caret.x, y: point.y) }
    case .filter:
      guard case .choice(let field) = model.field, let filter = field.filter else { return }
      let x = frame.put("Find: ", at: point, style: .dim, within: area)
      let visible = filter.visible
      frame.put(visible.text, at: Point(x: x, y: point.y), within: area)
      if filter.text.isEmpty {
        frame.put("type to search", at: Point(x: x, y: point.y), style: .dim, within: area)
      }
      if !field.isOnList {
        caret = Point(x: x + visible.caretColumn, y: point.y)
      }
    case .choice(let number, let text, let isFirst): choice(number, text, isFirst, point, &frame)
    case .entry(let number, let strip):
      if model.focus == number {
        frame.put(">", at: point, style: .marker, within: area)
        caret = point
      }
      frame.put(strip, at: Point(x: point.x + 2, y: point.y), within: area)
    case .readBack:
      if !model.settled.readBack.isEmpty {
        frame.put(
          "= " + model.settled.readBack, at: Point(x: point.x + 2, y: point.y), style: .dim,
          within: area)
      }
    case .count:
      frame.put(
        model.settled.count, at: Point(x: point.x + 2, y: point.y), style: .dim, within: area)
    case .offer(let number):
      guard model.offers.indices.contains(number) else { return }
      let isChosen = model.offerCursor == number
      frame.put(
        isChosen ? ">" : " ", at: Point(x: point.x + 2, y: point.y), style: .marker, within: area)
      let offer = model.offers[number]
      let from = offer.from.isEmpty ? "" : " (\(offer.from))"
      // Whence it comes is seen whole, of a long text its beginning.
      let room = max(8, area.width - 4 - DisplayText(from).width)
      let x = frame.put(
        DisplayText(offer.text).clipped(to: room).text, at: Point(x: point.x + 4, y: point.y),
        style: isChosen ? .normal : .dim, within: area)
      if !from.isEmpty {
        frame.put(from, at: Point(x: x, y: point.y), style: .dim, within: area)
      }
      if isChosen { caret = Point(x: point.x + 2, y: point.y) }
    }
  }

  private mutating func line(_ point: Point, _ frame: inout Frame) {
    let field: LineField
    switch (model.mode, model.field) {
    case (.asking(let asking), _): field = asking.field
    case (_, .line(let line)): field = line
    default: return
    }
    let visible = field.visible
    frame.put(visible.text, at: point, within: area)
    if let taken = field.taken {
      frame.put(
        taken, at: Point(x: point.x + field.width + 1, y: point.y), style: .dim, within: area)
    }
    if model.offerCursor == nil { caret = Point(x: point.x + visible.caretColumn, y: point.y) }
  }

  private mutating func choice(
    _ number: Int, _ text: String, _ isFirst: Bool, _ point: Point, _ frame: inout Frame
  ) {
    guard case .choice(let field) = model.field, field.choices.indices.contains(number) else {
      return
    }
    let option = field.choices[number]
    let indent = field.filter == nil ? 8 : 6
    let style: Style = option.refused == nil ? .normal : .dim
    if isFirst {
      let isHere = field.current == number
      if isHere { frame.put(">", at: point, style: .marker, within: area) }
      let isMarked = field.marks.contains(number)
      let mark = field.isMany ? (isMarked ? "[x]" : "[ ]") : (isMarked ? "(*)" : "( )")
      frame.put(mark, at: Point(x: point.x + 2, y: point.y), within: area)
      if field.filter == nil, number < ChoiceField.longest {
        frame.put(
          String(number + 1), at: Point(x: point.x + 6, y: point.y), style: .dim, within: area)
      }
      if isHere, caret == nil || field.isOnList { caret = point }
    }
    let x = frame.put(text, at: Point(x: point.x + indent, y: point.y), style: style, within: area)
    guard option.meaning == .other else { return }
    let visible = field.own.visible
    frame.put(visible.text, at: Point(x: x + 1, y: point.y), within: area)
    if field.isOnOther { caret = Point(x: x + 1 + visible.caretColumn, y: point.y) }
  }
}
