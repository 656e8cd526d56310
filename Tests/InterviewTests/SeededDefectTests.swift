import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// Single defects, one at a time, made of the checks' own failing examples: each is found, and
/// nothing else is but what it implies.
struct SeededDefectTests {
  private static let day: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 11, day: 21) else {
      preconditionFailure("21 November 2026 is a day")
    }
    return day
  }()

  private static func clean(_ id: String, _ pack: Pack) -> Evaluation {
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(pack.examples.first { $0.id == id }?.assignments ?? [])
    return assigning.evaluation
  }

  /// A check with all that it implies, and what that implies.
  private static func implied(_ check: String, _ pack: Pack) -> Set<String> {
    var found: Set<String> = []
    var waiting = [check]
    while let id = waiting.popLast() {
      guard found.insert(id).inserted, let number = pack.check(id) else { continue }
      waiting += pack.checks[number].implies
    }
    return found
  }

  @Test func theCleanCasesHaveNoDefect() {
    let pack = TestPacks.real
    let cases = Set(pack.checks.indices.flatMap { pack.proofs(of: $0).compactMap(\.clean) })
    for id in cases.union([pack.clean ?? ""]) {
      let failed = examine(Self.clean(id, pack), asOf: Self.day).failed(pack)
      #expect(failed.isEmpty, "\(id): \(failed.map { $0.id(pack) })")
    }
  }

  /// What is said beside a duty that is missing, and never alone.
  private static let remarks: Set = [
    "review.duties-beside-clauses", "review.clauses-beside-clauses",
  ]

  /// An example of the draft's own checks may show more than one defect, such as a list of which all
  /// but one measure was taken away. Those of the self-test show one each.
  @Test func eachDefectIsFoundAndNoOther() {
    let pack = TestPacks.real
    var bases: [String: Evaluation] = [:]
    var single = 0
    var several: [String] = []
    for (number, check) in pack.checks.enumerated() {
      let implied = Self.implied(check.id, pack)
      for (at, example) in pack.proofs(of: number).enumerated() where example.outcome == .fail {
        guard let id = example.clean ?? pack.clean else { continue }
        let base = bases[id] ?? Self.clean(id, pack)
        bases[id] = base
        var changed = Assigning(base, renames: false)
        changed.take(example.changes)
        // Two promises at odds are a defect of their rule.
        let failed = Set(
          examine(changed.evaluation, asOf: Self.day).failed(pack).map { result in
            let check = pack.checks[result.check]
            return check.promises.map { "promises.\($0.rule.rawValue)" } ?? check.id
          })
        #expect(failed.contains(check.id), "\(check.id), example \(at + 1): not found")
        // A company that an example moves abroad leaves the place to which a step is bound, too.
        let others = failed.subtracting(implied).filter { !$0.hasPrefix("promises.") }.sorted()
        if Self.remarks.contains(check.id) {
          #expect(others.count == 1 && others.first?.hasSuffix("-missing") == true, "\(others)")
          continue
        }
        if others.isEmpty { single += 1 } else { several.append("\(check.id): \(others)") }
        if example.clean != nil {
          #expect(others.isEmpty, "\(check.id), example \(at + 1): also \(others)")
        }
      }
    }
    #expect(single >= 180)
    // It may only fall.
    #expect(several.count <= 88, "\(several.joined(separator: "\n"))")
  }
}
