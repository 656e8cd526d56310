import PackModel

/// `largest of T.column`, `smallest of T.column`: of all rows, or of those along the chain that a
/// pointer makes.
struct ColumnExtreme: ValueWord {
  let column: Member
  let table: Int
  let along: Int?
  let side: ExtremeSide

  private var expression: Expression {
    side == .largest
      ? .largestOf(column, table: table, along: along)
      : .smallestOf(column, table: table, along: along)
  }

  // MARK: Grammar

  /// What follows `of`.
  static func read(
    _ side: ExtremeSide, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    let (member, table) = try parser.column()
    let word = ColumnExtreme(column: member, table: table, along: try parser.along(), side: side)
    return Typed(expression: word.expression, kind: parser.names.kind(of: member))
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    evaluator.chained(expression, of: table, scope)
      ?? together(evaluator.column(column, of: table, along: along, scope))
  }

  func together(_ readings: [Reading]) -> Reading { .extreme(readings, side.order) }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(side.rawValue) of \(speaker.column(column, along: along))"
  }
}
