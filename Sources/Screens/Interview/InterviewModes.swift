import Canvas
import Interview
import PackModel
import PlainText

extension InterviewModel {
  // MARK: A line beside the question

  mutating func ask(_ about: Asking.About, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let target = target(file) else { return [] }
    let typed = file.drafts[file.key(target).beside(about.word)]
    mode = .asking(Asking(about: about, field: LineField(typed ?? file.text(about, target))))
    return []
  }

  mutating func update(
    _ asking: Asking, _ message: InterviewMessage, _ shared: inout Shared
  ) -> Response {
    var asking = asking
    guard let file = shared.file, let target = target(file) else { return [] }
    let key = file.key(target)
    let besides = key.beside(asking.about.word)
    switch message {
    case .text(let text):
      if let said = asking.field.update(text) { shared.notice = Notice(said) }
      mode = .asking(asking)
      let typed = asking.field.text
      let isNew = typed != file.text(asking.about, target) && !typed.trimmed.isEmpty
      shared.file?.drafts[besides] = isNew ? typed : nil
      return [.within(milliseconds: 1000, .keep)]
    case .carryOn: return answered(asking, &shared)
    case .close, .goBack:
      mode = .answering
      shared.file?.drafts[besides] = nil
      shared.file?.keeping.forget([
        asking.about == .note ? .remark(key, from: nil, to: nil) : .set(key, from: nil, to: nil)
      ])
      return [.within(milliseconds: 1000, .keep)]
    default: return []
    }
  }

  private mutating func answered(_ asking: Asking, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let target = target(file) else { return [] }
    let key = file.key(target)
    let text = String(asking.field.text.trimmed)
    var changes: [Change] = []
    switch asking.about {
    case .note:
      changes = file.sheet.remarking(key, text.isEmpty ? nil : text)
      pending = .resume
    case .park:
      changes = file.sheet.setting(key, to: .parked)
      if !text.isEmpty { changes += file.sheet.remarking(key, text) }
      pending = .forward
    case .notApplicable:
      guard !text.isEmpty else {
        shared.notice = Notice("A reason is needed: the report prints it.", .error)
        return []
      }
      changes = file.sheet.setting(key, to: .notApplicable(text))
      pending = .forward
    case .reason(let value, _):
      guard !text.isEmpty else {
        shared.notice = Notice("A reason is needed: the deviation memo prints it.", .error)
        return []
      }
      changes =
        file.sheet.setting(key, to: .value(value)) + file.sheet.remarking(key, text)
      pending = .forward
    }
    let besides = key.beside(asking.about.word)
    guard !changes.isEmpty else {
      mode = .answering
      shared.file?.drafts[besides] = nil
      if asking.about != .note { shared.file?.drafts[key] = nil }
      return proceed(pending ?? .stay, &shared)
    }
    held = mode
    mode = .answering
    shared.file?.putDown(nil, at: besides)
    if asking.about != .note { shared.file?.putDown(nil, at: key) }
    return [.append(Act(changes))]
  }

  // MARK: The calendar

  mutating func calendar(_ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot,
      file.pack.questions[slot.question].kind == .date
    else { return [] }
    var start = shared.today
    if case .value(.date(let date)) = file.reading(field, slot, today: shared.today) {
      start = date
    }
    mode = .calendar(start)
    settled.readBack = CaseFile.readBack(start, file.language)
    return []
  }

  mutating func update(
    _ date: CalendarDate, _ message: InterviewMessage, _ shared: inout Shared
  ) -> Response {
    switch message {
    case .days(let days): turn(CalendarDate(ordinal: date.ordinal + days), shared)
    case .months(let months):
      let month = date.year * 12 + date.month - 1 + months
      let (year, number) = (month / 12, month % 12 + 1)
      guard (1...9999).contains(year) else { return [] }
      let day = min(date.day, CalendarDate.days(in: number, of: year))
      turn(CalendarDate(year: year, month: number, day: day), shared)
    case .carryOn:
      mode = .answering
      let text = shared.file?.language.date(date) ?? date.iso
      return fillDate(text)
    case .close, .goBack, .calendar:
      mode = .answering
    default: break
    }
    return []
  }

  private mutating func turn(_ date: CalendarDate?, _ shared: Shared) {
    guard let date, let file = shared.file else { return }
    mode = .calendar(date)
    settled.readBack = CaseFile.readBack(date, file.language)
  }

  private mutating func fillDate(_ text: String) -> Response {
    guard case .line(var line) = field else { return [] }
    _ = line.update(.replaced(text))
    field = .line(line)
    return pauses
  }

  // MARK: Rows

  mutating func removeRow(_ shared: inout Shared) -> Response {
    guard let file = shared.file, page.kind == .rows else { return [] }
    let table = file.pack.questions[page.owner].linkId
    let rows = file.sheet.rows(of: table)
    guard rows.indices.contains(focus) else { return [] }
    let word = file.evaluation.rowText(page.owner)
    shared.notice = Notice("\(word.capitalisedFirst) \(focus + 1) removed. Ctrl-Z brings it back.")
    pending = .stay
    return [.append(Act(file.sheet.removingRow(rows[focus], from: table)))]
  }

  mutating func moveRow(_ by: Int, _ shared: inout Shared) -> Response {
    guard let file = shared.file, page.kind == .rows else { return [] }
    let table = file.pack.questions[page.owner].linkId
    let rows = file.sheet.rows(of: table)
    guard rows.indices.contains(focus), rows.indices.contains(focus + by) else { return [] }
    let row = rows[focus]
    focus += by
    pending = .stay
    return [.append(Act(file.sheet.movingRow(row, of: table, to: focus)))]
  }
}

extension CaseFile {
  /// What stands where something is asked for beside a question: a note, a reason.
  func text(_ about: Asking.About, _ slot: Slot) -> String {
    switch about {
    case .note, .park: return sheet.remark(key(slot)) ?? ""
    case .notApplicable:
      if case .notApplicable(let reason)? = answer(slot) { return reason }
      return ""
    case .reason: return ""
    }
  }

  /// "Saturday 21 November 2026"
  static func readBack(_ date: CalendarDate, _ language: Language) -> String {
    "\(Language.weekdays[date.weekday]) \(language.date(date))"
  }
}
