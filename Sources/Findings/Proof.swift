import Interview
import PackModel

/// An example of a check that does not come out as the check says.
package struct FailedProof: Hashable, Sendable {
  /// The check, by id.
  package let check: String
  /// What is wrong with its example.
  package let message: String
}

/// Runs every check's own examples, as changes to the case that its file names or to the pack's
/// clean one; and these cases themselves, in which no check may fail and every answer must be
/// taken.
package func prove(_ pack: Pack, asOf: CalendarDate) -> [FailedProof] {
  var faults: [FailedProof] = []
  var cases: [String: Evaluation] = [:]
  let used = pack.checks.indices.flatMap { pack.proofs(of: $0).map(\.clean) }.compactMap { $0 }
  for id in Set(used + [pack.clean].compactMap { $0 }).sorted() {
    guard let example = pack.examples.first(where: { $0.id == id }) else { continue }
    let evaluation = evaluation(of: example, pack, &faults)
    cases[id] = evaluation
    for result in examine(evaluation, asOf: asOf).failed(pack) {
      faults.append(
        FailedProof(check: pack.checks[result.check].id, message: "It fails in the case \(id)."))
    }
  }
  for (number, check) in pack.checks.enumerated() {
    for (at, example) in pack.proofs(of: number).enumerated() {
      guard let base = (example.clean ?? pack.clean).flatMap({ cases[$0] }) else { continue }
      let place = "\(example.outcome.rawValue) example \(at + 1)"
      var changed = Assigning(base, renames: false)
      changed.take(example.changes)
      for refused in changed.refused {
        faults.append(
          FailedProof(
            check: check.id,
            message: "\(place): \(refused.path) is refused: \(refused.error.message)"))
      }
      let results = examine(changed.evaluation, asOf: asOf, only: number)
      if let fault = compare(example, results) {
        faults.append(FailedProof(check: check.id, message: "\(place): \(fault)"))
      }
    }
  }
  return faults
}

/// A whole case, in which every answer must be taken.
private func evaluation(
  of example: Example, _ pack: Pack, _ faults: inout [FailedProof]
) -> Evaluation {
  var base = Assigning(evaluate(pack, AnswerSheet()), renames: false)
  base.take(example.assignments)
  for refused in base.refused {
    faults.append(
      FailedProof(
        check: "case \(example.id)",
        message: "\(refused.path) is refused: \(refused.error.message)"))
  }
  return base.evaluation
}

private func compare(_ example: CheckExample, _ results: [CheckResult]) -> String? {
  let failed = results.filter { $0.outcome == .failed }
  let open = results.filter {
    if case .notAssessed = $0.outcome { return true }
    return false
  }
  switch example.outcome {
  case .pass:
    if !failed.isEmpty { return "it fails" }
    if !open.isEmpty { return "it is not assessed" }
    return results.contains { $0.outcome == .passed } ? nil : "it is not applicable"
  case .fail:
    if failed.isEmpty { return "it does not fail" }
    if !example.rows.isEmpty, Set(failed.compactMap(\.rowId)) != Set(example.rows) {
      return "it fails for \(failed.compactMap(\.rowId).joined(separator: ", "))"
    }
    return nil
  case .notAssessed:
    if !failed.isEmpty { return "it fails" }
    return open.isEmpty ? "it is assessed" : nil
  }
}
