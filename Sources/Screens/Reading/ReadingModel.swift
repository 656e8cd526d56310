import Canvas
import Interview
import PackModel
import PlainText

/// The paper in hand: one row after the other with the passages that may hold it. The program finds and
/// quotes; the grade is the person's.
package struct ReadingModel: ScreenModel {
  var stage = Stage.list
  var shelf = Shelf()
  /// Whether the papers have been read since the screen was opened.
  var isRead = false
  var rows: [ReadingRow] = []
  var at = 0
  /// What was found for the row in hand, or for words that were typed.
  var search: ShelfSearch?
  var searches: [AnswerKey: ShelfSearch] = [:]
  /// What the list shows: what was found, or a paper from one passage on.
  var list: [FoundOnShelf] = []
  var isReadingOn = false
  var cursor = 0
  /// The words of the passage in hand that would be quoted.
  var marks: WordMarks?
  /// Whether somebody has marked them, or chosen the passage apart from what was found.
  var isMarked = false
  /// What can be said of the row in hand, numbers of the passage in hand among it.
  var offered: [ReadingGrade] = []
  private var offeredFor: (row: AnswerKey, figures: [String])?
  /// From where words were taken last.
  var taken: ShelfPlace?
  /// What is worth a look wherever it stands, list by list, and the one that is shown.
  var watched: [ShelfSearch] = []
  var watch: Int?
  /// The act under way: what it is of, and whether the next row follows it.
  var waiting: (act: Act, goesOn: Bool, asksForPaper: Bool)?
  var isActKept = false
  var held: Stage?
  var view = ReadingView()

  init() {}

  // MARK: The way

  var sendsToQuestions: Bool { true }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    guard let file = shared.file else { return }
    stage = .list
    if let paper = file.pack.review?.paper, file.isOpen(Slot(paper)) {
      shared.notice = Notice(
        "Answer this first: \(file.pack.questions[paper].text) Esc leads back.",
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
    offer(shared)
  }

  mutating func arrive(_ shared: inout Shared) -> Response {
    answersChanged(&shared)
    return [.readShelf]
  }

  mutating func answersChanged(_ shared: inout Shared) {
    guard let file = shared.file else { return }
    let key = row?.key
    rows = ReadingRow.rows(file)
    at = rows.firstIndex { $0.key == key } ?? min(at, max(0, rows.count - 1))
    offeredFor = nil
    offer(shared)
  }

  /// The papers as they lie in the matter now.
  mutating func take(_ shelf: Shelf, _ shared: inout Shared) -> Response {
    self.shelf = shelf
    isRead = true
    (searches, watched, watch) = ([:], [], nil)
    if let remark = shelf.remarks.first { shared.notice = Notice(remark, .warning) }
    defer { offer(shared) }
    return find()
  }

  /// What a search has brought.
  mutating func take(_ search: ShelfSearch, _ shared: inout Shared) {
    if let row = search.row { searches[row] = search }
    guard search.row == nil || search.row == row?.key else { return }
    show(search)
    if let wanted = shared.beside.wanted, wanted.row == search.row {
      shared.beside.wanted = nil
      if let number = list.firstIndex(where: { $0.place == wanted.place }) { choose(number) }
    }
    offer(shared)
  }

  /// What is worth a look, list by list: the first list that has something is shown.
  mutating func take(watched lists: [ShelfSearch], _ shared: inout Shared) {
    watched = lists.filter { !$0.found.isEmpty }
    watch = nil
    turnWatch(1, &shared)
  }

  /// To the next of these lists, or the one before.
  mutating func turnWatch(_ by: Int, _ shared: inout Shared) {
    guard !watched.isEmpty else {
      shared.notice = Notice("None of the words that are worth a look stand in these papers.")
      return
    }
    let number = watch.map { ($0 + by + watched.count) % watched.count } ?? 0
    show(watched[number])
    watch = number
    offer(shared)
  }

  mutating func show(_ search: ShelfSearch) {
    self.search = search
    list = search.found
    isReadingOn = false
    watch = nil
    choose(0)
  }

  /// A passage of the list is in hand.
  mutating func choose(_ number: Int) {
    cursor = number
    isMarked = false
    marks = isNearest ? nil : inHandMarks
  }

  private var inHandMarks: WordMarks? {
    inHand.flatMap { found in
      shelf[found.place].map { WordMarks($0.text, around: found.matches) }
    }
  }

  /// What can be said of the row in hand. It is made out anew only where the row or the numbers of the
  /// passage are others.
  mutating func offer(_ shared: Shared) {
    guard let file = shared.file, let row else {
      (offered, offeredFor) = ([], nil)
      return
    }
    // Of what is only the nearest no number is taken either, unless it is marked.
    let figures = isNearest && !isMarked ? [] : inHand?.figures ?? []
    if let offeredFor, offeredFor == (row.key, figures) { return }
    offered = row.grades(file) + row.figures(figures, file, today: shared.today)
    offeredFor = (row.key, figures)
  }

  /// Looks for what may hold the row in hand.
  mutating func find() -> Response {
    guard let row, !shelf.papers.isEmpty else {
      (search, list, cursor, marks, isMarked) = (nil, [], 0, nil, false)
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

  // MARK: Messages

  mutating func update(_ message: ReadingMessage, _ shared: inout Shared) -> Response {
    defer { offer(shared) }
    guard let file = shared.file else { return .turn(.back) }
    switch (message, stage) {
    case (.text(let text), .filling(let part, var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .filling(part, line)
      return keepTyped(line.text, part, &shared)
    case (.text(let text), .asking(let question, var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .asking(question, line)
    case (.carryOn, .filling(let part, let line)): return fill(part, line.text, &shared)
    case (.carryOn, .ticking(let part, let ticks)): return keep(ticks, of: part, &shared)
    case (.pick(let number), .ticking(let part, var ticks)):
      ticks.formSymmetricDifference([number])
      stage = .ticking(part, ticks)
    case (.carryOn, .asking(let question, let line)):
      return take(line.text, for: question, &shared)
    case (.carryOn, .marking): stage = .list
    case (_, .terms(let page)): return updateTerms(message, page, &shared)
    case (.close, .marking):
      stage = .list
      choose(cursor)
    case (.pick, .marking), (.unknown, .marking), (.whole, .marking):
      stage = .list
      return updateList(message, file, &shared)
    case (_, .marking): moveMarks(message)
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

  mutating func updateList(
    _ message: ReadingMessage, _ file: OpenMatter, _ shared: inout Shared
  ) -> Response {
    switch message {
    case .list(let move): choose(cursor.moved(move, count: list.count, page: 5))
    case .choose(let number):
      guard list.indices.contains(number) else { return [] }
      choose(number)
    case .row(let by): return goTo(at + by, &shared)
    case .nextOpen: return nextOpen(file, &shared)
    case .pick(let number): return grade(number, &shared)
    case .unknown: return act(gradeChanges(.unknown, file), goesOn: true, &shared)
    case .carryOn: return quote(&shared)
    case .mark:
      guard let matches = inHand?.matches else { return [] }
      if marks == nil { marks = inHandMarks }
      marks?.narrow(around: matches)
      isMarked = true
      stage = .marking
    case .markWords(let words):
      guard let text = inHand.flatMap({ shelf[$0.place]?.text }) else { return [] }
      guard let marked = WordMarks(text, marking: words) else {
        shared.notice = Notice("These words do not stand in the passage in hand.", .error)
        return []
      }
      (marks, isMarked) = (marked, true)
    case .again: takeAgain(&shared)
    case .watch(let by):
      guard watched.isEmpty else {
        turnWatch(by, &shared)
        return []
      }
      return shelf.papers.isEmpty ? [] : [.watchShelf]
    case .readOn: readOn()
    case .ask(let question): stage = .asking(question, LineField(width: fieldWidth(shared)))
    case .acted: return acted(&shared)
    case .whole:
      guard inHand != nil else { return [] }
      if marks == nil { marks = inHandMarks }
      marks?.takeAll()
      isMarked = true
    case .redline:
      return [.readTerms]
    case .question:
      guard let slot = row?.slot(.grade), let item = file.item(of: slot.question) else { return [] }
      return .turn(.question(ScreenLocation(item: item, slot: slot), from: .reading))
    default: break
    }
    return []
  }

  /// The mark grows, shrinks and moves.
  private mutating func moveMarks(_ message: ReadingMessage) {
    switch message {
    case .mark: marks?.turn(by: 1)
    case .turnMark(let by): marks?.turn(by: by)
    case .extendMark(let by): marks?.extend(by: by)
    case .moveMark(let by): marks?.move(by: by)
    case .otherEnd: marks?.turnEnd()
    default: break
    }
  }

  /// The passage from which words were taken last is in hand for this row too.
  private mutating func takeAgain(_ shared: inout Shared) {
    guard let taken, shelf[taken] != nil else {
      shared.notice = Notice("No words were taken yet from these papers.")
      return
    }
    if let number = list.firstIndex(where: { $0.place == taken }) {
      cursor = number
    } else {
      list.insert(FoundOnShelf(place: taken), at: 0)
      cursor = 0
    }
    (marks, isMarked) = (inHandMarks, true)
  }

  func fieldWidth(_ shared: Shared) -> Int { max(10, shared.size.columns - 6) }

  mutating func close() -> Response {
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

  mutating func nextOpen(_ file: OpenMatter, _ shared: inout Shared) -> Response {
    let order = Array(rows.indices.dropFirst(at + 1)) + Array(rows.indices.prefix(at + 1))
    guard let next = order.first(where: { rows[$0].isOpen(file) }) else {
      shared.notice = Notice("Every row is graded.")
      return []
    }
    return goTo(next, &shared)
  }

  /// Between what was found and the whole paper around it.
  mutating func readOn() {
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
    choose(place.passage)
  }

  /// The line that was asked for.
  private mutating func take(
    _ text: String, for question: ReadingQuestion, _ shared: inout Shared
  ) -> Response {
    let text = String(text.trimmed)
    guard !text.isEmpty || question == .words else {
      shared.notice = Notice("Write a path; Esc goes back.", .error)
      return []
    }
    stage = .list
    if question == .paper {
      shared.notice = Notice("Reading the paper. You can go on meanwhile.")
    }
    return switch question {
    case .words: text.isEmpty ? [] : [.searchShelf(text)]
    case .paper: [.addPaper(path: text)]
    case .second: [.readSecond(path: text)]
    case .blind: [.makeBlind(path: text)]
    }
  }
}
