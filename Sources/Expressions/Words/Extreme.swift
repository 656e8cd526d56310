import PackModel

/// `largest of (a, b)`, `smallest of (a, b)`.
struct Extreme: ValueWord, OpeningWord {
  let parts: [Expression]
  let side: ExtremeSide

  // MARK: Grammar

  static let opens = ExtremeSide.allCases.map(\.rawValue)

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    try parser.expect("of")
    let side = ExtremeSide(rawValue: word) ?? .largest
    guard parser.takes("(") else { return try ColumnExtreme.read(side, &parser) }
    var parts = [try parser.condition()]
    while parser.takes(",") { parts.append(try parser.condition()) }
    try parser.expect(")")
    let expressions = parts.map(\.expression)
    return Typed(
      expression: side == .largest ? .largest(expressions) : .smallest(expressions),
      kind: parts[0].kind)
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    .extreme(parts.map { evaluator.reading($0, scope) }, side.order)
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(side.rawValue) of (\(speaker.list(parts)))"
  }
}

/// Which end is looked for, by its word.
enum ExtremeSide: String, CaseIterable {
  case largest, smallest

  var order: Ordering { self == .largest ? .greater : .less }
}
