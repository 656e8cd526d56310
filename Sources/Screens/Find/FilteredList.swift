import Canvas
import Interview
import PackModel
import PlainText

/// A line that is typed and the list that it narrows.
struct FilteredList: Sendable {
  /// Where a line leads.
  struct Line: Hashable, Sendable {
    enum Target: Hashable, Sendable {
      case place(ScreenLocation)
      case screen(Screen)
      /// A sentence of the draft, by number.
      case sentence(Int)
      /// A page of text.
      case page(title: String, text: [String])
      case nowhere

      /// The way there.
      var response: Response {
        switch self {
        case .place(let place): .turn(.question(place, from: nil))
        case .screen(let screen): .turn(.open(screen))
        case .sentence(let number): .turn(.sentence(number))
        case .page(let title, let text): .turn(.read(title: title, text: text))
        case .nowhere: []
        }
      }
    }

    var target: Target
    var sign: String
    var text: String
    var detail: String
    /// What the words typed are looked for in: UTF-8, in small letters.
    var key: [UInt8]
    /// Whether it is shown only once words are typed that it has.
    var isPart = false

    var isScreen: Bool { if case .screen = target { true } else { false } }

    init(_ target: Target, sign: String = " ", text: String, detail: String = "", key: String = "")
    {
      self.target = target
      self.sign = sign
      self.text = text
      self.detail = detail
      self.key = Array("\(text) \(detail) \(key)".lowercased().utf8)
    }
  }

  var field = LineField()
  var all: [Line] = [] {
    didSet { narrow() }
  }
  private(set) var shown: [Line] = []
  private(set) var cursor = 0
  private var scroll = RowScroll()

  var current: Line? { shown.indices.contains(cursor) ? shown[cursor] : nil }

  /// - Parameter taken: what is kept of the list when a line of it is taken.
  mutating func update(
    _ message: FindMessage, _ shared: inout Shared,
    taken: (FilteredList, inout Shared) -> Void = { _, _ in }
  ) -> Response {
    switch message {
    case .text(let text):
      let before = field.text
      if let said = field.updateSearch(text) { shared.notice = Notice(said) }
      if before != field.text {
        narrow()
        cursor = 0
      }
      return Response([]).layingOut()
    case .list(let move):
      cursor = cursor.moved(move, count: shown.count, page: max(1, shared.size.rows - 7))
    case .pick(let number):
      guard shown.indices.contains(number) else { return [] }
      cursor = number
      return update(.carryOn, &shared, taken: taken)
    case .carryOn:
      guard let line = current else { return [] }
      taken(self, &shared)
      return line.target.response
    case .close: return .turn(.back)
    }
    return []
  }

  mutating func put(cursorOn line: (Line) -> Bool) { cursor = shown.firstIndex(where: line) ?? 0 }

  private mutating func narrow() {
    let words = field.text.lowercased().split(separator: " ").map { Array($0.utf8) }
    shown = all.filter { line in
      words.isEmpty ? !line.isPart : words.allSatisfy { line.key.holds($0) }
    }
    if let first = words.first {
      // A screen that is called by its name comes before what only speaks of it.
      let named = shown.filter { $0.isScreen && $0.key.starts(with: first) }
      shown = named + shown.filter { !named.contains($0) }
    }
    if words.count == 1, let number = Int(field.text.trimmed) {
      // A number means the question with that number first.
      let exact = all.filter { $0.sign == "\(number)" }
      shown = exact + shown.filter { !exact.contains($0) }
    }
    cursor = min(cursor, max(0, shown.count - 1))
  }

  mutating func layOut(_ shared: Shared) {
    let area = shared.panes.text
    field.width = max(8, area.width - 10)
    scroll.follow(row: cursor, count: shown.count, height: max(1, area.height - 2))
  }

  func draw(_ title: String, _ empty: String, _ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = shared.panes
    Chrome.title(title, shared.file?.saved ?? "", in: panes.title, &frame)
    let area = panes.text
    let x = frame.put("Find: ", at: area.origin, style: .dim, within: area)
    let visible = field.visible
    frame.put(visible.text, at: Point(x: x, y: area.y), within: area)
    frame.caret = Point(x: x + visible.caretColumn, y: area.y)
    let list = area.splitTop(2).rest
    if shown.isEmpty { frame.put(empty, at: list.origin, style: .dim, within: list) }
    for (number, line) in shown.enumerated().dropFirst(scroll.first).prefix(list.height) {
      let y = list.y + number - scroll.first
      if number == cursor {
        frame.put(">", at: Point(x: list.x, y: y), style: .marker, within: list)
      }
      frame.put(
        line.sign, at: Point(x: list.x + 2 + max(0, 3 - CellWidth.of(line.sign)), y: y),
        style: .dim, within: list)
      let room = list.width - 6
      let text = DisplayText(line.text).clipped(to: room)
      let end = frame.put(
        text.text, at: Point(x: list.x + 6, y: y),
        style: line.target == .nowhere ? .heading : .normal, within: list)
      if !line.detail.isEmpty, end + 6 < list.endX {
        frame.put(
          DisplayText(line.detail).clipped(to: list.endX - end - 2).text,
          at: Point(x: end + 2, y: y), style: .dim, within: list)
      }
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  static func keys(_ message: @escaping @Sendable (FindMessage) -> Message) -> KeyTable {
    let text = { @Sendable (text: TextMessage) in message(.text(text)) }
    let editing = CommonKeys.editing(text).filter {
      !$0.keys.contains(.home) && !$0.keys.contains(.end)
    }
    return KeyTable(
      [
        .init([.enter, .tab], message(.carryOn), "Go there", bar: "go there", rank: 1),
        .init([.escape, .shift(.tab), .alt(.left)], message(.close), "Back", bar: "back", rank: 2),
        .init([.function(1)], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.scrolling(letters: false) { message(.list($0)) } + editing
        + CommonKeys.always, text: text)
  }

  /// The list in lines, the first forty, and what can be typed.
  func prompt(_ words: String) -> [String] {
    let lines = shown.prefix(40).enumerated().map { number, line in
      let sign = line.sign.trimmed.isEmpty || line.sign == "--" ? "" : "(\(line.sign)) "
      return "\(number + 1). \(sign)\(line.text)" + (line.detail.isEmpty ? "" : ". \(line.detail)")
    }
    let more = shown.count > 40 ? ["and \(shown.count - 40) more"] : []
    return (lines.isEmpty ? ["Nothing has these words."] : lines) + more + [words]
  }
}
