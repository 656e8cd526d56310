import PackModel

/// One place where an answer is wanted, as lists and reports show it.
package struct AnswerItem: Hashable, Sendable {
  package let question: Int
  package let key: AnswerKey
  package let state: AnswerState
  /// "controller: legal name", "sub-processor 2: place".
  package let name: String
  package let note: String?
}

extension Evaluation {
  /// Every place that the matter's journey asks now, in the pack's order, cells of tables included.
  package func allAnswers() -> [AnswerItem] {
    var found: [AnswerItem] = []
    var seen: Set<Int> = []
    for step in journey.map({ evaluator().steps(of: $0) }) ?? Array(pack.steps.indices) {
      for question in pack.steps[step].items where seen.insert(question).inserted {
        add(question, &found)
      }
    }
    return found
  }

  /// Those that are open, unknown, parked, in conflict or not applicable.
  package func openAnswers() -> [AnswerItem] {
    allAnswers().filter { $0.state != .answered }
  }

  private func add(_ question: Int, _ found: inout [AnswerItem]) {
    let model = pack.questions[question]
    let state = effective.state(.question(question))
    guard state != .notAsked, state != .notYet, model.kind != .display else { return }
    switch model.kind {
    case .group: for child in model.children { add(child, &found) }
    case .table:
      guard let table = effective.table(question) else { return }
      if case .user = model.rows { found.append(item(question, nil, state)) }
      for row in table.rows.indices where table.live[row] == .yes {
        for column in model.children {
          let cell = effective.state(.question(column), row: row)
          if cell != .notAsked, cell != .notYet { found.append(item(column, row, cell)) }
        }
      }
    default: found.append(item(question, nil, state))
    }
  }

  private func item(_ question: Int, _ row: Int?, _ state: AnswerState) -> AnswerItem {
    let key = key(question, row: row)
    var note = sheet.remark(key)
    if case .notApplicable(let reason)? = sheet[key] { note = note ?? reason }
    return AnswerItem(question: question, key: key, state: state, name: name(of: key), note: note)
  }
}
