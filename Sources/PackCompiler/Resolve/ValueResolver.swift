import Expressions
import PackModel

/// Values that follow from answers, and the decisions by which some of them do.
struct ValueResolver {
  private let resolver: Resolver
  private let tables: DecisionResolver

  init(_ resolver: Resolver) {
    self.resolver = resolver
    tables = DecisionResolver(resolver)
  }

  func decisionsAndValues() -> (decisions: [DecisionTable], values: [Calculated]) {
    let decisions = tables.decisions()
    var inputs: [Int: [[StaticKind]]] = [:]
    let values = resolver.symbols.calculated.map { symbol -> Calculated in
      let rule = rule(symbol, decisions.map { $0.rows.first?.when.count ?? 0 })
      if case .decide(let decision, _)? = rule?.rule, let kinds = rule?.inputs {
        inputs[decision, default: []].append(kinds)
      }
      return Calculated(
        id: symbol.id,
        shortText: symbol.fields.words("shortText") ?? symbol.own.replacing("-", with: " "),
        authority: resolver.authorities(symbol.fields), table: symbol.table,
        rule: rule?.rule ?? .value(.value(.number(0))))
    }
    tables.checkCells(decisions, inputs)
    return (decisions, values)
  }

  /// How a value is found, and where a decision finds it, what that is given; nil, with a
  /// diagnostic, where it cannot be read.
  private func rule(
    _ symbol: CalculatedSymbol, _ columns: [Int]
  ) -> (rule: Calculated.Rule, inputs: [StaticKind]?)? {
    let fields = symbol.fields
    let scope =
      symbol.table.map { Scope(resolver.symbols, inside: $0) } ?? resolver.scope
    if fields["value"]?.words != nil {
      return resolver.expression(fields, "value", scope).map { (.value($0), nil) }
    }
    guard let id = fields.words("decide") else {
      resolver.report.add(
        .missingKey, fields.place, "A calculated value needs `value` or `decide` with `by`.",
        "See FORMAT.md, Decisions.")
      return nil
    }
    guard let decision = resolver.symbols.number(.decision, id) else {
      resolver.report.add(
        resolver.symbols.unknown(.decision, id), fields["decide"]?.place ?? fields.place)
      return nil
    }
    let given = fields.list("by")
    let typed = given.compactMap { resolver.typed($0.words, $0.place, scope) }
    let wanted = columns[decision]
    if typed.count != wanted, typed.count == given.count {
      resolver.report.add(
        .wrongShape, fields["by"]?.place ?? fields.place,
        "The decision \(id) has \(wanted) columns, and `by` names \(typed.count).",
        "Name one value for each column.")
    }
    return (
      .decide(decision, by: typed.map(\.expression)),
      typed.count == wanted ? typed.map(\.kind) : nil
    )
  }
}
