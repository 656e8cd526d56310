import PackModel

/// What was said: the sum of all entries.
package struct AnswerSheet: Hashable, Sendable {
  package private(set) var answers: [AnswerKey: Answer] = [:]
  package private(set) var remarks: [AnswerKey: String] = [:]
  /// Row ids of the user's tables, in the user's order.
  package private(set) var rows: [String: [String]] = [:]
  package private(set) var settings: [Setting: String] = [:]
  /// The number of the entry that set each answer last.
  package private(set) var origins: [AnswerKey: Int] = [:]
  /// By finding, the number of the entry that said last what is done about it.
  package private(set) var followUpOrigins: [String: Int] = [:]
  /// How many entries it adds up.
  package private(set) var head = 0
  /// How many rows were ever added, so that no row's id is used twice.
  package private(set) var rowsEverAdded = 0
  /// What the opening of a matter names, and was taken away since: its value until then.
  private(set) var lost: [Setting: String] = [:]
  /// Entries that can be undone, and that can be done again, newest last. The one that opened the
  /// matter is none of them.
  package private(set) var undoable: [Int] = []
  package private(set) var redoable: [Int] = []

  package init() {}

  package init(entries: some Sequence<Entry>) {
    for entry in entries { apply(entry) }
  }

  package subscript(key: AnswerKey) -> Answer? { answers[key] }
  /// The ids of a table's rows, in their order; empty where it has none.
  package func rows(of table: String) -> [String] { rows[table] ?? [] }
  /// The note beside a question; nil where there is none.
  package func remark(_ key: AnswerKey) -> String? { remarks[key] }
  /// The value of a setting; nil where it has none.
  package func setting(_ setting: Setting) -> String? { settings[setting] }

  /// An id that no row has or had.
  package var freshRow: String { "r\(rowsEverAdded + 1)" }

  /// Adds an act. Entries come in the order of their numbers.
  package mutating func apply(_ entry: Entry) {
    for change in entry.changes { apply(change, entry: entry.number) }
    head = entry.number
    switch entry.reverses {
    case nil:
      if !entry.opens { undoable.append(entry.number) }
      redoable.removeAll()
    // A journal from elsewhere may name what was never done, or never taken back.
    case .undo(let number):
      guard let at = undoable.lastIndex(of: number) else { return }
      undoable.remove(at: at)
      redoable.append(number)
    case .redo(let number):
      guard let at = redoable.lastIndex(of: number) else { return }
      redoable.remove(at: at)
      if !entry.opens { undoable.append(number) }
    }
  }

  /// The same with changes that no entry makes.
  func adding(_ changes: [Change]) -> AnswerSheet {
    var sheet = self
    for change in changes { sheet.apply(change, entry: head) }
    return sheet
  }

  /// Puts an answer in place that nobody has given yet, to see what would follow.
  ///
  /// - Returns: what stood there.
  mutating func put(_ answer: Answer?, at key: AnswerKey) -> Answer? {
    let before = answers[key]
    answers[key] = answer
    return before
  }

  private mutating func apply(_ change: Change, entry: Int) {
    switch change {
    case .set(let key, _, let to):
      answers[key] = to
      origins[key] = entry
    case .addRow(let table, let row, let at):
      // In place: a file may bring thousands of rows.
      let end = rows[table]?.count ?? 0
      rows[table, default: []].insert(row, at: min(max(at, 0), end))
      rowsEverAdded += 1
      // A table that has a row no longer has none.
      if answers[AnswerKey(table)] == Answer.none { answers[AnswerKey(table)] = nil }
    case .removeRow(let table, let row, _, let cells):
      rows[table]?.removeAll { $0 == row }
      for cell in cells { answers[cell.key] = nil }
    case .moveRow(let table, let row, _, let to):
      guard var list = rows[table], let at = list.firstIndex(of: row) else { return }
      list.remove(at: at)
      list.insert(row, at: min(max(to, 0), list.count))
      rows[table] = list
    case .remark(let key, _, let to): remarks[key] = to
    case .setting(let setting, _, let to):
      if setting.isEssential || setting == .title {
        lost[setting] = to == nil ? settings[setting] ?? lost[setting] : nil
      }
      settings[setting] = to
      if case .followUp(let finding, _) = setting { followUpOrigins[finding] = entry }
    }
  }
}
