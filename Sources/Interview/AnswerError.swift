import PackModel

/// Why what was typed is no answer. `message` says what to do in a lawyer's words.
package struct AnswerError: Error, Hashable, Sendable {
  /// What is wrong with an answer.
  package enum Kind: String, Hashable, Sendable {
    case empty, notADate, ambiguousDate, notANumber, wrongUnit, notMoney, unknownCurrency
    case notAnOption, notARow, notYesOrNo, tooLong, constraint, ring, exclusive, notAsked
    case unknownQuestion, unknownRow, notATable, packRow
    /// The answer goes below the law and nobody said why.
    case reasonWanted
  }

  /// What is wrong.
  package let kind: Kind
  /// The same in words, with what to do.
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
