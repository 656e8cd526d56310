import Canvas
import Interview
import PackModel

extension InterviewModel {
  /// Goes where the answer in hand had to be kept for.
  mutating func proceed(_ next: Next, _ shared: inout Shared) -> [Effect] {
    guard let file = shared.file else { return [] }
    switch next {
    case .stay: refill(shared)
    case .forward: return forward(file, &shared)
    case .backward: return backward(file, &shared)
    case .focus(let number): focusOn(number, shared)
    case .place(let place, let remembers):
      if remembers { shared.file?.history.leave(self.place) }
      show(place, &shared)
    case .row(let row):
      let list = Slot(page.owner)
      if let row, let first = file.pack.questions[page.owner].children.first {
        show(Place(item: page.item, slot: Slot(first, row: row)), &shared)
      } else {
        let number = page.row.flatMap {
          file.sheet.rows(of: file.pack.questions[page.owner].linkId).firstIndex(of: $0)
        }
        show(Place(item: page.item, slot: list), &shared)
        focus = number ?? 0
        layOut(shared)
      }
    case .addRow:
      let table = file.pack.questions[page.owner].linkId
      let row = file.sheet.freshRow
      pending = .row(row)
      return [.append(Act(file.sheet.addingRow(to: table, id: row)))]
    case .turn(let turn):
      isLeft = true
      shared.turn = turn
    }
    return arrived
  }

  /// What is done wherever one arrives: help, warnings and preview follow on the pause.
  var arrived: [Effect] { [.after(milliseconds: 150, .settle)] }

  private mutating func forward(_ file: CaseFile, _ shared: inout Shared) -> [Effect] {
    if isFromReview, page.row == nil || slot == reviewed {
      shared.turn = .open(.review)
      return []
    }
    if focus + 1 < page.slots.count {
      focusOn(focus + 1, shared)
      return arrived
    }
    if page.row != nil {
      let rows = file.sheet.rows(of: file.pack.questions[page.owner].linkId)
      show(Place(item: page.item, slot: Slot(page.owner)), &shared)
      focus = rows.count
      layOut(shared)
      return arrived
    }
    if page.owner != page.item, let back = backToGroup(file, by: 1) {
      show(back, &shared)
      return arrived
    }
    guard let next = file.page(by: 1, from: page.item) else {
      shared.notice = Notice("That was the last question. Here is everything you have said.")
      shared.turn = .open(.review)
      return []
    }
    shared.file?.history.leave(place)
    show(Place(item: next), &shared)
    return arrived
  }

  private mutating func backward(_ file: CaseFile, _ shared: inout Shared) -> [Effect] {
    if focus > 0, page.kind == .block {
      focusOn(focus - 1, shared)
      return arrived
    }
    if page.row != nil { return proceed(.row(nil), &shared) }
    if page.owner != page.item, let back = backToGroup(file, by: 0) {
      show(back, &shared)
      return arrived
    }
    guard let previous = file.page(by: -1, from: page.item) else {
      shared.notice = Notice("This is the first question.")
      refill(shared)
      return arrived
    }
    show(Place(item: previous), &shared)
    if page.kind == .block { focusOn(page.slots.count - 1, shared) }
    return arrived
  }

  /// The group around a table, at the table itself or the field behind it.
  private func backToGroup(_ file: CaseFile, by: Int) -> Place? {
    let group = file.page(Place(item: page.item))
    guard let at = group.slots.firstIndex(where: { $0.question == page.owner }) else { return nil }
    guard group.slots.indices.contains(at + by) else { return nil }
    return Place(item: page.item, slot: group.slots[at + by])
  }

  mutating func section(_ by: Int, _ shared: inout Shared) -> [Effect] {
    guard let file = shared.file else { return [] }
    let steps = file.route.steps.filter { !$0.items.isEmpty }
    guard let at = steps.firstIndex(where: { $0.items.contains { $0.question == page.item } })
    else {
      return []
    }
    let isInside = by < 0 && steps[at].items.first?.question != page.item
    let target = isInside ? at : at + by
    guard steps.indices.contains(target), let first = steps[target].items.first else {
      shared.notice = Notice(by < 0 ? "This is the first step." : "This is the last step.")
      return []
    }
    return leave(.place(Place(item: first.question), remembers: true), &shared)
  }

  mutating func jump(_ place: Place?, _ otherwise: String, _ shared: inout Shared) -> [Effect] {
    guard let place else {
      shared.notice = Notice(otherwise)
      return []
    }
    return leave(.place(place, remembers: true), &shared)
  }

  mutating func history(_ isBack: Bool, _ shared: inout Shared) -> [Effect] {
    guard var file = shared.file else { return [] }
    let here = place
    guard let place = isBack ? file.history.goBack(from: here) : file.history.goForward(from: here)
    else {
      shared.notice = Notice(isBack ? "This is where you began." : "You have not been further.")
      return []
    }
    shared.file?.history = file.history
    return leave(.place(place, remembers: false), &shared)
  }

  mutating func otherJourney(_ shared: inout Shared) -> [Effect] {
    guard let file = shared.file, file.pack.journeys.count > 1 else { return [] }
    let next = file.pack.journeys[(file.journey + 1) % file.pack.journeys.count]
    pending = .place(place, remembers: false)
    return [.append(Act(file.sheet.changing(.journey, to: next.id), why: "Now: \(next.title)"))]
  }

  // MARK: Showing

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
    layOut(shared)
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
      steps = InterviewModel.steps(file, at: page.item, width: area.width)
    }
    var layout = BodyLayout(file, self, room)
    layout.run()
    body = layout.body
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
    scroll.follow(row: body.focus.upperBound - 1, count: body.rows.count, height: room.height)
    scroll.follow(row: body.focus.lowerBound, count: body.rows.count, height: room.height)
  }

  mutating func toggle(_ side: Side, _ shared: Shared) -> [Effect] {
    if shared.size.columns >= Panes.sideFrom {
      wideSide = wideSide == side ? nil : side
    } else {
      narrowSide = narrowSide == side ? nil : side
    }
    sideScroll = 0
    settled.side = []
    layOut(shared)
    return [.after(milliseconds: 0, .settle)]
  }

  mutating func scrollSide(_ message: ScrollMessage, _ shared: Shared) {
    let height = panes(shared).side?.height ?? 1
    let last = max(0, settled.side.count - height)
    sideScroll = min(last, sideScroll.moved(message, count: last + 1, page: max(1, height - 1)))
  }
}

extension CaseFile {
  /// The lines of a table's list: its rows, one to add, while it is empty one that says none, and
  /// one to go on.
  func listCount(_ table: Int) -> Int {
    let rows = sheet.rows(of: pack.questions[table].linkId).count
    return rows == 0 ? 3 : rows + 2
  }

  func page(by: Int, from item: Int) -> Int? {
    let items = items
    guard let at = items.firstIndex(where: { $0.question == item }),
      items.indices.contains(at + by)
    else { return nil }
    return items[at + by].question
  }

  /// A page by its number as shown: "Question 12 of 150".
  func page(number: Int) -> Place? {
    let asking = asking
    return asking.indices.contains(number - 1) ? Place(item: asking[number - 1].question) : nil
  }

  func number(of item: Int) -> Int? { asking.firstIndex { $0.question == item }.map { $0 + 1 } }

  /// Where a matter begins, or where it has its first open question.
  var firstOpen: Place? {
    let isNew = !entries.contains(where: \.isAnAnswer)
    let first = isNew ? items.first : items.first { $0.state == .open } ?? items.first
    return first.map { openSlot($0.question) }
  }

  /// The next page with something open, going round once.
  func nextOpen(after place: Place) -> Place? {
    next(after: place) { $0.open > 0 }.map { openSlot($0) }
  }

  func nextWarning(after place: Place) -> Place? {
    next(after: place) { !self.warnings(on: $0.question).isEmpty }.map { Place(item: $0) }
  }

  private func next(after place: Place, _ fits: (Route.Item) -> Bool) -> Int? {
    let items = items
    guard !items.isEmpty else { return nil }
    let at = items.firstIndex { $0.question == place.item } ?? items.count - 1
    for offset in 1...items.count {
      let item = items[(at + offset) % items.count]
      if fits(item) { return item.question }
    }
    return nil
  }

  /// A page at its first open field.
  func openSlot(_ item: Int) -> Place {
    let page = page(Place(item: item))
    let open = page.slots.first {
      switch state($0) {
      case .open, .unknown, .parked, .conflict: true
      default: false
      }
    }
    return Place(item: item, slot: open ?? page.slots.first ?? Slot(item))
  }
}
