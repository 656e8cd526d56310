import Expressions
import Interview
import PackModel

/// An expression in the pack's own words again, for people who ask why something is there.
package struct ExpressionWords: Speaking {
  private let pack: Pack

  package init(_ pack: Pack) { self.pack = pack }

  package func words(_ expression: Expression) -> String { expression.word.said(by: self) }

  package func name(_ member: Member) -> String {
    switch member {
    case .question(let number): pack.questions[number].linkId
    case .calculated(let number): pack.calculated[number].id
    }
  }

  package func written(_ value: Value) -> String { Evaluation.written(value) }
}
