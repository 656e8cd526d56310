import PackModel

/// `a or b`.
package struct Or: ConditionWord {
  let parts: [Expression]

  // MARK: Grammar

  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    var parts = [try And.read(&parser)]
    while parser.takes("or") { parts.append(try And.read(&parser)) }
    return parts.count == 1 ? parts[0] : .truth(.or(parts.map(\.expression)))
  }

  // MARK: Value

  package func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    Or.truth(of: parts) { evaluator.truth($0, scope) }
  }

  package static func truth(of parts: [Expression], by truth: (Expression) -> Truth) -> Truth {
    var result = Truth.no
    for part in parts {
      result = result || truth(part)
      if result == .yes { return .yes }
    }
    return result
  }

  package var absence: Absence { .inAllParts }

  // MARK: Words

  package func said(by speaker: some Speaking) -> String {
    parts.map(speaker.grouped).joined(separator: " or ")
  }

  package var isJoined: Bool { true }
}
