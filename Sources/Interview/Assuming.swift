import PackModel

extension Evaluation {
  /// What a clause for another's paper is drafted from: the answers and, where a question has none at
  /// all, what the pack has stand for it there. Nothing of it is kept.
  package var forInsertion: Evaluation {
    after(
      (pack.review?.insert ?? []).flatMap { assumption -> [Change] in
        let key = AnswerKey(pack.questions[assumption.question].linkId)
        guard sheet[key] == nil else { return [] }
        switch assumption.source {
        case .value(let value): return sheet.setting(key, to: .value(value))
        case .question(let other):
          guard case .value(let value) = effective.reading(.question(other)) else { return [] }
          return sheet.setting(key, to: .value(value))
        }
      })
  }
}
