import PackModel

/// `choice.attribute`: an attribute of the option that is chosen. A dotted name means it.
struct Attribute: ValueWord {
  let inner: Expression
  let name: String
  /// Whose options they are.
  let question: Int

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    let found = evaluator.reading(inner, scope)
    guard case .value(let value) = found else { return found }
    let options = evaluator.options(of: question)
    let words = value.ticks.flatMap { tick -> [String] in
      guard case .code(let code) = tick else { return [] }
      return options.first { $0.code == code }?.attributes[name] ?? []
    }
    return .words(words.isEmpty ? nil : words)
  }

  func place(_ evaluator: some Evaluating, _ scope: Scope) -> Place {
    inner.word.place(evaluator, scope)
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "\(speaker.words(inner)).\(name)" }
}
