import Interview
import PackModel

/// Somebody who goes the long way with a whole case in hand, as the screens lead: at the start of each
/// step what follows is put forward, and what is accepted there is not asked any more.
struct LongWalk {
  let pack: Pack
  let journey: Int
  let today: CalendarDate
  var house: HouseAnswers?
  /// What is to be said in the end.
  let target: Evaluation
  /// Columns that stand in a list from elsewhere, by table.
  let lists: [String: [String]]
  private(set) var evaluation: Evaluation
  private(set) var count = Count()

  /// What it has cost.
  struct Count {
    /// Pages that were shown, those of proposals among them.
    var screens = 0
    /// Answers that were given one by one.
    var prompts = 0
    /// Keys that were pressed; text counts by its letters.
    var keys = 0
    /// Answers that were accepted with a page.
    var accepted = 0
    /// Lines of proposals that were read.
    var lines = 0

    /// As the desk was measured: a fifth of a minute for each page, ten seconds for each answer that is
    /// thought of, two for a proposed line, and three keys a second.
    var minutes: Double {
      Double(screens) * 0.2 + Double(prompts) / 6 + Double(lines) / 30 + Double(keys) / 180
    }
  }

  /// - Parameter lists: the columns that a list from elsewhere has, by table.
  init(
    _ pack: Pack, _ example: Example, journey: Int = 0, today: CalendarDate,
    lists: [String: [String]], house: HouseAnswers? = nil
  ) {
    self.pack = pack
    self.journey = journey
    self.today = today
    self.lists = lists
    self.house = house
    var sheet = AnswerSheet()
    sheet.apply(
      Entry(
        number: 1, when: "2026-12-01T09:00:00Z", by: "walker", why: nil,
        changes: [.setting(.journey, from: nil, to: pack.journeys[journey].id)]))
    evaluation = evaluate(pack, sheet)
    var assigning = Assigning(evaluation, renames: false)
    assigning.take(example.assignments)
    target = assigning.evaluation
  }

  /// Goes all the way.
  mutating func run() {
    var seen: Set<Int> = []
    while true {
      let route = evaluation.route(journey: journey)
      let next = route.steps.lazy.flatMap { step in step.items.map { (step.step, $0) } }
        .first { !seen.contains($0.1.question) }
      guard let (step, item) = next else { return }
      if isProposed(item, step) {
        accept(step)
        continue
      }
      seen.insert(item.question)
      if passes(item) { continue }
      count.screens += 1
      if item.places.isEmpty { count.keys += 1 }
      answer(item.question)
    }
  }

  private var offered: Set<AnswerKey> = []
  private var settled: Set<AnswerKey> = []

  private func passes(_ item: Route.Item) -> Bool {
    !item.places.isEmpty
      && item.places.allSatisfy {
        settled.contains(evaluation.key($0.question, row: $0.row)) || isFinished($0)
      }
  }

  /// A table that was filled from a list stands, though its own place is none that is proposed.
  private func isFinished(_ place: Route.Place) -> Bool {
    pack.questions[place.question].kind == .table && !place.isOpen
  }

  // MARK: Proposals

  private func proposals(_ step: Int) -> [Proposed] {
    evaluation.proposals(step: step, journey: journey, asOf: today, house: house).filter {
      if case .usual = $0.basis { false } else { true }
    }
  }

  /// Whether something new is put forward for a page that the way comes to.
  private func isProposed(_ item: Route.Item, _ step: Int) -> Bool {
    let open = Set(item.places.filter(\.isOpen).map { evaluation.key($0.question, row: $0.row) })
      .subtracting(offered)
    return !open.isEmpty && proposals(step).contains { open.contains($0.key) }
  }

  /// What is put forward for a step: what is right goes in by Enter, what is not is taken out first. What
  /// is right for most rows goes in for all of them, and the others are changed.
  private mutating func accept(_ step: Int) {
    let all = proposals(step)
    offered.formUnion(all.map(\.key))
    // One line for what is the same in many rows.
    var groups: [[Proposed]] = []
    for proposed in all {
      let at = groups.firstIndex {
        $0[0].question == proposed.question && $0[0].answer == proposed.answer
          && $0[0].basis == proposed.basis && proposed.key.row != nil
      }
      if let at { groups[at].append(proposed) } else { groups.append([proposed]) }
    }
    count.screens += 1
    count.keys += 1
    count.lines += groups.count
    var taken: [Proposed] = []
    for group in groups {
      let right = group.count { target.sheet[$0.key] == $0.answer }
      let isTaken = right * 3 >= group.count * 2
      if isTaken { taken += group }
      // To the line and Space.
      if isTaken != group[0].isFirm { count.keys += 2 }
    }
    apply(evaluation.accepting(taken))
    settled.formUnion(taken.map(\.key))
    count.accepted += taken.count
    for wrong in taken where target.sheet[wrong.key] != wrong.answer {
      guard let answer = target.sheet[wrong.key] else { continue }
      count.prompts += 1
      count.keys += keys(answer, wrong.question) + 3
      apply(evaluation.sheet.setting(wrong.key, to: answer))
    }
  }

  // MARK: Answers

  private mutating func answer(_ item: Int) {
    if pack.questions[item].kind == .table { return table(item) }
    var done: Set<Int> = []
    while true {
      let fields = evaluation.fields(of: item)
      guard let field = fields.first(where: { !done.contains($0) }) else { return }
      done.insert(field)
      if pack.questions[field].kind == .table {
        table(field)
      } else {
        place(field, row: nil)
      }
    }
  }

  private mutating func place(_ question: Int, row: Int?) {
    let key = evaluation.key(question, row: row)
    guard evaluation.state(question, row: row) == .open else {
      // Enter passes a field that is filled.
      count.keys += 1
      return
    }
    guard let answer = target.sheet[key] else {
      count.keys += 1
      return
    }
    count.prompts += 1
    count.keys += keys(answer, question) + 1
    apply(evaluation.sheet.setting(key, to: answer))
    if let note = target.sheet.remark(key), note != "an example" {
      count.keys += note.count + 2
      apply(evaluation.sheet.remarking(key, note))
    }
  }

  private func keys(_ answer: Answer, _ question: Int) -> Int {
    let model = pack.questions[question]
    switch answer {
    case .none, .unknown, .parked: return 1
    case .notApplicable(let reason): return reason.count + 2
    case .value(let value):
      if evaluation.suggestion(for: question)?.value == value { return 1 }
      func option(_ tick: Tick) -> Int {
        if case .other(let words) = tick { return words.count + 2 }
        return model.options.count < 10 ? 1 : 4
      }
      switch value {
      case .boolean: return 1
      case .choice(let tick): return option(tick)
      case .checks(let ticks): return ticks.reduce(0) { $0 + option($1) }
      case .row: return 4
      default: return evaluation.shown(value, of: question).count
      }
    }
  }

  // MARK: Tables

  private mutating func table(_ table: Int) {
    let model = pack.questions[table]
    if case .user = model.rows {
      let rows = target.sheet.rows(of: model.linkId)
      guard !rows.isEmpty else { return place(table, row: nil) }
      for row in rows {
        apply(evaluation.sheet.addingRow(to: model.linkId, id: row))
        count.keys += lists[model.linkId] == nil ? 1 : 0
      }
      paste(model, rows)
      proposeCells(of: table)
    }
    columns(of: table)
  }

  /// A list from elsewhere: opened, looked at, taken.
  private mutating func paste(_ model: Question, _ rows: [String]) {
    guard let columns = lists[model.linkId] else { return }
    count.screens += 1
    count.keys += 4
    apply(
      columns.flatMap { column in
        rows.flatMap { row -> [Change] in
          let key = AnswerKey("\(model.linkId).\(column)", row: row)
          guard case .value(let value)? = target.sheet[key] else { return [] }
          return evaluation.sheet.setting(key, to: .value(value))
        }
      })
  }

  /// What follows for the rows of a list is put forward when the list is there.
  private mutating func proposeCells(of table: Int) {
    let step = pack.questions[table].step
    let item = evaluation.route(journey: journey).steps.first { $0.step == step }?.items
      .first { $0.question == table }
    if let item, isProposed(item, step) { accept(step) }
  }

  /// Column by column: the commonest answer goes into all open rows, the others one by one.
  private mutating func columns(of table: Int) {
    var pending = true
    var done: Set<AnswerKey> = []
    while pending {
      pending = false
      for column in pack.questions[table].children {
        let rows = evaluation.effective.table(table)?.rows.indices.map { $0 } ?? []
        let open = rows.filter {
          evaluation.effective.table(table)?.live[$0] == .yes
            && evaluation.state(column, row: $0) == .open
            && target.sheet[evaluation.key(column, row: $0)] != nil
            && done.insert(evaluation.key(column, row: $0)).inserted
        }
        guard !open.isEmpty else { continue }
        pending = true
        let answers = Dictionary(grouping: open) { target.sheet[evaluation.key(column, row: $0)] }
        for (answer, rows) in answers.sorted(by: { $0.value.count > $1.value.count }) {
          guard let answer else { continue }
          let isMost = rows.count * 2 > open.count && rows.count > 2
          count.prompts += isMost ? 1 : rows.count
          let isReason = if case .notApplicable = answer { true } else { false }
          let once = keys(answer, column) + 1
          count.keys +=
            isMost ? once + 3 : isReason ? once + 3 * (rows.count - 1) : once * rows.count
          for row in rows {
            apply(evaluation.sheet.setting(evaluation.key(column, row: row), to: answer))
          }
        }
      }
    }
  }

  private mutating func apply(_ changes: [Change]) { evaluation = evaluation.after(changes) }
}
