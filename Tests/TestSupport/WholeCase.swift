import Interview
import PackModel

/// A whole case of the shipped pack: its documents stand beside its answers, as goldens.
package struct WholeCase: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let journey: String

  package static let all = [
    WholeCase(name: "copilot-rollout", journey: "draft"),
    WholeCase(name: "saas-processor", journey: "draft"),
    WholeCase(name: "swiss-controller", journey: "draft"),
    WholeCase(name: "joint-proxy", journey: "draft"),
    WholeCase(name: "japanese-processor", journey: "draft"),
    WholeCase(name: "swiss-bank", journey: "draft"),
    WholeCase(name: "hospital-group", journey: "draft"),
    WholeCase(name: "us-vendor", journey: "draft"),
    WholeCase(name: "short-way", journey: "short"),
  ]

  /// The day on which ages are counted.
  package static let asOf = CalendarDate(iso: "2026-11-21")

  /// The documents that are kept; a memo only where something was chosen below the law.
  package static let documents = ["agreement", "gap-report", "deviation-memo"]

  package var description: String { name }
  package var folder: String { "Questionnaires/ai-dpa/examples/\(name)" }

  /// As `art28 new NAME --from answers.yaml --journey JOURNEY` leaves it: all answers in one entry.
  package func evaluation(_ pack: Pack) -> Evaluation {
    var assigning = Assigning(evaluate(pack, AnswerSheet()))
    assigning.take(pack.examples.first { $0.id == name }?.assignments ?? [])
    precondition(assigning.refused.isEmpty, "\(name): \(assigning.refused)")
    let entry = Entry(
      number: 1, when: "2026-11-21T09:00:00Z", by: Self.author, why: nil,
      changes: AnswerSheet().changing(.journey, to: journey) + assigning.changes)
    return evaluate(pack, AnswerSheet(entries: [entry]))
  }

  /// Who made the entry.
  package static let author = "Änne Grünwald"
}
