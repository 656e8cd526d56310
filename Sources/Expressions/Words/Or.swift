import PackModel

/// `a or b`.
struct Or: ConditionWord {
  let parts: [Expression]

  // MARK: Grammar

  static func read(_ parser: inout ExpressionParser) throws(GrammarFault) -> Typed {
    var parts = [try And.read(&parser)]
    while parser.takes("or") { parts.append(try And.read(&parser)) }
    return parts.count == 1 ? parts[0] : .truth(.or(parts.map(\.expression)))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    var result = Truth.no
    for part in parts {
      result = result || evaluator.truth(part, scope)
      if result == .yes { return .yes }
    }
    return result
  }

  var absence: Absence { .inAllParts }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    parts.map(speaker.grouped).joined(separator: " or ")
  }

  var isJoined: Bool { true }
}
