import PackModel

/// A choice below what the law asks, as it stands among the answers.
package struct Shortfall: Hashable, Sendable {
  /// The question, by number.
  package let question: Int
  /// Where its answer stands.
  package let key: AnswerKey
  /// "controller: legal name", "sub-processor 2: place".
  package let name: String
  /// What it goes below.
  package let deviation: Deviation
  /// The note on the answer; nil where nobody said why.
  package let reason: String?
}

extension Evaluation {
  /// Every choice below the law that counts now, in the pack's order.
  package func shortfalls() -> [Shortfall] {
    guard pack.questions.contains(where: { !$0.deviations.isEmpty }) else { return [] }
    let answers = allAnswers {
      $0.state == .answered && !pack.questions[$0.question].deviations.isEmpty
    }
    return answers.flatMap { item -> [Shortfall] in
      let row = pack.table(of: item.question).flatMap { table in
        item.key.row.flatMap { effective.table(table)?.number(of: $0) }
      }
      return deviations(of: item.question, row: row).map {
        Shortfall(
          question: item.question, key: item.key, name: item.name, deviation: $0,
          reason: item.note)
      }
    }
  }

  /// The deviations that an answer makes.
  package func deviations(of question: Int, row: Int? = nil) -> [Deviation] {
    let model = pack.questions[question]
    guard !model.deviations.isEmpty else { return [] }
    let scope =
      pack.table(of: question).flatMap { table in row.map { Scope(table: table, row: $0) } }
      ?? Scope()
    let evaluator = evaluator()
    return model.deviations.filter { evaluator.truth($0.when, scope) == .yes }
  }

  /// For which party the matter is looked at: the attribute `lens` of the side that is chosen, or
  /// its code where it has none; nil where nobody said.
  package var lens: String? {
    guard let side = pack.review?.side,
      case .value(.choice(.code(let code))) = effective.reading(.question(side))
    else { return nil }
    return pack.questions[side].option(code)?.attributes["lens"]?.first ?? code
  }

  /// What is suggested for a question, with the value of the party for which the matter is looked
  /// at.
  package func suggestion(for question: Int) -> Suggestion? {
    guard var suggestion = pack.questions[question].suggestion else { return nil }
    if let lens, let value = suggestion.lens[lens] { suggestion.value = value }
    return suggestion
  }
}
