import Interview
import PackModel

extension MatterSession {
  /// What follows for open questions from other answers, from facts and from a profile.
  package func proposals(_ house: HouseAnswers?) -> [Proposed] {
    let evaluation = evaluation
    return evaluation.proposals(
      journey: evaluation.journey ?? 0, asOf: place.today, house: house
    ).filter { if case .usual = $0.basis { false } else { true } }
  }

  /// "roles own-purposes: there are none (You named no use for ends of its own.)"
  package func line(_ proposed: Proposed) -> String {
    let shown: String =
      if case .value(let value) = proposed.answer {
        evaluation.shown(value, of: proposed.question)
      } else {
        "there are none"
      }
    let step = pack.steps[pack.questions[proposed.question].step].id
    let mark = proposed.isFirm ? "" : " [look first]"
    return "\(step)  \(proposed.key.path): \(shown)\(mark) (\(proposed.source()))"
  }

  /// Makes answers of proposals, as one act.
  ///
  /// - Parameter chosen: `all`, a step, or a question; what is not sure is taken only where its own
  ///   question is named.
  /// - Returns: how many answers that were.
  /// - Throws: a usage error for words that name nothing that is proposed.
  package func accept(_ chosen: String, _ house: HouseAnswers?) throws -> Int {
    let all = proposals(house)
    let taken = all.filter { proposed in
      let question = pack.questions[proposed.question]
      return question.linkId == chosen || proposed.key.path == chosen
        || proposed.isFirm && (chosen == "all" || pack.steps[question.step].id == chosen)
    }
    guard !taken.isEmpty else {
      guard
        chosen == "all" || pack.steps.contains(where: { $0.id == chosen })
          || pack.question(chosen) != nil
      else {
        throw Outcome.usage(
          "“\(chosen)” is no step and no question. Steps: "
            + pack.steps.map(\.id).joined(separator: ", ") + ".")
      }
      return 0
    }
    let changes = evaluation.accepting(taken)
    if !changes.isEmpty {
      try keep(changes, why: Proposed.reason(taken))
      keepSummary()
    }
    return changes.count
  }
}
