import Canvas
import Interview
import PackModel
import PlainText

/// What is kept of a row: its grade with the words in hand, and what the grade calls for.
extension ReadingModel {
  /// Grades the row in hand; the words in hand go with it, where the grade asks for some.
  mutating func grade(_ number: Int, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let row, let slot = row.slot(.grade),
      offered.indices.contains(number)
    else { return [] }
    let grade = offered[number]
    if let refusal = file.evaluation.refusal(of: grade.value, for: slot.question, row: row.number) {
      shared.notice = Notice(refusal.message, .error)
      return [.ring]
    }
    var changes = gradeChanges(.value(grade.value), file)
    if let figure = grade.figure, let key = row.key(.value, file.pack) {
      changes += file.sheet.setting(key, to: .value(figure))
    }
    // A number is proved by words in which it stands, so that it takes its own.
    if grade.figure != nil, !isMarked, let text = inHand.flatMap({ shelf[$0.place]?.text }) {
      marks?.narrow(to: grade.words, in: text)
    }
    let quoting = QuotationAct(
      row, file, changes, grade, isMarked: isMarked || grade.figure != nil)
    switch quoting.changes(taking: words, of: shelf) {
    case .changes(let quoting):
      return act(changes + quoting, goesOn: true, asksForPaper: grade.isElsewhere, &shared)
    case .refused(let sentence):
      shared.notice = Notice(sentence, .error)
      return [.ring]
    }
  }

  func gradeChanges(_ answer: Answer, _ file: OpenMatter) -> [Change] {
    row?.key(.grade, file.pack).map { file.sheet.setting($0, to: answer) } ?? []
  }

  /// What would be quoted.
  var words: QuotationAct.Words? {
    guard let inHand, let passage = shelf[inHand.place], let marks else { return nil }
    let quotation = marks.quotation(of: passage.text)
    return quotation.isEmpty ? nil : QuotationAct.Words(place: inHand.place, text: quotation)
  }

  /// Takes the words in hand as the quotation of a row that is graded.
  mutating func quote(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let row, let words else { return [] }
    guard case .value(let value)? = row.answer(.grade, file) else {
      shared.notice = Notice("A grade takes these words with it: press its number.")
      return []
    }
    let quoting = QuotationAct(row, file, [], ReadingGrade(value, ""), isMarked: true)
    switch quoting.changes(taking: words, of: shelf) {
    case .changes(let changes): return act(changes, goesOn: false, &shared)
    case .refused(let sentence):
      shared.notice = Notice(sentence, .error)
      return [.ring]
    }
  }

  mutating func keep(
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
    _ changes: [Change], goesOn: Bool, asksForPaper: Bool = false, _ shared: inout Shared
  ) -> Response {
    guard !changes.isEmpty else { return goesOn ? goTo(at + 1, &shared) : [] }
    let act = Act(changes)
    waiting = (act, goesOn, asksForPaper)
    if changes.contains(where: \.isOfQuotation) { taken = inHand?.place }
    (held, stage) = (stage, .list)
    return [.append(act), .then(.reading(.acted))]
  }

  mutating func goOn(_ shared: inout Shared, asksForPaper: Bool) -> Response {
    guard let file = shared.file, let row else { return [] }
    // A plain no is one: whether another paper says so, a grade of its own asks.
    guard let pending = row.pending(file), let slot = row.slot(pending),
      pending != .otherPaper || asksForPaper || row.answer(.grade, file)?.isYesOrNo != true
    else {
      return at + 1 < rows.count ? goTo(at + 1, &shared) : nextOpen(file, &shared)
    }
    if case .checks = file.pack.questions[slot.question].kind {
      stage = .ticking(pending, [])
    } else {
      stage = .filling(pending, LineField(typed(pending, file) ?? "", width: fieldWidth(shared)))
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
  mutating func acted(_ shared: inout Shared) -> Response {
    guard isActKept, let waiting else { return [] }
    self.waiting = nil
    if let file = shared.file, let row { shared.notice = Notice(row.kept(file)) }
    return waiting.goesOn ? goOn(&shared, asksForPaper: waiting.asksForPaper) : []
  }
}

extension Change {
  /// Whether it says where the words of a quotation were taken from.
  fileprivate var isOfQuotation: Bool {
    if case .setting(.quotation, _, .some) = self { true } else { false }
  }
}

extension Answer {
  fileprivate var isYesOrNo: Bool {
    if case .value(.boolean) = self { true } else { false }
  }
}
