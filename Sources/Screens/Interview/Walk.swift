import Interview
import PackModel

extension OpenMatter {
  /// The lines of a table's list: its rows, one to add, while it is empty one that says none, and
  /// one to go on.
  func listCount(_ table: Int) -> Int {
    let rows = sheet.rows(of: pack.questions[table].linkId).count
    return rows == 0 ? 3 : rows + 2
  }

  /// The step in which the journey asks a page; another journey may ask it in another step.
  func step(of item: Int) -> Step {
    let step = route.steps.first { $0.items.contains { $0.question == item } }?.step
    return pack.steps[step ?? pack.questions[item].step]
  }

  /// The next page; those that were accepted whole with proposals are passed.
  func page(after item: Int) -> Int? {
    let items = items
    guard let at = items.firstIndex(where: { $0.question == item }) else { return nil }
    return items[(at + 1)...].first { !isSettled($0.question) }?.question
  }

  func page(by: Int, from item: Int) -> Int? {
    let items = items
    guard let at = items.firstIndex(where: { $0.question == item }),
      items.indices.contains(at + by)
    else { return nil }
    return items[at + by].question
  }

  /// A page by its number as shown: "Question 12 of 150".
  func page(number: Int) -> ScreenLocation? {
    let asking = asking
    return asking.indices.contains(number - 1)
      ? ScreenLocation(item: asking[number - 1].question) : nil
  }

  func number(of item: Int) -> Int? { asking.firstIndex { $0.question == item }.map { $0 + 1 } }

  /// What a page asks. A part of a group that is asked by itself says whose it is: "The controller.
  /// In which country is the seat?"
  func asks(_ page: Page) -> String {
    let question = pack.questions[page.owner]
    guard page.kind == .single, let group = question.parent, pack.questions[group].kind == .group,
      !pack.questions[group].isPage
    else { return question.text }
    let name = pack.questions[group].text
    guard let last = name.last else { return question.text }
    return "\(name)\(last.isPunctuation ? "" : ".") \(question.text)"
  }

  /// Where a matter begins, or where it has its first open question.
  var firstOpen: ScreenLocation? {
    let isNew = !entries.contains(where: \.isAnAnswer)
    let first = isNew ? items.first : items.first { $0.state == .open } ?? items.first
    return first.map { openSlot($0.question) }
  }

  /// The next page with something open, going round once.
  func nextOpen(after place: ScreenLocation) -> ScreenLocation? {
    if page(place).row != nil, let cell = nextOpenCell(after: place) { return cell }
    return next(after: place) { $0.open > 0 }.map { openSlot($0) }
  }

  /// The next page behind another with something open, without going round.
  func nextOpen(behind item: Int) -> ScreenLocation? {
    let items = items
    guard let at = items.firstIndex(where: { $0.question == item }) else { return nil }
    return items[(at + 1)...].first { $0.open > 0 }.map { openSlot($0.question) }
  }

  func nextParked(after place: ScreenLocation) -> ScreenLocation? {
    next(after: place) { item in self.slots(item).contains { self.state($0) == .parked } }
      .map { item in
        let slots = items.first { $0.question == item }.map { self.slots($0) } ?? []
        return ScreenLocation(item: item, slot: slots.first { state($0) == .parked } ?? Slot(item))
      }
  }

  /// The next warning behind a place, going round once; first what the last answer has put below the
  /// law. None of questions that were not reached.
  func nextWarning(after place: ScreenLocation) -> ScreenLocation? {
    if let below = newlyBelow.lazy.compactMap({ self.place($0.key) }).first,
      below.slot != place.slot
    {
      return below
    }
    let alerts = alerts(upTo: place.item)
    guard let here = order(of: place.slot, on: place.item) else { return alerts.first?.place }
    return (alerts.first { $0.order > here } ?? alerts.first)?.place
  }

  private func next(after place: ScreenLocation, _ fits: (Route.Item) -> Bool) -> Int? {
    let items = items
    guard !items.isEmpty else { return nil }
    let at = items.firstIndex { $0.question == place.item } ?? items.count - 1
    for offset in 1...items.count {
      let item = items[(at + offset) % items.count]
      if fits(item) { return item.question }
    }
    return nil
  }

  /// A page at its first open field; of a table at the first cell that leaves a blank.
  func openSlot(_ item: Int) -> ScreenLocation {
    let open = items.first { $0.question == item }?.places.first(where: \.isOpen)
    let page = page(ScreenLocation(item: item))
    return ScreenLocation(item: item, slot: open.map { slot($0) } ?? page.slots.first ?? Slot(item))
  }

  /// The next open cell of the table whose row this is, behind the one in hand.
  func nextOpenCell(after place: ScreenLocation) -> ScreenLocation? {
    guard let table = pack.table(of: place.slot.question),
      let places = items.first(where: { $0.question == place.item })?.places,
      let at = places.firstIndex(where: { slot($0) == place.slot })
    else { return nil }
    return places[(at + 1)...].first { $0.isOpen && pack.table(of: $0.question) == table }
      .map { ScreenLocation(item: place.item, slot: slot($0)) }
  }
}
