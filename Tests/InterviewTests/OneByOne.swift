import PackModel

@testable import Interview

/// How answers from a file were taken before: a whole evaluation after every answer. What is taken,
/// with which errors and changes, is what `Assigning` is held to.
struct OneByOne {
  private(set) var evaluation: Evaluation
  /// What the assignments come to, for one act.
  private(set) var changes: [Change] = []
  private(set) var refused: [RefusedAssignment] = []
  private let today: CalendarDate?
  /// Row ids in the file, and what they are in the sheet.
  private var rowNames: [String: String] = [:]
  private let renames: Bool
  private var sheet: AnswerSheet { evaluation.sheet }

  /// - Parameters:
  ///   - today: for "today" and "in 30 days"; nil where no clock may be read.
  ///   - renames: whether new rows get fresh ids; else they keep the file's, as examples do.
  init(_ evaluation: Evaluation, today: CalendarDate? = nil, renames: Bool = true) {
    self.evaluation = evaluation
    self.today = today
    self.renames = renames
  }

  mutating func take(_ assignments: [Assignment]) {
    // Rows first, so that one may point at another that stands below it.
    for assignment in assignments where assignment.isRow { take(assignment) }
    var waiting = assignments.filter { !$0.isRow }
    // A constraint may want what stands further down: what is refused is tried again until
    // nothing more is taken.
    while true {
      let before = waiting.count
      var again: [Assignment] = []
      var errors: [RefusedAssignment] = []
      for assignment in waiting {
        do throws(AnswerError) {
          try place(assignment)
        } catch {
          again.append(assignment)
          errors.append(RefusedAssignment(path: assignment.path, error: error))
        }
      }
      if again.isEmpty || again.count == before {
        refused += errors
        return
      }
      waiting = again
    }
  }

  mutating func take(_ assignment: Assignment) {
    do throws(AnswerError) {
      try place(assignment)
    } catch {
      refused.append(RefusedAssignment(path: assignment.path, error: error))
    }
  }

  private mutating func apply(_ new: [Change]) {
    guard !new.isEmpty else { return }
    changes += new
    goOn(to: evaluation.after(new))
  }

  private mutating func goOn(to next: Evaluation) {
    evaluation = next
  }

  private mutating func place(_ assignment: Assignment) throws(AnswerError) {
    let pack = evaluation.pack
    let (linkId, row) = try located(assignment.path)
    guard let question = pack.question(linkId) else {
      throw AnswerError(.unknownQuestion, "There is no question “\(linkId)”.")
    }
    if assignment.isRow { return }
    let key = AnswerKey(linkId, row: row)
    let number =
      assignment.said == .removeRow ? nil : try rowNumber(question, row, assignment.path)
    switch assignment.said {
    case .removeRow:
      guard let row, assignment.path.hasSuffix("]"), sheet.rows(of: linkId).contains(row) else {
        throw AnswerError(.unknownRow, "“\(assignment.path)” is no row that can be removed.")
      }
      apply(sheet.removingRow(row, from: linkId))
    case .unknown(let note):
      if !renames { clear(linkId) }
      apply(sheet.setting(key, to: .unknown) + noted(key, note))
    case .parked(let note): apply(sheet.setting(key, to: .parked) + noted(key, note))
    case .notApplicable(let reason): apply(sheet.setting(key, to: .notApplicable(reason)))
    case .open:
      if !renames { clear(linkId) }
      apply(sheet.setting(key, to: nil))
    case .none:
      if pack.questions[question].kind == .checks {
        return apply(sheet.setting(key, to: .value(.checks([]))))
      }
      guard pack.questions[question].kind == .table else {
        throw AnswerError(.notATable, "“There are none” can be said of a table only.")
      }
      if !renames { clear(linkId) }
      guard sheet.rows(of: linkId).isEmpty else {
        throw AnswerError(.notATable, "The table has rows: remove them first.")
      }
      apply(sheet.setting(key, to: Answer.none))
    case .words(let words):
      try set(pointed(words, question), question, number, reason(assignment))
    case .list(let list):
      if list.isEmpty, pack.questions[question].kind == .checks {
        return apply(sheet.setting(key, to: .value(.checks([]))))
      }
      // Own words may hold a comma; a list keeps them whole.
      let model = pack.questions[question]
      guard model.kind == .checks else {
        return try set(list.joined(separator: "\n"), question, number, reason(assignment))
      }
      var ticks: [Tick] = []
      for word in list {
        let tick = try AnswerReading.tick(word, pack.names(of: question))
        if !ticks.contains(tick) { ticks.append(tick) }
      }
      try set(.checks(AnswerReading.ordered(ticks, model)), question, number, reason(assignment))
    }
  }

  /// The number of the row that is meant; a column wants one, and nothing else takes one.
  private func rowNumber(
    _ question: Int, _ row: String?, _ path: String
  ) throws(AnswerError) -> Int? {
    let model = evaluation.pack.questions[question]
    guard model.kind != .group, model.kind != .display else {
      throw AnswerError(
        .notATable, "\(model.linkId) takes no answer of its own; answer its parts.")
    }
    switch (evaluation.pack.table(of: question), row) {
    case (nil, nil): return nil
    case (nil, _?): throw AnswerError(.unknownRow, "“\(path)” names a row and no column of it.")
    case (let table?, nil):
      let name = evaluation.pack.questions[table].linkId
      throw AnswerError(.unknownRow, "Name the row: \(name)[0].\(model.name).")
    case (let table?, let row?): return evaluation.effective.table(table)?.number(of: row)
    }
  }

  /// In an example a table's rows go when its state is set.
  private mutating func clear(_ table: String) {
    for row in sheet.rows(of: table) { apply(sheet.removingRow(row, from: table)) }
  }

  private func noted(_ key: AnswerKey, _ note: String?) -> [Change] {
    note.map { sheet.remarking(key, $0) } ?? []
  }

  /// An example of the pack need not say why it goes below the law: that it does is its point.
  private func reason(_ assignment: Assignment) -> String? {
    assignment.note ?? (renames ? nil : "an example")
  }

  private mutating func set(
    _ words: String, _ question: Int, _ row: Int?, _ note: String?
  ) throws(AnswerError) {
    try set(evaluation.read(words, for: question, row: row, today: today), question, row, note)
  }

  private mutating func set(
    _ value: Value, _ question: Int, _ row: Int?, _ note: String?
  ) throws(AnswerError) {
    let accepted = try accepting(value, for: question, row: row, note: note)
    changes += accepted.changes
    goOn(to: accepted.after)
  }

  /// A row named as the file names it.
  private func pointed(_ words: String, _ question: Int) -> String {
    evaluation.pack.questions[question].rowsOf.isEmpty ? words : rowNames[words] ?? words
  }

  /// Splits `table[row].column`, adding the row where it is new.
  private mutating func located(_ path: String) throws(AnswerError) -> (String, String?) {
    guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]") else {
      return (path, nil)
    }
    let table = String(path[..<open])
    let name = String(path[path.index(after: open)..<close])
    let rest = path[path.index(after: close)...]
    guard !name.isEmpty, rest.isEmpty || rest.hasPrefix(".") else {
      throw AnswerError(.unknownRow, "“\(path)” names no row. Write it as TABLE[0].COLUMN.")
    }
    let linkId = rest.hasPrefix(".") ? table + rest : table
    guard let number = evaluation.pack.question(table),
      evaluation.pack.questions[number].kind == .table
    else { throw AnswerError(.notATable, "“\(table)” is no table.") }
    if case .pack(let rows) = evaluation.pack.questions[number].rows {
      guard rows.contains(where: { $0.code == name }) else {
        let codes = rows.map(\.code).joined(separator: ", ")
        throw AnswerError(.unknownRow, "\(table) has no row “\(name)”. Its rows: \(codes).")
      }
      return (linkId, name)
    }
    // A row is added for a column that there is, and for nothing else.
    guard let column = evaluation.pack.question(linkId) else {
      throw AnswerError(.unknownQuestion, "There is no question “\(linkId)”.")
    }
    guard column == number || evaluation.pack.table(of: column) == number else {
      throw AnswerError(.unknownRow, "“\(path)” names no column of \(table).")
    }
    return (linkId, try userRow(table, name))
  }

  private mutating func userRow(_ table: String, _ name: String) throws(AnswerError) -> String {
    let rows = sheet.rows(of: table)
    let known = "\(table)/\(name)"
    if let id = rowNames[known] { return id }
    if rows.contains(name) { return name }
    if name == "+" {
      let id = sheet.freshRow
      apply(sheet.addingRow(to: table, id: id))
      return id
    }
    if name.utf8.allSatisfy({ (48...57).contains($0) }) || Int(name) != nil {
      let index = Int(name) ?? Int.max
      if rows.indices.contains(index) { return rows[index] }
      guard index == rows.count else {
        throw AnswerError(
          .unknownRow, "\(table) has \(rows.count) rows; the next one is [\(rows.count)] or [+].")
      }
    }
    let id = renames ? sheet.freshRow : name
    apply(sheet.addingRow(to: table, id: id))
    rowNames[known] = id
    if Int(name) == nil { rowNames[name] = id }
    return id
  }

  // MARK: Whether a value is accepted

  private func accepting(
    _ value: Value, for question: Int, row: Int? = nil, note: String? = nil
  ) throws(AnswerError) -> (changes: [Change], after: Evaluation) {
    let (pack, sheet) = (evaluation.pack, evaluation.sheet)
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
    let key = evaluation.key(question, row: row)
    var changes = sheet.setting(key, to: .value(value))
    if let note { changes += sheet.remarking(key, note) }
    let after = evaluation.after(changes)
    let scope = pack.table(of: question).flatMap { table in row.map { Scope(table: table, row: $0) }
    }
    let evaluator = after.evaluator()
    if after.state(question, row: row) == .conflict {
      // The conflict hides the value; it is put back to find the rule that it breaks.
      var probe = evaluator
      probe.answers.set(.value(value), .answered, .question(question), row: row)
      for rule in model.constraints where probe.truth(rule.require, scope ?? Scope()) == .no {
        throw AnswerError(.constraint, rule.human)
      }
      throw AnswerError(.constraint, "This does not go with the other answers.")
    }
    if case .row(let target) = value, let table = pack.table(of: question),
      model.rowsOf.contains(table), isRing(after, question, table, from: row, target)
    {
      throw AnswerError(.ring, "This makes a ring: a company cannot stand above itself.")
    }
    if after.sheet.remark(key) == nil,
      let deviation = after.deviations(of: question, row: row).first
    {
      throw AnswerError(
        .reasonWanted,
        "This goes below the law (\(citations(deviation.authority))): \(deviation.says) "
          + "It can be chosen with a reason, which is kept as a note.")
    }
    return (changes, after)
  }

  private func citations(_ ids: [String]) -> String {
    ids.compactMap { evaluation.pack.authority($0) }.map(\.marked).joined(separator: "; ")
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
      evaluation.pack.table(of: question).flatMap { table in
        row.map { Scope(table: table, row: $0) }
      }
    for case .code(let code) in ticks {
      if let condition = model.option(code)?.enableWhen,
        evaluation.evaluator().truth(condition, scope ?? Scope()) == .no
      {
        return code
      }
    }
    return nil
  }

  private func isRing(
    _ after: Evaluation, _ pointer: Int, _ table: Int, from row: Int?, _ target: String
  ) -> Bool {
    guard let row, let rows = after.effective.table(table) else { return false }
    var next: String? = target
    var seen: Set<String> = []
    while let id = next, let at = rows.number(of: id) {
      if at == row || !seen.insert(id).inserted { return true }
      if case .value(.row(let above)) = after.effective.reading(.question(pointer), row: at) {
        next = above
      } else {
        next = nil
      }
    }
    return false
  }
}
