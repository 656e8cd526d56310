import Interview
import PackModel

/// What is typed and no answer yet, and what the matter has refused.
extension InterviewModel {
  func keep(_ shared: Shared) -> Response {
    guard let file = shared.file else { return [] }
    return [.saveDesk(note(file))]
  }

  /// Where the person stands, with what was kept as text, and without the text in hand.
  func standing(_ file: CaseFile) -> DeskNote {
    DeskNote(place: slot.map { file.key($0) }, drafts: file.drafts)
  }

  /// Where the person stands, with the text in hand where it is no answer yet.
  func note(_ file: CaseFile) -> DeskNote {
    var drafts = file.drafts
    var place: AnswerKey?
    if let slot {
      let key = file.key(slot)
      place = key
      let words = file.words(field, slot)
      if words != wordsAtStart, !isLeft { drafts[key] = words.isEmpty ? nil : words }
    } else if file.pack.questions.indices.contains(page.owner) {
      place = AnswerKey(file.pack.questions[page.owner].linkId)
    }
    return DeskNote(place: place, drafts: drafts)
  }

  /// Puts the text in hand down beside the others, as if it had been left.
  mutating func putDown(_ shared: inout Shared) {
    guard let file = shared.file, let slot, !isLeft else { return }
    let words = file.words(field, slot)
    guard words != wordsAtStart else { return }
    shared.file?.drafts[file.key(slot)] = words.isEmpty ? nil : words
    wordsAtStart = words
  }

  // MARK: What was refused

  /// Where it was refused the page on which it was done is there again, with what was typed there.
  mutating func actIsOver(isKept: Bool) {
    if let held, !isKept { mode = held }
    held = nil
    pending = nil
  }

  /// The acts that the matter has refused and that still hold: in the field nothing else was typed
  /// since.
  func outstanding(_ shared: Shared) -> [Act] {
    guard let file = shared.file else { return [] }
    guard let slot, !isLeft, mode == .answering else { return file.keeping.refused }
    return file.keeping.refused.filter { act in
      guard let value = act.value(at: file.key(slot)) else { return true }
      switch file.reading(field, slot, today: shared.today) {
      case .value(let now), .below(let now, _): return now == value
      case .empty, .refused: return false
      }
    }
  }

  func holds(_ act: Act, _ shared: Shared) -> Bool {
    guard let file = shared.file else { return false }
    switch mode {
    case .answering:
      guard let slot, !isLeft else { return false }
      return act.value(at: file.key(slot)) != nil
    case .asking(let asking):
      guard let target = target(file) else { return false }
      let key = file.key(target)
      return act.overlaps([
        asking.about == .note ? .remark(key, from: nil, to: nil) : .set(key, from: nil, to: nil)
      ])
    case .pasting: return act.addsRows(to: file.pack.questions[page.owner].linkId)
    case .spreading(let spread):
      return spread.parts.contains { act.value(at: file.key($0.slot)) != nil }
    case .calendar: return false
    }
  }

  mutating func doAgain(_ shared: inout Shared) -> Response {
    switch mode {
    case .answering: leave(.stay, &shared)
    case .asking(let asking): update(asking, .carryOn, &shared)
    case .pasting(let rows): update(pasting: rows, .carryOn, &shared)
    case .spreading(let spread): update(spreading: spread, .carryOn, &shared)
    case .calendar: []
    }
  }
}

extension AnswerKey {
  /// Under which name a text lies on the desk that is typed beside an answer, such as a note. No
  /// linkId has this sign.
  func beside(_ word: String) -> AnswerKey { AnswerKey("\(linkId)#\(word)", row: row) }

  /// The answer beside which such a text stands, and what it is; nil for the text of an answer.
  var besides: (answer: AnswerKey, word: String)? {
    guard let sign = linkId.lastIndex(of: "#") else { return nil }
    return (
      AnswerKey(String(linkId[..<sign]), row: row), String(linkId[linkId.index(after: sign)...])
    )
  }
}
