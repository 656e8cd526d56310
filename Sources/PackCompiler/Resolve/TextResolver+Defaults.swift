import PackModel

/// `{{QUESTION or norm ID}}`, `{{QUESTION or CODE}}`.
extension TextResolver {
  /// - Parameter at: where among the words of the placeholder its `or` stands.
  func withDefault(
    _ parts: [String], _ at: Int, _ format: Placeholder.Format, _ place: SourcePosition,
    _ scope: Scope
  ) -> Placeholder? {
    let name = parts[..<at].joined(separator: " ")
    guard let expression = resolver.expression(name, place, scope) else { return nil }
    guard case .member(.question(let number)) = expression else {
      resolver.report.add(
        .brokenText, place, "Only a question has a default, and “\(name)” is none.",
        "Write {{QUESTION or norm ID}}, or calculate the value.")
      return nil
    }
    guard let unless = resolver.conditions[number] else {
      resolver.report.add(
        .brokenText, place, "“\(name)” is always asked, so its default would never stand.",
        "Leave the default out, or give the question an `enableWhen`.")
      return nil
    }
    let words = parts[(at + 1)...].joined(separator: " ")
    let before = place.moved(by: name.unicodeScalars.count + " or ".count)
    let question = resolver.symbols.questions[number]
    guard let value = defaultValue(words, before, scope, for: question, name) else { return nil }
    return Placeholder(
      source: .expression(expression), format: format,
      otherwise: Placeholder.Default(
        value: value, norm: parts[at + 1] == "norm" ? parts.last : nil, unless: unless))
  }

  private func defaultValue(
    _ words: String, _ place: SourcePosition, _ scope: Scope, for question: QuestionSymbol,
    _ name: String
  ) -> Value? {
    guard words.hasPrefix("norm ") else {
      let codes = question.options.map(\.option.code)
      if codes.contains(words) {
        return question.kind == .checks ? .checks([.code(words)]) : .code(words)
      }
      resolver.report.add(
        codes.isEmpty ? .brokenText : .unknownCode, place,
        codes.isEmpty ? "“\(words)” is no default." : "“\(words)” is none of its codes.",
        codes.isEmpty
          ? "Write `norm` and the id of a norm."
          : "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).")
      return nil
    }
    guard case .value(let value)? = resolver.expression(words, place, scope) else { return nil }
    let fits =
      switch value {
      case .quantity(let quantity):
        question.kind == .quantity
          && (question.units.isEmpty || question.units.contains(quantity.unit))
      case .money: question.kind == .money
      case .date: question.kind == .date
      default: false
      }
    guard fits else {
      resolver.report.add(
        .brokenValue, place, "This norm is no answer to “\(name)”.",
        "Name a norm of the question's kind, in one of its units.")
      return nil
    }
    return value
  }
}
