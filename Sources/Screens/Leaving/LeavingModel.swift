import Canvas
import PlainText

package enum LeavingMessage: Hashable, Sendable {
  case list(ScrollMessage)
  case pick(Int)
  case carryOn
  case text(TextMessage)
  case close
}

extension LeavingMessage: ScreenAction {
  var kind: MessageKind { if case .text = self { .typing } else { .command } }
}

/// What is not saved, before anybody leaves without it: another place, another try, or all the same.
package struct LeavingModel: ScreenModel {
  enum Choice: Hashable, Sendable {
    case elsewhere
    case again
    /// To read what others have added.
    case reload
    case stay
    case leave

    /// What is typed for it where there are no keys; "elsewhere" may have the path behind it.
    var word: String {
      switch self {
      case .elsewhere: "elsewhere"
      case .again: "again"
      case .reload: "load"
      case .stay: "stay"
      case .leave: "leave"
      }
    }
  }

  /// What was asked for and waits; nil where the person wanted to save, and nothing else.
  private(set) var awaited: Effect?
  private(set) var unsaved: Unsaved?
  private(set) var choices: [Choice] = []
  private(set) var cursor = 0
  /// Whether the path of another place is being typed.
  private(set) var isNaming = false
  private(set) var field = LineField()

  init() {}

  /// Shows what is missing.
  mutating func show(_ unsaved: Unsaved, isBehind: Bool, isNew: Bool) {
    self.unsaved = unsaved
    if isNew { (cursor, isNaming) = (0, false) }
    choices = [.elsewhere, .again] + (isBehind ? [.reload] : []) + [.stay]
    if awaited != nil { choices.append(.leave) }
    cursor = min(cursor, choices.count - 1)
  }

  /// What is asked for waits until everything is saved; nil where nothing but saving was asked for.
  mutating func wait(with effect: Effect?) { awaited = effect }

  /// What waits, once; nothing waits any more.
  mutating func takeAwaited() -> Effect? {
    defer { awaited = nil }
    return awaited
  }

  mutating func update(_ message: LeavingMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let move):
      if !isNaming { cursor = cursor.moved(move, count: choices.count, page: choices.count) }
    case .pick(let number):
      guard choices.indices.contains(number) else { return [] }
      cursor = number
      return choose()
    case .text(let text):
      guard isNaming else { return [] }
      if let said = field.update(text) { shared.notice = Notice(said) }
    case .carryOn:
      guard isNaming else { return choose() }
      let path = path(shared)
      guard !path.isEmpty else {
        shared.notice = Notice("Write a path first; Esc goes back.", .error)
        return []
      }
      return .turn(.saveElsewhere(path: path))
    case .close:
      guard isNaming else { return stay() }
      isNaming = false
    }
    return []
  }

  private mutating func choose() -> Response {
    guard choices.indices.contains(cursor) else { return [] }
    switch choices[cursor] {
    case .elsewhere:
      isNaming = true
      return []
    case .again: return .turn(.save(then: awaited))
    case .reload: return [.reload]
    case .stay: return stay()
    case .leave: return Response([awaited].compactMap(\.self))
    }
  }

  private mutating func stay() -> Response {
    awaited = nil
    return .turn(.back)
  }

  /// The other place, as it was typed; a bare name lies in the folder of new matters.
  func path(_ shared: Shared) -> String {
    let name = String(field.text.trimmed)
    return name.isEmpty || name.contains("/") || shared.folder.isEmpty
      ? name : "\(shared.folder)/\(name)"
  }

  /// The other place has it.
  mutating func isSaved() {
    isNaming = false
    field = LineField("", width: field.width)
    unsaved = nil
  }

  func words(_ choice: Choice) -> String {
    switch choice {
    case .elsewhere: "Save the whole matter elsewhere"
    case .again: "Try again here"
    case .reload: "Load what others have added; what you typed stays"
    case .stay: "Go on working"
    case .leave:
      switch awaited {
      case .quit: "Leave all the same, without what stands above"
      default: "Open the other matter all the same, without what stands above"
      }
    }
  }

  // MARK: Looks

  var takesRows: Bool { !isNaming }

  mutating func layOut(_ shared: Shared) {
    field.width = max(10, min(70, shared.size.columns - 6))
  }

  func keys(_ shared: Shared) -> KeyTable {
    if isNaming {
      return KeyTable(
        [
          .init([.enter, .tab], .leaving(.carryOn), "Save it there", bar: "save", rank: 1),
          .init([.escape], .leaving(.close), "Back", bar: "back", rank: 2),
        ] + CommonKeys.editing { .leaving(.text($0)) } + CommonKeys.always,
        text: { .leaving(.text($0)) })
    }
    let digits = choices.indices.compactMap { number in
      String(number + 1).first.map {
        KeyBinding([.character($0)], .leaving(.pick(number)), words(choices[number]))
      }
    }
    return KeyTable(
      [
        .init([.enter], .leaving(.carryOn), "Take this line", bar: "take", rank: 1),
        .init([.escape], .leaving(.close), "Go on working", bar: "go on working", rank: 2),
        .init([.ctrl("s")], .saveNow, "Try again here", bar: "try again", rank: 3),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + digits + CommonKeys.scrolling { .leaving(.list($0)) } + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Not saved - \(file.title)", file.saved, in: panes.title, &frame)
    let area = panes.text
    let (upper, lower) = area.splitBottom(isNaming ? 4 : choices.count + 1)
    for (number, strip) in rows(upper).enumerated() {
      frame.put(strip, at: Point(x: area.x, y: upper.y + number), within: upper)
    }
    if isNaming {
      frame.put(
        "Where shall the whole matter be saved?", at: Point(x: area.x, y: lower.y + 1),
        style: .emphasis, within: lower)
      frame.put(
        "A new file, on another disk or folder.",
        at: Point(x: area.x, y: lower.y + 2), style: .dim, within: lower)
      let y = lower.y + 3
      Chrome.typed(field, at: Point(x: area.x, y: y), in: lower, &frame)
    } else {
      for (number, choice) in choices.enumerated() {
        let y = lower.y + 1 + number
        if number == cursor {
          Chrome.marker(at: Point(x: area.x, y: y), in: lower, &frame)
        }
        let text = DisplayText("\(number + 1) \(words(choice))").clipped(to: area.width - 2).text
        frame.put(text, at: Point(x: area.x + 2, y: y), within: lower)
      }
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  /// What is missing and why, as far as there is room.
  private func rows(_ area: Rect) -> [StyledLine] {
    guard let unsaved else { return [] }
    var rows = StyledLine.wrapped(unsaved.head, width: area.width, style: .emphasis)
    let lines = unsaved.lines.map { StyledLine.wrapped($0, width: area.width, sign: "!") }
    var shown = 0
    for line in lines {
      // Where more follow, the last row says so.
      let more = shown + 1 < lines.count ? 1 : 0
      guard rows.count + line.count + more <= area.height else { break }
      rows += line
      shown += 1
    }
    if shown < lines.count { rows.append(StyledLine("  and \(lines.count - shown) more", .dim)) }
    if !unsaved.reason.isEmpty {
      rows += [StyledLine()] + StyledLine.wrapped(unsaved.reason, width: area.width, style: .dim)
    }
    return Array(rows.prefix(area.height))
  }
}
