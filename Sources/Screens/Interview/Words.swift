import Canvas
import Interview
import PackModel
import PlainText

extension String {
  /// The same with a capital at the beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// "a sub-processor", "an instruction".
  var withArticle: String {
    guard let first = lowercased().first else { return self }
    return ("aeiou".contains(first) ? "an " : "a ") + self
  }
}

/// "1 question", "3 questions".
package func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  number == 1 ? "1 \(one)" : "\(number) \(many ?? one.plural)"
}

extension String {
  /// "companies", "keys", "processes".
  var plural: String {
    guard let last else { return self }
    if last == "y", let before = dropLast().last, !"aeiou".contains(before) {
      return dropLast() + "ies"
    }
    return self + (hasSuffix("ss") || hasSuffix("x") || hasSuffix("ch") ? "es" : "s")
  }
}

extension OpenMatter {
  /// A value on one line. Several ticks are set apart by semicolons, for their words may hold commas.
  func shown(_ value: Value, _ question: Int) -> String {
    guard case .checks(let ticks) = value, ticks.count > 1 else {
      return evaluation.shown(value, of: question, in: language)
    }
    return ticks.map { evaluation.shown(.checks([$0]), of: question, in: language) }
      .joined(separator: "; ")
  }

  /// What stands at a question, on one line, and how it looks.
  func said(_ slot: Slot) -> (text: String, style: Style) {
    let question = pack.questions[slot.question]
    if let draft = drafts[key(slot)] { return ("~ \(draft) (typed, not accepted yet)", .marker) }
    if question.kind == .table {
      let rows = sheet.rows(of: question.linkId)
      if !rows.isEmpty { return (counted(rows.count, evaluation.rowText(slot.question)), .normal) }
    }
    switch answer(slot) {
    case .value(let value)?:
      let text = shown(value, slot.question)
      let isConflict = state(slot) == .conflict
      return (isConflict ? "! \(text)" : text, isConflict ? .error : .normal)
    case .notApplicable(let reason)?: return ("- does not apply: \(reason)", .dim)
    case .some(.none): return ("there are none", .normal)
    case .unknown?, .parked?, nil:
      let sign = StateSign(state(slot))
      return ("\(sign.sign) \(sign.words)", .dim)
    }
  }

  /// A row of a user's table on one line.
  func rowLine(_ table: Int, row: String, number: Int) -> String {
    let model = pack.questions[table]
    let texts = model.children.prefix(4).compactMap { column -> String? in
      guard case .value(let value)? = answer(Slot(column, row: row)) else { return nil }
      return shown(value, column)
    }
    let open = model.children.count { isOpen(Slot($0, row: row)) }
    let text =
      texts.isEmpty
      ? "\(evaluation.rowText(table)) \(number + 1)" : texts.joined(separator: ", ")
    return "\(number + 1) \(text)" + (open > 0 ? " (? \(open) open)" : "")
  }

  /// A question's name for lines about it: "sub-processors: notice of changes".
  func name(_ key: AnswerKey) -> String {
    if let (answer, word) = key.besides { return "\(name(answer)): \(word)" }
    guard let number = pack.question(key.linkId) else { return key.linkId }
    let question = pack.questions[number]
    guard let row = key.row, let table = pack.table(of: number) else { return question.shortText }
    if case .pack(let rows) = pack.questions[table].rows {
      return "\(question.shortText) (\(rows.first { $0.code == row }?.text ?? row))"
    }
    return "\(rowName(table, row)): \(question.label)"
  }

  /// What a user's row is called: by its own name, else by its number ("company 8").
  func rowName(_ table: Int, _ row: String) -> String {
    if let column = pack.nameColumn(of: table),
      case .value(let value)? = answer(Slot(column, row: row))
    {
      let name = DisplayText(shown(value, column)).clipped(to: 28).text
      if !name.isEmpty { return name }
    }
    let at = sheet.rows(of: pack.questions[table].linkId).firstIndex(of: row)
    let word = evaluation.rowText(table)
    return at.map { "\(word) \($0 + 1)" } ?? word
  }

  /// An act in words, for the line that says what was undone.
  func words(_ entry: Entry) -> String {
    if entry.changes.count > 1, let why = entry.why, !why.isEmpty { return why }
    let change = entry.changes.last { change in
      guard case .setting(let setting, _, _) = change else { return true }
      switch setting {
      case .followUp, .paper(_, .name): return true
      default: return false
      }
    }
    guard let change else { return "a setting of the matter" }
    switch change {
    case .set(let key, _, let to):
      switch to {
      case .value(let value)?:
        let shown = pack.question(key.linkId).map { self.shown(value, $0) }
        return "\(name(key)): \(DisplayText(shown ?? "").clipped(to: 40).text)"
      case .unknown?: return "\(name(key)): not known yet"
      case .parked?: return "\(name(key)): left for counsel"
      case .notApplicable?: return "\(name(key)): does not apply"
      case .some(.none): return "\(name(key)): there are none"
      case nil: return "\(name(key)): answer taken away"
      }
    case .addRow(let table, _, _): return "\(rowWord(table)) added"
    case .removeRow(let table, _, _, _): return "\(rowWord(table)) removed"
    case .moveRow(let table, _, _, _): return "\(rowWord(table)) moved"
    case .remark(let key, _, _): return "note on \(name(key))"
    case .setting(.followUp(let finding, let field), _, let to):
      if let why = entry.why, !why.isEmpty { return why }
      return "\(finding): \(field) \(DisplayText(to ?? "none").clipped(to: 40).text)"
    case .setting(.paper, let from, let to):
      return to.map { "paper “\($0)” added" } ?? "paper “\(from ?? "")” removed"
    case .setting: return "a setting of the matter"
    }
  }

  private func rowWord(_ table: String) -> String {
    pack.question(table).map(evaluation.rowText) ?? "row"
  }
}
