import Canvas
import Interview

/// The questions as a screen among others.
extension InterviewModel {
  var layer: ScreenLayer { .ground }

  var keyGround: KeyGround? {
    switch (mode, field) {
    case (.asking, _), (.answering, .line), (.answering, .area): .text
    case (.answering, .choice(let choice)): .choice(choice.keyGround)
    default: nil
    }
  }

  var takesRows: Bool { if case .line = field { false } else { true } }

  mutating func arrive(_ shared: inout Shared) -> Response {
    guard shared.file != nil else { return [] }
    renew(&shared)
    if isLeft { refill(shared) }
    settle(&shared)
    return []
  }

  mutating func resized(_ shared: inout Shared) -> Response {
    guard !isCovered(shared) else {
      settle(&shared)
      return []
    }
    // Help or preview follow when the window stays as it is.
    settled.side = []
    return [.after(milliseconds: 150, .settle)]
  }

  mutating func settle(_ shared: inout Shared) { settle(&shared, isFirst: false) }

  func prompt(_ shared: Shared) -> [String] { PlainQuestion(model: self, shared: shared).lines }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    PlainInterview(model: self, shared: shared).messages(for: line)
  }

  /// Leaves what is in hand for another screen.
  mutating func leave(for screen: Screen, _ shared: inout Shared) -> Response {
    guard mode == .answering else { return .turn(.open(screen)) }
    return leave(.turn(.open(screen)), &shared)
  }

  /// Shows a place that another screen leads to; from `from` Enter leads back there.
  mutating func visit(_ place: Place, from: Screen?, _ shared: inout Shared) -> Response {
    cameFrom = from
    isAmongOpen = false
    reviewed = place.slot
    let response = leave(.place(place, remembers: true), &shared)
    settle(&shared)
    return response
  }

  /// A screen that sends the person to questions is open again. Says whether it had sent them here.
  mutating func endErrand(of screen: Screen) -> Bool {
    defer { cameFrom = nil }
    return cameFrom == screen
  }

  var next: Next? { pending }

  /// The matter has kept an act of this screen.
  mutating func appended(_ entry: Entry, _ next: Next?, _ shared: inout Shared) -> Response {
    renew(&shared)
    guard entry.reverses == nil else { return showChanged(entry, &shared) }
    return proceed(next ?? .stay, &shared) + [.after(milliseconds: 150, .settle)]
  }

  /// After undo: the page of what changed, so that it is seen.
  private mutating func showChanged(_ entry: Entry, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let key = entry.firstKey, let place = file.place(key),
      !page.slots.contains(place.slot), page.owner != place.slot.question
    else { return proceed(.stay, &shared) }
    return proceed(.place(place, remembers: true), &shared)
  }

  /// The matter has kept an act of another screen.
  mutating func renewBehind(_ shared: inout Shared) {
    if page.kind != .empty { renew(&shared) }
  }

  /// The matter is another than it was.
  mutating func startAnew(_ shared: inout Shared) {
    renew(&shared)
    refill(shared)
  }
}
