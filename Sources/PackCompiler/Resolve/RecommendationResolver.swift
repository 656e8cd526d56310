import Expressions
import PackModel

/// What `review.yaml` recommends: the rule of the decision, and who closes what until when where
/// nobody has said.
struct RecommendationResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// `decision`: every reason but the last has a condition, over all tables of a report.
  func decision(_ fields: Fields) -> [Review.Rung] {
    var scope = resolver.scope
    scope.isReport = true
    let rungs = fields.nodes("decision").compactMap { Fields($0, .rung, resolver.report) }
    lookAtTheEnd(rungs, "reason")
    return rungs.map { rung in
      func text(_ key: String) -> [Inline] {
        resolver.inlines(rung.required(key), rung[key]?.textPlace ?? rung.place, resolver.scope)
      }
      return Review.Rung(
        id: rung.required("id"), when: resolver.expression(rung, "when", scope),
        says: text("says"), rule: text("rule"))
    }
  }

  /// `owners`: the same, over one row of the findings.
  func owners(_ fields: Fields) -> [Review.Owner] {
    var scope = resolver.scope
    scope.isReport = true
    scope.report = .findings
    let owners = fields.nodes("owners").compactMap { Fields($0, .owner, resolver.report) }
    lookAtTheEnd(owners, "owner")
    return owners.map { owner in
      Review.Owner(
        when: resolver.expression(owner, "when", scope), says: owner.required("says"))
    }
  }

  /// `due`: a number of days for every grade.
  func due(_ fields: Fields) -> [Severity: Quantity] {
    guard let node = fields["due"], let times = Fields(node, .due, resolver.report) else {
      return [:]
    }
    var found: [Severity: Quantity] = [:]
    for severity in Severity.allCases {
      guard let words = times.words(severity.rawValue), let place = times[severity.rawValue]?.place
      else { continue }
      guard
        case .value(.quantity(let time))? = resolver.expression(words, place, resolver.scope),
        time.unit == .day
      else {
        resolver.report.add(
          .brokenValue, place, "“\(words)” is no number of days.", "Write `30 day`.")
        continue
      }
      found[severity] = time
    }
    return found
  }

  /// Only what stands last holds always: what stands behind it would never be reached.
  private func lookAtTheEnd(_ entries: [Fields], _ what: String) {
    for (at, entry) in entries.enumerated() {
      let isLast = at == entries.count - 1
      if isLast, entry["when"] != nil {
        resolver.report.add(
          .wrongShape, entry.place, "The last \(what) has a condition, so that there may be none.",
          "Take its `when` away.")
      } else if !isLast, entry["when"] == nil {
        resolver.report.add(
          .wrongShape, entry.place, "What stands behind this \(what) is never reached.",
          "Give it a `when`, or put it last.")
      }
    }
  }
}
