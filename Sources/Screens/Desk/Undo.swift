import Interview

extension Shared {
  /// Takes the last act back, or makes it again. The line says which. What is about the matter only,
  /// as a setting of its documents is, is passed by: nothing here shows it.
  mutating func undo(_ isUndo: Bool) -> Response {
    guard let file else { return [] }
    let numbers = isUndo ? file.sheet.undoable : file.sheet.redoable
    guard
      let entry = numbers.reversed().lazy.compactMap({ file.entry($0) }).first(where: \.isOfAnswers)
    else {
      notice = Notice(isUndo ? "There is nothing to undo." : "There is nothing to do again.")
      return []
    }
    notice = Notice("\(isUndo ? "Undone" : "Done again"): \(file.words(entry))")
    let reverse: Entry.Reverse = isUndo ? .undo(entry.number) : .redo(entry.number)
    guard let changes = file.sheet.changes(of: reverse, in: file.entries) else { return [] }
    return [.append(Act(changes, reverses: reverse))]
  }
}

extension Entry {
  /// Whether it says something about answers, findings or papers, and not about the matter only.
  var isOfAnswers: Bool {
    changesPapers
      || changes.contains {
        guard case .setting(let setting, _, _) = $0 else { return true }
        if case .followUp = setting { return true }
        return setting == .journey
      }
  }

  /// Whether it says something about questions.
  var isAnAnswer: Bool {
    changes.contains { if case .setting = $0 { false } else { true } }
  }

  /// The first answer that it touches.
  var firstKey: AnswerKey? { keys.first }

  /// The answers that it touches.
  var keys: [AnswerKey] {
    changes.compactMap { change -> AnswerKey? in
      switch change {
      case .set(let key, _, _), .remark(let key, _, _): key
      case .addRow(let table, let row, _): AnswerKey(table, row: row)
      case .removeRow(let table, _, _, _), .moveRow(let table, _, _, _): AnswerKey(table)
      case .setting: nil
      }
    }
  }
}
