import Drafting
import Interview
import PackModel
import PlainText

/// Every question of a questionnaire.
package enum QuestionList {
  /// By their steps, a line each.
  package static func lines(_ pack: Pack) -> [String] {
    pack.steps.indices.flatMap { step in
      ["\(pack.steps[step].prefix) \(pack.steps[step].title)"]
        + pack.questions.filter { $0.step == step }.map {
          "  \($0.linkId)  \($0.kind.rawValue)  \($0.text)"
        }
    }
  }

  /// For machines, with options, units and conditions.
  package static func json(_ pack: Pack) -> JSON {
    .array(pack.questions.map { json($0, in: pack) })
  }

  private static func json(_ question: Question, in pack: Pack) -> JSON {
    .object([
      ("linkId", .string(question.linkId)), ("kind", .string(question.kind.rawValue)),
      ("step", .string(pack.steps[question.step].id)), ("text", .string(question.text)),
      ("shortText", .string(question.shortText)), ("required", .bool(question.required)),
      ("short", .bool(question.short)),
      (
        "options",
        .array(
          question.options.map {
            .object([
              ("code", .string($0.code)), ("display", .string($0.display)),
              ("alias", .strings($0.aliases)),
            ])
          })
      ),
      ("units", .strings(question.units.map(\.rawValue))),
      (
        "condition",
        .optional(question.enableWhen.map { ExpressionWords(pack).words($0) })
      ),
      ("authority", .strings(question.authority)), ("help", .string(question.help)),
      ("why", .string(question.why)),
    ])
  }
}
