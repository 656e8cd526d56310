import Canvas
import Interview
import PackModel
import PlainText

/// What stands in front of the question and has the keys: a line that is asked for, a calendar, what
/// is shown before it goes into several fields or rows.
struct Inset: Sendable {
  private(set) var mode = Mode.answering
  /// What was closed for the act under way, and comes back where it is refused.
  private var held: Mode?

  mutating func show(_ mode: Mode) { self.mode = mode }

  mutating func close() { mode = .answering }

  /// The act under way is over; where it was refused, what it was done with is there again.
  mutating func actIsOver(isKept: Bool) {
    if let held, !isKept { mode = held }
    held = nil
  }

  /// Whether an act is what is in hand here.
  func holds(_ act: Act, _ cursor: Cursor, _ file: OpenMatter) -> Bool {
    switch mode {
    case .answering, .calendar: return false
    case .asking(let asking):
      guard let target = cursor.target(file) else { return false }
      return act.overlaps([asking.subject(file.key(target))])
    case .filling(let filling): return act.changes == filling.act?.changes
    case .spreading(let spread):
      return spread.parts.contains { act.value(at: file.key($0.slot)) != nil }
    }
  }

  mutating func fit(lineWidth: Int) {
    guard case .asking(var asking) = mode else { return }
    asking.fit(width: lineWidth)
    mode = .asking(asking)
  }

  mutating func update(
    _ message: InterviewMessage, _ cursor: Cursor, _ shared: inout Shared
  ) -> Outcome {
    guard let file = shared.file else { return .done([]) }
    switch mode {
    case .answering: return .done([])
    case .asking(let asking):
      guard
        let target = asking.about == .rowNotApplicable ? cursor.ofRow(file) : cursor.target(file)
      else { return .done([]) }
      return update(asking, message, target, &shared)
    case .calendar(let date): return update(date, message, file.language)
    case .filling(let filling): return update(filling, message, &shared)
    case .spreading(let spread): return update(spread, message, &shared)
    }
  }

  // MARK: A line beside the question

  private mutating func update(
    _ asking: Asking, _ message: InterviewMessage, _ slot: Slot, _ shared: inout Shared
  ) -> Outcome {
    guard let file = shared.file else { return .done([]) }
    let key = file.key(slot)
    let beside = key.beside(asking.about.word)
    switch message {
    case .text(let text):
      var asking = asking
      if let said = asking.type(text) { shared.notice = Notice(said) }
      mode = .asking(asking)
      shared.file?.drafts[beside] = asking.typed(slot, file)
      return .done(.keepingTyped)
    case .carryOn where asking.about == .rowNotApplicable:
      return leaveOut(asking, slot, beside, &shared)
    case .carryOn:
      do throws(Asking.Missing) {
        let (changes, next) = try asking.act(key, file.sheet)
        guard !changes.isEmpty else {
          mode = .answering
          shared.file?.drafts[beside] = nil
          if asking.about.isAnswer { shared.file?.drafts[key] = nil }
          return .goOn(next)
        }
        hold()
        shared.file?.putDown(nil, at: beside)
        if asking.about.isAnswer { shared.file?.putDown(nil, at: key) }
        if case .way(let ways) = asking.about { shared.notice = ways.notice(changes) }
        return .act(Act(changes), then: next)
      } catch {
        shared.notice = Notice(error.words, .error)
        return .done([])
      }
    case .close, .goBack:
      mode = .answering
      shared.file?.drafts[beside] = nil
      shared.file?.keeping.forget([asking.subject(key)])
      return .done(.keepingTyped)
    default: return .done([])
    }
  }

  /// Says of the row's open cells that they do not apply.
  private mutating func leaveOut(
    _ asking: Asking, _ slot: Slot, _ beside: AnswerKey, _ shared: inout Shared
  ) -> Outcome {
    guard let file = shared.file else { return .done([]) }
    let reason = String(asking.field.text.trimmed)
    guard !reason.isEmpty else {
      shared.notice = Notice("A reason is needed: the report prints it.", .error)
      return .done([])
    }
    let changes = RowFilling.leavingOut(slot, file, because: reason)
    guard !changes.isEmpty else {
      mode = .answering
      shared.file?.drafts[beside] = nil
      return .said("Nothing of this row is open.")
    }
    shared.notice = Notice(
      "\(counted(changes.count, "cell")) of the row: not applicable. Ctrl-Z takes it back.")
    hold()
    shared.file?.putDown(nil, at: beside)
    return .act(Act(changes, why: "The rest of the row does not apply"), then: .stay)
  }

  /// Closes what an act is done with, as long as the matter keeps it.
  private mutating func hold() {
    held = mode
    mode = .answering
  }

  // MARK: The calendar

  private mutating func update(
    _ date: CalendarDate, _ message: InterviewMessage, _ language: Language
  ) -> Outcome {
    switch message {
    case .days(let days):
      if let day = CalendarDate(ordinal: date.ordinal + days) { mode = .calendar(day) }
    case .months(let months):
      let month = date.year * 12 + date.month - 1 + months
      let (year, number) = (month / 12, month % 12 + 1)
      guard (1...9999).contains(year) else { return .done([]) }
      let day = min(date.day, CalendarDate.days(in: number, of: year))
      if let day = CalendarDate(year: year, month: number, day: day) { mode = .calendar(day) }
    case .carryOn:
      mode = .answering
      return .type(.replaced(language.date(date)))
    case .close, .goBack, .calendar: mode = .answering
    default: break
    }
    return .done([])
  }

  // MARK: Several rows, several fields

  private mutating func update(
    _ filling: RowFilling, _ message: InterviewMessage, _ shared: inout Shared
  ) -> Outcome {
    var filling = filling
    switch message {
    case .list(let move):
      filling.move(move)
      mode = .filling(filling)
    case .pick(let number):
      guard filling.choices.indices.contains(number) else { return .done([]) }
      filling.cursor = number
      mode = .filling(filling)
      return update(filling, .carryOn, &shared)
    case .carryOn:
      guard let act = filling.act else { return .done([]) }
      for key in filling.keys { shared.file?.putDown(nil, at: key) }
      shared.notice = Notice(filling.said)
      hold()
      return .act(act, then: .stay)
    case .close, .goBack: mode = .answering
    default: break
    }
    return .done([])
  }

  private mutating func update(
    _ spread: SpreadText, _ message: InterviewMessage, _ shared: inout Shared
  ) -> Outcome {
    guard let file = shared.file else { return .done([]) }
    switch message {
    case .carryOn:
      let fields = counted(spread.parts.count, "field")
      let (changes, texts) = spread.filling(file, today: shared.today)
      for (key, text) in texts { shared.file?.putDown(text, at: key) }
      shared.notice = Notice("\(fields) filled. Ctrl-Z takes them back.")
      guard !changes.isEmpty else {
        mode = .answering
        shared.file?.actIsOver(isKept: true)
        return .goOn(.stay)
      }
      hold()
      return .act(Act(changes, why: "Pasted into \(fields)"), then: .stay)
    case .asOneLine:
      mode = .answering
      return .type(.pasted(spread.whole))
    case .close, .goBack:
      mode = .answering
      shared.file?.keeping.forget(spread.parts.map { .set(file.key($0.slot), from: nil, to: nil) })
    default: break
    }
    return .done([])
  }
}
