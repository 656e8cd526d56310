import Canvas
import Interview
import PackModel
import PlainText

package enum HomeMessage: Hashable, Sendable {
  case text(TextMessage)
  case list(ScrollMessage)
  case pick(Int)
  case carryOn
  /// Opens for reading what is open elsewhere.
  case read
  case close
}

extension HomeMessage: ScreenAction {
  var kind: MessageKind { if case .text = self { .typing } else { .command } }
}

/// Where the program begins: new matters, recent ones, any other by its path.
package struct HomeModel: ScreenModel {
  /// One line of the list.
  struct Line: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
      case recent(String)
      /// A new matter on a journey, by id.
      case new(String)
      case sample
      case open
    }

    let meaning: Meaning
    let title: String
    let about: String
  }

  /// What is being typed: the name of a new matter, or the path of one to open.
  enum Naming: Hashable, Sendable {
    case new(journey: String)
    case open
  }

  private(set) var lines: [Line] = []
  private(set) var cursor = 0
  private(set) var naming: Naming?
  private(set) var field = LineField()
  /// A matter that is open elsewhere; nil where none was looked for.
  private(set) var unread: String?
  private var about: [[StyledLine]] = []
  private var scroll = RowScroll()

  init() {}

  init(_ shared: Shared, offering unread: String? = nil) {
    self.unread = unread
    lines = shared.recent.map {
      Line(meaning: .recent($0.path), title: $0.title, about: $0.standing)
    }
    if let pack = shared.catalogue {
      let journeys = pack.journeys.sorted { $0.onlyShort && !$1.onlyShort }
      for journey in journeys {
        let number = pack.journeys.firstIndex(of: journey) ?? 0
        let count = evaluate(pack, AnswerSheet()).route(journey: number)
        let asked = count.steps.flatMap(\.items).filter {
          pack.questions[$0.question].kind != .display
        }
        let questions = counted(asked.count, "question")
        lines.append(
          Line(
            meaning: .new(journey.id), title: "New: \(journey.title)",
            about: [journey.intro, "\(questions.capitalisedFirst) at first; answers bring more."]
              .filter { !$0.isEmpty }.joined(separator: " ")))
      }
    }
    if shared.hasSample {
      lines.append(
        Line(
          meaning: .sample, title: "Try it: five questions to play with",
          about: "Two minutes, with every kind of key. Nothing of it is kept."))
    }
    lines.append(
      Line(
        meaning: .open, title: "Open a matter by its path",
        about: "A file that ends in .art28, from a colleague or another folder."))
    layOut(shared)
  }

  mutating func update(_ message: HomeMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .text(let text):
      guard naming != nil else { return [] }
      if let said = field.update(text) { shared.notice = Notice(said) }
      return []
    case .list(let scroll):
      cursor = cursor.moved(scroll, count: lines.count, page: 5)
      return []
    case .pick(let number):
      guard lines.indices.contains(number) else { return [] }
      cursor = number
      return choose(&shared)
    case .carryOn: return naming == nil ? choose(&shared) : named(&shared)
    case .read:
      guard let path = unread else { return [] }
      return .turn(.save(then: .openMatter(path: path, readOnly: true)))
    case .close:
      if naming == nil, shared.file != nil { return .turn(.open(.interview)) }
      naming = nil
      return []
    }
  }

  /// What cannot be opened to be written can be read.
  mutating func offerReading(_ path: String, _ shared: inout Shared) {
    (unread, naming) = (path, nil)
    shared.notice = shared.notice.map {
      Notice("\($0.text) Press r to open it for reading only.", .error)
    }
  }

  private mutating func choose(_ shared: inout Shared) -> Response {
    guard lines.indices.contains(cursor) else { return [] }
    switch lines[cursor].meaning {
    case .recent(let path): return .turn(.save(then: .openMatter(path: path)))
    case .new(let journey): naming = .new(journey: journey)
    case .sample: return .turn(.save(then: .openSample))
    case .open: naming = .open
    }
    field = LineField("", width: field.width)
    layOut(shared)
    return []
  }

  private mutating func named(_ shared: inout Shared) -> Response {
    let name = String(field.text.trimmed)
    guard !name.isEmpty else {
      shared.notice = Notice("Write a name first; Esc goes back.", .error)
      return []
    }
    switch naming {
    case .new(let journey):
      return .turn(.save(then: .createMatter(path: path(name, shared), journey: journey)))
    case .open: return .turn(.save(then: .openMatter(path: name)))
    case nil: return []
    }
  }

  /// Where a new matter of a name is kept.
  private func path(_ name: String, _ shared: Shared) -> String {
    let file = name.hasSuffix(".art28") ? name : name + ".art28"
    if name.contains("/") || shared.folder.isEmpty { return file }
    return shared.folder + "/" + file
  }

  // MARK: The way

  var layer: ScreenLayer { .ground }

  mutating func open(_ visit: Visit, _ shared: inout Shared) { self = HomeModel(shared) }

  /// Where a matter was opened without looking for it, what home shows is looked for now.
  mutating func arrive(_ shared: inout Shared) -> Response {
    shared.catalogue == nil ? [.loadCatalogue] : []
  }

  // MARK: Looks

  var takesRows: Bool { true }

  mutating func layOut(_ shared: Shared) {
    let width = max(10, shared.panes.text.width - 6)
    field.width = min(60, width)
    about = lines.map { StyledLine.wrapped($0.about, width: min(72, width), style: .dim) }
    let heights = lines.indices.map { 1 + about[$0].count }
    let before = heights.prefix(cursor).reduce(0, +)
    let room = shared.size.rows - (shared.size.rows < 16 ? 6 : 12)
    scroll.follow(
      row: before + (heights.indices.contains(cursor) ? heights[cursor] - 1 : 0),
      count: heights.reduce(0, +), height: max(1, room))
    scroll.follow(row: before, count: heights.reduce(0, +), height: max(1, room))
  }

  func keys(_ shared: Shared) -> KeyTable {
    if naming != nil {
      return KeyTable(
        [
          .init([.enter, .tab], .home(.carryOn), "Go on", bar: "go on", rank: 1),
          .init([.escape], .home(.close), "Back to the list", bar: "back", rank: 2),
        ] + CommonKeys.editing { .home(.text($0)) } + CommonKeys.always,
        text: { .home(.text($0)) })
    }
    let digits = (1...9).compactMap { number in
      String(number).first.map {
        KeyBinding([.character($0)], .home(.pick(number - 1)), "Take line \(number)")
      }
    }
    return KeyTable(
      [
        .init([.enter, .tab], .home(.carryOn), "Take this line", bar: "take", rank: 1),
        .init([.escape], .home(.close), "Back to the open matter"),
      ]
        + (unread == nil
          ? []
          : [
            .init(
              [.character("r")], .home(.read), "Open for reading what is open elsewhere",
              bar: "read only", rank: 2)
          ]) + [
          .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 3)
        ] + CommonKeys.scrolling { .home(.list($0)) } + digits + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = shared.panes
    Chrome.title("art28", shared.who, in: panes.title, &frame)
    var area = panes.text
    let intro = shared.size.rows < 16 ? [] : HomeModel.intro
    for (number, text) in intro.enumerated() {
      let line = DisplayText(text).clipped(to: area.width).text
      frame.put(
        line, at: Point(x: area.x, y: panes.title.endY + 1 + number),
        style: number == 0 ? .emphasis : .dim, within: panes.title.width > 0 ? frame.bounds : area)
    }
    area = Rect(
      x: area.x, y: panes.title.endY + 1 + (intro.isEmpty ? 0 : intro.count + 1), width: area.width,
      height: 0)
    area.height = max(1, panes.notice.y - area.y)
    if let naming {
      drawNaming(naming, area, shared, &frame)
    } else {
      drawLines(area, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  private func drawLines(_ area: Rect, _ frame: inout Frame) {
    var row = -scroll.first
    for (number, line) in lines.enumerated() {
      let y = area.y + row
      if y >= area.y, y < area.endY {
        if number == cursor {
          Chrome.marker(at: Point(x: area.x, y: y), in: area, &frame)
        }
        let head = number < 9 ? "\(number + 1) " : "  "
        let text = DisplayText(head + line.title).clipped(to: area.width - 3).text
        frame.put(text, at: Point(x: area.x + 2, y: y), style: .normal, within: area)
      }
      for (offset, strip) in about[number].enumerated() where y + 1 + offset >= area.y {
        frame.put(strip, at: Point(x: area.x + 4, y: y + 1 + offset), within: area)
      }
      row += 1 + about[number].count
    }
  }

  private func drawNaming(_ naming: Naming, _ area: Rect, _ shared: Shared, _ frame: inout Frame) {
    let isNew = naming != .open
    let title = isNew ? "What shall the matter be called?" : "Where is the matter?"
    frame.put(title, at: Point(x: area.x, y: area.y), style: .emphasis, within: area)
    let hint = isNew ? "It becomes one file with this name." : "The path of its file."
    frame.put(hint, at: Point(x: area.x, y: area.y + 1), style: .dim, within: area)
    Chrome.typed(field, at: Point(x: area.x, y: area.y + 3), in: area, &frame)
    if isNew {
      let folder = DisplayText("A path may be typed too; a name alone goes into \(shared.folder)")
        .clipped(to: area.width)
      frame.put(folder.text, at: Point(x: area.x, y: area.y + 5), style: .dim, within: area)
    }
  }

  static let intro = [
    "Data processing agreements under Art. 28 GDPR, for services that use AI.",
    "Answer questions and see the agreement grow, with a report of gaps.",
    "Nothing leaves this machine. This is not legal advice.",
  ]
}
