/// What is wrong with an expression, and where in it.
package struct GrammarFault: Error {
  package enum Kind: Sendable {
    case brokenExpression, brokenValue, tooLarge, mismatchedUnits
    case unknownName, unknownCode, unknownNorm, unknownObligation
  }

  package let kind: Kind
  package let message: String
  package let remedy: String
  /// Scalars from the start of the expression.
  package let offset: Int

  package init(_ kind: Kind, _ message: String, _ remedy: String, offset: Int = 0) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.offset = offset
  }

  func moved(by offset: Int) -> GrammarFault {
    GrammarFault(kind, message, remedy, offset: self.offset + offset)
  }
}
