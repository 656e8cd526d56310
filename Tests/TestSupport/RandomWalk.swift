import Interview
import PackModel

/// Somebody who answers at random: values, states, rows, notes, undo and redo. Every act is an
/// entry, as the program's own are.
package struct RandomWalk {
  package let pack: Pack
  package private(set) var entries: [Entry] = []
  package private(set) var evaluation: Evaluation
  package var random: SeededRandom
  package var sheet: AnswerSheet { evaluation.sheet }

  package init(_ pack: Pack, seed: UInt64) {
    self.pack = pack
    evaluation = evaluate(pack, AnswerSheet())
    random = SeededRandom(seed: seed)
  }

  /// Adds an act; none where nothing changes.
  package mutating func act(_ changes: [Change], reverses: Entry.Reverse? = nil) {
    guard !changes.isEmpty else { return }
    let entry = Entry(
      number: entries.count + 1, when: "2026-01-01T00:00:00Z", by: "walker", why: nil,
      changes: changes, reverses: reverses)
    entries.append(entry)
    var sheet = sheet
    sheet.apply(entry)
    evaluation = evaluate(pack, sheet)
  }

  // MARK: Acts

  /// One act of any kind, at any place, asked or not.
  package mutating func step() {
    let question = Int.random(in: pack.questions.indices, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: undo()
    case 1: redo()
    case 2: act(sheet.remarking(evaluation.key(question), "a note \(entries.count)"))
    case 3: state(question, .unknown)
    case 4: state(question, .parked)
    case 5: state(question, .notApplicable("no reason to"))
    case 6: state(question, nil)
    default: answer(question)
    }
  }

  /// Takes back the newest act that can be taken back.
  package mutating func undo() {
    guard let number = sheet.undoable.last else { return }
    act(sheet.inverse(of: entries[number - 1]), reverses: .undo(number))
  }

  package mutating func redo() {
    guard let number = sheet.redoable.last else { return }
    // What is done again is the inverse of the newest act that took it back.
    guard let undo = entries.last(where: { $0.reverses == .undo(number) }) else { return }
    act(sheet.inverse(of: undo), reverses: .redo(number))
  }

  package mutating func state(_ question: Int, _ answer: Answer?) {
    switch pack.questions[question].kind {
    case .group, .display: return
    case .table where answer != nil: return tableState(question, answer)
    default: act(sheet.setting(evaluation.key(question, row: anyRow(of: question)), to: answer))
    }
  }

  private mutating func tableState(_ table: Int, _ answer: Answer?) {
    act(sheet.setting(AnswerKey(pack.questions[table].linkId), to: answer))
  }

  /// Answers a question, or does something with a table's rows.
  package mutating func answer(_ question: Int) {
    let model = pack.questions[question]
    switch model.kind {
    case .group, .display: return
    case .table: rows(model)
    default:
      let table = pack.table(of: question)
      let row = anyRow(of: question)
      if table != nil, row == nil { return }
      answer(question, row: row)
    }
  }

  /// Gives a random value that is accepted; tries a few times.
  package mutating func answer(_ question: Int, row: Int?) {
    for _ in 0..<8 {
      guard let value = value(for: question) else { return }
      if evaluation.refusal(of: value, for: question, row: row) == nil {
        return act(sheet.setting(evaluation.key(question, row: row), to: .value(value)))
      }
    }
  }

  private mutating func rows(_ model: Question) {
    guard case .user = model.rows else { return }
    let rows = sheet.rows(of: model.linkId)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      if let row = rows.randomElement(using: &random) {
        act(sheet.removingRow(row, from: model.linkId))
      }
    case 1:
      if let row = rows.randomElement(using: &random) {
        let to = Int.random(in: rows.indices, using: &random)
        act(sheet.movingRow(row, of: model.linkId, to: to))
      }
    case 2:
      if rows.isEmpty { act(sheet.setting(AnswerKey(model.linkId), to: Answer.none)) }
    default:
      if rows.count < 4 { act(sheet.addingRow(to: model.linkId, id: sheet.freshRow)) }
    }
  }

  /// Answers what is asked until nothing is open, or as long as that goes on.
  package mutating func fill() {
    for _ in 0..<40 {
      let open = evaluation.openAnswers().filter { $0.state != .notApplicable }
      if open.isEmpty { return }
      for item in open {
        let model = pack.questions[item.question]
        if model.kind == .table {
          switch Int.random(in: 0..<4, using: &random) {
          case 0: act(sheet.setting(item.key, to: Answer.none))
          case let count:
            for _ in 0..<count { act(sheet.addingRow(to: model.linkId, id: sheet.freshRow)) }
          }
        } else {
          let row = item.key.row.flatMap { id in
            pack.table(of: item.question).flatMap { evaluation.effective.table($0)?.number(of: id) }
          }
          answer(item.question, row: row)
        }
      }
    }
  }

  // MARK: Whole sheets, quickly

  /// Begins with the answers of a whole case, in one act.
  package mutating func begin(with example: Example) {
    var assigning = Assigning(evaluation)
    assigning.take(example.assignments)
    act(assigning.changes)
  }

  /// Answers some questions anew, all in one act.
  package mutating func scatter(_ count: Int) {
    var changes: [Change] = []
    for _ in 0..<count {
      let question = Int.random(in: pack.questions.indices, using: &random)
      let table = pack.table(of: question)
      let row = anyRow(of: question)
      if table != nil, row == nil { continue }
      changes += change(of: question, row: row)
    }
    act(changes)
  }

  /// Answers what is asked until nothing is open, as many as there are in one act.
  package mutating func fillAtOnce() {
    for _ in 0..<12 {
      var changes: [Change] = []
      for item in evaluation.openAnswers() where item.state != .notApplicable {
        if pack.questions[item.question].kind == .table {
          changes += sheet.setting(item.key, to: Answer.none)
          continue
        }
        let row = item.key.row.flatMap { id in
          pack.table(of: item.question).flatMap { evaluation.effective.table($0)?.number(of: id) }
        }
        changes += change(of: item.question, row: row)
      }
      if changes.isEmpty { return }
      act(changes)
    }
  }

  private mutating func change(of question: Int, row: Int?) -> [Change] {
    for _ in 0..<8 {
      guard let value = value(for: question) else { return [] }
      if evaluation.refusal(of: value, for: question, row: row) == nil {
        return sheet.setting(evaluation.key(question, row: row), to: .value(value))
      }
    }
    return []
  }

  // MARK: Values

  private mutating func anyRow(of question: Int) -> Int? {
    guard let table = pack.table(of: question), let state = evaluation.effective.table(table) else {
      return nil
    }
    return state.rows.indices.randomElement(using: &random)
  }

  private mutating func value(for question: Int) -> Value? {
    let model = pack.questions[question]
    switch model.kind {
    case .group, .display, .table: return nil
    case .boolean: return .boolean(Bool.random(using: &random))
    case .choice:
      guard model.rowsOf.isEmpty else {
        return evaluation.targets(of: question).randomElement(using: &random).map { .row($0.id) }
      }
      return tick(model).map { .choice($0) }
    case .checks:
      let codes = model.options.filter { !$0.exclusive }.map { Tick.code($0.code) }
      let alone = model.options.filter(\.exclusive).map { Tick.code($0.code) }
      if let one = alone.randomElement(using: &random), Int.random(in: 0..<5, using: &random) == 0 {
        return .checks([one])
      }
      let chosen = codes.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      return .checks(chosen.isEmpty ? Array(codes.prefix(1)) : chosen)
    case .string: return .text(words(2))
    case .text:
      let lines = Int.random(in: 1...3, using: &random)
      return .text((0..<lines).map { _ in words(4) }.joined(separator: "\n"))
    case .date:
      return CalendarDate(ordinal: 739_000 + Int.random(in: 0..<2000, using: &random))
        .map { .date($0) }
    case .quantity:
      let unit = model.units.randomElement(using: &random) ?? .day
      return .quantity(Quantity(Int.random(in: 1...60, using: &random), unit))
    case .money:
      return .money(
        Money(
          minor: Int.random(in: 1...90_000_000, using: &random) * 100,
          currency: model.currency ?? "EUR"))
    }
  }

  private mutating func tick(_ model: Question) -> Tick? {
    if model.open, Int.random(in: 0..<8, using: &random) == 0 { return .other(words(2)) }
    return model.options.randomElement(using: &random).map { .code($0.code) }
  }

  /// Words that no pack has, so that they are found again in a document.
  private mutating func words(_ count: Int) -> String {
    let syllables = ["Qua", "vor", "zel", "mish", "tund", "brax", "ölm", "pyk", "wend", "jurt"]
    return (0..<count).map { _ in
      (0..<3).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
    }.joined(separator: " ")
  }
}
