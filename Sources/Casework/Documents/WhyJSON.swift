import Documents
import Drafting
import Interview
import PackModel
import PlainText

/// The map from every sentence of a document to what it rests on, for machines.
/// `Documentation/why.schema.json` describes it.
enum WhyJSON {
  static func map(_ document: Document, _ evaluation: Evaluation) -> JSON {
    .object([
      ("document", .string(document.id)), ("pack", .string(evaluation.pack.id)),
      ("packVersion", .string(evaluation.pack.version)),
      ("packHash", .string(evaluation.pack.hash)), ("entries", .number(evaluation.sheet.head)),
      (
        "passages",
        .array(
          document.passages.map { passage in
            .object([
              ("place", .string(passage.place)), ("text", .string(passage.text)),
              ("parts", .array(passage.runs.map { part($0, evaluation) })),
            ])
          })
      ),
    ])
  }

  private static func part(_ run: Run, _ evaluation: Evaluation) -> JSON {
    let why = evaluation.explanation(of: run.provenance)
    var pairs: [(String, JSON)] = [("text", .string(run.text))]
    if case .blank(let blank) = run.kind { pairs.append(("blank", .string(blank.name))) }
    if case .reference(let anchor) = run.kind { pairs.append(("refersTo", .string(anchor))) }
    if let clause = why.clause { pairs.append(("clause", .string(clause))) }
    if !why.duties.isEmpty { pairs.append(("meets", .strings(why.duties.map(\.id)))) }
    if !why.conditions.isEmpty { pairs.append(("because", .strings(why.conditions))) }
    if let rule = why.rule {
      pairs.append(("rule", .object([("id", .string(rule.id)), ("says", .string(rule.says))])))
    }
    if !why.answers.isEmpty {
      pairs.append(
        (
          "answers",
          .array(
            why.answers.map { answer in
              var pairs: [(String, JSON)] = [("linkId", .string(answer.key.linkId))]
              if let row = answer.key.row { pairs.append(("row", .string(row))) }
              pairs += [("question", .string(answer.question)), ("said", .string(answer.said))]
              if let entry = answer.entry { pairs.append(("entry", .number(entry))) }
              return .object(pairs)
            })
        ))
    }
    if !why.authorities.isEmpty {
      pairs.append(("authorities", .strings(why.authorities.map(\.citation))))
    }
    return .object(pairs)
  }
}
