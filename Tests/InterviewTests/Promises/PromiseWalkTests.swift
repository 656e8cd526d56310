import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// Random answers over the whole shipped pack: nothing in a draft contradicts itself in silence, and no
/// duty of Art. 28(3) is missing from one that is complete.
struct PromiseWalkTests {
  private static let cases = ["clean", "copilot-rollout", "saas-processor", "swiss-controller"]

  /// How many sheets; the whole proof needs an optimised build.
  private static var sheets: Int {
    var isDebug = false
    assert({ isDebug = true }() == ())
    return isDebug ? 5 : 500
  }

  @Test(arguments: cases) func noContradictionWithoutAFinding(_ name: String) throws {
    let pack = TestPacks.real
    let example = try #require(pack.examples.first { $0.id == name })
    var seen: Set<PromiseRule> = []
    var complete = 0
    for seed in 0..<UInt64(PromiseWalkTests.sheets) {
      var walk = RandomWalk(pack, seed: seed)
      walk.begin(with: example)
      walk.scatter(4 + Int(seed % 60))
      // Most are left with the holes that the changes tear.
      if seed % 4 == 0 { walk.fillAtOnce() }
      let result = examine(walk.evaluation, asOf: CalendarDate.first)
      guard walk.evaluation.ownDraftCounts else { continue }
      let found = Set(result.failed(pack).compactMap { pair(of: $0, pack) })
      seen.formUnion(result.failed(pack).compactMap { pack.checks[$0.check].promises?.rule })
      let missed = PromiseOracle(walk.evaluation).conflicts().subtracting(found)
      #expect(missed.isEmpty, "\(name), seed \(seed): \(missed.sorted().prefix(5))")
      if isWhole(walk.evaluation) {
        complete += 1
        let missing = result.coverage.filter {
          let duty = pack.obligations[$0.obligation]
          return duty.row != nil && duty.contract && $0.status != .covered
        }
        #expect(
          missing.isEmpty,
          "\(name), seed \(seed): \(missing.map { pack.obligations[$0.obligation].id })")
      }
    }
    // Such drafts there were, or nothing was proved.
    #expect(PromiseWalkTests.sheets < 500 || (!seen.isEmpty && (name != "clean" || complete > 50)))
  }

  /// Without the id of the rule: the closed promise, the open one and its row.
  private func pair(of result: CheckResult, _ pack: Pack) -> String? {
    guard let pair = pack.checks[result.check].promises?.pair else { return nil }
    let ids = [pair.closed[0], pair.open].map { pack.promises.promises[$0].id }
    return ids.joined(separator: "+") + (result.rowId.map { "[\($0)]" } ?? "")
  }

  /// Whether no clause of the contract is a blank.
  private func isWhole(_ evaluation: Evaluation) -> Bool {
    let pack = evaluation.pack
    guard let contract = pack.document(.contract) else { return false }
    return pack.clauses.indices.allSatisfy { number in
      guard pack.clauses[number].document == contract else { return true }
      switch evaluation.decisions[number] {
      case .excluded: return true
      case .included: return evaluation.isWhole(number)
      case .open: return false
      }
    }
  }
}
