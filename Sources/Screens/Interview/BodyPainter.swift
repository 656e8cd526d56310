import Canvas
import Interview
import PackModel
import PlainText

/// Draws the rows of the main pane and finds the caret.
struct BodyPainter {
  let model: InterviewModel
  let area: Rect
  private(set) var caret: Point?

  init(model: InterviewModel, area: Rect) {
    self.model = model
    self.area = area
  }

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
    case .offer(let number): offer(number, point, &frame)
    }
  }

  private mutating func offer(_ number: Int, _ point: Point, _ frame: inout Frame) {
    guard model.editor.offers.indices.contains(number) else { return }
    let isChosen = model.editor.offer == number
    frame.put(
      isChosen ? ">" : " ", at: Point(x: point.x + 2, y: point.y), style: .marker, within: area)
    let offer = model.editor.offers[number]
    let from = offer.from.isEmpty ? "" : " (\(offer.from))"
    // Whence it comes is seen whole, of a long text its beginning.
    let room = max(8, area.width - 4 - DisplayText(from).width)
    let x = frame.put(
      DisplayText(offer.text).clipped(to: room).text, at: Point(x: point.x + 4, y: point.y),
      style: isChosen ? .normal : .dim, within: area)
    if !from.isEmpty { frame.put(from, at: Point(x: x, y: point.y), style: .dim, within: area) }
    if isChosen { caret = Point(x: point.x + 2, y: point.y) }
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
    if model.editor.offer == nil { caret = Point(x: point.x + visible.caretColumn, y: point.y) }
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
