import PackModel

/// The words and conditions of options, and of rows that the pack gives.
struct OptionResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func options(_ question: QuestionSymbol, _ scope: Scope) -> [Option] {
    question.options.map { symbol in
      var option = symbol.option
      option.says = inlines(symbol.node, "says", scope)
      option.enableWhen = condition(symbol.node, scope)
      return option
    }
  }

  /// Where a table's rows come from; nil for what is no table.
  func rows(_ number: Int, _ table: QuestionSymbol) -> RowSource? {
    switch table.rows {
    case nil: return nil
    case .user(let word): return .user(word)
    case .pack(let rows):
      let scope = Scope(resolver.symbols, inside: number)
      let units = Set(table.children.flatMap { resolver.symbols.questions[$0].units })
      return .pack(
        rows.map { symbol in
          var row = symbol.row
          if let fields = symbol.fields { row.authority = resolver.authorities(fields) }
          row.says = inlines(symbol.node, "says", scope)
          row.enableWhen = condition(symbol.node, scope)
          row.unit = unit(symbol.node, among: units)
          return row
        })
    }
  }

  private func inlines(_ node: Node, _ key: String, _ scope: Scope) -> [Inline]? {
    guard let node = node[key], let words = node.words else { return nil }
    return resolver.inlines(words, node.textPlace, scope)
  }

  private func condition(_ node: Node, _ scope: Scope) -> Expression? {
    guard let node = node["enableWhen"], let words = node.words else { return nil }
    return resolver.expression(words, node.textPlace, scope)
  }

  /// - Parameter columns: what the columns of the table count in.
  private func unit(_ node: Node, among columns: Set<Unit>) -> Unit? {
    guard let node = node["unit"], let words = node.words,
      let unit = PackCompiler.unit(words, node.textPlace, resolver.report)
    else { return nil }
    if !columns.contains(unit) {
      resolver.report.add(
        .mismatchedUnits, node.textPlace, "No column of this table counts in \(unit.rawValue).",
        "Write a unit that a column has, or add it to the column's `unit`.")
    }
    return unit
  }
}
