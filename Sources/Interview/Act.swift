import PackModel

/// Makes the changes of an act from a sheet, so that each carries what stood before.
extension AnswerSheet {
  /// The changes that put an answer in place, or with nil take it away.
  package func setting(_ key: AnswerKey, to answer: Answer?) -> [Change] {
    answers[key] == answer ? [] : [.set(key, from: answers[key], to: answer)]
  }

  /// The changes that keep a note beside a question, or with nil take it away.
  package func remarking(_ key: AnswerKey, _ note: String?) -> [Change] {
    remarks[key] == note ? [] : [.remark(key, from: remarks[key], to: note)]
  }

  /// The changes that give a setting of the matter another value, or with nil none.
  package func changing(_ setting: Setting, to value: String?) -> [Change] {
    settings[setting] == value ? [] : [.setting(setting, from: settings[setting], to: value)]
  }

  /// Adds a row at the end of a table. That there were none is taken back by the same act.
  package func addingRow(to table: String, id: String) -> [Change] {
    let none = answers[AnswerKey(table)]
    return (none == nil ? [] : [.set(AnswerKey(table), from: none, to: nil)]) + [
      .addRow(table: table, row: id, at: rows(of: table).count)
    ]
  }

  /// Removes a row with all its cells.
  package func removingRow(_ row: String, from table: String) -> [Change] {
    guard let at = rows(of: table).firstIndex(of: row) else { return [] }
    let prefix = table + "."
    let cells =
      answers
      .filter { $0.key.row == row && $0.key.linkId.hasPrefix(prefix) }
      .map { Change.Cell(key: $0.key, answer: $0.value) }
      .sorted { $0.key < $1.key }
    return [.removeRow(table: table, row: row, at: at, cells: cells)]
  }

  /// The changes that put a row at another place of its table, counted from 0.
  package func movingRow(_ row: String, of table: String, to position: Int) -> [Change] {
    guard let at = rows(of: table).firstIndex(of: row), at != position else { return [] }
    return [.moveRow(table: table, row: row, from: at, to: position)]
  }

  /// The changes that take an act back: its inverse changes, last first, with the cells of a
  /// removed row.
  package func inverse(of entry: Entry) -> [Change] {
    entry.changes.reversed().flatMap { change -> [Change] in
      switch change {
      case .removeRow(_, _, _, let cells):
        return [change.inverse] + cells.map { .set($0.key, from: nil, to: $0.answer) }
      case .addRow(let table, let row, _): return removingRow(row, from: table)
      default: return [change.inverse]
      }
    }
  }
  /// The changes of an act that takes another back, or does again what was taken back.
  ///
  /// - Parameter entries: the journal that this sheet adds up.
  /// - Returns: nil where the journal has no such entry.
  package func changes(of reverse: Entry.Reverse, in entries: [Entry]) -> [Change]? {
    switch reverse {
    case .undo(let number): entries.last { $0.number == number }.map(inverse)
    case .redo: entries.last { $0.reverses == reverse.opposite }.map(inverse)
    }
  }
}

extension Entry.Reverse {
  fileprivate var opposite: Entry.Reverse {
    switch self {
    case .undo(let number): .redo(number)
    case .redo(let number): .undo(number)
    }
  }
}
