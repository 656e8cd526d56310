import Drafting
import Findings
import Interview
import PackModel
import PlainText

/// Answers, states and findings as JSON.
package enum MatterJSON {
  static func value(_ value: Value) -> JSON {
    switch value {
    case .boolean(let bool): .bool(bool)
    case .checks(let ticks):
      .array(
        ticks.map { tick in
          switch tick {
          case .code(let code): .string(code)
          case .other(let text): .object([("other", .string(text))])
          }
        })
    case .number(let number): .number(number)
    default: .string(Evaluation.written(value))
    }
  }

  /// The whole matter: answers with their states, calculated values, warnings.
  package static func show(
    _ session: MatterSession, _ evaluation: Evaluation, _ findings: FindingsResult
  ) -> JSON {
    let pack = evaluation.pack
    let answers = evaluation.allAnswers().map { item -> JSON in
      let row = item.key.row
      var pairs: [(String, JSON)] = [
        ("linkId", .string(item.key.linkId)), ("row", .optional(row)),
        ("name", .string(item.name)), ("state", .string(item.state.rawValue)),
      ]
      if case .value(let value)? = evaluation.sheet[item.key] {
        pairs.append(("value", self.value(value)))
      }
      if let note = item.note { pairs.append(("note", .string(note))) }
      return .object(pairs)
    }
    let asked = Set(evaluation.allAnswers().map(\.key))
    let kept = evaluation.sheet.answers.keys
      .filter { !asked.contains($0) }
      .sorted()
      .map { JSON.object([("linkId", .string($0.linkId)), ("row", .optional($0.row))]) }
    return .object([
      ("matter", .string(session.title)), ("pack", .string(pack.id)),
      ("packVersion", .string(pack.version)), ("packHash", .string(pack.hash)),
      ("entries", .number(evaluation.sheet.head)), ("asOf", .string(findings.asOf.iso)),
      ("answers", .array(answers)), ("keptButNotAsked", .array(kept)),
      ("calculated", calculated(evaluation)), ("warnings", .array(warnings(evaluation, findings))),
    ])
  }

  static func warnings(_ evaluation: Evaluation, _ findings: FindingsResult) -> [JSON] {
    let pack = evaluation.pack
    return findings.failed(pack).map { result in
      let words = FindingWords(result, evaluation, findings.asOf)
      let check = pack.checks[result.check]
      return .object([
        ("id", .string(words.id)), ("severity", .string(words.severity.rawValue)),
        ("finding", .string(words.finding)), ("authority", .strings(check.authority)),
        ("consequence", .string(words.consequence)), ("remedy", .string(words.remedy)),
        ("norm", .string(words.norm)), ("closes", .optional(result.closes(pack))),
        ("at", .strings(check.at.map { pack.questions[$0].linkId })),
      ])
    }
  }

  static func calculated(_ evaluation: Evaluation) -> JSON {
    let pack = evaluation.pack
    return .array(
      pack.calculated.indices.filter { pack.calculated[$0].table == nil }.map { number in
        let calculated = pack.calculated[number]
        var pairs: [(String, JSON)] = [("id", .string(calculated.id))]
        switch evaluation.effective.reading(.calculated(number)) {
        case .value(let value): pairs.append(("value", self.value(value)))
        case .absent: pairs.append(("value", .null))
        case .unknown:
          let waits = evaluation.evaluator().waits(for: .member(.calculated(number)))
          pairs.append(("waitsFor", .strings(waits.map { evaluation.name(of: $0) })))
        }
        pairs.append(("authority", .strings(calculated.authority)))
        return .object(pairs)
      })
  }
}
