import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// An example of the real pack as the self-test sees it, on one day.
enum ReviewedExample {
  static func evaluated(_ id: String) throws -> (Evaluation, FindingsResult) {
    let pack = TestPacks.real
    let example = try #require(pack.examples.first { $0.id == id })
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(example.assignments)
    var sheet = assigning.evaluation.sheet
    sheet.apply(
      Entry(
        number: sheet.head + 1, when: "", by: "T", why: nil,
        changes: sheet.changing(.journey, to: "self-test")))
    let evaluation = evaluate(pack, sheet)
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return (evaluation, examine(evaluation, asOf: asOf))
  }
}
