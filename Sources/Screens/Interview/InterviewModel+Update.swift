import Canvas
import Interview
import PackModel

extension InterviewModel {
  mutating func update(_ message: InterviewMessage, _ shared: inout Shared) -> Response {
    guard shared.file != nil else { return [] }
    seeksWarning = message == .nextWarning
    if isCovered(shared), let response = covered(message, &shared) { return response }
    guard mode == .answering else {
      return carryOut(inset.update(message, cursor, &shared), &shared)
    }
    // A key in a text comes first, and while nobody else holds the text, which would be copied then.
    if case .text(let text) = message { return typing(text, &shared) }
    let acts = AnswerActs(cursor: cursor, field: field)
    if let outcome = navigation.jump(message, cursor, &shared)
      ?? acts.outcome(of: message, &shared)
    {
      return carryOut(outcome, &shared)
    }
    if let isChosen = editor.choose(message) { return isChosen ? .typed : [] }
    return answer(message, &shared)
  }

  /// While help or the preview covers the question its keys scroll; other commands come through.
  private mutating func covered(_ message: InterviewMessage, _ shared: inout Shared) -> Response? {
    switch message {
    case .scrollSide(let scroll), .list(let scroll): scrollSide(scroll, &shared)
    case .close, .carryOn, .goBack: sidePane.uncover()
    case .text: break
    default: return nil
    }
    return []
  }

  /// Does what a part wants done.
  mutating func carryOut(_ outcome: Outcome, _ shared: inout Shared) -> Response {
    if case .show(let mode) = outcome { inset.show(mode) }
    if let file = shared.file { settled.read(mode, file.language) }
    switch outcome {
    case .done(let response): return response
    case .said(let words): shared.notice = Notice(words)
    case .act(let act, let next): return append(act, then: next)
    case .goOn(let next): return proceed(next, &shared)
    case .leave(let next): return leave(next, &shared)
    case .type(let text):
      _ = editor.type(text)
      return .typed
    case .put(let value):
      return put(&shared) { editor, slot, file throws(AnswerError) in
        try editor.put(value, slot, file)
      }
    case .putWords(let words):
      return put(&shared) { editor, slot, file throws(AnswerError) in
        try editor.put(words, slot, file)
      }
    case .show: break
    }
    return []
  }

  private mutating func put(
    _ shared: inout Shared,
    _ body: (inout Editor, Slot, OpenMatter) throws(AnswerError) -> Bool
  ) -> Response {
    guard let file = shared.file, let slot else { return [] }
    do throws(AnswerError) {
      return try body(&editor, slot, file) ? .typed : []
    } catch {
      shared.notice = Notice(error.message, .error)
      return []
    }
  }

  /// What is of the field, its page and what stands beside it.
  private mutating func answer(_ message: InterviewMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .fill(let words): return carryOut(.putWords(words), &shared)
    case .carryOn: return carryOn(&shared)
    case .takeFound: return takeFound(&shared)
    case .nextUnit: return nextUnit(&shared)
    case .goOn: return leave(.forward, &shared)
    case .goBack: return leave(.backward, &shared)
    case .fieldDown: return move(1, &shared)
    case .fieldUp: return move(-1, &shared)
    case .list(let scroll): return list(scroll, &shared)
    case .addRow: return leaveList(.addRow, &shared)
    case .close: return close(&shared)
    case .toggleHelp: return toggle(.help, &shared)
    case .togglePreview: return toggle(.preview, &shared)
    case .scrollSide(let scroll): scrollSide(scroll, &shared)
    case .quoteBeside: return quoteBeside(&shared)
    case .toPaper: return leaveForPaper(&shared)
    case .term(let number):
      sidePane.toggleTerm(number)
      settle(&shared, isFirst: false)
    // Of a paste and the calendar, where there is none.
    case .asOneLine, .days, .months: break
    // Texts, ways, states and ticks are done already.
    default: break
    }
    return []
  }

  /// Text back from the person's editor.
  mutating func edited(_ text: String?, _ key: AnswerKey, _ shared: inout Shared) -> Response {
    carryOut(AnswerActs(cursor: cursor, field: field).edited(text, key, &shared), &shared)
  }

  private mutating func scrollSide(_ message: ScrollMessage, _ shared: inout Shared) {
    if movePassage(message, &shared) { return }
    sidePane.scroll(message, height: panes(shared).side?.height ?? 1)
  }

  // MARK: Typing

  private mutating func typing(_ message: TextMessage, _ shared: inout Shared) -> Response {
    if case .pasted(let text) = message, field.isNone, page.kind == .rows {
      return [.readTable(.text(text), table: page.owner)]
    }
    if case .pasted(let text) = message, let file = shared.file, let shown = paste(text, file) {
      inset.show(shown)
      return Response([]).layingOut()
    }
    switch editor.type(message) {
    case .typed(let said, let laysOut):
      if let said { shared.notice = Notice(said) }
      return .typed.layingOut(laysOut)
    case .ofMatter: return shared.undo(message == .undo)
    case .nothing: return []
    }
  }

  /// A paste that is more than one answer: what it would make.
  private func paste(_ text: String, _ file: OpenMatter) -> Mode? {
    switch field {
    case .line:
      return SpreadText(text, over: Array(page.slots.dropFirst(focus)), file).map { .spreading($0) }
    case .area, .choice, .none: return nil
    }
  }

  private mutating func takeFound(_ shared: inout Shared) -> Response {
    switch editor.takeFound() {
    case .refused(let words)?: shared.notice = Notice(words, .error)
    case .ticked(let words)?:
      shared.notice = Notice(words)
      return .typed
    case .chosen?: return carryOn(&shared)
    case nil: break
    }
    return []
  }

  private mutating func nextUnit(_ shared: inout Shared) -> Response {
    let (isTurned, ownText) = editor.turnUnit()
    if let ownText { shared.notice = Notice("“\(ownText)” says by itself what it counts.") }
    return isTurned ? .typed : []
  }
}
