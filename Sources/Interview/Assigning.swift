import PackModel

/// A line of an answers file that was not taken, and why.
package struct RefusedAssignment: Hashable, Sendable {
  /// Where it was to stand, as written.
  package let path: String
  /// Why it was refused.
  package let error: AnswerError
}

/// Answers from a file or a command line, taken one by one; a refused one loses no other.
package struct Assigning: Sendable {
  /// What follows from all that was taken.
  package private(set) var evaluation: Evaluation
  /// What the assignments come to, for one act.
  package private(set) var changes: [Change] = []
  package private(set) var refused: [RefusedAssignment] = []
  private let pack: Pack
  private var judge: AnswerJudge
  private let today: CalendarDate?
  /// Row ids in the file, and what they are in the judge.sheet.
  private var rowNames: [String: String] = [:]
  private let renames: Bool

  /// - Parameters:
  ///   - today: for "today" and "in 30 days"; nil where no clock may be read.
  ///   - renames: whether new rows get fresh ids; else they keep the file's, as examples do.
  package init(_ evaluation: Evaluation, today: CalendarDate? = nil, renames: Bool = true) {
    self.evaluation = evaluation
    pack = evaluation.pack
    judge = AnswerJudge(evaluation)
    self.today = today
    self.renames = renames
  }

  /// Takes assignments in their order; what is refused is kept apart.
  package mutating func take(_ assignments: [Assignment]) {
    let before = changes.count
    // Rows first, so that one may point at another that stands below it.
    refused += placing(assignments.filter(\.isRow)).map(\.refusal)
    // A constraint may want what stands further down: what is refused is tried again until
    // nothing more is taken.
    var waiting = assignments.filter { !$0.isRow }
    while true {
      let again = placing(waiting)
      if again.isEmpty || again.count == waiting.count {
        refused += again.map(\.refusal)
        break
      }
      waiting = again.map(\.assignment)
    }
    if changes.count > before { evaluation = evaluation.with(judge.sheet) }
  }

  package mutating func take(_ assignment: Assignment) { take([assignment]) }

  /// - Returns: those that are refused, and why.
  private mutating func placing(
    _ assignments: [Assignment]
  ) -> [(assignment: Assignment, refusal: RefusedAssignment)] {
    var found: [(Assignment, RefusedAssignment)] = []
    for assignment in assignments {
      do throws(AnswerError) {
        try place(assignment)
      } catch {
        found.append((assignment, RefusedAssignment(path: assignment.path, error: error)))
      }
    }
    return found
  }

  private mutating func apply(_ new: [Change]) {
    changes += new
    judge.keep(new)
  }

  private mutating func place(_ assignment: Assignment) throws(AnswerError) {
    let (linkId, row) = try located(assignment.path, addsRow: assignment.addsRow)
    guard let question = pack.question(linkId) else {
      throw .noQuestion(linkId)
    }
    if assignment.isRow { return }
    let key = AnswerKey(linkId, row: row)
    let number =
      assignment.said == .removeRow ? nil : try rowNumber(question, row, assignment.path)
    switch assignment.said {
    case .removeRow:
      guard let row, assignment.path.hasSuffix("]"), judge.sheet.rows(of: linkId).contains(row)
      else {
        throw .noRowToRemove(assignment.path)
      }
      apply(judge.sheet.removingRow(row, from: linkId))
    case .unknown(let note):
      if !renames { clear(linkId) }
      apply(judge.sheet.setting(key, to: .unknown) + noted(key, note))
    case .parked(let note): apply(judge.sheet.setting(key, to: .parked) + noted(key, note))
    case .notApplicable(let reason): apply(judge.sheet.setting(key, to: .notApplicable(reason)))
    case .open:
      if !renames { clear(linkId) }
      apply(judge.sheet.setting(key, to: nil))
    case .none:
      if pack.questions[question].kind == .checks {
        return apply(judge.sheet.setting(key, to: .value(.checks([]))))
      }
      guard pack.questions[question].kind == .table else {
        throw .noneOfWhatIsNoTable
      }
      if !renames { clear(linkId) }
      guard judge.sheet.rows(of: linkId).isEmpty else {
        throw .tableHasRows
      }
      apply(judge.sheet.setting(key, to: Answer.none))
    case .words(let words):
      try set(pointed(words, question), question, number, reason(assignment))
    case .list(let list):
      if list.isEmpty, pack.questions[question].kind == .checks {
        return apply(judge.sheet.setting(key, to: .value(.checks([]))))
      }
      // Own words may hold a comma; a list keeps them whole.
      let model = pack.questions[question]
      guard model.kind == .checks else {
        return try set(list.joined(separator: "\n"), question, number, reason(assignment))
      }
      var ticks: [Tick] = []
      for word in list {
        let tick = try AnswerReading.tick(word, judge.names(of: question))
        if !ticks.contains(tick) { ticks.append(tick) }
      }
      try set(.checks(AnswerReading.ordered(ticks, model)), question, number, reason(assignment))
    }
  }

  /// The number of the row that is meant; a column wants one, and nothing else takes one.
  private func rowNumber(
    _ question: Int, _ row: String?, _ path: String
  ) throws(AnswerError) -> Int? {
    let model = pack.questions[question]
    guard model.kind != .group, model.kind != .display else {
      throw .noAnswerOfItsOwn(model.linkId)
    }
    switch (pack.table(of: question), row) {
    case (nil, nil): return nil
    case (nil, _?): throw .rowOfWhatIsNoColumn(path)
    case (let table?, nil):
      let name = pack.questions[table].linkId
      throw .rowIsMissing(name, model.name)
    case (let table?, let row?): return judge.table(table)?.number(of: row)
    }
  }

  /// In an example a table's rows go when its state is set.
  private mutating func clear(_ table: String) {
    for row in judge.sheet.rows(of: table) { apply(judge.sheet.removingRow(row, from: table)) }
  }

  private func noted(_ key: AnswerKey, _ note: String?) -> [Change] {
    note.map { judge.sheet.remarking(key, $0) } ?? []
  }

  /// An example of the pack need not say why it goes below the law: that it does is its point.
  private func reason(_ assignment: Assignment) -> String? {
    assignment.note ?? (renames ? nil : "an example")
  }

  private mutating func set(
    _ words: String, _ question: Int, _ row: Int?, _ note: String?
  ) throws(AnswerError) {
    try set(judge.read(words, for: question, row: row, today: today), question, row, note)
  }

  private mutating func set(
    _ value: Value, _ question: Int, _ row: Int?, _ note: String?
  ) throws(AnswerError) {
    changes += try judge.accept(value, for: question, row: row, note: note)
  }

  /// A row named as the file names it.
  private func pointed(_ words: String, _ question: Int) -> String {
    pack.questions[question].rowsOf.isEmpty ? words : rowNames[words] ?? words
  }

  /// Splits `table[row].column`, adding the row where it is new.
  private mutating func located(
    _ path: String, addsRow: Bool
  ) throws(AnswerError) -> (String, String?) {
    guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]") else {
      return (path, nil)
    }
    let table = String(path[..<open])
    let name = String(path[path.index(after: open)..<close])
    let rest = path[path.index(after: close)...]
    guard !name.isEmpty, rest.isEmpty || rest.hasPrefix(".") else {
      throw .noRow(path)
    }
    let linkId = rest.hasPrefix(".") ? table + rest : table
    guard let number = pack.question(table),
      pack.questions[number].kind == .table
    else { throw .noTable(table) }
    if case .pack(let rows) = pack.questions[number].rows {
      guard rows.contains(where: { $0.code == name }) else {
        throw .noRowOfThePack(table, name, rows)
      }
      return (linkId, name)
    }
    // A row is added for a column that there is, and for nothing else.
    guard let column = pack.question(linkId) else {
      throw .noQuestion(linkId)
    }
    guard column == number || pack.table(of: column) == number else {
      throw .noColumn(path, of: table)
    }
    guard addsRow || judge.table(number)?.number(of: name) != nil || Int(name) != nil else {
      throw .rowIsGone(table, name)
    }
    return (linkId, try userRow(number, name))
  }

  private mutating func userRow(_ number: Int, _ name: String) throws(AnswerError) -> String {
    let table = pack.questions[number].linkId
    let known = "\(table)/\(name)"
    if let id = rowNames[known] { return id }
    if judge.table(number)?.number(of: name) != nil { return name }
    if name == "+" {
      let id = judge.sheet.freshRow
      apply(judge.sheet.addingRow(to: table, id: id))
      return id
    }
    if name.utf8.allSatisfy({ (48...57).contains($0) }) || Int(name) != nil {
      let index = Int(name) ?? Int.max
      let rows = judge.table(number)?.rows ?? []
      if rows.indices.contains(index) { return rows[index] }
      guard index == rows.count else { throw .notTheNextRow(table, of: rows.count) }
    }
    let id = renames ? judge.sheet.freshRow : name
    apply(judge.sheet.addingRow(to: table, id: id))
    rowNames[known] = id
    if Int(name) == nil { rowNames[name] = id }
    return id
  }
}

extension Assignment {
  /// Whether it only says that a row is there.
  package var isRow: Bool { path.hasSuffix("]") && said == .open }
}
