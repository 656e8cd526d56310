import Expressions
import PackModel

extension DecisionTable {
  /// The outcome: that of the first row that fits. Unknown inputs give *unknown* unless every way to
  /// complete them agrees.
  package func outcome(by inputs: [Reading]) -> Reading {
    var possible: Set<String> = []
    for row in rows {
      switch fit(row.when, inputs) {
      case .yes:
        possible.insert(row.result)
        return agreed(possible)
      case .unknown: possible.insert(row.result)
      case .no: continue
      }
    }
    return possible.isEmpty ? .absent : .unknown
  }

  private func agreed(_ possible: Set<String>) -> Reading {
    guard possible.count == 1, let code = possible.first else { return .unknown }
    return .value(.code(code))
  }

  private func fit(_ cells: [DecisionTable.Cell], _ inputs: [Reading]) -> Truth {
    var result = Truth.yes
    for (cell, input) in zip(cells, inputs) {
      result = result && fit(cell, input)
      if result == .no { return .no }
    }
    return result
  }

  private func fit(_ cell: DecisionTable.Cell, _ input: Reading) -> Truth {
    switch (cell, input) {
    case (.any, _): return .yes
    case (_, .unknown): return .unknown
    case (.absent, _): return Truth(input == .absent)
    case (_, .absent): return .no
    case (.oneOf(let values), .value(let value)):
      // `yes` and `no` may be a boolean's or a choice's.
      let said = value.ticks
      return Truth(values.contains { $0.ticks.contains(where: said.contains) })
    case (.compare(let comparison, let limit), .value(let value)):
      guard let order = value.order(limit) else { return .unknown }
      return switch comparison {
      case .less: Truth(order == .less)
      case .lessOrEqual: Truth(order != .greater)
      case .greater: Truth(order == .greater)
      case .greaterOrEqual: Truth(order != .less)
      }
    }
  }
}
