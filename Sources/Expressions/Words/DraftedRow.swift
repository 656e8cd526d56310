import PackModel

/// `drafted row`: whether the draft meets the duty that the own row of a table names by its code, an
/// obligation or a row of Art. 28(3); in checks only.
struct DraftedRow: ConditionWord {
  let table: Int

  // MARK: Grammar

  /// What is there once `drafted row` is read.
  static func read(
    _ offset: Int, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    guard let (table, codes) = parser.names.ownRows else {
      throw GrammarFault(
        .unknownObligation, "`drafted row` reads the code of a row that the pack gives.",
        "Write the check `for` a table with `rows`, or name the obligation.", offset: offset)
    }
    for code in codes
    where !parser.names.isObligation(code) && ArticleRow(rawValue: code) == nil {
      throw GrammarFault(
        .unknownObligation, "The row “\(code)” is no obligation and no row of Art. 28(3).",
        "Give the rows of the table the ids of obligations.yaml.", offset: offset)
    }
    return .truth(.draftedRow(table: table))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    evaluator.rowID(in: table, scope).map(evaluator.drafted) ?? .unknown
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "drafted row" }
}
