import Interview
import PackModel

extension InterviewModel {
  /// Says a state instead of a value.
  mutating func say(_ answer: Answer, note: String?, _ shared: inout Shared) -> [Effect] {
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
    shared.file?.drafts[key] = nil
    pending = .forward
    guard !changes.isEmpty else { return proceed(.forward, &shared) }
    return [.append(Act(changes))]
  }

  /// What a state is said of: the field in focus, or the table whose rows are listed.
  func target(_ file: CaseFile) -> Slot? {
    if let slot { return slot }
    return file.pack.questions.indices.contains(page.owner)
      && file.pack.questions[page.owner].kind == .table ? Slot(page.owner) : nil
  }

  mutating func clear(_ shared: inout Shared) -> [Effect] {
    guard let file = shared.file, let target = target(file) else { return [] }
    let key = file.key(target)
    shared.file?.drafts[key] = nil
    let changes = file.sheet.setting(key, to: nil)
    pending = .stay
    guard !changes.isEmpty else {
      refill(shared)
      shared.notice = Notice("There was no answer to take away.")
      return keep(shared)
    }
    shared.notice = Notice("Taken away: \(file.name(key)). Ctrl-Z brings it back.")
    return [.append(Act(changes))]
  }

  mutating func putSuggestion(_ shared: inout Shared) -> [Effect] {
    guard let file = shared.file, let slot,
      let suggestion = file.evaluation.suggestion(for: slot.question)
    else {
      shared.notice = Notice("There is no suggestion here.")
      return []
    }
    if case .line(var line) = field, case .quantity(let quantity) = suggestion.value,
      let unit = file.pack.questions[slot.question].units.firstIndex(of: quantity.unit)
    {
      line.unit = unit
      _ = line.update(.replaced(file.language.amount(quantity)))
      field = .line(line)
      return pauses
    }
    return fill(Evaluation.written(suggestion.value), &shared)
  }

  func editor(_ shared: Shared) -> [Effect] {
    guard let file = shared.file, let slot else { return [] }
    switch field {
    case .area(let area): return [.openEditor(area.text, file.key(slot))]
    case .line(let line): return [.openEditor(line.text, file.key(slot))]
    case .choice, .none: return []
    }
  }

  /// Text back from the editor.
  mutating func edited(_ text: String?, _ key: AnswerKey, _ shared: inout Shared) -> [Effect] {
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

  func copy(_ shared: inout Shared) -> [Effect] {
    guard let file = shared.file, let slot else { return [] }
    let words = file.words(field, slot)
    guard !words.isEmpty else { return [] }
    shared.notice = Notice("Copied, where your terminal allows it.")
    return [.copy(words)]
  }
}
