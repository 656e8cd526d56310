import PackModel

/// What somebody answers in all their matters: kept under a name on a day, read from a file, and
/// proposed where a matter has no answer yet.
package struct HouseAnswers: Hashable, Sendable {
  package let name: String
  package let saved: CalendarDate?
  package let assignments: [Assignment]

  package init(name: String, saved: CalendarDate?, assignments: [Assignment]) {
    self.name = name
    self.saved = saved
    self.assignments = assignments
  }
}

extension Evaluation {
  /// The questions that belong in a profile, seen from the party for which the matter is looked at:
  /// those of both parties and its own, without tables.
  package var houseQuestions: [Int] {
    func leaves(_ question: Int) -> [Int] {
      let model = pack.questions[question]
      return model.kind == .group ? model.children.flatMap(leaves) : [question]
    }
    let own = lens.flatMap { pack.house[$0] } ?? []
    return ((pack.house["both"] ?? []) + own).flatMap(leaves).filter {
      let kind = pack.questions[$0].kind
      return kind != .table && kind != .display
    }
  }

  /// What a profile keeps of this matter: every answer of those that counts.
  package func house(_ name: String, on day: CalendarDate) -> HouseAnswers {
    HouseAnswers(
      name: name, saved: day,
      assignments: houseQuestions.compactMap { question -> Assignment? in
        guard case .value(let value) = effective.reading(.question(question)) else { return nil }
        let said: Assignment.Said =
          if case .checks(let ticks) = value {
            .list(ticks.map { Self.written(.checks([$0])) })
          } else {
            .words(Self.written(value))
          }
        return Assignment(path: pack.questions[question].linkId, said: said)
      })
  }
}
