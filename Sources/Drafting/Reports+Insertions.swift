import Documents
import Findings
import Interview
import PackModel

/// What goes into another's paper at one place: the words of every clause that belongs there.
struct Insertion {
  /// By number, in the order of the agreement.
  var clauses: [Int]
  /// The passage of the paper whose place they take, empty where nobody noted which it is; nil:
  /// they are inserted.
  let replaces: String?
  /// What they close, worst first.
  var findings: [Finding]

  /// Clauses of one spot make one insertion: those for the same passage, and those without one that
  /// belong to the same section.
  private enum Spot: Hashable {
    case passage(String)
    case section(String, isReplaced: Bool)
  }

  /// - Parameter closings: each clause once, in the order of the agreement.
  static func gathered(
    _ closings: [(clause: Int, section: String, replaces: String?, findings: [Finding])]
  ) -> [Insertion] {
    var found: [Insertion] = []
    var spots: [Spot: Int] = [:]
    for closing in closings {
      let spot: Spot =
        if let passage = closing.replaces, !passage.isEmpty {
          .passage(
            passage.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
        } else {
          .section(closing.section, isReplaced: closing.replaces != nil)
        }
      if let at = spots[spot] {
        found[at].clauses.append(closing.clause)
        found[at].findings += closing.findings
      } else {
        spots[spot] = found.count
        found.append(
          Insertion(
            clauses: [closing.clause], replaces: closing.replaces, findings: closing.findings))
      }
    }
    return found
  }
}

/// What closes the gaps of a paper, provision by provision.
extension Reports {
  /// Every clause that closes a finding, once, in the order of the agreement. What stands in our own
  /// draft already is not inserted once more: there the answer has to change.
  var insertions: [Insertion] {
    var closed: [Int: [Finding]] = [:]
    for entry in entries {
      guard let id = entry.clause, let clause = pack.clause(id), !standsInOurDraft(id) else {
        continue
      }
      closed[clause, default: []].append(entry.finding)
    }
    return Insertion.gathered(
      closed.sorted { $0.key < $1.key }.map { clause, findings in
        (clause, pack.clauses[clause].section, replaced(clause), findings)
      }
    ).map { insertion in
      var insertion = insertion
      insertion.findings.sort { $0.result.severity < $1.result.severity }
      return insertion
    }
  }

  private func standsInOurDraft(_ id: String) -> Bool {
    !findings.coverage.isEmpty && agreement?.referred(id) != nil
  }

  /// The place in the paper of what the clause replaces: a row or duty that is there, and weak.
  private func replaced(_ clause: Int) -> String? {
    let satisfied = Set(pack.clauses[clause].satisfies)
    for row in findings.matrix.rows {
      for duty in row.duties
      where satisfied.contains(pack.obligations[duty.obligation].id)
        && duty.contract.level == .vague
      {
        return duty.place.map { words($0) } ?? place(row)
      }
      let isMine =
        row.duties.isEmpty
        && pack.obligations.contains {
          satisfied.contains($0.id) && $0.row == row.article
        }
      if isMine, row.contract.level == .vague { return place(row) }
    }
    return nil
  }

  var insertionRows: [[String: Value]] {
    insertions.enumerated().map { at, insertion in
      var titles: [String] = []
      for title in insertion.clauses.map(title(of:)) where !titles.contains(title) {
        titles.append(title)
      }
      return [
        "number": .number(at + 1), "title": .text(titles.joined(separator: "; ")),
        "clauses": .checks(insertion.clauses.map { .code(pack.clauses[$0].id) }),
        "replaces": .text(
          insertion.replaces.map { place in
            "in place of \(place.isEmpty ? "what the Agreement provides on this subject" : place)"
          } ?? "inserted"),
        "findings": .text(named(insertion.findings)),
      ]
    }
  }

  /// Findings by their ids; what one check finds in more than two rows by the check's.
  private func named(_ findings: [Finding]) -> String {
    var order: [Int] = []
    let groups = Dictionary(grouping: findings, by: \.result.check)
    for finding in findings where !order.contains(finding.result.check) {
      order.append(finding.result.check)
    }
    return order.flatMap { check -> [String] in
      let ids = groups[check]?.map(\.id) ?? []
      guard ids.count > 2 else { return ids }
      return ["\(pack.checks[check].id) in \(settings.language.number(ids.count)) rows"]
    }.joined(separator: ", ")
  }
}
