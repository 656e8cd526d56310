import Interview
import PackModel
import PlainText

/// What is said of an answer besides what is typed: states, notes, what comes from elsewhere, the order
/// of rows. It changes nothing itself but texts that an act takes along.
struct AnswerActs {
  let cursor: Cursor
  let field: Field

  /// - Returns: nil where a message is about none of this.
  func outcome(of message: InterviewMessage, _ shared: inout Shared) -> Outcome? {
    guard let file = shared.file else { return nil }
    switch message {
    case .unknown: return say(.unknown, note: nil, &shared)
    case .unknownNoted(let note): return say(.unknown, note: note, &shared)
    case .parkNoted(let note): return say(.parked, note: note, &shared)
    case .notApplicableBecause(let reason): return say(.notApplicable(reason), note: nil, &shared)
    case .thereAreNone: return say(.none, note: nil, &shared)
    case .park: return ask(.park, file)
    case .note: return ask(.note, file)
    case .notApplicable: return ask(.notApplicable, file)
    case .calendar: return calendar(file, today: shared.today)
    case .clear: return clear(&shared)
    case .suggestion:
      let suggestion = cursor.slot.flatMap { file.evaluation.suggestion(for: $0.question) }
      return suggestion.map { .put($0.value) } ?? .said("There is no suggestion here.")
    case .copyAbove: return above(file)
    case .fillRows: return fill(file, today: shared.today)
    case .rowNotApplicable: return askOfRow(file)
    case .rowNotApplicableBecause(let reason): return rowNotApplicable(reason, file)
    case .editor: return editor(file)
    case .copy: return copy(&shared)
    case .toProfile: return toProfile(&shared)
    case .removeRow: return removeRow(&shared)
    case .moveRow(let by): return moveRow(by, file)
    case .otherJourney: return otherJourney(&shared)
    default: return nil
    }
  }

  // MARK: States

  /// Says a state instead of a value.
  func say(_ answer: Answer, note: String?, _ shared: inout Shared) -> Outcome {
    guard let file = shared.file, let target = cursor.target(file) else { return .done([]) }
    let key = file.key(target)
    if answer == .none, file.pack.questions[target.question].kind != .table {
      return .said("“There are none” is said of a table only.")
    }
    if answer == .none, !file.sheet.rows(of: key.linkId).isEmpty {
      return .said("There are rows here. Remove them first.")
    }
    var changes = file.sheet.setting(key, to: answer)
    if let note, !note.isEmpty { changes += file.sheet.remarking(key, note) }
    guard !changes.isEmpty else {
      shared.file?.drafts[key] = nil
      return .goOn(.forward)
    }
    shared.file?.putDown(nil, at: key)
    if let sign = StateSign.said(answer) {
      shared.notice = Notice("\(file.name(key).capitalisedFirst): \(sign). This is the next one.")
    }
    return .act(Act(changes), then: .forward)
  }

  /// Asks for a line beside the question.
  private func ask(_ about: Asking.About, _ file: OpenMatter) -> Outcome {
    cursor.target(file).map { .show(.asking(Asking(about, at: $0, file))) } ?? .done([])
  }

  private func clear(_ shared: inout Shared) -> Outcome {
    guard let file = shared.file, let target = cursor.target(file) else { return .done([]) }
    let key = file.key(target)
    let changes = file.sheet.setting(key, to: nil)
    guard !changes.isEmpty else {
      shared.file?.drafts[key] = nil
      shared.file?.keeping.forget([.set(key, from: nil, to: nil)])
      shared.notice = Notice("There was no answer to take away.")
      return .goOn(.cleared)
    }
    shared.notice = Notice("Taken away: \(file.name(key)). Ctrl-Z brings it back.")
    shared.file?.putDown(nil, at: key)
    return .act(Act(changes), then: .stay)
  }

  // MARK: From elsewhere

  private func calendar(_ file: OpenMatter, today: CalendarDate) -> Outcome {
    guard let slot = cursor.slot, file.pack.questions[slot.question].kind == .date else {
      return .done([])
    }
    guard case .value(.date(let date)) = field.reading(slot, file, today: today) else {
      return .show(.calendar(today))
    }
    return .show(.calendar(date))
  }

  /// What stands in the same column of the row above.
  private func above(_ file: OpenMatter) -> Outcome {
    guard let slot = cursor.slot, let row = slot.row else { return .said("There is no row above.") }
    let rows = file.rowIds(around: slot)
    guard let at = rows.firstIndex(of: row), at > 0 else { return .said("This is the first row.") }
    guard case .value(let value)? = file.answer(Slot(slot.question, row: rows[at - 1])) else {
      return .said("Nothing stands in the row above.")
    }
    return .put(value)
  }

  /// Which rows could take what stands here.
  private func fill(_ file: OpenMatter, today: CalendarDate) -> Outcome {
    guard let slot = cursor.slot, slot.row != nil else { return .said("This is no row.") }
    var answer = file.answer(slot)
    switch field.reading(slot, file, today: today) {
    case .value(let value): answer = .value(value)
    case .empty: break
    case .refused(let error), .below(_, let error): return .said(error.message)
    }
    guard let answer else { return .said("Nothing stands here yet.") }
    guard let filling = RowFilling(answer, at: slot, file) else {
      return .said("No other row can take it, or all have it already.")
    }
    return .show(.filling(filling))
  }

  private func askOfRow(_ file: OpenMatter) -> Outcome {
    guard let slot = cursor.ofRow(file) else { return .said("This is no row.") }
    return .show(.asking(Asking(.rowNotApplicable, at: slot, file)))
  }

  private func rowNotApplicable(_ reason: String, _ file: OpenMatter) -> Outcome {
    guard let slot = cursor.ofRow(file) else { return .said("This is no row.") }
    let changes = RowFilling.leavingOut(slot, file, because: reason)
    guard !changes.isEmpty else { return .said("Nothing of this row is open.") }
    return .act(Act(changes, why: "The rest of the row does not apply"), then: .stay)
  }

  private func editor(_ file: OpenMatter) -> Outcome {
    guard let slot = cursor.slot else { return .done([]) }
    switch field {
    case .area(let area): return .done([.openEditor(area.text, file.key(slot))])
    case .line(let line): return .done([.openEditor(line.text, file.key(slot))])
    case .choice, .none: return .done([])
    }
  }

  /// Text back from the person's editor.
  func edited(_ text: String?, _ key: AnswerKey, _ shared: inout Shared) -> Outcome {
    guard let text else { return .said("The editor gave nothing back; the text is as it was.") }
    guard let file = shared.file, let slot = cursor.slot, file.key(slot) == key else {
      shared.file?.drafts[key] = text
      return .goOn(.kept)
    }
    var cleaned = text[...]
    while cleaned.last?.isNewline == true { cleaned = cleaned.dropLast() }
    return .putWords(String(cleaned))
  }

  private func copy(_ shared: inout Shared) -> Outcome {
    guard let file = shared.file, let slot = cursor.slot else { return .done([]) }
    let words = field.words(slot, file)
    guard !words.isEmpty else { return .done([]) }
    shared.notice = Notice("Copied, where your terminal allows it.")
    return .done([.copy(words)])
  }

  /// Keeps the answer in the person's profile, or takes it out again.
  private func toProfile(_ shared: inout Shared) -> Outcome {
    guard let file = shared.file, let slot = cursor.slot,
      file.pack.questions[slot.question].kind == .string, case .line(let line) = field,
      !line.text.trimmed.isEmpty
    else { return .said("A profile keeps short texts only: names, addresses, contacts.") }
    let linkId = file.pack.questions[slot.question].linkId
    let isIn = shared.profile.toggle(String(line.text.trimmed), for: linkId)
    shared.notice = Notice(
      isIn
        ? "Kept in your profile: it is offered in other matters, and never filled in."
        : "Taken out of your profile.")
    return .done([.keepProfile(shared.profile)])
  }

  // MARK: Rows and journeys

  private func removeRow(_ shared: inout Shared) -> Outcome {
    guard let file = shared.file, let row = cursor.row(file) else { return .done([]) }
    let table = file.pack.questions[cursor.page.owner].linkId
    let word = file.evaluation.rowText(cursor.page.owner).capitalisedFirst
    shared.notice = Notice("\(word) \(cursor.focus + 1) removed. Ctrl-Z brings it back.")
    return .act(Act(file.sheet.removingRow(row, from: table)), then: .stay)
  }

  private func moveRow(_ by: Int, _ file: OpenMatter) -> Outcome {
    let line = cursor.focus + by
    guard let row = cursor.row(file), cursor.rows(file).indices.contains(line) else {
      return .done([])
    }
    let table = file.pack.questions[cursor.page.owner].linkId
    return .act(Act(file.sheet.movingRow(row, of: table, to: line)), then: .focus(line))
  }

  private func otherJourney(_ shared: inout Shared) -> Outcome {
    guard let file = shared.file else { return .done([]) }
    let journeys = file.pack.journeys
    guard journeys.count > 1 else { return .said("This questionnaire has one way only.") }
    guard !file.asksForTheWay, let sibling = file.sibling else {
      let slot = cursor.target(file) ?? Slot(cursor.page.item)
      return .show(.asking(Asking(.way(Ways(file)), at: slot, file)))
    }
    let next = journeys[sibling]
    shared.notice = Notice("Now: \(next.title). Alt-J leads back.")
    return .act(
      Act(file.sheet.changing(.journey, to: next.id), why: "Now: \(next.title)"),
      then: .place(cursor.place, remembers: false))
  }
}
