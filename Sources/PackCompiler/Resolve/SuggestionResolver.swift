import PackModel

/// Values that are offered beside an empty field.
struct SuggestionResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func suggestion(_ fields: Fields, for question: QuestionSymbol) -> Suggestion? {
    guard let node = fields["suggestion"],
      let suggestion = Fields(node, .suggestion, resolver.report),
      let value = suggestion["value"].flatMap({ self.value($0, for: question) })
    else { return nil }
    let lens = lens(suggestion, for: question)
    if let id = suggestion.words("norm"), let place = suggestion["norm"]?.place {
      guard let norm = resolver.norm(id, place) else { return nil }
      return Suggestion(
        value: value, norm: id, kind: norm.kind,
        because: suggestion.words("because") ?? norm.says, lens: lens)
    }
    if let kind = suggestion.normKind("kind") {
      return Suggestion(
        value: value, norm: nil, kind: kind, because: suggestion.required("because"), lens: lens)
    }
    resolver.report.add(
      .missingKey, suggestion.place, "A suggestion says what sort of norm it is.",
      "Add `norm: ID`, or `kind: MARKET` with `because: …`.")
    return nil
  }

  /// The value that is written; nil, with a diagnostic, where it is no answer.
  func value(_ node: Node, for question: QuestionSymbol) -> Value? {
    let words: String =
      switch node {
      case .words(let text, _, _): text
      case .list(let nodes, _): nodes.compactMap(\.words).joined(separator: ", ")
      case .map: ""
      }
    if let value = question.value(words) { return value }
    resolver.report.add(
      .brokenValue, node.place,
      "“\(words)” is no answer to \(question.id), a \(question.kind.rawValue).",
      "Write a value as FORMAT.md, Values, says.")
    return nil
  }

  /// Other values for a party. What the law sets is the same for both.
  private func lens(_ suggestion: Fields, for question: QuestionSymbol) -> [String: Value] {
    guard let node = suggestion["lens"], let lens = Fields(node, .lens, resolver.report)
    else { return [:] }
    let norm = suggestion.words("norm").flatMap { resolver.symbols.norm($0) }
    if suggestion.normKind("kind") == .law || norm?.kind == .law {
      resolver.report.add(
        .notLaw, node.place, "What the law sets is the same for both parties.",
        "Take `lens` away.")
    }
    return lens.all.reduce(into: [:]) { found, pair in
      found[pair.key] = value(pair.value, for: question)
    }
  }
}
