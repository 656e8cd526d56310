import Interview
import PackModel

/// A failed check with its place among the others.
package struct Finding: Hashable, Sendable {
  package let result: CheckResult
  /// The check's id, with the row's where it has one.
  package let id: String
  /// The finding that this one follows from, by id; it stands beneath it.
  package let impliedBy: String?
}

extension CheckResult {
  /// How a finding is named: `chain.breach-clock[a]`.
  package func id(_ pack: Pack) -> String {
    pack.checks[check].id + (rowId.map { "[\($0)]" } ?? "")
  }
}

extension FindingsResult {
  /// All findings, worst first: each followed by those that it implies and that weigh no more.
  /// Nothing is left out.
  package func findings(_ pack: Pack) -> [Finding] {
    let failed = failed(pack)
    let places = Dictionary(grouping: failed.indices, by: { failed[$0].check })
    // By check: the failed ones that imply it.
    var implying: [Int: [Int]] = [:]
    for check in places.keys {
      for id in pack.checks[check].implies {
        guard let implied = pack.check(id), implied != check else { continue }
        implying[implied, default: []].append(check)
      }
    }
    let ofRow = Dictionary(grouping: failed.indices) { Place(failed[$0]) }
    // Where two imply each other the first one leads.
    var parents = [Int?](repeating: nil, count: failed.count)
    for at in failed.indices {
      let own = failed[at]
      parents[at] = (implying[own.check] ?? []).compactMap { check in
        // Over the same table what is implied is implied of the same row.
        let isSameTable = pack.checks[check].table == pack.checks[own.check].table
        let others = isSameTable ? ofRow[Place(check: check, row: own.rowId)] : places[check]
        return others?.first {
          failed[$0].severity <= own.severity && !isAbove(at, $0, parents)
        }
      }.min()
    }
    func root(_ at: Int) -> Int {
      var at = at
      while let parent = parents[at] { at = parent }
      return at
    }
    var groups: [Int: [Int]] = [:]
    for at in failed.indices { groups[root(at), default: []].append(at) }
    return groups.map { root, members in
      (place: members.min() ?? root, order: [root] + members.filter { $0 != root })
    }
    .sorted { $0.place < $1.place }
    .flatMap(\.order)
    .map { at in
      Finding(
        result: failed[at], id: failed[at].id(pack),
        impliedBy: parents[at].map { failed[$0].id(pack) })
    }
  }

  /// What a check found in one row, or in none.
  private struct Place: Hashable {
    let check: Int
    let row: String?

    init(check: Int, row: String?) {
      self.check = check
      self.row = row
    }

    init(_ result: CheckResult) { self.init(check: result.check, row: result.rowId) }
  }

  private func isAbove(_ upper: Int, _ lower: Int, _ parents: [Int?]) -> Bool {
    var at: Int? = lower
    while let current = at {
      if current == upper { return true }
      at = parents[current]
    }
    return false
  }
}
