import Interview
import PackModel
import PlainText

extension InterviewModel {
  /// Says a state instead of a value.
  mutating func say(_ answer: Answer, note: String?, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let target = target(file) else { return [] }
    let key = file.key(target)
    let isTable = file.pack.questions[target.question].kind == .table
    if answer == .none, !isTable {
      shared.notice = Notice("“There are none” is said of a table only.")
      return []
    }
    if answer == .none, !file.sheet.rows(of: key.linkId).isEmpty {
      shared.notice = Notice("There are rows here. Remove them first.")
      return []
    }
    var changes = file.sheet.setting(key, to: answer)
    if let note, !note.isEmpty { changes += file.sheet.remarking(key, note) }
    pending = .forward
    guard !changes.isEmpty else {
      shared.file?.drafts[key] = nil
      return proceed(.forward, &shared)
    }
    shared.file?.putDown(nil, at: key)
    return [.append(Act(changes))]
  }

  /// What a state is said of: the field in focus, or the table whose rows are listed.
  func target(_ file: CaseFile) -> Slot? {
    if let slot { return slot }
    return file.pack.questions.indices.contains(page.owner)
      && file.pack.questions[page.owner].kind == .table ? Slot(page.owner) : nil
  }

  mutating func clear(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let target = target(file) else { return [] }
    let key = file.key(target)
    let changes = file.sheet.setting(key, to: nil)
    pending = .stay
    guard !changes.isEmpty else {
      shared.file?.drafts[key] = nil
      shared.file?.keeping.forget([.set(key, from: nil, to: nil)])
      refill(shared)
      shared.notice = Notice("There was no answer to take away.")
      return keep(shared)
    }
    shared.notice = Notice("Taken away: \(file.name(key)). Ctrl-Z brings it back.")
    shared.file?.putDown(nil, at: key)
    return [.append(Act(changes))]
  }

  mutating func putSuggestion(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot,
      let suggestion = file.evaluation.suggestion(for: slot.question)
    else {
      shared.notice = Notice("There is no suggestion here.")
      return []
    }
    return put(suggestion.value, slot, &shared)
  }

  func editor(_ shared: Shared) -> Response {
    guard let file = shared.file, let slot else { return [] }
    switch field {
    case .area(let area): return [.openEditor(area.text, file.key(slot))]
    case .line(let line): return [.openEditor(line.text, file.key(slot))]
    case .choice, .none: return []
    }
  }

  /// Text back from the editor.
  mutating func edited(_ text: String?, _ key: AnswerKey, _ shared: inout Shared) -> Response {
    guard let text else {
      shared.notice = Notice("The editor gave nothing back; the text is as it was.")
      return []
    }
    guard let file = shared.file, let slot, file.key(slot) == key else {
      shared.file?.drafts[key] = text
      return keep(shared)
    }
    var cleaned = text[...]
    while cleaned.last?.isNewline == true { cleaned = cleaned.dropLast() }
    return fill(String(cleaned), &shared)
  }

  func copy(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot else { return [] }
    let words = file.words(field, slot)
    guard !words.isEmpty else { return [] }
    shared.notice = Notice("Copied, where your terminal allows it.")
    return [.copy(words)]
  }

  mutating func copyAbove(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot, slot.row != nil else {
      shared.notice = Notice("There is no row above.")
      return []
    }
    let rows = file.rowIds(around: slot)
    guard let at = rows.firstIndex(of: slot.row ?? ""), at > 0 else {
      shared.notice = Notice("This is the first row.")
      return []
    }
    guard case .value(let value)? = file.answer(Slot(slot.question, row: rows[at - 1])) else {
      shared.notice = Notice("Nothing stands in the row above.")
      return []
    }
    return put(value, slot, &shared)
  }

  /// Puts a value in the field, with its unit.
  mutating func put(_ value: Value, _ slot: Slot, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    if case .line(var line) = field, case .quantity(let quantity) = value,
      let unit = file.pack.questions[slot.question].units.firstIndex(of: quantity.unit)
    {
      line.unit = unit
      _ = line.update(.replaced(file.language.amount(quantity)))
      field = .line(line)
      return pauses
    }
    return fill(Evaluation.written(value), &shared)
  }

  mutating func toProfile(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot, file.pack.questions[slot.question].kind == .string,
      case .line(let line) = field, !line.text.trimmed.isEmpty
    else {
      shared.notice = Notice("A profile keeps short texts only: names, addresses, contacts.")
      return []
    }
    let linkId = file.pack.questions[slot.question].linkId
    let isIn = shared.profile.toggle(String(line.text.trimmed), for: linkId)
    shared.notice = Notice(
      isIn
        ? "Kept in your profile: it is offered in other matters, and never filled in."
        : "Taken out of your profile.")
    return [.keepProfile(shared.profile)]
  }
}

extension CaseFile {
  /// The rows of the table that a cell belongs to, in their order, as far as they are asked.
  func rowIds(around slot: Slot) -> [String] {
    guard let table = pack.table(of: slot.question), let rows = evaluation.effective.table(table)
    else { return [] }
    return rows.rows.indices.filter { rows.live.indices.contains($0) && rows.live[$0] == .yes }
      .map { rows.rows[$0] }
  }
}
