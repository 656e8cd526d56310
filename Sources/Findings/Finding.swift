import Interview
import PackModel

/// A failed check with its place among the others.
package struct Finding: Hashable, Sendable {
  /// The check that failed, and where.
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
    let implied = Implications(failed, pack)
    // Where two imply each other the first one leads.
    var parents = [Int?](repeating: nil, count: failed.count)
    for at in failed.indices {
      parents[at] = implied.first(implying: at) { other in
        !isAbove(at, other, parents)
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

/// Which failed checks imply which others.
private struct Implications {
  private struct Place: Hashable {
    let check: Int
    let rowId: String?
  }

  private let pack: Pack
  private let failed: [CheckResult]
  /// By check: the checks that imply it.
  private let implying: [Int: [Int]]
  /// Where in the list the results of a check are, and those of one row.
  private let ofCheck: [Int: [Int]]
  private let ofRow: [Place: [Int]]

  init(_ failed: [CheckResult], _ pack: Pack) {
    self.pack = pack
    self.failed = failed
    ofCheck = Dictionary(grouping: failed.indices) { failed[$0].check }
    ofRow = Dictionary(grouping: failed.indices) {
      Place(check: failed[$0].check, rowId: failed[$0].rowId)
    }
    var implying: [Int: [Int]] = [:]
    for check in ofCheck.keys {
      for id in pack.checks[check].implies {
        guard let other = pack.check(id), other != check else { continue }
        implying[other, default: []].append(check)
      }
      for id in pack.checks[check].same {
        guard let other = pack.check(id), other != check else { continue }
        if let its = ofCheck[other]?.first, let own = ofCheck[check]?.first,
          failed[its].severity < failed[own].severity
        {
          implying[check, default: []].append(other)
        } else {
          implying[other, default: []].append(check)
        }
      }
    }
    self.implying = implying
  }

  /// The first result that implies this one, weighs no less, and of which the rest holds too.
  func first(implying at: Int, where fits: (Int) -> Bool) -> Int? {
    let (check, table) = (failed[at].check, pack.checks[failed[at].check].table)
    return (implying[check] ?? []).compactMap { upper in
      // Over the same table what is implied is implied of the same row.
      let results =
        pack.checks[upper].table == table
        ? ofRow[Place(check: upper, rowId: failed[at].rowId)] : ofCheck[upper]
      // All results of a check weigh the same.
      guard let results, let one = results.first,
        failed[one].severity <= failed[at].severity
      else { return nil }
      return results.first(where: fits)
    }.min()
  }
}
