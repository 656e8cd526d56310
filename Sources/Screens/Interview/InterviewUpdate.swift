import Canvas
import Interview
import PackModel

extension InterviewModel {
  /// Opens a matter's page: where the person stood, else the first open question.
  mutating func open(_ place: Place?, _ shared: inout Shared) -> [Effect] {
    guard let file = shared.file else { return [] }
    show(place ?? file.firstOpen ?? Place(item: file.items.first?.question ?? 0), &shared)
    settle(&shared)
    return [.after(milliseconds: 150, .settle)]
  }

  mutating func update(_ message: InterviewMessage, _ shared: inout Shared) -> [Effect] {
    guard shared.file != nil else { return [] }
    if isCovered(shared), let effects = covered(message, shared) { return effects }
    switch mode {
    case .asking(let asking): return update(asking, message, &shared)
    case .calendar(let date): return update(date, message, &shared)
    case .pasting(let rows): return update(pasting: rows, message, &shared)
    case .answering: return answer(message, &shared)
    }
  }

  /// While help or the preview covers the question its keys scroll; other commands come through.
  private mutating func covered(_ message: InterviewMessage, _ shared: Shared) -> [Effect]? {
    switch message {
    case .scrollSide(let scroll), .list(let scroll):
      scrollSide(scroll, shared)
      return []
    case .close, .carryOn, .goBack:
      narrowSide = nil
      return []
    case .text: return []
    default: return nil
    }
  }

  private mutating func answer(_ message: InterviewMessage, _ shared: inout Shared) -> [Effect] {
    switch message {
    case .text(let text): return typing(text, &shared)
    case .fill(let words): return fill(words, &shared)
    case .carryOn: return carryOn(&shared)
    case .goOn, .goBack: return leave(message == .goOn ? .forward : .backward, &shared)
    case .fieldDown: return move(1, &shared)
    case .fieldUp: return move(-1, &shared)
    case .list(let scroll): return list(scroll, &shared)
    case .pick(let number): return pick(number)
    case .toggle: return change { $0.toggle() }
    case .toggleAll: return change { $0.toggleAll() }
    case .invert: return change { $0.invert() }
    case .chooseNone: return change { $0.chooseNone() }
    case .nextUnit: return nextUnit()
    case .historyBack, .historyForward: return history(message == .historyBack, &shared)
    case .section(let by): return section(by, &shared)
    case .nextOpen: return jump(shared.file?.nextOpen(after: place), "Nothing is open.", &shared)
    case .nextWarning:
      shared.file?.settle()
      return jump(shared.file?.nextWarning(after: place), "There is no warning.", &shared)
    case .goTo(let number):
      return jump(shared.file?.page(number: number), "There is no such question.", &shared)
    case .unknown: return say(.unknown, note: nil, &shared)
    case .unknownNoted(let note): return say(.unknown, note: note, &shared)
    case .parkNoted(let note): return say(.parked, note: note, &shared)
    case .notApplicableBecause(let reason): return say(.notApplicable(reason), note: nil, &shared)
    case .park: return ask(.park, &shared)
    case .note: return ask(.note, &shared)
    case .notApplicable: return ask(.notApplicable, &shared)
    case .clear: return clear(&shared)
    case .suggestion: return putSuggestion(&shared)
    case .toggleHelp: return toggle(.help, shared)
    case .togglePreview: return toggle(.preview, shared)
    case .term(let number):
      openTerms.formSymmetricDifference([number])
      return [.after(milliseconds: 0, .settle)]
    case .scrollSide(let scroll):
      scrollSide(scroll, shared)
      return []
    case .editor: return editor(shared)
    case .copy: return copy(&shared)
    case .calendar: return calendar(&shared)
    case .days, .months: return []
    case .addRow: return leaveList(.addRow, &shared)
    case .removeRow: return removeRow(&shared)
    case .moveRow(let by): return moveRow(by, &shared)
    case .thereAreNone: return say(.none, note: nil, &shared)
    case .otherJourney: return otherJourney(&shared)
    case .close: return close(&shared)
    }
  }

  // MARK: Typing

  private mutating func typing(_ message: TextMessage, _ shared: inout Shared) -> [Effect] {
    var said: String?
    switch field {
    case .line(var line):
      field = .none
      if (message == .undo && !line.buffer.canUndo) || (message == .redo && !line.buffer.canRedo) {
        field = .line(line)
        return shared.undo(message == .undo)
      }
      said = line.update(message)
      field = .line(line)
    case .area(var area):
      field = .none
      if (message == .undo && !area.buffer.canUndo) || (message == .redo && !area.buffer.canRedo) {
        field = .area(area)
        return shared.undo(message == .undo)
      }
      said = area.update(message)
      field = .area(area)
    case .choice(var choice):
      if message == .undo || message == .redo, !choice.canTakeBack(message) {
        return shared.undo(message == .undo)
      }
      field = .none
      said = choice.update(message)
      field = .choice(choice)
    case .none:
      if case .pasted(let text) = message, page.kind == .rows { return paste(text, shared) }
      if message == .undo || message == .redo { return shared.undo(message == .undo) }
      return []
    }
    offerCursor = nil
    if let said { shared.notice = Notice(said) }
    return pauses
  }

  /// A pause settles what follows from the typing, a longer one keeps it.
  var pauses: [Effect] {
    [.after(milliseconds: 150, .settle), .after(milliseconds: 1000, .keep)]
  }

  mutating func fill(_ words: String, _ shared: inout Shared) -> [Effect] {
    guard let file = shared.file, let slot else { return [] }
    switch field {
    case .line(var line):
      _ = line.update(.replaced(words))
      field = .line(line)
    case .area(var area):
      _ = area.update(.replaced(words))
      field = .area(area)
    case .choice(var choice):
      do {
        let value = try file.evaluation.read(words, for: slot.question, row: file.rowNumber(slot))
        choice.put(value)
        field = .choice(choice)
        error = nil
      } catch {
        self.error = error.message
        errorWasShown = false
        shared.notice = Notice(error.message, .error)
        return []
      }
    case .none: return []
    }
    errorWasShown = false
    return pauses
  }

  private mutating func change(_ body: (inout ChoiceField) -> Void) -> [Effect] {
    guard case .choice(var choice) = field else { return [] }
    field = .none
    body(&choice)
    field = .choice(choice)
    errorWasShown = false
    return pauses
  }

  private mutating func pick(_ number: Int) -> [Effect] {
    change { choice in
      guard choice.choices.indices.contains(number) else { return }
      choice.point(at: number)
      choice.toggle()
    }
  }

  private mutating func nextUnit() -> [Effect] {
    guard case .line(var line) = field, line.units.count > 1 else { return [] }
    line.unit = (line.unit + 1) % line.units.count
    field = .line(line)
    errorWasShown = false
    return pauses
  }

  private mutating func list(_ scroll: ScrollMessage, _ shared: inout Shared) -> [Effect] {
    if case .choice = field {
      return change { $0.move(scroll, page: max(1, shared.size.rows / 2)) }
    }
    if page.kind == .rows, let file = shared.file {
      let count = file.listCount(page.owner)
      focus = focus.moved(scroll, count: count, page: max(1, shared.size.rows / 2))
      return []
    }
    if !offers.isEmpty {
      offerCursor =
        scroll == .up
        ? offerCursor.flatMap { $0 > 0 ? $0 - 1 : nil }
        : min(offers.count - 1, (offerCursor ?? -1) + 1)
      return []
    }
    if page.kind == .reading || page.kind == .empty { return [] }
    return move(scroll == .up || scroll == .pageUp ? -1 : 1, &shared)
  }

  private mutating func move(_ by: Int, _ shared: inout Shared) -> [Effect] {
    if !offers.isEmpty, by > 0 || offerCursor != nil { return list(by > 0 ? .down : .up, &shared) }
    guard page.slots.indices.contains(focus + by) else { return [] }
    return leave(.focus(focus + by), &shared)
  }

  // MARK: Moving on

  private mutating func carryOn(_ shared: inout Shared) -> [Effect] {
    if let offerCursor, offers.indices.contains(offerCursor) {
      let name = offers[offerCursor]
      self.offerCursor = nil
      offers = []
      return fill(name, &shared)
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

  private mutating func openLine(_ shared: inout Shared) -> [Effect] {
    guard let file = shared.file else { return [] }
    let rows = file.sheet.rows(of: file.pack.questions[page.owner].linkId)
    if focus < rows.count { return leaveList(.row(rows[focus]), &shared) }
    if focus == rows.count { return leaveList(.addRow, &shared) }
    return rows.isEmpty && focus == 1
      ? say(.none, note: nil, &shared) : leaveList(.forward, &shared)
  }

  /// Takes what stands in the field where it is an answer, keeps it as text where it is none, and
  /// goes on to `next`.
  mutating func leave(_ next: Next, _ shared: inout Shared) -> [Effect] {
    guard let file = shared.file, let slot, !isLeft else { return proceed(next, &shared) }
    let key = file.key(slot)
    switch file.reading(field, slot, today: shared.today) {
    case .empty:
      shared.file?.drafts[key] = nil
      if case .value? = file.answer(slot) {
        shared.notice = Notice("The answer stands. Alt-O takes it away.")
      }
      return proceed(next, &shared)
    case .below(let value, let refusal) where next == .forward:
      shared.file?.drafts[key] = file.words(field, slot)
      mode = .asking(Asking(about: .reason(value, says: refusal.message), field: LineField("")))
      layOut(shared)
      return keep(shared)
    case .refused(let refusal), .below(_, let refusal):
      let words = file.words(field, slot)
      shared.file?.drafts[key] = words
      let isShownFirst = next == .forward && !errorWasShown && words != wordsAtStart
      error = refusal.message
      if isShownFirst || next == .stay {
        errorWasShown = true
        layOut(shared)
        shared.notice = Notice("Not accepted yet. Enter again goes on and keeps the text.", .error)
        return keep(shared)
      }
      shared.notice = Notice("Kept as typed, still open: \(file.name(key)).", .error)
      return proceed(next, &shared) + keep(shared)
    case .value(let value):
      shared.file?.drafts[key] = nil
      let changes = file.sheet.setting(key, to: .value(value))
      guard !changes.isEmpty else { return proceed(next, &shared) }
      pending = next
      return [.append(Act(changes))]
    }
  }

  /// A command of the list of rows: nothing is typed there.
  private mutating func leaveList(_ next: Next, _ shared: inout Shared) -> [Effect] {
    guard page.kind == .rows else { return [] }
    return proceed(next, &shared)
  }

  private mutating func close(_ shared: inout Shared) -> [Effect] {
    if offerCursor != nil {
      offerCursor = nil
    } else if page.row != nil {
      return leave(.row(nil), &shared)
    } else if isFromReview {
      return leave(.turn(.open(.review)), &shared)
    } else if page.owner != page.item {
      return leave(.place(Place(item: page.item), remembers: false), &shared)
    } else {
      shared.notice = Notice("Ctrl-Q leaves; everything is saved. Shift-Tab goes back a question.")
    }
    return []
  }

  func keep(_ shared: Shared) -> [Effect] {
    guard let file = shared.file else { return [] }
    return [.saveDesk(note(file))]
  }

  /// Where the person stands, with the text in hand where it is no answer yet.
  func note(_ file: CaseFile) -> DeskNote {
    var drafts = file.drafts
    var place: AnswerKey?
    if let slot {
      let key = file.key(slot)
      place = key
      let words = file.words(field, slot)
      if words != wordsAtStart { drafts[key] = words.isEmpty ? nil : words }
    } else if file.pack.questions.indices.contains(page.owner) {
      place = AnswerKey(file.pack.questions[page.owner].linkId)
    }
    return DeskNote(place: place, drafts: drafts)
  }
}

extension Int {
  /// A place in a list after a move; it never wraps around.
  func moved(_ scroll: ScrollMessage, count: Int, page: Int) -> Int {
    let last = Swift.max(0, count - 1)
    switch scroll {
    case .up: return Swift.max(0, self - 1)
    case .down: return Swift.min(last, self + 1)
    case .pageUp: return Swift.max(0, self - page)
    case .pageDown: return Swift.min(last, self + page)
    case .first: return 0
    case .last: return last
    }
  }
}
