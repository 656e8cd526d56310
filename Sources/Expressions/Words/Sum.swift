import PackModel

/// `sum of T.column`, `sum of T.column along T.pointer`.
struct Sum: ValueWord, OpeningWord {
  let column: Member
  let table: Int
  let along: Int?

  // MARK: Grammar

  static let opens = ["sum"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    try parser.expect("of")
    let (member, table) = try parser.column()
    return Typed(
      expression: .sum(member, table: table, along: try parser.along()),
      kind: parser.names.kind(of: member))
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    evaluator.chained(.sum(column, table: table, along: along), of: table, scope)
      ?? together(evaluator.column(column, of: table, along: along, scope))
  }

  func together(_ readings: [Reading]) -> Reading { .added(readings) }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "sum of \(speaker.column(column, along: along))"
  }
}

extension Speaking {
  /// A column, and the pointer that it is read along.
  func column(_ member: Member, along pointer: Int?) -> String {
    name(member) + (pointer.map { " along \(name(.question($0)))" } ?? "")
  }
}
