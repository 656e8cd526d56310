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
    func implies(_ a: CheckResult, _ b: CheckResult) -> Bool {
      guard a.check != b.check, pack.checks[a.check].implies.contains(pack.checks[b.check].id)
      else { return false }
      // Over the same table what is implied is implied of the same row.
      let isSameTable = pack.checks[a.check].table == pack.checks[b.check].table
      return !isSameTable || a.rowId == b.rowId
    }
    // Where two imply each other the first one leads.
    var parents = [Int?](repeating: nil, count: failed.count)
    for at in failed.indices {
      parents[at] = failed.indices.first { other in
        other != at && failed[other].severity <= failed[at].severity
          && implies(failed[other], failed[at]) && !isAbove(at, other, parents)
      }
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

  private func isAbove(_ upper: Int, _ lower: Int, _ parents: [Int?]) -> Bool {
    var at: Int? = lower
    while let current = at {
      if current == upper { return true }
      at = parents[current]
    }
    return false
  }
}
