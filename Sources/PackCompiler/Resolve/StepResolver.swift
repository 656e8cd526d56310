import PackModel

/// The steps with their conditions, and the questions they ask in the order of their files.
struct StepResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func steps() -> [Step] {
    resolver.symbols.steps.map { symbol in
      let fields = symbol.fields
      return Step(
        id: symbol.id, prefix: fields.words("prefix") ?? "",
        title: fields.required("title", what: "step"), intro: fields.words("intro") ?? "",
        when: resolver.expression(fields, "when", resolver.scope),
        items: symbol.items.compactMap(item))
    }
  }

  private func item(_ item: StepSymbol.Item) -> Int? {
    switch item {
    case .question(let number): number
    case .asked(let id, let place): resolver.question(id, place)
    }
  }
}
