/// What belongs to the steps of a journey: their questions, with all that stands under them, and the checks that
/// read one of these.
package struct JourneyScope: Sendable {
  /// The steps by number, in order.
  package let steps: [Int]
  /// By question.
  package let questions: [Bool]
  /// By check.
  package let checks: [Bool]
}

extension Pack {
  /// What belongs to these steps. It is made anew each time, from all checks: who asks again and again
  /// keeps it.
  package func scope(of steps: [Int]) -> JourneyScope {
    var inside = [Bool](repeating: false, count: questions.count)
    var waiting = steps.flatMap { self.steps[$0].items }
    while let question = waiting.popLast() {
      guard !inside[question] else { continue }
      inside[question] = true
      waiting += questions[question].children
    }
    var known: [Int: Bool] = [:]
    func reads(_ expression: Expression) -> Bool {
      expression.members.contains { member in
        switch member {
        case .question(let number): return inside[number]
        case .calculated(let number):
          if let known = known[number] { return known }
          known[number] = false
          let reads: Bool =
            switch calculated[number].rule {
            case .value(let inner): reads(inner)
            case .decide(_, let inputs): inputs.contains(where: reads)
            }
          known[number] = reads
          return reads
        }
      }
    }
    let wanted = checks.map { check in
      let isThere = check.table.map { inside[$0] } ?? true
      return isThere && (reads(check.pass) || readsNothing(check.pass))
    }
    return JourneyScope(steps: steps, questions: inside, checks: wanted)
  }

  /// A check that reads the draft alone belongs wherever the draft is looked at.
  private func readsNothing(_ expression: Expression) -> Bool { expression.members.isEmpty }
}
