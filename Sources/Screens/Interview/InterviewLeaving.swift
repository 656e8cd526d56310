import Canvas
import Interview
import PackModel

/// Taking the answer in hand, and going on.
extension InterviewModel {
  mutating func carryOn(_ shared: inout Shared) -> Response {
    if let offerCursor, offers.indices.contains(offerCursor) {
      let words = offers[offerCursor].text
      self.offerCursor = nil
      offers = []
      return fill(words, &shared)
    }
    if case .choice(var choice) = field, choice.cursor != nil, !choice.isMany, !choice.isOnOther {
      choice.toggle()
      field = .choice(choice)
    }
    if page.kind == .rows { return openLine(&shared) }
    if case .none = field, let slot, shared.file?.pack.questions[slot.question].kind == .table {
      return leave(.place(Place(item: page.item, slot: slot), remembers: false), &shared)
    }
    return leave(.forward, &shared)
  }

  mutating func openLine(_ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    let rows = file.sheet.rows(of: file.pack.questions[page.owner].linkId)
    if focus < rows.count { return leaveList(.row(rows[focus]), &shared) }
    if focus == rows.count { return leaveList(.addRow, &shared) }
    return rows.isEmpty && focus == 1
      ? say(.none, note: nil, &shared) : leaveList(.forward, &shared)
  }

  /// Takes what stands in the field where it is an answer, keeps it as text where it is none, and
  /// goes on to `next`.
  mutating func leave(_ next: Next, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot, !isLeft else {
      if page.kind == .rows, next == .forward { noteLeftOpen(Slot(page.owner), &shared) }
      return proceed(next, &shared)
    }
    let key = file.key(slot)
    // What is in the field now is judged anew.
    shared.file?.keeping.forget([.set(key, from: nil, to: nil)])
    switch file.reading(field, slot, today: shared.today) {
    case .empty:
      shared.file?.drafts[key] = nil
      if case .value? = file.answer(slot) {
        shared.notice = Notice("The answer stands. Alt-O takes it away.")
      } else if next == .forward {
        noteLeftOpen(slot, &shared)
      }
      return proceed(next, &shared)
    case .below(let value, let refusal) where next == .forward:
      shared.file?.drafts[key] = file.words(field, slot)
      let about = Asking.About.reason(value, says: refusal.message)
      mode = .asking(
        Asking(about: about, field: LineField(file.drafts[key.beside(about.word)] ?? "")))
      return keep(shared)
    case .refused(let refusal), .below(_, let refusal):
      let words = file.words(field, slot)
      shared.file?.drafts[key] = words
      let isShownFirst = next == .forward && !errorWasShown && words != wordsAtStart
      error = refusal.message
      if isShownFirst || next == .stay {
        errorWasShown = true
        shared.notice = Notice("Not accepted yet. Enter again goes on and keeps the text.", .error)
        return keep(shared)
      }
      shared.notice = Notice("Kept as typed, still open: \(file.name(key)).", .error)
      return proceed(next, &shared) + keep(shared)
    case .value(let value):
      let changes = file.sheet.setting(key, to: .value(value))
      guard !changes.isEmpty else {
        shared.file?.drafts[key] = nil
        return proceed(next, &shared)
      }
      shared.file?.putDown(nil, at: key)
      pending = next
      return [.append(Act(changes))]
    }
  }

  /// Says that going on has left a question without an answer, the first time also how to come back.
  private mutating func noteLeftOpen(_ slot: Slot, _ shared: inout Shared) {
    guard let file = shared.file, file.state(slot) == .open else { return }
    let words = "Left open: \(file.name(file.key(slot)))."
    shared.notice = Notice(wayBackWasSaid ? words : "\(words) Alt-N leads back to what is open.")
    wayBackWasSaid = true
  }

  /// A command of the list of rows: nothing is typed there.
  mutating func leaveList(_ next: Next, _ shared: inout Shared) -> Response {
    guard page.kind == .rows else { return [] }
    if next == .forward { noteLeftOpen(Slot(page.owner), &shared) }
    return proceed(next, &shared)
  }

  mutating func close(_ shared: inout Shared) -> Response {
    if offerCursor != nil {
      offerCursor = nil
    } else if case .choice(let choice) = field, choice.isSearching {
      return change { $0.endSearch() }
    } else if page.row != nil {
      return leave(.row(nil), &shared)
    } else if let cameFrom {
      return leave(.turn(.open(cameFrom)), &shared)
    } else if page.owner != page.item {
      return leave(.place(Place(item: page.item), remembers: false), &shared)
    } else {
      let isSaved = shared.file?.keeping.isInTrouble == false
      shared.notice = Notice(
        "Ctrl-Q leaves; \(isSaved ? "everything is saved" : "not everything is saved yet"). Shift-Tab goes back a question."
      )
    }
    return []
  }
}
