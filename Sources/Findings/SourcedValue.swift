import Interview
import PackModel

/// A value with the answers that it came from.
package struct SourcedValue: Hashable, Sendable {
  /// The value.
  package let value: Value
  /// The question or calculated value that it is of, to print it by.
  package let member: Member
  /// The row of its table, by number; nil outside tables.
  package let row: Int?
  /// The answers that it rests on.
  package let sources: [AnswerKey]
}

/// A sum or the like that is whole only where every part is known.
package struct Amount: Hashable, Sendable {
  /// nil: not known.
  package var value: Quantity?
  package var sources: [AnswerKey]
  /// What is missing where it is not known.
  package var waits: [AnswerKey]

  package init(value: Quantity?, sources: [AnswerKey] = [], waits: [AnswerKey] = []) {
    self.value = value
    self.sources = sources
    self.waits = waits
  }
}

extension Evaluation {
  /// What stands at a place; nil where no value does.
  package func said(
    _ member: Member?, row: Int? = nil, _ evaluator: ExpressionEvaluator
  ) -> SourcedValue? {
    guard let member, case .value(let value) = effective.reading(member, row: row) else {
      return nil
    }
    return SourcedValue(
      value: value, member: member, row: row,
      sources: evaluator.sources(of: .member(member), scope(of: member, row)))
  }

  func scope(of member: Member, _ row: Int?) -> Scope {
    let table: Int? =
      switch member {
      case .question(let number): pack.table(of: number)
      case .calculated(let number): pack.calculated[number].table
      }
    guard let table, let row else { return Scope() }
    return Scope(table: table, row: row)
  }

  /// The key of a place, for what is waited for there.
  func waits(_ member: Member, row: Int?, _ evaluator: ExpressionEvaluator) -> [AnswerKey] {
    if case .question(let number) = member { return [key(number, row: row)] }
    return evaluator.waits(for: .member(member), scope(of: member, row))
  }
}
