import PackModel

/// `a and b`.
struct And: ConditionWord {
  let parts: [Expression]

  // MARK: Grammar

  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    var isGroup = parser.peek == .sign("(")
    let first = try Not.read(&parser)
    guard parser.peek == .name("and") else { return first }
    var parts = conjuncts(first, isGroup)
    while parser.takes("and") {
      isGroup = parser.peek == .sign("(")
      parts += conjuncts(try Not.read(&parser), isGroup)
    }
    return .truth(.and(parts))
  }

  /// `a is answered with b` is two conditions of the chain that it stands in; brackets are kept.
  private static func conjuncts(_ part: Typed, _ isGroup: Bool) -> [Expression] {
    if !isGroup, case .and(let parts) = part.expression { return parts }
    return [part.expression]
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    var result = Truth.yes
    for part in parts {
      result = result && evaluator.truth(part, scope)
      if result == .no { return .no }
    }
    return result
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    parts.map(speaker.grouped).joined(separator: " and ")
  }

  var isJoined: Bool { true }
}
