import Documents
import Findings
import Interview
import PackModel

/// What goes into another's paper on one subject: the words of every clause that belongs there. They
/// are added to the paper and take nothing out of it: nobody but its reader knows what else stands at a
/// place, and what stands there may be wanted.
struct Insertion {
  /// By number, in the order of the agreement.
  var clauses: [Int]
  /// Where the paper deals with the subject itself, as far as that was noted.
  var places: [String]
  /// What they close, worst first.
  var findings: [Finding]

  /// Clauses of one section make one insertion.
  ///
  /// - Parameter closings: each clause once, in the order of the agreement.
  static func gathered(
    _ closings: [(clause: Int, section: String, places: [String], findings: [Finding])]
  ) -> [Insertion] {
    var found: [Insertion] = []
    var subjects: [String: Int] = [:]
    for closing in closings {
      let at = subjects[closing.section] ?? found.count
      if at == found.count {
        subjects[closing.section] = at
        found.append(Insertion(clauses: [], places: [], findings: []))
      }
      found[at].clauses.append(closing.clause)
      found[at].findings += closing.findings
      for place in closing.places
      where !found[at].places.contains(where: { plain($0) == plain(place) }) {
        found[at].places.append(place)
      }
    }
    return found
  }

  /// A place however it is written.
  private static func plain(_ place: String) -> String {
    place.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
        (clause, pack.clauses[clause].section, places(of: clause), findings)
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

  /// The places at which the paper has what the clause is about, sound or weak.
  private func places(of clause: Int) -> [String] {
    let satisfied = Set(pack.clauses[clause].satisfies)
    var found: [String] = []
    func add(_ place: Said?, _ grade: Matrix.Grade) {
      guard let place, [.present, .vague].contains(grade.level) else { return }
      let words = self.words(place)
      if !found.contains(words) { found.append(words) }
    }
    for row in findings.matrix.rows {
      let duties = row.duties.filter { satisfied.contains(pack.obligations[$0.obligation].id) }
      for duty in duties { add(duty.place ?? row.place, duty.contract) }
      let isMine = pack.obligations.contains {
        satisfied.contains($0.id) && $0.row == row.article
      }
      if row.duties.isEmpty, isMine { add(row.place, row.contract) }
    }
    return found
  }

  var insertionRows: [ReportRow] {
    insertions.enumerated().map { at, insertion in
      ReportRow(InsertionColumn.self) { column in
        switch column {
        case .number: .value(.number(at + 1))
        case .title: .text(insertion.clauses.first.map(title(of:)) ?? "")
        case .placed:
          .text(
            insertion.places.isEmpty
              ? "inserted" : "in addition to \(insertion.places.joined(separator: "; "))")
        case .findings: .text(named(insertion.findings))
        case .text: .clauses(insertion.clauses.map { pack.clauses[$0].id })
        }
      }
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
