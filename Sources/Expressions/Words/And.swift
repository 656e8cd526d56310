import PackModel

/// `a and b`.
package struct And: ConditionWord {
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

  package func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    And.truth(of: parts) { evaluator.truth($0, scope) }
  }

  package static func truth(of parts: [Expression], by truth: (Expression) -> Truth) -> Truth {
    var result = Truth.yes
    for part in parts {
      result = result && truth(part)
      if result == .no { return .no }
    }
    return result
  }

  package var absence: Absence { .inAnyPart }

  // MARK: Words

  package func said(by speaker: some Speaking) -> String {
    parts.map(speaker.grouped).joined(separator: " and ")
  }

  package var isJoined: Bool { true }
}
