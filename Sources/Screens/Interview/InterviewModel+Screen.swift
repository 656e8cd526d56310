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
    guard let file = shared.file else { return [] }
    cursor.renew(file)
    if editor.isLeft { refill(file) }
    settle(&shared, isFirst: false)
    return []
  }

  mutating func resized(_ shared: inout Shared) -> Response {
    guard !isCovered(shared) else {
      settle(&shared, isFirst: false)
      return []
    }
    // Help or preview follow when the window stays as it is.
    sidePane.empty()
    return .settling
  }

  /// Shows or hides help or the draft.
  mutating func toggle(_ side: Side, _ shared: inout Shared) -> Response {
    sidePane.toggle(side, shared.size)
    settle(&shared, isFirst: false)
    return asksBeside(shared).map { Response([$0]) } ?? []
  }

  // MARK: The way to other screens and back

  /// Leaves what is in hand for another screen.
  mutating func leave(for screen: Screen, _ shared: inout Shared) -> Response {
    guard mode == .answering else { return .turn(.open(screen)) }
    return leave(.turn(.open(screen)), &shared)
  }

  /// Shows a place that another screen leads to; from `from` Enter leads back there.
  mutating func visit(_ place: ScreenLocation, from: Screen?, _ shared: inout Shared) -> Response {
    navigation.visit(place.slot, from: from)
    let response = leave(.place(place, remembers: true), &shared)
    settle(&shared, isFirst: false)
    return response
  }

  // MARK: Acts

  /// The matter has kept an act, and the questions are in front.
  mutating func appended(_ entry: Entry, _ next: Next?, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    cursor.renew(file)
    guard entry.reverses == nil else {
      return proceed(navigation.changed(entry, cursor, file), &shared)
    }
    var response = proceed(next ?? .stay, &shared) + .settling
    if next == nil { response += passSettled(&shared) }
    // An answer may put another one below the law; that is said at once, whichever came first.
    if let below = file.newlyBelow.first(where: { !entry.keys.contains($0.key) }) {
      shared.notice = Notice(
        "\(below.name.capitalisedFirst) now goes below the law, without a reason: Alt-W.", .error)
    }
    return response
  }

  /// The matter has kept an act of another screen.
  mutating func renewBehind(_ file: OpenMatter) {
    if page.kind != .empty { cursor.renew(file) }
  }

  /// The matter is another than it was.
  mutating func startAgain(_ file: OpenMatter) {
    cursor.renew(file)
    refill(file)
  }

  mutating func actIsOver(isKept: Bool) {
    inset.actIsOver(isKept: isKept)
    navigation.actIsOver()
  }

  func holds(_ act: Act, _ shared: Shared) -> Bool {
    guard let file = shared.file else { return false }
    guard mode == .answering else { return inset.holds(act, cursor, file) }
    guard let slot, !editor.isLeft else { return false }
    return act.value(at: file.key(slot)) != nil
  }

  mutating func doAgain(_ shared: inout Shared) -> Response {
    switch mode {
    case .answering: leave(.stay, &shared)
    case .calendar: []
    case .asking, .filling, .spreading: carryOut(inset.update(.carryOn, cursor, &shared), &shared)
    }
  }
}
