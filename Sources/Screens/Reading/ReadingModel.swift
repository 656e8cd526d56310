import Canvas
import Interview
import PackModel
import PlainText

/// The paper in hand: one row after the other with the passages that may hold it. The program finds and
/// quotes; the grade is the person's.
package struct ReadingModel: ScreenModel {
  var stage = Stage.list
  private(set) var shelf = Shelf()
  /// Whether the papers have been read since the screen was opened.
  private(set) var isRead = false
  private(set) var rows: [ReadingRow] = []
  private(set) var at = 0
  /// What was found for the row in hand, or for words that were typed.
  private(set) var search: ShelfSearch?
  private var searches: [AnswerKey: ShelfSearch] = [:]
  /// What the list shows: what was found, or a paper from one passage on.
  private(set) var list: [FoundOnShelf] = []
  private(set) var isReadingOn = false
  private(set) var cursor = 0
  /// The words of the passage in hand that would be quoted.
  private(set) var marks: WordMarks?
  /// The act under way: what it is of, and whether the next row follows it.
  private var waiting: (act: Act, goesOn: Bool)?
  private var isActKept = false
  private var held: Stage?
  var view = ReadingView()

  init() {}

  // MARK: The way

  var sendsToQuestions: Bool { true }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    guard let file = shared.file else { return }
    stage = .list
    if let paper = file.pack.review?.paper, file.isOpen(Slot(paper)) {
      shared.notice = Notice(
        "Say first which paper is tested: \(file.pack.questions[paper].text) Esc leads back.",
        .warning)
    }
    rows = ReadingRow.rows(file)
    let item = file.pack.questions[visit.item].linkId
    if let here = rows.firstIndex(where: { $0.key == AnswerKey(item, row: visit.slot.row) }) {
      at = here
    } else if !visit.isReturn {
      let first = rows.firstIndex { $0.key.linkId == item && $0.isOpen(file) }
      at = first ?? rows.firstIndex { $0.isOpen(file) } ?? 0
    }
    at = min(at, max(0, rows.count - 1))
  }

  mutating func arrive(_ shared: inout Shared) -> Response { [.readShelf] }

  mutating func answersChanged(_ shared: inout Shared) {
    guard let file = shared.file else { return }
    let key = row?.key
    rows = ReadingRow.rows(file)
    at = rows.firstIndex { $0.key == key } ?? min(at, max(0, rows.count - 1))
  }

  /// The papers as they lie in the matter now.
  mutating func take(_ shelf: Shelf, _ shared: inout Shared) -> Response {
    self.shelf = shelf
    isRead = true
    searches = [:]
    if let remark = shelf.remarks.first { shared.notice = Notice(remark, .warning) }
    return find()
  }

  /// What a search has brought.
  mutating func take(_ search: ShelfSearch, _ shared: inout Shared) {
    if let row = search.row { searches[row] = search }
    guard search.row == nil || search.row == row?.key else { return }
    show(search)
  }

  private mutating func show(_ search: ShelfSearch) {
    self.search = search
    list = search.found
    isReadingOn = false
    cursor = 0
    markAnew()
  }

  /// Looks for what may hold the row in hand.
  private mutating func find() -> Response {
    guard let row, !shelf.papers.isEmpty else {
      (search, list, cursor, marks) = (nil, [], 0, nil)
      return []
    }
    if let known = searches[row.key] {
      show(known)
      return []
    }
    return [.findOnShelf(row.key)]
  }

  var row: ReadingRow? { rows.indices.contains(at) ? rows[at] : nil }
  var inHand: FoundOnShelf? { list.indices.contains(cursor) ? list[cursor] : nil }

  /// Whether what is listed is only the nearest.
  var isNearest: Bool { search?.isWeak == true && !isReadingOn }

  private mutating func markAnew() {
    guard !isNearest else {
      marks = nil
      return
    }
    marks = inHand.flatMap { found in
      shelf[found.place].map { WordMarks($0.text, around: found.matches) }
    }
  }

  // MARK: Messages

  mutating func update(_ message: ReadingMessage, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return .turn(.back) }
    switch (message, stage) {
    case (.text(let text), .filling(let part, var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .filling(part, line)
      return keepTyped(line.text, part, &shared)
    case (.text(let text), .searching(var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .searching(line)
    case (.text(let text), .adding(var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .adding(line)
    case (.carryOn, .filling(let part, let line)): return fill(part, line.text, &shared)
    case (.carryOn, .ticking(let part, let ticks)): return keep(ticks, of: part, &shared)
    case (.pick(let number), .ticking(let part, var ticks)):
      ticks.formSymmetricDifference([number])
      stage = .ticking(part, ticks)
    case (.carryOn, .searching(let line)): return look(for: line.text, &shared)
    case (.carryOn, .adding(let line)): return add(line.text, &shared)
    case (.carryOn, .marking): stage = .list
    case (.moveMark(let by), .marking): marks?.move(by: by)
    case (.beginMark, .marking): marks?.begin()
    case (.markAll, .marking): marks?.takeAll()
    case (_, .terms(let page)): return updateTerms(message, page, &shared)
    case (.close, .marking):
      stage = .list
      markAnew()
    case (.close, .list): return close()
    case (.close, .filling(let part, _)):
      stage = .list
      return keepTyped("", part, &shared)
    case (.close, _): stage = .list
    case (_, .list): return updateList(message, file, &shared)
    default: break
    }
    return []
  }

  private mutating func updateList(
    _ message: ReadingMessage, _ file: OpenMatter, _ shared: inout Shared
  ) -> Response {
    switch message {
    case .list(let move):
      cursor = cursor.moved(move, count: list.count, page: 5)
      markAnew()
    case .choose(let number):
      guard list.indices.contains(number) else { return [] }
      cursor = number
      markAnew()
    case .row(let by): return goTo(at + by, &shared)
    case .nextOpen: return nextOpen(file, &shared)
    case .pick(let number): return grade(number, &shared)
    case .unknown: return act(gradeChanges(.unknown, file), goesOn: true, &shared)
    case .carryOn: return quote(&shared)
    case .mark:
      guard let text = inHand.flatMap({ shelf[$0.place]?.text }) else { return [] }
      if marks == nil { marks = WordMarks(text, around: []) }
      marks?.startAnew()
      stage = .marking
    case .markWords(let words):
      guard let text = inHand.flatMap({ shelf[$0.place]?.text }) else { return [] }
      guard let marked = WordMarks(text, marking: words) else {
        shared.notice = Notice("These words do not stand in the passage in hand.", .error)
        return []
      }
      marks = marked
    case .readOn: readOn()
    case .search: stage = .searching(LineField(width: fieldWidth(shared)))
    case .add: stage = .adding(LineField(width: fieldWidth(shared)))
    case .acted: return acted(&shared)
    case .whole:
      guard let text = inHand.flatMap({ shelf[$0.place]?.text }) else { return [] }
      if marks == nil { marks = WordMarks(text, around: []) }
      marks?.takeAll()
    case .redline:
      return [.readTerms]
    case .question:
      guard let slot = row?.slot(.grade), let item = file.item(of: slot.question) else { return [] }
      return .turn(.question(ScreenLocation(item: item, slot: slot), from: .reading))
    default: break
    }
    return []
  }

  func fieldWidth(_ shared: Shared) -> Int { max(10, shared.size.columns - 6) }

  private mutating func close() -> Response {
    guard isReadingOn || search?.row == nil, let row, let known = searches[row.key] else {
      return .turn(.back)
    }
    show(known)
    return []
  }

  mutating func goTo(_ number: Int, _ shared: inout Shared) -> Response {
    guard rows.indices.contains(number) else {
      shared.notice = Notice(number < 0 ? "This is the first row." : "This was the last row.")
      return []
    }
    at = number
    stage = .list
    return find()
  }

  private mutating func nextOpen(_ file: OpenMatter, _ shared: inout Shared) -> Response {
    let order = Array(rows.indices.dropFirst(at + 1)) + Array(rows.indices.prefix(at + 1))
    guard let next = order.first(where: { rows[$0].isOpen(file) }) else {
      shared.notice = Notice("Every row is graded.")
      return []
    }
    return goTo(next, &shared)
  }

  /// Between what was found and the whole paper around it.
  private mutating func readOn() {
    if isReadingOn {
      if let search { show(search) }
      return
    }
    let place = inHand?.place ?? ShelfPlace(paper: 0, passage: 0)
    guard shelf.papers.indices.contains(place.paper) else { return }
    let known = Dictionary(list.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    list = shelf.papers[place.paper].passages.indices.map { passage in
      let place = ShelfPlace(paper: place.paper, passage: passage)
      return known[place] ?? FoundOnShelf(place: place)
    }
    isReadingOn = true
    cursor = place.passage
    markAnew()
  }

  private mutating func look(for words: String, _ shared: inout Shared) -> Response {
    stage = .list
    let words = String(words.trimmed)
    return words.isEmpty ? [] : [.searchShelf(words)]
  }

  private mutating func add(_ path: String, _ shared: inout Shared) -> Response {
    let path = String(path.trimmed)
    guard !path.isEmpty else {
      shared.notice = Notice("Write the path of the paper; Esc goes back.", .error)
      return []
    }
    stage = .list
    shared.notice = Notice("Reading the paper. You can go on meanwhile.")
    return [.addPaper(path: path)]
  }

  // MARK: Acts

  /// Grades the row in hand; the words in hand go with it, where the grade asks for some.
  private mutating func grade(_ number: Int, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let row, let slot = row.slot(.grade) else { return [] }
    let grades = row.grades(file)
    guard grades.indices.contains(number) else { return [] }
    let value = grades[number].value
    if let refusal = file.evaluation.refusal(of: value, for: slot.question, row: row.number) {
      shared.notice = Notice(refusal.message, .error)
      return [.ring]
    }
    let changes = gradeChanges(.value(value), file)
    switch QuotationAct(row, file, changes, value).changes(taking: words, of: shelf) {
    case .changes(let quoting):
      return act(changes + quoting, goesOn: true, &shared)
    case .refused(let sentence):
      shared.notice = Notice(sentence, .error)
      return [.ring]
    }
  }

  private func gradeChanges(_ answer: Answer, _ file: OpenMatter) -> [Change] {
    row?.key(.grade, file.pack).map { file.sheet.setting($0, to: answer) } ?? []
  }

  /// What would be quoted.
  private var words: QuotationAct.Words? {
    guard let inHand, let passage = shelf[inHand.place], let marks else { return nil }
    let quotation = marks.quotation(of: passage.text)
    return quotation.isEmpty ? nil : QuotationAct.Words(place: inHand.place, text: quotation)
  }

  /// Takes the words in hand as the quotation of a row that is graded.
  private mutating func quote(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let row, let words else { return [] }
    guard case .value(let value)? = row.answer(.grade, file) else {
      shared.notice = Notice("A grade takes these words with it: press its number.")
      return []
    }
    switch QuotationAct(row, file, [], value, replaces: true).changes(taking: words, of: shelf) {
    case .changes(let changes): return act(changes, goesOn: false, &shared)
    case .refused(let sentence):
      shared.notice = Notice(sentence, .error)
      return [.ring]
    }
  }

  private mutating func keep(
    _ ticks: Set<Int>, of part: Review.Part, _ shared: inout Shared
  ) -> Response {
    guard let file = shared.file, let row, let slot = row.slot(part),
      let key = row.key(part, file.pack)
    else { return [] }
    let options = file.pack.questions[slot.question].options
    let codes = ticks.sorted().filter(options.indices.contains)
      .map { Tick.code(options[$0].code) }
    guard !codes.isEmpty else {
      stage = .list
      return goTo(at + 1, &shared)
    }
    return act(file.sheet.setting(key, to: .value(.checks(codes))), goesOn: true, &shared)
  }

  mutating func act(
    _ changes: [Change], goesOn: Bool, _ shared: inout Shared
  ) -> Response {
    guard !changes.isEmpty else { return goesOn ? goTo(at + 1, &shared) : [] }
    let act = Act(changes)
    waiting = (act, goesOn)
    (held, stage) = (stage, .list)
    return [.append(act), .then(.reading(.acted))]
  }

  private mutating func goOn(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let row else { return [] }
    guard let pending = row.pending(file), let slot = row.slot(pending) else {
      return at + 1 < rows.count ? goTo(at + 1, &shared) : nextOpen(file, &shared)
    }
    if case .checks = file.pack.questions[slot.question].kind {
      stage = .ticking(pending, [])
    } else {
      let found = pending == .value ? inHand?.figures.first : nil
      let proposal = typed(pending, file) ?? found ?? ""
      stage = .filling(pending, LineField(proposal, width: fieldWidth(shared)))
    }
    return []
  }

  func holds(_ act: Act, _ shared: Shared) -> Bool { waiting?.act == act }

  mutating func doAgain(_ shared: inout Shared) -> Response {
    guard let waiting else { return [] }
    return [.append(waiting.act), .then(.reading(.acted))]
  }

  mutating func actIsOver(isKept: Bool) {
    guard waiting != nil else { return }
    if !isKept, let held { stage = held }
    held = nil
    isActKept = isKept
  }

  /// The act is kept: what the grade calls for is asked, or the next row comes.
  private mutating func acted(_ shared: inout Shared) -> Response {
    guard isActKept, let waiting else { return [] }
    self.waiting = nil
    if let file = shared.file, let row { shared.notice = Notice(row.kept(file)) }
    return waiting.goesOn ? goOn(&shared) : []
  }
}
