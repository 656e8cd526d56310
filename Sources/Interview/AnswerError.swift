import PackModel

/// Why what was typed is no answer. `message` says what to do in a lawyer's words.
package struct AnswerError: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case empty, notADate, ambiguousDate, notANumber, wrongUnit, notMoney, unknownCurrency
    case notAnOption, notARow, notYesOrNo, tooLong, constraint, ring, exclusive, notAsked
    case unknownQuestion, unknownRow, notATable, packRow
    /// The answer goes below the law and nobody said why.
    case reasonWanted
  }

  package let kind: Kind
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
