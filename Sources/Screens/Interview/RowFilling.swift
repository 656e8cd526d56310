import Interview
import PackModel

/// An answer that goes into the same column of other rows: those below, or all.
package struct RowFilling: Equatable, Sendable {
  struct Choice: Equatable, Sendable {
    let words: String
    let keys: [AnswerKey]
    let changes: [Change]
  }

  let title: String
  let choices: [Choice]
  var cursor = 0

  /// nil where no row could take it.
  init?(_ answer: Answer, at slot: Slot, _ file: OpenMatter) {
    let rows = file.rowIds(around: slot)
    guard let here = rows.firstIndex(where: { $0 == slot.row }) else { return nil }
    let said = answer.shownBriefly(slot.question, file)
    title = "“\(said)” for: \(file.pack.questions[slot.question].label). Into which rows?"
    let asked = rows.indices.filter { at in
      let slot = Slot(slot.question, row: rows[at])
      switch file.state(slot) {
      case .notAsked, .notYet: return at == here
      default: return true
      }
    }
    // Judged one after the other: what does not go with a row's other answers is left as it is.
    func choice(_ words: String, _ numbers: [Int], hides: Bool = true) -> Choice? {
      let keys = numbers.map { AnswerKey(file.pack.questions[slot.question].linkId, row: rows[$0]) }
      let taking = file.evaluation.taking(answer, at: keys)
      let kept = keys.count - taking.keys.count
      guard taking.keys.contains(where: { $0.row != slot.row }) else { return nil }
      let rest = kept == 0 ? "" : "; \(counted(kept, "row")) cannot take it, and stay"
      return Choice(
        words: "\(words): \(counted(taking.keys.count, "row"))\(rest)", keys: taking.keys,
        changes: taking.changes)
    }
    let isOpen = { (at: Int) in file.isOpen(Slot(slot.question, row: rows[at])) || at == here }
    let differs = { (at: Int) in file.answer(Slot(slot.question, row: rows[at])) != answer }
    let below = asked.filter { $0 >= here && isOpen($0) && differs($0) }
    let open = asked.filter { isOpen($0) && differs($0) }
    let all = asked.filter(differs)
    var found = [choice("This row and those below, where it is open", below)]
    if open != below { found.append(choice("All rows, where it is open", open)) }
    if all != open { found.append(choice("All rows, other answers too", all)) }
    choices = found.compactMap(\.self)
    if choices.isEmpty { return nil }
  }

  mutating func move(_ scroll: ScrollMessage) {
    cursor = cursor.moved(scroll, count: choices.count, page: choices.count)
  }

  private var chosen: Choice? { choices.indices.contains(cursor) ? choices[cursor] : nil }
  var keys: [AnswerKey] { chosen?.keys ?? [] }
  var act: Act? {
    chosen.map { Act($0.changes, why: "One answer in \(counted($0.keys.count, "row"))") }
  }
  var said: String { "\(counted(keys.count, "row")) filled. Ctrl-Z takes them back." }
}

extension Answer {
  fileprivate func shownBriefly(_ question: Int, _ file: OpenMatter) -> String {
    switch self {
    case .value(let value): String(file.shown(value, question).prefix(40))
    case .unknown: "not known yet"
    case .parked: "left for counsel"
    case .notApplicable: "not applicable"
    case .none: "none"
    }
  }
}

extension RowFilling {
  /// The changes that say of a row's open cells that they do not apply.
  static func leavingOut(_ slot: Slot, _ file: OpenMatter, because reason: String) -> [Change] {
    let pack = file.pack
    let own = pack.questions[slot.question].kind == .table ? slot.question : nil
    guard let row = slot.row, let table = pack.table(of: slot.question) ?? own else { return [] }
    return pack.questions[table].children.flatMap { column -> [Change] in
      let cell = Slot(column, row: row)
      switch file.state(cell) {
      case .open, .unknown, .parked:
        return file.sheet.setting(file.key(cell), to: .notApplicable(reason))
      default: return []
      }
    }
  }
}
