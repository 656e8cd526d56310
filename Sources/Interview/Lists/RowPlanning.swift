import PackModel

extension RowImport {
  /// What the list makes of the table as it stands.
  package func plan(_ evaluation: Evaluation, today: CalendarDate?) -> RowPlan {
    var planning = RowPlanning(self, evaluation, today)
    planning.run()
    return planning.plan
  }
}

/// Makes a plan of a list: first the rows with their names, then the cells, which may point at them.
struct RowPlanning {
  private(set) var plan = RowPlan()
  private let list: RowImport
  private let evaluation: Evaluation
  private let pack: Pack
  private let model: Question
  private let reader: ListCells
  private var judge: AnswerJudge
  /// The row of the table for each row of the list that is taken.
  private var lines: [(row: Int, id: String, isNew: Bool, name: String)] = []
  private var numbers: [String: Int] = [:]
  private var changedAt: [String: Int] = [:]

  init(_ list: RowImport, _ evaluation: Evaluation, _ today: CalendarDate?) {
    self.list = list
    self.evaluation = evaluation
    pack = evaluation.pack
    model = pack.questions[list.table]
    judge = AnswerJudge(evaluation)
    reader = ListCells(today: today)
  }

  mutating func run() {
    if let problem {
      plan.problem = problem
      return
    }
    let (taken, left) = list.rows(knowing: namesThere)
    plan.left = left
    guard taken.count <= ListCells.mostRows else {
      plan.problem =
        "The list has \(taken.count) rows; \(ListCells.mostRows) are the most that a table takes."
      return
    }
    if case .pack(let rows) = model.rows { findRows(taken, of: rows) } else { placeRows(taken) }
    takeCells()
    plan.same = lines.count { !$0.isNew && changedAt[$0.id] == nil }
    // A list of nothing takes nothing away either.
    if lines.isEmpty {
      plan.problem = "The list has no row that can be taken."
    }
  }

  private var problem: String? {
    let labels = list.names.targets.map { "“\(list.names.label($0))”" }.joined(separator: ", ")
    if list.headings == .unknown, list.targets.allSatisfy({ $0 == nil }) {
      return "No line of the list names a column that is known here. The columns are \(labels)."
    }
    if list.headings == .unknown {
      return "Say whether the first line names the columns or is a row."
    }
    guard keyColumn.flatMap({ list.targets.firstIndex(of: $0) }) != nil else {
      let name = keyColumn.map { list.names.label($0) } ?? "row"
      return
        "No column of the list is known to be the “\(name)”, so its rows have no name. Say which it is."
    }
    if case .pack = model.rows, list.way != .update {
      return "The rows of this table are fixed: a list can only update it."
    }
    return nil
  }

  /// What rows of the table are called already: a line with such a name alone is one of them.
  private var namesThere: Set<FoldedName> {
    guard let column = pack.nameColumn(of: list.table) else { return [] }
    let linkId = pack.questions[column].linkId
    let names = evaluation.sheet.rows(of: model.linkId).compactMap { id -> FoldedName? in
      guard case .value(.text(let name))? = evaluation.sheet[AnswerKey(linkId, row: id)] else {
        return nil
      }
      return FoldedName(name)
    }
    return Set(names)
  }

  /// What a row is known by.
  private var keyColumn: ListTarget? {
    if case .pack = model.rows { return .row }
    return pack.nameColumn(of: list.table).map { .column($0) }
  }

  private func keyText(_ row: Int) -> String {
    guard let column = keyColumn.flatMap({ list.targets.firstIndex(of: $0) }) else { return "" }
    let text = list.text(RowImport.Place(row: row, column: column))
    return RowImport.saysNothing(text) ? "" : text
  }

  private mutating func fault(
    _ row: Int, _ column: Int, _ question: Int, _ key: AnswerKey?, _ name: String, _ text: String,
    _ message: String
  ) {
    plan.faults.append(
      RowPlan.Fault(
        place: RowImport.Place(row: row, column: column), number: list.grid.rows[row].number,
        name: name, column: question, key: key, text: text, message: message))
  }

  // MARK: Rows

  /// The pack's rows that the list names.
  private mutating func findRows(_ taken: [Int], of rows: [PackRow]) {
    var codes: [FoldedName: String] = [:]
    for row in rows {
      codes[FoldedName(row.code)] = row.code
      codes[FoldedName(row.text)] = row.code
    }
    for (number, row) in rows.enumerated() { numbers[row.code] = number }
    guard let column = list.targets.firstIndex(of: .row) else { return }
    for row in taken {
      let text = keyText(row)
      guard let code = codes[FoldedName(text)] else {
        fault(row, column, list.table, nil, text, text, "This table has no row of that name.")
        continue
      }
      let name = rows.first { $0.code == code }?.text ?? code
      lines.append((row, code, false, name))
    }
  }

  /// Rows that are added, stay or go.
  private mutating func placeRows(_ taken: [Int]) {
    let sheet = evaluation.sheet
    let there = sheet.rows(of: model.linkId)
    guard let nameColumn = pack.nameColumn(of: list.table),
      let column = list.targets.firstIndex(of: .column(nameColumn))
    else { return }
    let linkId = pack.questions[nameColumn].linkId
    func name(_ id: String) -> String {
      guard case .value(let value)? = sheet[AnswerKey(linkId, row: id)] else { return "" }
      return evaluation.shown(value, of: nameColumn)
    }
    var waiting: [FoldedName: [String]] = [:]
    for id in there.reversed() where !name(id).isEmpty {
      waiting[FoldedName(name(id)), default: []].append(id)
    }
    var fresh = sheet.rowsEverAdded
    for row in taken {
      let text = reader.line(keyText(row))
      guard !text.isEmpty else {
        fault(row, column, nameColumn, nil, "", "", "This row has no name.")
        continue
      }
      let folded = FoldedName(text)
      if list.way == .add, waiting[folded]?.isEmpty == false { plan.doubled.append(text) }
      if list.way != .add, let id = waiting[folded]?.popLast() {
        lines.append((row, id, false, text))
      } else {
        fresh += 1
        lines.append((row, "r\(fresh)", true, text))
        plan.added.append(text)
      }
    }
    let kept = Set(lines.lazy.filter { !$0.isNew }.map(\.id))
    let gone = list.way == .add ? [] : there.filter { !kept.contains($0) }
    func called(_ id: String) -> String {
      name(id).isEmpty
        ? "\(evaluation.rowText(list.table)) \((there.firstIndex(of: id) ?? 0) + 1)" : name(id)
    }
    if list.way == .replace {
      plan.removed = gone.map(called)
    } else {
      plan.staying = gone.map(called)
    }
    let changes = placing(there, gone: list.way == .replace ? Set(gone) : [])
    plan.changes = changes
    // All at once: a table of thousands of rows is opened once.
    judge = AnswerJudge(evaluation.with(sheet.adding(changes)))
    for (number, id) in judge.sheet.rows(of: model.linkId).enumerated() { numbers[id] = number }
  }

  /// The changes that give the table its rows; those of a list that replaces lie in its order.
  private func placing(_ there: [String], gone: Set<String>) -> [Change] {
    let sheet = evaluation.sheet
    let own = AnswerKey(model.linkId)
    var changes: [Change] = []
    if let said = sheet[own], !lines.isEmpty { changes.append(.set(own, from: said, to: nil)) }
    if !gone.isEmpty {
      var cells: [String: [Change.Cell]] = [:]
      for (key, answer) in sheet.answers where key.linkId.hasPrefix(model.linkId + ".") {
        guard let row = key.row, gone.contains(row) else { continue }
        cells[row, default: []].append(Change.Cell(key: key, answer: answer))
      }
      for (at, row) in there.enumerated().reversed() where gone.contains(row) {
        changes.append(
          .removeRow(
            table: model.linkId, row: row, at: at,
            cells: cells[row, default: []].sorted { $0.key < $1.key }))
      }
    }
    var order = there.filter { !gone.contains($0) }
    for (number, line) in lines.enumerated() {
      let place = list.way == .replace ? number : order.count
      if line.isNew {
        changes.append(.addRow(table: model.linkId, row: line.id, at: place))
        order.insert(line.id, at: place)
      } else if list.way == .replace, order[place] != line.id,
        let from = order[place...].firstIndex(of: line.id)
      {
        changes.append(.moveRow(table: model.linkId, row: line.id, from: from, to: place))
        order.remove(at: from)
        order.insert(line.id, at: place)
      }
    }
    return changes
  }

  // MARK: Cells

  private struct Waiting {
    let line: Int
    let column: Int
    let question: Int
    let text: String
  }

  private mutating func takeCells() {
    let columns = list.targets.enumerated().compactMap { column, target -> (Int, Int)? in
      guard case .column(let question)? = target else { return nil }
      return (column, question)
    }
    let name = pack.nameColumn(of: list.table)
    // A pointer may name a row that stands further down, so names come first.
    let ordered = columns.filter { $0.1 == name } + columns.filter { $0.1 != name }
    var waiting: [Waiting] = []
    for (column, question) in ordered where question == name {
      for line in lines.indices { take(line, column, question, &waiting) }
    }
    pointers = ListPointers(pack, judge.sheet, of: list.table)
    for line in lines.indices {
      for (column, question) in ordered where question != name {
        take(line, column, question, &waiting)
      }
    }
    // A constraint may want what stands further right.
    var failed = waiting
    for _ in 0..<2 where !failed.isEmpty {
      let before = failed
      failed = []
      let again = Set(before.map { RowImport.Place(row: lines[$0.line].row, column: $0.column) })
      plan.faults.removeAll { again.contains($0.place) }
      for one in before { take(one.line, one.column, one.question, &failed) }
      if failed.count == before.count { break }
    }
    plan.faults.sort { ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column) }
  }

  private var pointers: ListPointers?

  private mutating func take(
    _ number: Int, _ column: Int, _ question: Int, _ waiting: inout [Waiting]
  ) {
    let line = lines[number]
    let key = AnswerKey(pack.questions[question].linkId, row: line.id)
    let text = list.text(RowImport.Place(row: line.row, column: column))
    let before = evaluation.sheet[key]
    if case .value(.text(text))? = before { return }
    let said: ListCells.Said
    do throws(AnswerError) {
      said = try reader.said(text, question, numbers[line.id], &judge, pointers)
    } catch {
      return refuse(error, text, key, line, column, question)
    }
    switch said {
    case .nothing(let isSign):
      if isSign { plan.silent += 1 }
      if !isSign, list.way == .replace, !line.isNew, case .value? = before {
        set(nil, key, line, question)
      }
    case .state(let answer, let note):
      if let note, judge.sheet.remark(key) != note {
        let changes = judge.sheet.remarking(key, note)
        judge.keep(changes)
        plan.changes += changes
      }
      if before != answer { set(answer, key, line, question) }
    case .value(let value):
      guard before != .value(value) else { return }
      do throws(AnswerError) {
        plan.changes += try judge.accept(value, for: question, row: numbers[line.id], note: nil)
        tell(before, .value(value), line, question)
      } catch {
        waiting.append(Waiting(line: number, column: column, question: question, text: text))
        refuse(error, text, key, line, column, question)
      }
    }
  }

  private mutating func refuse(
    _ error: AnswerError, _ text: String, _ key: AnswerKey,
    _ line: (row: Int, id: String, isNew: Bool, name: String), _ column: Int, _ question: Int
  ) {
    fault(line.row, column, question, key, line.name, text, error.message)
  }

  private mutating func set(
    _ answer: Answer?, _ key: AnswerKey,
    _ line: (row: Int, id: String, isNew: Bool, name: String), _ question: Int
  ) {
    let before = evaluation.sheet[key]
    let changes = judge.sheet.setting(key, to: answer)
    judge.keep(changes)
    plan.changes += changes
    tell(before, answer, line, question)
  }

  /// Puts a changed cell into the difference.
  private mutating func tell(
    _ before: Answer?, _ after: Answer?,
    _ line: (row: Int, id: String, isNew: Bool, name: String), _ question: Int
  ) {
    guard !line.isNew else { return }
    let cell = RowPlan.Changed.Cell(
      label: pack.questions[question].label, from: shown(before, question),
      to: shown(after, question))
    if let at = changedAt[line.id] {
      plan.changed[at].cells.append(cell)
    } else {
      changedAt[line.id] = plan.changed.count
      plan.changed.append(RowPlan.Changed(name: line.name, cells: [cell]))
    }
  }

  private func shown(_ answer: Answer?, _ question: Int) -> String {
    guard let answer else { return "" }
    if case .value(.row(let id)) = answer {
      return pointers?.name(of: id) ?? evaluation.target(id, of: question) ?? id
    }
    return ListCells.words(answer, of: question, evaluation)
  }
}
