import Expressions
import PackModel

/// In which drafts a promise stands, as far as that can be seen without answers: what must all be so.
struct Circumstances {
  /// Conditions that must be yes.
  private var needed: [Expression] = []
  /// The values that a place must have, one of each list.
  private var values: [(place: Expression, among: Set<String>)] = []

  init(of promise: Promise, _ contents: PackContents) {
    let clause = contents.clauses[promise.clause]
    let section = contents.documents[clause.document].sections.first { $0.id == clause.section }
    for condition in [section?.when, clause.when].compactMap({ $0 }) { take(condition) }
    // A row's own condition says nothing about another row's.
    if promise.table == nil, let when = promise.when { take(when) }
    if let alternative = clause.alternative {
      values.append((.member(alternative.subject), Set(alternative.codes)))
    }
  }

  private mutating func take(_ condition: Expression) {
    if case .and(let parts) = condition {
      for part in parts { take(part) }
      return
    }
    needed.append(condition)
    if let value = Circumstances.value(of: condition) { values.append(value) }
  }

  /// What a condition wants one place to be.
  private static func value(of condition: Expression) -> (place: Expression, among: Set<String>)? {
    func code(_ expression: Expression) -> String? {
      switch expression {
      case .value(.choice(.code(let code))): code
      case .value(.boolean(let bool)): bool ? "yes" : "no"
      default: nil
      }
    }
    switch condition {
    case .equal(let place, let value): return code(value).map { (place, [$0]) }
    case .among(let place, let list):
      let codes = list.compactMap(code)
      return codes.count == list.count ? (place, Set(codes)) : nil
    case .any(.rows(let table), _): return (.member(.question(table)), ["some"])
    case .any(.ticks(let checks), _): return (.member(.question(checks)), ["some"])
    case .none(let place): return (place, ["none"])
    case .not(.any(.rows(let table), nil)): return (.member(.question(table)), ["none"])
    default: return nil
    }
  }

  /// Whether what one needs rules the other out.
  func excludes(_ other: Circumstances) -> Bool {
    for mine in values {
      for theirs in other.values
      where mine.place == theirs.place && mine.among.isDisjoint(with: theirs.among) { return true }
    }
    return needed.contains { other.needed.contains(Circumstances.opposite($0)) }
      || other.needed.contains { needed.contains(Circumstances.opposite($0)) }
  }

  /// Whether all that this needs is needed by the other too.
  func hold(wherever other: Circumstances) -> Bool {
    needed.allSatisfy(other.needed.contains)
      && values.allSatisfy { mine in
        other.values.contains { $0.place == mine.place && $0.among.isSubset(of: mine.among) }
      }
  }

  private static func opposite(_ condition: Expression) -> Expression {
    if case .not(let inner) = condition { return inner }
    return condition.otherWordForItsOpposite ?? .not(condition)
  }
}
