import PackModel

/// `table[row].column` of a table whose rows the pack gives.
struct Cell: ValueWord {
  let member: Member
  let row: String

  // MARK: Grammar

  /// What follows the bracket behind the table's name.
  static func read(
    of table: String, _ before: Int, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    let code: String
    switch parser.peek {
    case .name(let name), .number(let name): code = name
    default:
      throw parser.fault("Here should stand the code of a row.", "Write `rights[access].limit`.")
    }
    parser.skip()
    try parser.expect("]")
    try parser.expect(".")
    let column = try parser.name()
    guard let number = parser.names.table(table, withRow: code) else {
      throw GrammarFault(
        .unknownName, "There is no row “\(table)[\(code)]”.",
        "Name a table whose rows the pack gives, and the code of a row.", offset: before)
    }
    guard let member = parser.names.column(column, ofRowsIn: number) else {
      throw GrammarFault(
        .unknownName, "The table \(table) has no column “\(column)”.",
        "Columns stand under `item` of the table.", offset: before)
    }
    return Typed(expression: .cell(member, row: code), kind: parser.names.kind(of: member))
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    evaluator.rowNumber(member, row).map { evaluator.reading(member, row: $0) } ?? .absent
  }

  func place(_ evaluator: some Evaluating, _ scope: Scope) -> Place {
    .member(member, row: evaluator.rowNumber(member, row))
  }

  var absence: Absence { .itself }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    let parts = speaker.name(member).split(separator: ".")
    return "\(parts.dropLast().joined(separator: "."))[\(row)].\(parts.last ?? "")"
  }
}
