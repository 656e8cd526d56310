import Canvas
import Interview
import PackModel
import PlainText

/// A list from elsewhere before it is taken into a table: which column is which, what was not
/// understood, what would change. Each can be mended here; nothing is kept until it is taken.
package struct IntakeModel: ScreenModel {
  /// What is typed here.
  enum Typing: Hashable, Sendable {
    case path
    case correction(RowImport.Place)
  }

  /// Up to so many rows a plan is made with each key; beyond that on a pause.
  static let fewRows = 400

  private(set) var source = ""
  private(set) var grids: [Grid] = []
  private(set) var number = 0
  private(set) var list: RowImport?
  /// What it comes to; nil while that waits for a pause.
  private(set) var plan: RowPlan?
  private(set) var table = 0
  private(set) var cursor = 0
  private(set) var typing: Typing?
  private(set) var field = LineField()
  /// The act under way, or that was refused.
  private(set) var waiting: Act?
  private var isKept = false
  /// Whether what was read has not been shown yet.
  private var isFresh = false
  private(set) var lines: [IntakeLine] = []
  private(set) var scroll = RowScroll()
  private(set) var detail: [StyledLine] = []

  init() {}

  // MARK: The way in and out

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    guard !isFresh else {
      isFresh = false
      return
    }
    self = IntakeModel()
    table = visit.slot.question
    typing = .path
  }

  /// Shows what was read.
  mutating func show(_ read: TableRead, _ shared: Shared) {
    guard let file = shared.file else { return }
    self = IntakeModel()
    isFresh = true
    source = read.name
    grids = read.grids
    table = read.table
    choose(RowImport.best(of: read.grids, into: read.table, file.pack), file, shared.today)
    cursor = lines.firstIndex { $0.isSelectable } ?? 0
  }

  /// That it is in front already, and not opened anew.
  mutating func isShown() { isFresh = false }

  private mutating func choose(_ number: Int, _ file: OpenMatter, _ today: CalendarDate) {
    self.number = number
    let hasRows = !file.sheet.rows(of: file.pack.questions[table].linkId).isEmpty
    let isOfPack = if case .pack = file.pack.questions[table].rows { true } else { false }
    list = RowImport(
      grids[number], into: table, file.pack, way: hasRows || isOfPack ? .update : .add)
    _ = changed(file, today)
  }

  /// The plan is another now.
  private mutating func changed(_ file: OpenMatter, _ today: CalendarDate) -> Response {
    list?.weigh(file.evaluation, today: today)
    plan = nil
    guard let list, list.grid.rows.count > IntakeModel.fewRows else {
      renew(file, today)
      return []
    }
    lines = IntakeLine.lines(of: self, file)
    return .settling
  }

  private mutating func renew(_ file: OpenMatter, _ today: CalendarDate) {
    if plan == nil { plan = list?.plan(file.evaluation, today: today) }
    lines = IntakeLine.lines(of: self, file)
    cursor = min(cursor, max(0, lines.count - 1))
  }

  mutating func settle(_ shared: inout Shared) -> Response {
    if let file = shared.file, plan == nil { renew(file, shared.today) }
    layOut(shared)
    return []
  }

  mutating func answersChanged(_ shared: inout Shared) {
    guard waiting == nil, let file = shared.file else { return }
    plan = nil
    renew(file, shared.today)
  }

  // MARK: Messages

  mutating func update(_ message: IntakeMessage, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return .turn(.back) }
    if let typing { return update(typing, message, &shared) }
    switch message {
    case .list(let move): self.move(move, page: max(1, shared.size.rows - 9))
    case .part(let by): nextPart(by)
    case .pick(let number):
      if let at = lines.firstIndex(where: { $0.number == number }) { cursor = at }
    case .way(let way):
      list?.way = way
      return changed(file, shared.today)
    case .turn(let by): return turn(by, file, &shared)
    case .map(let name): return map(name, file, &shared)
    case .headings(let line):
      let at = list?.grid.rows.firstIndex { $0.number == line }
      return line > 0 && at == nil ? [] : setHeadings(at.map { $0 + 1 } ?? 0, file, &shared)
    case .table(let number):
      guard grids.indices.contains(number - 1) else { return [] }
      choose(number - 1, file, shared.today)
    case .toggle:
      guard case .left(let left)? = line?.subject, left.reason == .lone else { return [] }
      list?.toggleLone(left.row)
      return changed(file, shared.today)
    case .carryOn:
      guard case .fault(let fault)? = line?.subject else { return take(&shared) }
      typing = .correction(fault.place)
      field = LineField(fault.text, width: field.width)
    case .take: return take(&shared)
    case .taken:
      guard isKept else { return [] }
      let said = shared.notice
      self = IntakeModel()
      shared.notice = said
      return .turn(.back)
    case .text: break
    case .close: return close(&shared)
    }
    return []
  }

  var line: IntakeLine? { lines.indices.contains(cursor) ? lines[cursor] : nil }

  private mutating func move(_ move: ScrollMessage, page: Int) {
    let before = cursor
    cursor = cursor.moved(move, count: lines.count, page: page)
    let isUp = cursor < before || move == .last
    while !lines.isEmpty, line?.isSelectable == false {
      let next = cursor + (isUp ? -1 : 1)
      guard lines.indices.contains(next) else {
        cursor = before
        return
      }
      cursor = next
    }
  }

  private mutating func nextPart(_ by: Int) {
    let starts = lines.indices.filter { at in
      lines[at].isSelectable && (at == 0 || !lines[at - 1].isSelectable)
    }
    let next = by > 0 ? starts.first { $0 > cursor } : starts.last { $0 < cursor }
    cursor = next ?? (by > 0 ? starts.first : starts.last) ?? 0
  }

  private mutating func turn(_ by: Int, _ file: OpenMatter, _ shared: inout Shared) -> Response {
    switch line?.subject {
    case .way:
      let ways = RowImport.Way.allCases
      let at = list.flatMap { ways.firstIndex(of: $0.way) } ?? 0
      list?.way = ways[(at + by + ways.count) % ways.count]
    case .table: choose((number + by + grids.count) % grids.count, file, shared.today)
    case .headings:
      guard let list else { return [] }
      let last = min(list.grid.rows.count, 25)
      let at =
        switch list.headings {
        case .rows(let first, let count): first + count
        case .absent, .unknown: 0
        }
      return setHeadings((at + by + last + 1) % (last + 1), file, &shared)
    case .column(let column):
      guard let list else { return [] }
      // What another column has is not taken from it in passing.
      let all: [ListTarget?] =
        [nil]
        + list.names.targets.filter { target in
          list.targets.firstIndex(of: target).map { $0 == column } ?? true
        }
      let at = all.firstIndex(of: list.targets[column]) ?? 0
      self.list?.map(column, to: all[(at + by + all.count) % all.count])
    default: return []
    }
    return changed(file, shared.today)
  }

  private mutating func map(
    _ name: String, _ file: OpenMatter, _ shared: inout Shared
  ) -> Response {
    guard case .column(let column)? = line?.subject, let list else { return [] }
    let target = list.names.target(named: name)
    guard target != nil || name.isEmpty else {
      let all = list.names.targets.map { list.names.label($0) }
      shared.notice = Notice(
        "The table has no column “\(name)”. It has \(all.joined(separator: ", ")).", .error)
      return []
    }
    self.list?.map(column, to: target)
    return changed(file, shared.today)
  }

  private mutating func setHeadings(
    _ line: Int, _ file: OpenMatter, _ shared: inout Shared
  ) -> Response {
    guard let list, line <= list.grid.rows.count else { return [] }
    let targets = list.targets
    self.list?.setHeadings(line == 0 ? .absent : .rows(first: line - 1, count: 1))
    // What was mapped by hand stays where the headings say nothing.
    if self.list?.targets.allSatisfy({ $0 == nil }) == true {
      for (column, target) in targets.enumerated() { self.list?.map(column, to: target) }
    }
    return changed(file, shared.today)
  }

  private mutating func update(
    _ typing: Typing, _ message: IntakeMessage, _ shared: inout Shared
  ) -> Response {
    switch message {
    case .text(let text):
      if let said = field.update(text) { shared.notice = Notice(said) }
    case .carryOn, .take: return done(typing, &shared)
    case .close:
      self.typing = nil
      if typing == .path, list == nil { return .turn(.back) }
    default: break
    }
    return []
  }

  private mutating func done(_ typing: Typing, _ shared: inout Shared) -> Response {
    switch typing {
    case .path:
      let path = String(field.text.trimmed)
      guard !path.isEmpty else {
        shared.notice = Notice("Write the path of the list; Esc goes back.", .error)
        return []
      }
      return [.readTable(.file(path: path), table: table)]
    case .correction(let place):
      guard let file = shared.file else { return [] }
      self.typing = nil
      list?.correct(place, to: String(field.text.trimmed))
      return changed(file, shared.today)
    }
  }

  private mutating func close(_ shared: inout Shared) -> Response {
    if let waiting, let file = shared.file {
      shared.file?.keeping.keepOnly(file.keeping.refused.filter { $0 != waiting })
    }
    self = IntakeModel()
    return .turn(.back)
  }

  // MARK: Taking it

  private mutating func take(_ shared: inout Shared) -> Response {
    guard let file = shared.file, list != nil else { return [] }
    renew(file, shared.today)
    guard let plan else { return [] }
    if let problem = plan.problem {
      shared.notice = Notice(problem, .error)
      return [.ring]
    }
    // An answer that stands is not written over by words that are none.
    let texts = plan.faults.filter { fault in
      !fault.text.isEmpty && fault.key.map { file.sheet[$0] == nil } == true
    }
    guard !plan.changes.isEmpty || !texts.isEmpty else {
      shared.notice = Notice("The table is as the list says already. Esc leaves it.")
      return []
    }
    for fault in texts { if let key = fault.key { shared.file?.putDown(fault.text, at: key) } }
    let kept =
      texts.isEmpty ? "" : " \(counted(texts.count, "cell")) kept as typed: not accepted yet."
    shared.notice = Notice(
      "\(plan.words.capitalisedFirst).\(kept) Ctrl-Z takes all of it back.",
      texts.isEmpty ? .said : .warning)
    let from = source.isEmpty ? "Pasted" : "From \(source)"
    let act = Act(plan.changes, why: "\(from): \(plan.words).")
    waiting = act
    isKept = false
    return [.append(act), .then(.intake(.taken))]
  }

  func holds(_ act: Act, _ shared: Shared) -> Bool { waiting == act }

  mutating func doAgain(_ shared: inout Shared) -> Response { take(&shared) }

  mutating func actIsOver(isKept: Bool) {
    guard waiting != nil else { return }
    self.isKept = isKept
    if isKept { waiting = nil }
  }

  // MARK: Looks

  var takesRows: Bool { typing == nil }

  mutating func layOut(_ shared: Shared) {
    field.width = max(10, min(70, shared.size.columns - 6))
    let area = shared.panes.text
    let words = line.map { $0.detail(of: self) } ?? ""
    detail = Array(StyledLine.wrapped(words, width: area.width - 2, style: .dim).prefix(3))
    scroll.follow(row: cursor, count: lines.count, height: max(1, area.height - 4))
    // The first line in hand has its heading above it.
    if cursor < 3 { scroll.follow(row: 0, count: lines.count, height: max(1, area.height - 4)) }
  }
}
