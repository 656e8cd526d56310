import Expressions
import PackModel

/// What sums and extremes along the chain of a pointer come to, worked out once for all rows of a
/// table: each row goes on from what the row above it came to.
struct ChainReadings {
  private var readings: [Expression: [Reading]] = [:]

  /// What an expression comes to in a row; nil for one that was not worked out.
  func reading(_ expression: Expression, row: Int?) -> Reading? {
    guard !readings.isEmpty, let row, let found = readings[expression] else { return nil }
    return found.indices.contains(row) ? found[row] : nil
  }

  /// Works out every sum and extreme along a chain of this table that the expressions name. The
  /// columns must be there in all rows.
  init(_ expressions: [Expression], of table: Int, _ evaluator: ExpressionEvaluator) {
    for expression in expressions {
      expression.visit { part in
        for case .column(let column, table, let along?) in part.operands {
          let word = part.word
          readings[part] = ChainReadings.all(column, table, along, evaluator) { own, above in
            word.together([own, above])
          }
        }
      }
    }
  }

  init() {}

  /// - Returns: nil where the order in which a chain is gone along could make a difference: amounts
  ///   below nothing may bring a sum back from more than can be held.
  private static func all(
    _ column: Member, _ table: Int, _ along: Int, _ evaluator: ExpressionEvaluator,
    _ joined: (Reading, Reading) -> Reading
  ) -> [Reading]? {
    guard let state = evaluator.answers.table(table) else { return nil }
    var found = [Reading?](repeating: nil, count: state.rows.count)
    var isOnWay = [Bool](repeating: false, count: state.rows.count)
    for start in state.rows.indices where found[start] == nil {
      // Up to a row that is known already, to the end, or back to where the way has passed.
      var way: [Int] = []
      var next: Int? = start
      var above = Reading.absent
      while let row = next {
        if let known = found[row] {
          above = known
          break
        }
        if isOnWay[row] {
          above = .unknown
          break
        }
        isOnWay[row] = true
        way.append(row)
        let pointer = evaluator.answers.reading(.question(along), row: row)
        if pointer == .unknown { above = .unknown }
        next = if case .value(.row(let id)) = pointer { state.number(of: id) } else { nil }
      }
      for row in way.reversed() {
        let own = evaluator.answers.reading(column, row: row)
        if own.isBelowNothing { return nil }
        above = joined(own, above)
        found[row] = above
      }
    }
    return found.map { $0 ?? .unknown }
  }
}

extension Reading {
  fileprivate var isBelowNothing: Bool {
    switch self {
    case .value(.quantity(let quantity)): quantity.thousandths < 0
    case .value(.money(let money)): money.minor < 0
    default: false
    }
  }
}
