import Canvas
import Interview
import PackModel

extension InterviewModel {
  /// Opens a matter's page: where the person stood, else the first open question.
  mutating func open(_ place: Place?, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    show(place ?? file.firstOpen ?? Place(item: file.items.first?.question ?? 0), &shared)
    settle(&shared, isFirst: true)
    return [.after(milliseconds: 150, .settle)]
  }

  mutating func update(_ message: InterviewMessage, _ shared: inout Shared) -> Response {
    guard shared.file != nil else { return [] }
    if isCovered(shared), let effects = covered(message, shared) { return effects }
    switch mode {
    case .asking(let asking): return update(asking, message, &shared)
    case .calendar(let date): return update(date, message, &shared)
    case .pasting(let rows): return update(pasting: rows, message, &shared)
    case .spreading(let lines): return update(spreading: lines, message, &shared)
    case .answering: return answer(message, &shared)
    }
  }

  /// While help or the preview covers the question its keys scroll; other commands come through.
  private mutating func covered(_ message: InterviewMessage, _ shared: Shared) -> Response? {
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

  private mutating func answer(_ message: InterviewMessage, _ shared: inout Shared) -> Response {
    if message.leadsElsewhere { isAmongOpen = false }
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
    case .takeFound: return takeFound(&shared)
    case .toggleAll: return change { $0.toggleAll() }
    case .invert: return change { $0.invert() }
    case .chooseNone: return change { $0.chooseNone() }
    case .nextUnit: return nextUnit(&shared)
    case .historyBack, .historyForward: return history(message == .historyBack, &shared)
    case .section(let by): return section(by, &shared)
    case .nextOpen:
      let next = shared.file?.nextOpen(after: place)
      isAmongOpen = next != nil
      return jump(next, "Nothing is open.", &shared)
    case .nextWarning:
      shared.file?.settle()
      return jump(shared.file?.nextWarning(after: place), "There is no warning.", &shared)
    case .nextParked:
      return jump(
        shared.file?.nextParked(after: place), "Nothing is left for counsel.", &shared)
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
    case .copyAbove: return copyAbove(&shared)
    case .toProfile: return toProfile(&shared)
    case .asOneLine: return []
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
}

extension InterviewMessage {
  /// Whether it leaves the way from one open question to the next.
  fileprivate var leadsElsewhere: Bool {
    switch self {
    case .goBack, .historyBack, .historyForward, .section, .nextWarning, .nextParked, .goTo,
      .otherJourney:
      true
    default: false
    }
  }
}
