import Interview
import PackModel

/// The passages of the papers beside a question that is graded with them.
extension InterviewModel {
  /// The row in hand, where it is graded with the paper in hand.
  func readRow(_ file: OpenMatter) -> ReadingRow? {
    guard let row = slot?.row,
      file.pack.review?.reading.contains(where: { $0.table == page.owner }) == true
    else { return nil }
    let key = AnswerKey(file.pack.questions[page.owner].linkId, row: row)
    return ReadingRow.rows(file).first { $0.key == key }
  }

  /// What is to be asked for before the passages can stand beside the question; nil where they are
  /// there, or are not shown.
  func asksBeside(_ shared: Shared) -> Effect? {
    guard sidePane.side(shared.size) == .preview, let file = shared.file, let row = readRow(file)
    else { return nil }
    return shared.beside.asks(for: row.key)
  }

  /// The next passage is in hand, or the one before.
  ///
  /// - Returns: whether passages are shown.
  mutating func movePassage(_ message: ScrollMessage, _ shared: inout Shared) -> Bool {
    guard sidePane.side(shared.size) == .preview, let row = shared.file.flatMap(readRow) else {
      return false
    }
    switch message {
    case .pageDown: shared.beside.move(1, of: row.key)
    case .pageUp: shared.beside.move(-1, of: row.key)
    default: return false
    }
    settle(&shared, isFirst: false)
    return true
  }

  /// Takes the words in brackets as the quotation of the row, with place, page and passage; where it is
  /// not graded yet, the paper is in hand at this passage, and a grade takes them.
  mutating func quoteBeside(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let row = readRow(file),
      let passage = shared.beside.passage(row.key), let shelf = shared.beside.shelf,
      let text = shelf[passage.found.place]?.text
    else {
      shared.notice = Notice("No passage stands beside this question: Alt-P shows them.")
      return []
    }
    guard let marks = passage.marks, case .value(let value)? = row.answer(.grade, file) else {
      return leaveForPaper(&shared)
    }
    let words = QuotationAct.Words(
      place: passage.found.place, text: marks.quotation(of: text))
    let act = QuotationAct(row, file, [], ReadingGrade(value, ""), isMarked: true)
    switch act.changes(taking: words, of: shelf) {
    case .changes(let changes) where changes.isEmpty:
      shared.notice = Notice("This grade takes no words.")
      return []
    case .changes(let changes): return carryOut(.act(Act(changes), then: .stay), &shared)
    case .refused(let sentence):
      shared.notice = Notice(sentence, .error)
      return [.ring]
    }
  }

  /// To the paper in hand, at the passage that is in hand here.
  mutating func leaveForPaper(_ shared: inout Shared) -> Response {
    if let row = shared.file.flatMap(readRow), let passage = shared.beside.passage(row.key) {
      shared.beside.wanted = (row.key, passage.found.place)
    }
    return leave(for: .reading, &shared)
  }
}
