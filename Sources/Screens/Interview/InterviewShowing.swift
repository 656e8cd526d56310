import Canvas
import Interview
import PackModel

/// Shows a page: its field, its layout, what stands beside it.
extension InterviewModel {
  mutating func show(_ place: Place, _ shared: inout Shared) {
    guard let file = shared.file else { return }
    page = file.page(place)
    mode = .answering
    focus = page.slots.firstIndex(of: place.slot) ?? 0
    if page.kind == .rows {
      let rows = file.sheet.rows(of: file.pack.questions[page.owner].linkId)
      focus = place.slot.row.flatMap { rows.firstIndex(of: $0) } ?? file.listCount(page.owner) - 1
    }
    scroll = RowScroll()
    refill(shared)
  }

  mutating func focusOn(_ number: Int, _ shared: Shared) {
    focus = number
    refill(shared)
  }

  /// Fills the field in focus anew from what is kept.
  mutating func refill(_ shared: Shared) {
    guard let file = shared.file else { return }
    if page.kind != .rows { focus = min(focus, max(0, page.slots.count - 1)) }
    field = slot.map { file.field($0) } ?? .none
    wordsAtStart = slot.map { file.words(field, $0) } ?? ""
    error = nil
    errorWasShown = false
    isLeft = false
    offers = []
    offerCursor = nil
    settled.warnings = []
    settled.readBack = ""
    sideScroll = 0
    openTerms = []
  }

  /// The same page after answers or conditions have changed.
  mutating func renew(_ shared: inout Shared) {
    guard let file = shared.file else { return }
    let kept = slot
    let wasList = page.kind == .rows
    page = file.page(Place(item: page.item, slot: kept ?? Slot(page.owner, row: page.row)))
    if let kept, let at = page.slots.firstIndex(of: kept) { focus = at }
    if page.kind == .rows {
      focus = wasList ? min(focus, file.listCount(page.owner) - 1) : 0
    } else {
      focus = min(focus, max(0, page.slots.count - 1))
    }
  }

  func panes(_ shared: Shared) -> Panes {
    Panes(shared.size, hasSide: side(shared) != nil, isCovered: isCovered(shared))
  }

  /// Lays the page out for the window.
  mutating func layOut(_ shared: Shared) {
    guard let file = shared.file else { return }
    let panes = panes(shared)
    let room = panes.text
    if let area = panes.steps {
      let now = StepsKey(item: page.item, head: file.sheet.head, width: area.width)
      if now != stepsKey { steps = InterviewModel.steps(file, at: page.item, width: area.width) }
      stepsKey = now
    }
    var layout = BodyLayout(file, self, room)
    layout.run()
    body = layout.body
    columns = layout.columns
    switch field {
    case .line(var line):
      line.width = layout.lineWidth
      field = .line(line)
    case .area(var area):
      area.resize(layout.areaSize)
      field = .area(area)
    case .choice, .none: break
    }
    if case .asking(var asking) = mode {
      asking.field.width = layout.lineWidth
      mode = .asking(asking)
    }
    let (count, height) = (body.rows.count, rowsInView(room))
    scroll.follow(row: body.focus.upperBound - 1, count: count, height: height)
    scroll.follow(row: body.focus.lowerBound, count: count, height: height)
  }

  /// How many rows of the page show: the last is kept for the word that more follow.
  func rowsInView(_ room: Rect) -> Int {
    body.rows.count > room.height && room.height >= 10 ? room.height - 1 : room.height
  }

  mutating func toggle(_ side: Side, _ shared: Shared) -> Response {
    if shared.size.columns >= Panes.sideFrom {
      wideSide = wideSide == side ? nil : side
    } else {
      narrowSide = narrowSide == side ? nil : side
    }
    sideScroll = 0
    settled.side = []
    return [.after(milliseconds: 0, .settle)]
  }

  mutating func scrollSide(_ message: ScrollMessage, _ shared: Shared) {
    let height = panes(shared).side?.height ?? 1
    let last = max(0, settled.side.count - height)
    sideScroll = min(last, sideScroll.moved(message, count: last + 1, page: max(1, height - 1)))
  }
}
