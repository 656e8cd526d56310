import PackModel

/// A question or a calculated value by its name; of a table's own row where it belongs to a table.
struct Named: ValueWord {
  let member: Member

  // MARK: Grammar

  /// A dotted name; what it means, the place decides.
  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    let before = parser.offset
    let word = try parser.name()
    if parser.takes("[") { return try Cell.read(of: word, before, &parser) }
    guard let found = parser.names.lookup(word) else {
      throw parser.names.unknown(.member, word).moved(by: before)
    }
    return found
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    evaluator.reading(member, row: evaluator.row(of: member, scope))
  }

  func place(_ evaluator: some Evaluating, _ scope: Scope) -> Place {
    .member(member, row: evaluator.row(of: member, scope))
  }

  var absence: Absence { .itself }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { speaker.name(member) }
}
