import Findings
import PackCompiler
import PackModel

extension PackStore {
  /// Compiles a questionnaire with everything that is looked at, and proves its checks by their
  /// examples.
  ///
  /// - Parameter folder: the pack's; nil: of the one in use.
  /// - Returns: what it holds, a sentence.
  /// - Throws: an `Outcome` that lists every fault.
  package func prove(_ folder: String?, asOf day: CalendarDate) throws -> String {
    switch compile(try PackFolder.read(try folder ?? location()), lints: true) {
    case .failure(let failure): throw Outcome(failure)
    case .success(let pack):
      let faults = Findings.prove(pack, asOf: day)
      guard faults.isEmpty else {
        throw Outcome(.found, lines: faults.map { "\($0.check): \($0.message)" })
      }
      let unproved = RuleProof.faults(pack)
      guard unproved.isEmpty else { throw Outcome(.found, lines: unproved) }
      // A pair of promises is looked at by its rule's check.
      let checks = pack.checks.filter { $0.promises?.pair == nil }.count
      let count = pack.promises.promises.count
      let promises = count == 0 ? "" : ", \(count) promises held against each other"
      let examples = pack.checks.indices.reduce(0) { $0 + pack.proofs(of: $1).count }
      return
        "\(pack.id) \(pack.version): \(pack.questions.count) questions, \(pack.clauses.count) "
        + "clauses, \(checks) checks proved by \(examples) examples\(promises). No fault."
    }
  }
}
