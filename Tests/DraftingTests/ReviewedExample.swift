import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// An example of the real pack as the self-test sees it, on one day.
enum ReviewedExample {
  /// Every example that is a review, by its id.
  private static let bases: [String: Evaluation] = {
    let ids = ["clinic", "clean-review"]
    let reviewed = TestPacks.real.examples.filter {
      ids.contains($0.id) || $0.id.hasPrefix("review-")
    }
    return Dictionary(
      uniqueKeysWithValues: reviewed.map { example in
        var assigning = Assigning(evaluate(TestPacks.real, AnswerSheet()), renames: false)
        assigning.take(example.assignments)
        var sheet = assigning.evaluation.sheet
        sheet.apply(
          Entry(
            number: sheet.head + 1, when: "", by: "T", why: nil,
            changes: sheet.changing(.journey, to: "self-test")))
        return (example.id, evaluate(TestPacks.real, sheet))
      })
  }()

  /// - Parameter changes: answers in words that differ from the example's; nil takes one away.
  static func evaluated(
    _ id: String, _ changes: [(String, String?)] = []
  ) throws -> (Evaluation, FindingsResult) {
    var assigning = Assigning(try #require(bases[id]), renames: false)
    assigning.take(changes.map { Assignment(path: $0, said: $1.map { .words($0) } ?? .open) })
    #expect(assigning.refused.isEmpty)
    return try examined(assigning.evaluation)
  }

  static func examined(_ evaluation: Evaluation) throws -> (Evaluation, FindingsResult) {
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return (evaluation, examine(evaluation, asOf: asOf))
  }
}
