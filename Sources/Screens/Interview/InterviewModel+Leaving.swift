import Canvas
import Interview
import PackModel
import PlainText

/// Taking the answer in hand, and going on.
extension InterviewModel {
  mutating func carryOn(_ shared: inout Shared) -> Response {
    if let words = editor.takeOffer() { return carryOut(.putWords(words), &shared) }
    editor.chooseInHand()
    guard let file = shared.file else { return [] }
    if let words = freshOwnWords(file), words != askedOfOwnWords {
      askedOfOwnWords = words
      let shown = DisplayText(words).clipped(to: 24).text
      shared.notice = Notice(
        "“\(shown)” would stand in the contract: Enter again keeps it.", .warning)
      return []
    }
    if let reason = reasonWanted(file) {
      askedForReason = slot.map { file.key($0) }
      inset.show(.asking(reason))
      return keep(shared)
    }
    if page.kind == .rows { return openLine(file, &shared) }
    if field.isNone, let slot, file.pack.questions[slot.question].kind == .table {
      return leave(.place(ScreenLocation(item: page.item, slot: slot), remembers: false), &shared)
    }
    return leave(.forward, &shared)
  }

  /// The line that asks why, where another answer has put this one below the law; once on a visit.
  private func reasonWanted(_ file: OpenMatter) -> Asking? {
    guard let slot, file.key(slot) != askedForReason, !editor.isChanged(slot, file),
      let below = file.unreasoned.first(where: { $0.key == file.key(slot) }),
      case .value(let value)? = file.answer(slot)
    else { return nil }
    let refusal = AnswerError.reasonWanted(for: below.deviation, file.pack)
    return Asking(.reason(value, says: refusal.message), at: slot, file)
  }

  /// Words on the line for others in a list that letters search elsewhere: they may have been meant as a
  /// search.
  private func freshOwnWords(_ file: OpenMatter) -> String? {
    guard case .choice(let choice) = field, choice.filter != nil, choice.isOnOther, let slot,
      !choice.own.text.isEmpty, editor.isChanged(slot, file)
    else { return nil }
    return choice.own.text
  }

  private mutating func openLine(_ file: OpenMatter, _ shared: inout Shared) -> Response {
    if let row = cursor.row(file) { return leaveList(.row(row), &shared) }
    let rows = cursor.rows(file)
    if focus == rows.count { return leaveList(.addRow, &shared) }
    return rows.isEmpty && focus == 1
      ? carryOut(AnswerActs(cursor: cursor, field: field).say(.none, note: nil, &shared), &shared)
      : leaveList(.forward, &shared)
  }

  /// Takes what stands in the field where it is an answer, keeps it as text where it is none, and
  /// goes on to `next`.
  mutating func leave(_ next: Next, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot, !editor.isLeft else {
      if page.kind == .rows, next == .forward { noteLeftOpen(Slot(page.owner), &shared) }
      return proceed(next, &shared)
    }
    let key = file.key(slot)
    // What is in the field now is judged anew.
    shared.file?.keeping.forget([.set(key, from: nil, to: nil)])
    switch field.reading(slot, file, today: shared.today) {
    case .empty:
      shared.file?.drafts[key] = nil
      if case .value? = file.answer(slot) {
        shared.notice = Notice("The answer stands. Alt-O takes it away.")
      } else if next == .forward {
        noteLeftOpen(slot, &shared)
      }
      return proceed(next, &shared)
    case .below(let value, let refusal) where next == .forward:
      shared.file?.drafts[key] = field.words(slot, file)
      inset.show(.asking(Asking(.reason(value, says: refusal.message), at: slot, file)))
      return keep(shared)
    case .refused(let refusal), .below(_, let refusal):
      let words = field.words(slot, file)
      shared.file?.drafts[key] = words
      if editor.refuse(refusal.message, words, next) {
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
      return append(Act(changes), then: next)
    }
  }

  /// Has the matter keep an act; then the way goes on.
  mutating func append(_ act: Act, then next: Next) -> Response {
    navigation.wait(with: next)
    return [.append(act)]
  }

  /// Says that going on has left a question without an answer, the first time also how to come back.
  private mutating func noteLeftOpen(_ slot: Slot, _ shared: inout Shared) {
    guard let file = shared.file, file.state(slot) == .open else { return }
    shared.notice = Notice(navigation.leftOpen(file.name(file.key(slot))))
  }

  /// A command of the list of rows: nothing is typed there.
  mutating func leaveList(_ next: Next, _ shared: inout Shared) -> Response {
    guard page.kind == .rows else { return [] }
    if next == .forward { noteLeftOpen(Slot(page.owner), &shared) }
    return proceed(next, &shared)
  }

  mutating func close(_ shared: inout Shared) -> Response {
    if editor.closeOffer() { return [] }
    if !sidePane.openTerms.isEmpty {
      for number in sidePane.openTerms { sidePane.toggleTerm(number) }
      settle(&shared, isFirst: false)
      return []
    }
    if case .choice(let choice) = field, choice.isSearching {
      return editor.change { $0.endSearch() } ? .typed : []
    }
    guard let file = shared.file else { return [] }
    if let row = page.row {
      return leave(.rows(line: cursor.rows(file).firstIndex(of: row) ?? 0), &shared)
    }
    if let screen = navigation.cameFrom { return leave(.turn(.open(screen)), &shared) }
    if page.isInner {
      return leave(.place(ScreenLocation(item: page.item), remembers: false), &shared)
    }
    let saved = file.keeping.isInTrouble ? "not everything is saved yet" : "everything is saved"
    shared.notice = Notice("Ctrl-Q leaves; \(saved). Shift-Tab goes back a question.")
    return []
  }
}
