import Expressions
import PackModel

/// Decision tables.
struct DecisionResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func decisions() -> [DecisionTable] { resolver.symbols.decisions.map(decision) }

  private func decision(_ symbol: DecisionSymbol) -> DecisionTable {
    let report = resolver.report
    var rows: [DecisionTable.Row] = []
    for row in symbol.rows {
      let cells = row.fields.list("when").compactMap { cell($0.words, $0.place) }
      if let first = rows.first, first.when.count != cells.count {
        report.add(
          .wrongShape, row.fields.place,
          "This row has \(cells.count) cells, the first has \(first.when.count).",
          "Give every row a cell for each column.")
      }
      rows.append(DecisionTable.Row(when: cells, result: row.result))
    }
    var says: [String: String] = [:]
    if let node = symbol.fields["says"],
      let map = Fields(open: node, what: "reasons", report)
    {
      for pair in map.all {
        says[pair.key] = pair.value.words ?? ""
        if !symbol.rows.contains(where: { $0.result == pair.key }) {
          report.add(
            .unknownCode, pair.place, "No row of this decision comes to “\(pair.key)”.",
            "Take it away, or correct the code.")
        }
      }
    }
    return DecisionTable(
      id: symbol.id, authority: resolver.authorities(symbol.fields), rows: rows, says: says)
  }

  private func cell(_ words: String, _ place: SourcePosition) -> DecisionTable.Cell? {
    switch words {
    case "any", "-": return .any
    case "absent": return .absent
    default: break
    }
    let signs: [(String, Expression.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less), (">", .greater),
    ]
    for (sign, comparison) in signs where words.hasPrefix(sign) {
      let rest = String(words.dropFirst(sign.count).drop { $0 == " " })
      if let value = constant(rest) { return .compare(comparison, value) }
      resolver.report.add(
        .brokenValue, place, "“\(rest)” is no value.", "Write a comparison as \">= 48 hour\".")
      return nil
    }
    let values = words.split(separator: " ").filter { $0 != "or" }.map(String.init)
      .map { word -> Value in
        word == "yes" ? .boolean(true) : word == "no" ? .boolean(false) : .code(word)
      }
    return .oneOf(values)
  }

  // MARK: Codes

  /// The codes of a decision's cells are codes of what one or the other gives it.
  ///
  /// - Parameter inputs: by decision, what each value that uses it gives its columns.
  func checkCells(_ decisions: [DecisionTable], _ inputs: [Int: [[StaticKind]]]) {
    for (decision, uses) in inputs {
      for column in uses[0].indices {
        let kinds = uses.map { $0[column] }
        // Where any of them can be anything, no code is wrong.
        guard kinds.allSatisfy({ $0.codes != nil && !$0.isOpen }) else { continue }
        let codes = kinds.reduce(into: Set<String>()) { $0.formUnion($1.codes ?? []) }
        checkCells(decisions[decision].rows, resolver.symbols.decisions[decision], column, codes)
      }
    }
  }

  private func checkCells(
    _ rows: [DecisionTable.Row], _ symbol: DecisionSymbol, _ column: Int, _ codes: Set<String>
  ) {
    for (row, written) in zip(rows, symbol.rows) {
      guard row.when.indices.contains(column), case .oneOf(let values) = row.when[column],
        case let cells = written.fields.list("when"), cells.count == row.when.count
      else { continue }
      for case let code? in values.map(code) where !codes.contains(code) {
        let hint = nearest(code, in: codes).map { "Did you mean \($0)? " } ?? ""
        resolver.report.add(
          .unknownCode, cells[column].place, "“\(code)” is none of the codes of this column.",
          hint + "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).")
      }
    }
  }

  private func code(_ value: Value) -> String? {
    switch value {
    case .boolean(let bool): bool ? "yes" : "no"
    case .choice(.code(let code)): code
    default: nil
    }
  }
}
