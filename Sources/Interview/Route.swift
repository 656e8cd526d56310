import PackModel

/// What a journey asks now, step by step.
package struct Route: Hashable, Sendable {
  /// The journey, by number.
  package var journey: Int
  /// Its steps, in order.
  package var steps: [Step]

  /// A step, with what of it is asked.
  package struct Step: Hashable, Sendable {
    /// The step's number in the pack.
    package var step: Int
    /// What is asked, in order.
    package var items: [Item]
    /// Questions of this step that are not asked, because a condition is no.
    package var skipped: Int
  }

  /// One screen's worth: a question, a group with its fields, a table, or a text to read.
  package struct Item: Hashable, Sendable {
    /// The question, by number.
    package var question: Int
    /// For a group or table the worst of its parts.
    package var state: AnswerState
    /// How many answers it wants, and how many of these are still open, unknown, parked or in
    /// conflict.
    package var wanted: Int
    /// How many answers it still wants.
    package var open: Int
  }

  /// Live answers wanted in all.
  package var wanted: Int { steps.reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.wanted } } }
  /// How many answers are wanted in all.
  package var open: Int { steps.reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.open } } }
}

extension Evaluation {
  /// The live questions of a journey, each once; a question whose condition is not known yet is left out, as
  /// one that is not asked is.
  package func route(journey: Int) -> Route { RoutePlan(self).route(journey: journey) }

  /// The leaves of an item that belong to a journey: the fields of a group, or the question itself.
  package func fields(of question: Int, onlyShort: Bool = false) -> [Int] {
    RoutePlan(self).fields(of: question, onlyShort: onlyShort)
  }
}

/// Makes out what a journey asks.
private struct RoutePlan {
  private let pack: Pack
  private let effective: EffectiveAnswers
  private let evaluator: ExpressionEvaluator

  init(_ evaluation: Evaluation) {
    pack = evaluation.pack
    effective = evaluation.effective
    evaluator = evaluation.evaluator()
  }

  func route(journey: Int) -> Route {
    let journeyModel = pack.journeys[journey]
    var route = Route(journey: journey, steps: [])
    // What a later step asks once more was asked already.
    var asked: Set<Int> = []
    for step in evaluator.steps(of: journey) {
      var found = Route.Step(step: step, items: [], skipped: 0)
      for question in pack.steps[step].items where asked.insert(question).inserted {
        guard !journeyModel.onlyShort || isShort(question) else { continue }
        let state = effective.state(.question(question))
        if state == .notAsked {
          found.skipped += 1
        } else if state != .notYet, let item = item(question, onlyShort: journeyModel.onlyShort) {
          found.items.append(item)
        }
      }
      route.steps.append(found)
    }
    return route
  }

  func fields(of question: Int, onlyShort: Bool) -> [Int] {
    let model = pack.questions[question]
    guard model.kind == .group else { return [question] }
    return model.children.flatMap { child -> [Int] in
      guard !onlyShort || isShort(child) else { return [] }
      let state = effective.state(.question(child))
      guard state != .notAsked, state != .notYet else { return [] }
      return fields(of: child, onlyShort: onlyShort)
    }
  }

  private func isShort(_ question: Int) -> Bool {
    let model = pack.questions[question]
    return model.short || (model.kind == .group && model.children.contains(where: isShort))
  }

  private func item(_ question: Int, onlyShort: Bool) -> Route.Item? {
    let model = pack.questions[question]
    switch model.kind {
    case .display:
      return Route.Item(question: question, state: .answered, wanted: 0, open: 0)
    case .group:
      let fields = fields(of: question, onlyShort: onlyShort)
      guard !fields.isEmpty else { return nil }
      let parts = fields.compactMap { item($0, onlyShort: onlyShort) }
      return Route.Item(
        question: question, state: worst(parts.map(\.state)),
        wanted: parts.reduce(0) { $0 + $1.wanted }, open: parts.reduce(0) { $0 + $1.open })
    case .table: return tableItem(question, model)
    default:
      let state = effective.state(.question(question))
      return Route.Item(question: question, state: state, wanted: 1, open: isOpen(state) ? 1 : 0)
    }
  }

  /// - Returns: nil where the pack gives the rows, and none of them asks anything now.
  private func tableItem(_ question: Int, _ model: Question) -> Route.Item? {
    let own = effective.state(.question(question))
    guard let table = effective.table(question), own == .answered || !table.rows.isEmpty else {
      return Route.Item(question: question, state: own, wanted: 1, open: isOpen(own) ? 1 : 0)
    }
    // Nobody answers a table whose rows the pack gives; its cells are what is wanted.
    let isOwn = !isPackTable(model) || isOpen(own)
    var wanted = isOwn ? 1 : 0
    var open = isOpen(own) ? 1 : 0
    var states = [own]
    for row in table.rows.indices where table.live[row] == .yes {
      for column in model.children {
        let state = effective.state(.question(column), row: row)
        guard state != .notAsked, state != .notYet else { continue }
        // A cell that nobody must fill in is open once somebody has said that it is.
        let isWanted = pack.questions[column].required || isPackTable(model)
        guard isWanted || (state != .open && isOpen(state)) else { continue }
        wanted += 1
        if isOpen(state) { open += 1 }
        states.append(state)
      }
    }
    if wanted == 0, isPackTable(model), !table.live.contains(.unknown) { return nil }
    return Route.Item(question: question, state: worst(states), wanted: wanted, open: open)
  }

  private func isPackTable(_ question: Question) -> Bool {
    if case .pack = question.rows { return true }
    return false
  }

  private func isOpen(_ state: AnswerState) -> Bool {
    switch state {
    case .open, .unknown, .parked, .conflict: true
    default: false
    }
  }

  private func worst(_ states: [AnswerState]) -> AnswerState {
    for state in [AnswerState.conflict, .open, .parked, .unknown, .answered, .notApplicable]
    where states.contains(state) {
      return state
    }
    return .answered
  }
}
