import PackModel

extension Evaluation {
  /// Reads what a person typed, or a file says, as a value of a question.
  ///
  /// - Parameters:
  ///   - text: as typed. For checks: codes, displays or aliases, separated by commas or lines. For a
  ///     choice: a code, a display, an alias or, where the question is open, own words. A number with
  ///     no unit has the row's own, or the only one that there is.
  ///   - today: for "today" and "in 30 days"; nil where no clock may be read.
  /// - Throws: `AnswerError` for what is no value of the question's kind. Constraints are checked
  ///   by `refusal(of:for:row:)`.
  package func read(
    _ text: String, for question: Int, row: Int? = nil, today: CalendarDate? = nil
  ) throws(AnswerError) -> Value {
    let model = pack.questions[question]
    let trimmed = trim(text)
    guard !trimmed.isEmpty else { throw AnswerError(.empty, "Nothing is written here yet.") }
    switch model.kind {
    case .group, .display, .table:
      throw AnswerError(.notATable, "\(model.linkId) takes no value of its own; answer its parts.")
    case .boolean: return try AnswerReading.boolean(trimmed)
    case .string:
      // One line: line ends become spaces.
      return .text(trimmed.split(whereSeparator: \.isNewline).joined(separator: " "))
    case .text: return .text(String(trimmed.map { $0.isNewline ? "\n" : $0 }))
    case .date: return .date(try AnswerReading.date(trimmed, today: today))
    case .quantity:
      let usual = usualUnit(of: question, row: key(question, row: row).row)
      return .quantity(
        try AnswerReading.quantity(trimmed, units: model.units, usual: usual, form: numberForm))
    case .money:
      return .money(try AnswerReading.money(trimmed, usual: model.currency, form: numberForm))
    case .choice:
      if !model.rowsOf.isEmpty { return .row(try pointed(trimmed, model)) }
      return .choice(try AnswerReading.tick(trimmed, pack.names(of: question)))
    case .checks:
      return .checks(try AnswerReading.ticks(trimmed, pack.names(of: question)))
    }
  }

  /// The unit of a number that names none: the only one of the question, or the row's own; nil where
  /// there are several and the row has none.
  ///
  /// - Parameter row: the row's id.
  package func usualUnit(of question: Int, row: String?) -> Unit? {
    let units = pack.questions[question].units
    if units.count == 1 { return units[0] }
    guard let table = pack.table(of: question), case .pack(let rows) = pack.questions[table].rows,
      let unit = rows.first(where: { $0.code == row })?.unit, units.contains(unit)
    else { return nil }
    return unit
  }

  /// How the documents of this matter write numbers.
  private var numberForm: Language.NumberForm {
    sheet.setting(.form(.numbers)).flatMap { Language.NumberForm(rawValue: $0) } ?? .comma
  }

  /// Why a value cannot be accepted here; nil where it can.
  package func refusal(
    of value: Value, for question: Int, row: Int? = nil, note: String? = nil
  ) -> AnswerError? {
    do throws(AnswerError) {
      _ = try accepting(value, for: question, row: row, note: note)
      return nil
    } catch {
      return error
    }
  }

  /// The changes that a value makes, and what follows from them.
  ///
  /// - Parameter note: why the value is chosen; kept as the answer's note.
  func accepting(
    _ value: Value, for question: Int, row: Int? = nil, note: String? = nil
  ) throws(AnswerError) -> (changes: [Change], after: Evaluation) {
    let model = pack.questions[question]
    if case .checks(let ticks) = value, ticks.count > 1,
      let alone = ticks.first(where: { tick in
        if case .code(let code) = tick { return model.option(code)?.exclusive == true }
        return false
      }), case .code(let code) = alone
    {
      throw AnswerError(
        .exclusive, "“\(model.option(code)?.display ?? code)” stands alone: untick the others.")
    }
    if let code = unoffered(value, model, question, row) {
      throw AnswerError(
        .notAnOption,
        "“\(model.option(code)?.display ?? code)” does not go with the other answers.")
    }
    let key = key(question, row: row)
    var changes = sheet.setting(key, to: .value(value))
    if let note { changes += sheet.remarking(key, note) }
    let after = after(changes)
    let scope = pack.table(of: question).flatMap { table in row.map { Scope(table: table, row: $0) }
    }
    let reader = after.reader()
    if after.state(question, row: row) == .conflict {
      // The conflict hides the value; it is put back to find the rule that it breaks.
      var probe = reader
      probe.answers.set(.value(value), .answered, .question(question), row: row)
      for rule in model.constraints where probe.truth(rule.require, scope ?? Scope()) == .no {
        throw AnswerError(.constraint, rule.human)
      }
      throw AnswerError(.constraint, "This does not go with the other answers.")
    }
    if case .row(let target) = value, let table = pack.table(of: question),
      model.rowsOf.contains(table), after.isRing(question, table, from: row, target)
    {
      throw AnswerError(.ring, "This makes a ring: a company cannot stand above itself.")
    }
    if after.sheet.remark(key) == nil,
      let deviation = after.deviations(of: question, row: row).first
    {
      throw AnswerError(
        .reasonWanted,
        "This goes below the law (\(pack.citations(deviation.authority))): \(deviation.says) "
          + "It can be chosen with a reason, which is kept as a note.")
    }
    return (changes, after)
  }

  /// The first tick of a value that is not offered with the other answers.
  private func unoffered(
    _ value: Value, _ model: Question, _ question: Int, _ row: Int?
  ) -> String? {
    let ticks: [Tick] =
      switch value {
      case .choice(let tick): [tick]
      case .checks(let ticks): ticks
      default: []
      }
    let scope =
      pack.table(of: question).flatMap { table in row.map { Scope(table: table, row: $0) } }
    for case .code(let code) in ticks {
      if let condition = model.option(code)?.enableWhen,
        reader().truth(condition, scope ?? Scope()) == .no
      {
        return code
      }
    }
    return nil
  }

  private func isRing(_ pointer: Int, _ table: Int, from row: Int?, _ target: String) -> Bool {
    guard let row, let rows = effective.table(table) else { return false }
    var next: String? = target
    var seen: Set<String> = []
    while let id = next, let at = rows.number(of: id) {
      if at == row || !seen.insert(id).inserted { return true }
      if case .value(.row(let above)) = effective.reading(.question(pointer), row: at) {
        next = above
      } else {
        next = nil
      }
    }
    return false
  }

  /// The rows and groups that a pointer may name, with their names as far as given.
  package func targets(of question: Int) -> [(id: String, name: String)] {
    pack.questions[question].rowsOf.flatMap { owner -> [(String, String)] in
      let model = pack.questions[owner]
      guard model.kind == .table else { return [(model.linkId, targetName(owner, row: nil))] }
      let rows = effective.table(owner)?.rows ?? []
      return rows.indices.map { (rows[$0], targetName(owner, row: $0)) }
    }
  }

  /// The name of one row or group that a pointer may name; nil where there is none of that id.
  package func target(_ id: String, of question: Int) -> String? {
    for owner in pack.questions[question].rowsOf {
      if pack.questions[owner].kind != .table {
        if pack.questions[owner].linkId == id { return targetName(owner, row: nil) }
      } else if let row = effective.table(owner)?.number(of: id) {
        return targetName(owner, row: row)
      }
    }
    return nil
  }

  private func targetName(_ owner: Int, row: Int?) -> String {
    if let column = nameColumn(of: owner),
      case .value(.text(let text)) = effective.reading(.question(column), row: row)
    {
      return text
    }
    guard let row else { return pack.questions[owner].shortText }
    return "\(rowText(owner)) \(row + 1)"
  }

  /// The part by which a row or a group is called: the first of its two leading ones that is a text,
  /// else the first.
  func nameColumn(of owner: Int) -> Int? {
    let parts = pack.questions[owner].children
    return parts.prefix(2).first { pack.questions[$0].kind == .string } ?? parts.first
  }

  /// What one row of a table is called: "sub-processor".
  package func rowText(_ table: Int) -> String {
    if case .user(let text) = pack.questions[table].rows { return text }
    return "row"
  }

  private func pointed(_ text: String, _ model: Question) throws(AnswerError) -> String {
    let targets = model.rowsOf.isEmpty ? [] : targets(of: pack.question(model.linkId) ?? 0)
    if let exact = targets.first(where: { $0.id == text }) { return exact.id }
    let alike = targets.filter { $0.name == text }
    if alike.count == 1 { return alike[0].id }
    let wanted = FoldedName(text)
    let named = targets.filter { FoldedName($0.name) == wanted }
    if named.count == 1 { return named[0].id }
    let names = (named.isEmpty ? targets : named).map { "“\($0.name)” (\($0.id))" }
    throw AnswerError(
      .notARow,
      targets.isEmpty
        ? "There is nobody to choose from yet."
        : named.isEmpty
          ? "“\(text)” is nobody of this list. Write \(Language.british.list(Array(names.prefix(5)), or: true))."
          : "“\(text)” may be \(Language.british.list(names, or: true)). Write which one it is.")
  }
}

private func trim(_ text: String) -> String {
  var slice = text[...]
  while slice.first?.isWhitespace == true { slice.removeFirst() }
  while slice.last?.isWhitespace == true { slice.removeLast() }
  return String(slice)
}
