import PackModel

struct ClauseDecisions: Sendable {
  let clauses: [ClauseDecision]
  let sections: [[Truth]]
}

/// Decides every clause and section. Of alternatives on one open question the first is open and
/// the others are out, so that one blank stands for all.
func decideClauses(_ evaluator: ExpressionEvaluator) -> ClauseDecisions {
  let pack = evaluator.pack
  var decisions = [ClauseDecision](repeating: .excluded, count: pack.clauses.count)
  var sections: [[Truth]] = []
  for document in pack.documents {
    var asked: [Truth] = []
    for section in document.sections {
      let wanted = section.when.map { evaluator.truth($0) } ?? .yes
      asked.append(wanted)
      guard wanted != .no else { continue }
      var openGroups: Set<Int> = []
      for case .clause(let number) in section.parts {
        let clause = pack.clauses[number]
        let decision = decide(clause, section, evaluator, isSigned: document.isSigned)
        if case .open = decision, let group = clause.alternative?.group {
          guard openGroups.insert(group).inserted else { continue }
        }
        decisions[number] = decision
      }
    }
    sections.append(asked)
  }
  return ClauseDecisions(clauses: decisions, sections: sections)
}

private func decide(
  _ clause: Clause, _ section: Section, _ evaluator: ExpressionEvaluator, isSigned: Bool
) -> ClauseDecision {
  var truth = clause.when.map { evaluator.truth($0) } ?? .yes
  let unsettled = isSigned ? clause.alternative.flatMap { unsettledAnswer($0, evaluator) } : nil
  if let alternative = clause.alternative, truth != .no {
    truth = truth && (unsettled == nil ? fits(alternative, evaluator) : .unknown)
  }
  if let condition = section.when, truth != .no { truth = truth && evaluator.truth(condition) }
  switch truth {
  case .yes: return .included
  case .no: return .excluded
  case .unknown:
    var waits: [AnswerKey] = []
    var seen: Set<AnswerKey> = []
    func add(_ keys: [AnswerKey]) {
      for key in keys where seen.insert(key).inserted { waits.append(key) }
    }
    for condition in [section.when, clause.when].compactMap({ $0 })
    where evaluator.truth(condition) == .unknown {
      add(evaluator.waits(for: condition))
    }
    if let alternative = clause.alternative {
      add(evaluator.waits(for: .member(alternative.subject)))
    }
    if let unsettled { add([unsettled]) }
    return .open(waits)
  }
}

/// The answer that alternatives hang on, where it says that the point is not settled: in a paper that
/// is signed a blank stands for them.
private func unsettledAnswer(_ alternative: Clause.Alternative, _ evaluator: ExpressionEvaluator)
  -> AnswerKey?
{
  guard case .question(let number) = alternative.subject,
    case .value(let value) = evaluator.answers.reading(alternative.subject),
    evaluator.pack.questions[number].isUnsettled(value)
  else { return nil }
  return AnswerKey(evaluator.pack.questions[number].linkId)
}

private func fits(_ alternative: Clause.Alternative, _ evaluator: ExpressionEvaluator) -> Truth {
  if case .question(let number) = alternative.subject, let table = evaluator.answers.table(number) {
    switch table.standing {
    case .none:
      // A table that is not asked has no alternative at all; one that has none has `none`.
      let state = evaluator.answers.state(alternative.subject)
      return Truth(state == .answered && alternative.codes.contains("none"))
    case .unknown where table.rows.isEmpty: return .unknown
    default: return Truth(alternative.codes.contains("some"))
    }
  }
  switch evaluator.answers.reading(alternative.subject) {
  case .absent: return .no
  case .unknown: return .unknown
  case .value(.boolean(let bool)): return Truth(alternative.codes.contains(bool ? "yes" : "no"))
  case .value(.checks(let ticks)):
    return Truth(alternative.codes.contains(ticks.isEmpty ? "none" : "some"))
  case .value(.choice(.code(let code))): return Truth(alternative.codes.contains(code))
  case .value(.choice(.other)): return Truth(alternative.codes.contains("other"))
  case .value: return .no
  }
}
