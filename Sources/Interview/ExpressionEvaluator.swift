import Expressions
import PackModel

/// Reads expressions from effective answers. The one evaluator: conditions, values, clauses and
/// checks all go through it.
package struct ExpressionEvaluator: Sendable {
  package let pack: Pack
  package var answers: EffectiveAnswers
  package var context: Context
  /// What sums along chains come to, while a whole column of them is made.
  var chains = ChainReadings()
  /// What this reader and its copies have done.
  var work: Work

  package init(pack: Pack, answers: EffectiveAnswers, context: Context = Context()) {
    self.init(pack: pack, answers: answers, context: context, work: Work(rows: answers.rows))
  }

  init(pack: Pack, answers: EffectiveAnswers, context: Context = Context(), work: Work) {
    self.pack = pack
    self.answers = answers
    self.context = context
    self.work = work
  }

  /// Whether a condition holds.
  package func truth(_ expression: Expression, _ scope: Scope = Scope()) -> Truth {
    switch expression {
    // Most conditions are made of these: they take the short way to what their files say.
    case .and(let parts): And.truth(of: parts) { truth($0, scope) }
    case .or(let parts): Or.truth(of: parts) { truth($0, scope) }
    case .not(let inner): !truth(inner, scope)
    case .equal(let a, let b):
      Equality.truth(reading(a, scope), reading(b, scope), isNegated: false)
    case .compare(let a, let comparison, let b):
      Compare.truth(reading(a, scope), comparison, reading(b, scope))
    default: expression.word.truth(self, scope)
    }
  }

  /// What an expression comes to.
  package func reading(_ expression: Expression, _ scope: Scope = Scope()) -> Reading {
    switch expression {
    // Nearly everything that is read is one of these two: they take the short way.
    case .value(let value): .value(value)
    case .member(let member): answers.reading(member, row: row(of: member, scope))
    default: expression.word.reading(self, scope)
    }
  }

  /// Whether an expression reads a place that is not asked or not applicable, and not merely about
  /// its state.
  package func readsAbsent(_ expression: Expression, _ scope: Scope) -> Bool {
    switch expression.word.absence {
    case .never: false
    case .inAnyPart: expression.parts.contains { readsAbsent($0, scope) }
    case .inAllParts: expression.parts.allSatisfy { readsAbsent($0, scope) }
    case .inFirstPart: expression.parts.first.map { readsAbsent($0, scope) } ?? false
    case .itself: reading(expression, scope) == .absent
    }
  }
}
