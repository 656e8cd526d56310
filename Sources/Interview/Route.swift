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
    /// Where it wants an answer, cells of tables included, in order.
    package var places: [Place]

    /// How many answers it wants.
    package var wanted: Int { places.count }
    /// How many answers it still wants: open, unknown, parked or in conflict.
    package var open: Int { places.count(where: \.isOpen) }
  }

  /// One answer that is wanted.
  package struct Place: Hashable, Sendable {
    /// The question, by number.
    package var question: Int
    /// The number of its row, where it is a cell.
    package var row: Int?
    package var state: AnswerState

    /// Whether it still wants an answer.
    package var isOpen: Bool { state.isOpen }
  }

  /// Live answers wanted in all.
  package var wanted: Int { steps.reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.wanted } } }
  /// How many answers are wanted in all.
  package var open: Int { steps.reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.open } } }
  /// Where answers are wanted, in order.
  package var places: [Place] { steps.flatMap { $0.items.flatMap(\.places) } }
}

extension AnswerState {
  /// Whether an answer is still wanted: nobody gave one, it is not known, left for counsel, or it no
  /// longer fits the others. The one place that says so.
  package var isOpen: Bool {
    switch self {
    case .open, .unknown, .parked, .conflict: true
    default: false
    }
  }
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
struct RoutePlan {
  private let pack: Pack
  private let effective: EffectiveAnswers
  private let evaluator: ExpressionEvaluator

  init(_ evaluation: Evaluation) {
    pack = evaluation.pack
    effective = evaluation.effective
    evaluator = evaluation.evaluator()
  }

  func route(journey: Int) -> Route {
    Route(
      journey: journey,
      steps: steps(evaluator.steps(of: journey), onlyShort: pack.journeys[journey].onlyShort))
  }

  /// Steps, with what of each is asked; with nil every one of the pack.
  func steps(_ steps: [Int]?, onlyShort: Bool) -> [Route.Step] {
    // What a later step asks once more was asked already.
    var asked: Set<Int> = []
    return (steps ?? Array(pack.steps.indices)).map { step in
      var found = Route.Step(step: step, items: [], skipped: 0)
      for question in pack.steps[step].items where asked.insert(question).inserted {
        if pack.questions[question].isPage { asked.formUnion(pack.questions[question].children) }
        guard !onlyShort || isShort(question) else { continue }
        let state = effective.state(.question(question))
        if state == .notAsked {
          found.skipped += 1
        } else if state != .notYet, let item = item(question, onlyShort: onlyShort) {
          found.items.append(item)
        }
      }
      return found
    }
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
    case .display: return Route.Item(question: question, state: .answered, places: [])
    case .group:
      let fields = fields(of: question, onlyShort: onlyShort)
      guard !fields.isEmpty else { return nil }
      let parts = fields.compactMap { item($0, onlyShort: onlyShort) }
      return Route.Item(
        question: question, state: worst(parts.map(\.state)), places: parts.flatMap(\.places))
    case .table: return tableItem(question, model)
    default: return single(question, effective.state(.question(question)))
    }
  }

  private func single(_ question: Int, _ state: AnswerState) -> Route.Item {
    Route.Item(
      question: question, state: state,
      places: [Route.Place(question: question, row: nil, state: state)])
  }

  /// Every cell that is asked wants an answer: one without leaves a blank.
  ///
  /// - Returns: nil where the pack gives the rows, and none of them asks anything now.
  private func tableItem(_ question: Int, _ model: Question) -> Route.Item? {
    let own = effective.state(.question(question))
    guard let table = effective.table(question), own == .answered || !table.rows.isEmpty else {
      return single(question, own)
    }
    // Nobody answers a table whose rows the pack gives; its cells are what is wanted.
    let isOwn = !isPackTable(model) || own.isOpen
    var places = isOwn ? [Route.Place(question: question, row: nil, state: own)] : []
    for row in table.rows.indices where table.live[row] == .yes {
      for column in model.children {
        let state = effective.state(.question(column), row: row)
        guard state != .notAsked, state != .notYet else { continue }
        places.append(Route.Place(question: column, row: row, state: state))
      }
    }
    if places.isEmpty, isPackTable(model), !table.live.contains(.unknown) { return nil }
    return Route.Item(question: question, state: worst([own] + places.map(\.state)), places: places)
  }

  private func isPackTable(_ question: Question) -> Bool {
    if case .pack = question.rows { return true }
    return false
  }

  private func worst(_ states: [AnswerState]) -> AnswerState {
    for state in [AnswerState.conflict, .open, .parked, .unknown, .answered, .notApplicable]
    where states.contains(state) {
      return state
    }
    return .answered
  }
}
