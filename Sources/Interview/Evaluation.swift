import PackModel

/// Whether a clause stands in the document.
package enum ClauseDecision: Hashable, Sendable {
  case included
  case excluded
  /// Not known yet: one named blank stands for it. What it waits for.
  case open([AnswerKey])
}

/// What follows from a sheet.
package struct Evaluation: Sendable {
  /// The questionnaire.
  package let pack: Pack
  /// The answers as they were given.
  package let sheet: AnswerSheet
  /// What counts of them.
  package let effective: EffectiveAnswers
  /// The journey that the matter is on, by its number; nil is the whole pack.
  package let journey: Int?
  /// Deferred, for neither a key nor the first screen waits for any of it, and the scope looks through
  /// every check of the pack.
  private let later: Deferred<Later>
  let work: Work

  /// What is made out when the draft or a check first asks: a question that is shown waits for none
  /// of it.
  private struct Later: Sendable {
    let clauses: ClauseDecisions
    let scope: JourneyScope?
  }

  /// - Parameter known: a scope that was made before; it is taken where the same steps are asked.
  fileprivate init(_ evaluator: ExpressionEvaluator, _ sheet: AnswerSheet, known: JourneyScope?) {
    pack = evaluator.pack
    self.sheet = sheet
    effective = evaluator.answers
    work = evaluator.work
    let journey = sheet.setting(.journey).flatMap { evaluator.pack.journey($0) }
    self.journey = journey
    later = Deferred {
      let steps = journey.map { evaluator.steps(of: $0) }
      return Later(
        clauses: decideClauses(evaluator),
        scope: steps.map { steps in
          known.flatMap { $0.steps == steps ? $0 : nil } ?? evaluator.pack.scope(of: steps)
        })
    }
  }

  /// By clause.
  package var decisions: [ClauseDecision] { later.value.clauses.clauses }
  /// By document, then section: whether it is asked for at all.
  package var sections: [[Truth]] { later.value.clauses.sections }
  /// What belongs to the matter's journey now; nil is the whole pack.
  package var scope: JourneyScope? { later.value.scope }

  /// Whether the pack asks for more than is done for one matter: what was not come to is unknown.
  package var isOverworked: Bool { work.isBeyond }

  /// What works out expressions over these answers.
  package func evaluator(_ context: Context = Context()) -> ExpressionEvaluator {
    ExpressionEvaluator(pack: pack, answers: effective, context: context)
  }

  /// What is known of a question, in a row of its table or outside.
  package func state(_ question: Int, row: Int? = nil) -> AnswerState {
    effective.state(.question(question), row: row)
  }

  /// Whether a question belongs to the matter's journey.
  package func isOfJourney(_ question: Int) -> Bool {
    scope?.questions[question] ?? true
  }

  /// The key under which a question's answer is kept in a row.
  package func key(_ question: Int, row: Int? = nil) -> AnswerKey {
    guard let table = pack.table(of: question), let row,
      let rows = effective.table(table)?.rows, rows.indices.contains(row)
    else { return AnswerKey(pack.questions[question].linkId) }
    return AnswerKey(pack.questions[question].linkId, row: rows[row])
  }
}

extension Evaluation {
  /// What follows once an entry is added.
  package func after(_ entry: Entry) -> Evaluation {
    var sheet = sheet
    sheet.apply(entry)
    return with(sheet)
  }

  /// What follows from another sheet of the same matter.
  func with(_ sheet: AnswerSheet) -> Evaluation {
    evaluate(pack, sheet, known: later.made?.scope)
  }

  /// The same for changes that are only tried.
  package func after(_ changes: [Change]) -> Evaluation {
    guard !changes.isEmpty else { return self }
    return after(Entry(number: sheet.head + 1, when: "", by: "", why: nil, changes: changes))
  }
}

extension ExpressionEvaluator {
  /// The steps of a journey that are asked now.
  func steps(of journey: Int) -> [Int] {
    pack.journeys[journey].steps.filter { step in
      pack.steps[step].when.map { truth($0) != .no } ?? true
    }
  }
}

/// The one door from answers to what follows from them: pure, whole, and made anew for every
/// sheet.
package func evaluate(_ pack: Pack, _ sheet: AnswerSheet) -> Evaluation {
  evaluate(pack, sheet, known: nil)
}

private func evaluate(_ pack: Pack, _ sheet: AnswerSheet, known: JourneyScope?) -> Evaluation {
  var pass = EvaluationPass(pack: pack, sheet: sheet)
  pass.run()
  return Evaluation(pass.evaluator, sheet, known: known)
}
