import Canvas
import Findings
import Interview
import PackModel
import PlainText

package enum ReviewMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// Changes the answer on a line by its number.
  case pick(Int)
  case filter(ReviewModel.Filter)
  /// Chooses a line for a sheet, or leaves it out again; nil is the line in hand.
  case mark(Int?)
  case edit
  /// Keeps what is mostly answered alike as a profile.
  case keepHouse
  case carryOn
  case close
}

extension ReviewMessage: ScreenAction {}

/// All answers by section, those that are open first.
package struct ReviewModel: ScreenModel {
  package enum Filter: String, Hashable, Sendable, CaseIterable {
    case all, open, warnings, changed
  }

  /// A line that leads to a question.
  struct Line: Hashable, Sendable {
    let slot: Slot
    let sign: String
    let name: String
    let said: String
    let style: Style
  }

  enum Row: Hashable, Sendable {
    case heading(String)
    case line(Int)
  }

  private(set) var filter = Filter.all
  private(set) var lines: [Line] = []
  private(set) var rows: [Row] = []
  private(set) var cursor = 0
  private var marks: Set<AnswerKey> = []
  private var counts = ""
  private var scroll = RowScroll()

  init() {}

  /// The line in hand keeps its question where it still stands.
  mutating func refresh(_ shared: Shared) {
    guard let file = shared.file else { return }
    let kept = lines.indices.contains(cursor) ? lines[cursor].slot : nil
    lines = []
    rows = []
    let open = OpenCount(file)
    if filter == .all || filter == .open, open.all > 0 {
      rows.append(.heading("Open (\(open.all))"))
      for slot in open.slots { add(slot, file) }
    }
    if filter == .warnings { addWarnings(file) }
    if filter == .changed {
      let slots = file.changedSince.compactMap { file.place($0)?.slot }
      if !slots.isEmpty { rows.append(.heading("Changed since you were here (\(slots.count))")) }
      for slot in slots { add(slot, file) }
    }
    if filter == .all {
      for step in file.route.steps where !step.items.isEmpty {
        let answered = step.items.flatMap { file.slots($0) }.filter { !file.isOpen($0) }
        guard !answered.isEmpty else { continue }
        let model = file.pack.steps[step.step]
        rows.append(.heading("\(model.prefix) \(model.title)"))
        for slot in answered { add(slot, file) }
      }
    }
    if let kept, let at = lines.firstIndex(where: { $0.slot == kept }) { cursor = at }
    cursor = min(cursor, max(0, lines.count - 1))
    let warnings = file.findings.failed(file.pack).count + file.unreasoned.count
    counts = "\(counted(warnings, "warning").capitalisedFirst). \(open.words.capitalisedFirst)."
    layOut(shared)
  }

  private mutating func add(_ slot: Slot, _ file: OpenMatter) {
    let state = StateSign(file.state(slot))
    let said = file.said(slot)
    rows.append(.line(lines.count))
    lines.append(
      Line(
        slot: slot, sign: state.sign, name: file.name(file.key(slot)), said: said.text,
        style: said.style))
  }

  private mutating func addWarnings(_ file: OpenMatter) {
    let failed = file.findings.failed(file.pack)
    let count = failed.count + file.unreasoned.count
    if count > 0 { rows.append(.heading("Warnings (\(count))")) }
    for below in file.unreasoned {
      rows.append(.line(lines.count))
      lines.append(
        Line(
          slot: Slot(below.question, row: below.key.row), sign: "!",
          name: "\(below.name.capitalisedFirst) goes below the law, without a reason",
          said: below.deviation.says, style: .dim))
    }
    for result in failed {
      let check = file.pack.checks[result.check]
      guard let question = check.at.first(where: { file.item(of: $0) != nil }) ?? check.at.first
      else { continue }
      let slot = Slot(question, row: result.rowId)
      rows.append(.line(lines.count))
      lines.append(
        Line(
          slot: slot, sign: "*", name: file.words(result), said: file.remedy(result), style: .dim))
    }
  }

  mutating func update(_ message: ReviewMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let scroll):
      cursor = cursor.moved(scroll, count: lines.count, page: max(1, shared.size.rows - 6))
    case .pick(let number):
      guard lines.indices.contains(number) else { return [] }
      cursor = number
      return update(.edit, &shared)
    case .filter(let filter):
      self.filter = filter
      if lines.indices.contains(cursor) == false { cursor = 0 }
      shared.file?.settle()
      refresh(shared)
    case .mark(let number):
      let line = number ?? cursor
      guard let file = shared.file, lines.indices.contains(line) else { return [] }
      let key = file.key(lines[line].slot)
      if marks.remove(key) == nil { marks.insert(key) }
      let count = marked(file).count
      shared.notice = Notice(
        count == 0
          ? "None is chosen: s writes a sheet of all that is open."
          : "\(counted(count, "question")) chosen: s writes a sheet of \(count == 1 ? "it" : "these")."
      )
      if number == nil { cursor = cursor.moved(.down, count: lines.count, page: 1) }
    case .edit:
      guard lines.indices.contains(cursor), let file = shared.file,
        let place = file.place(file.key(lines[cursor].slot))
      else { return [] }
      return .turn(.question(place, from: .review))
    case .keepHouse:
      guard let file = shared.file else { return [] }
      let house = file.evaluation.house(shared.house?.name ?? "house", on: shared.today)
      guard !house.assignments.isEmpty else {
        shared.notice = Notice("Nothing that a profile keeps is answered yet.")
        return []
      }
      shared.house = house
      shared.notice = Notice(
        "\(counted(house.assignments.count, "answer")) kept in the profile “\(house.name)”, to be proposed in your next matter."
      )
      return [.keepHouse(house)]
    case .carryOn: return .turn(.open(.finish))
    case .close: return .turn(.open(.interview))
    }
    return []
  }

  /// The questions that are chosen for a sheet, as far as they are still asked.
  func marked(_ file: OpenMatter) -> Set<AnswerKey> {
    marks.isEmpty
      ? [] : marks.intersection(file.evaluation.allAnswers().map(\.key))
  }

  // MARK: The way

  var layer: ScreenLayer { .onQuestions }
  var sendsToQuestions: Bool { true }

  mutating func open(_ visit: Visit, _ shared: inout Shared) { refresh(shared) }

  mutating func arrive(_ shared: inout Shared) -> Response {
    refresh(shared)
    return []
  }

  mutating func settle(_ shared: inout Shared) -> Response {
    answersChanged(&shared)
    return []
  }

  mutating func answersChanged(_ shared: inout Shared) {
    shared.file?.settle()
    refresh(shared)
  }

  // MARK: Looks

  var takesRows: Bool { true }

  mutating func layOut(_ shared: Shared) {
    let height = shared.panes.main.height
    let row = rows.firstIndex(of: .line(cursor)) ?? 0
    scroll.follow(row: row, count: rows.count, height: height)
    if row <= 1 { scroll.follow(row: 0, count: rows.count, height: height) }
  }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [
        .init(
          [.enter], .review(.edit), "Change this answer and come back here", bar: "change", rank: 1),
        .init(
          [.tab, .character("f")], .review(.carryOn), "Finish: write the documents", bar: "finish",
          rank: 2),
        .init([.character("1")], .review(.filter(.all)), "Show all", bar: "all", rank: 4),
        .init(
          [.character("2")], .review(.filter(.open)), "Show what is open", bar: "open", rank: 5),
        .init(
          [.character("3")], .review(.filter(.warnings)), "Show warnings", bar: "warnings", rank: 6),
        .init(
          [.character("4")], .review(.filter(.changed)), "Show what changed since you were here"),
        .init(
          [.escape, .shift(.tab), .alt(.left), .alt("v"), .function(9)], .review(.close),
          "Back to the questions", bar: "back", rank: 7),
        .init([.ctrl("z"), .alt("u"), .character("z")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init(
          [.character("g"), .ctrl("g"), .function(4)], .turnTo(.goTo), "Go to a question or step"),
        .init([.character("/"), .alt("/")], .turnTo(.search), "Search"),
        .init([.character("d"), .ctrl("r")], .turnTo(.draft), "Read the draft"),
        .init(
          [.character(" ")], .review(.mark(nil)),
          "Choose this question for a sheet, or leave it out"),
        .init(
          [.character("s")], .writeSheet,
          "A sheet of what is chosen, else of what is open, for a colleague"),
        .init([.character("r")], .readSheet, "Take the answers of that sheet"),
        .init([.alt("g")], .turnTo(.usual), "Usual values on one page"),
        .init(
          [.character("h")], .review(.keepHouse),
          "Keep your own block and positions as a profile, to be proposed in your next matter"),
        .init(
          [.character("m"), .alt("="), .function(8)], .turnTo(.dashboard),
          "Findings: matrix, counts, worst first", bar: "findings", rank: 3),
        .init([.function(1), .character("?")], .help, "This list"),
        .init([.ctrl("s")], .saveNow, "Save; where that fails, elsewhere"),
      ] + CommonKeys.hits(letters: true) + CommonKeys.scrolling { .review(.list($0)) }
        + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("All answers - \(file.title)", file.saved, in: panes.title, &frame)
    if let progress = panes.progress {
      frame.put(counts, at: Point(x: 1, y: progress.y), style: .dim)
      frame.putRule(at: Point(x: 0, y: progress.y + 1), width: shared.size.columns)
    }
    let area = panes.text
    if rows.isEmpty {
      let text =
        switch filter {
        case .warnings: "No check has failed."
        case .changed: "Nothing has changed since you were here last."
        case .all, .open: "Nothing is open."
        }
      frame.put(text, at: area.origin, within: area)
      frame.caret = area.origin
    }
    let column = min(44, area.width * 2 / 5)
    for (number, row) in rows.dropFirst(scroll.first).prefix(area.height).enumerated() {
      let y = area.y + number
      switch row {
      case .heading(let text):
        frame.put(text, at: Point(x: area.x, y: y), style: .heading, within: area)
      case .line(let line):
        draw(lines[line], isHere: line == cursor, y, column, area, shared, &frame)
      }
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  private func draw(
    _ line: Line, isHere: Bool, _ y: Int, _ column: Int, _ area: Rect, _ shared: Shared,
    _ frame: inout Frame
  ) {
    if isHere {
      Chrome.marker(at: Point(x: area.x, y: y), in: area, &frame)
    }
    let isMarked = shared.file.map { marks.contains($0.key(line.slot)) } == true
    frame.put(
      isMarked ? "x" : line.sign, at: Point(x: area.x + 2, y: y), style: .marker, within: area)
    if filter == .warnings {
      frame.put(
        DisplayText(line.name).clipped(to: area.width - 4).text, at: Point(x: area.x + 4, y: y),
        within: area)
      return
    }
    frame.put(
      DisplayText(line.name).clipped(to: column - 1).text, at: Point(x: area.x + 4, y: y),
      style: .dim, within: area)
    let x = area.x + 4 + column
    frame.put(
      DisplayText(line.said).clipped(to: area.endX - x).text, at: Point(x: x, y: y),
      style: line.style, within: area)
  }
}
