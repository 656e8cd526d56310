import Interview
import PackModel

/// Answers that tests give, as an answers file would.
package enum Sheets {
  /// The evaluation after these assignments, in their order; it traps where one is refused.
  package static func evaluation(
    _ pack: Pack, _ assignments: [(String, Assignment.Said)]
  ) -> Evaluation {
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(assignments.map { Assignment(path: $0.0, said: $0.1) })
    precondition(
      assigning.refused.isEmpty,
      "refused: "
        + assigning.refused.map { "\($0.path): \($0.error.message)" }.joined(separator: "; "))
    return assigning.evaluation
  }

  /// The same with values in words.
  package static func evaluation(_ pack: Pack, _ words: KeyValuePairs<String, String>) -> Evaluation
  {
    evaluation(pack, words.map { ($0.key, .words($0.value)) })
  }

  /// The pack's own clean case.
  package static func clean(_ pack: Pack) -> Evaluation {
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(pack.examples.first { $0.id == pack.clean }?.assignments ?? [])
    return assigning.evaluation
  }
}
