import PackModel

/// An attribute of the own row of a table whose rows the pack gives. A name means it.
struct RowAttribute: ValueWord {
  let table: Int
  let name: String

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    .words(evaluator.attribute(name, ofRowIn: table, scope))
  }

  var absence: Absence { .never }

  func said(by speaker: some Speaking) -> String { name }
}
