import Findings
import Interview
import PackModel

/// What closes the gaps of a paper, provision by provision.
struct InsertionRows {
  private let entries: [FindingEntry]
  private let findings: FindingsResult
  private let pack: Pack
  private let language: Language
  private let places: AgreementPlaces
  private let words: ReviewWords

  init(
    _ entries: [FindingEntry], _ evaluation: Evaluation, _ findings: FindingsResult,
    _ language: Language, _ places: AgreementPlaces
  ) {
    self.entries = entries
    self.findings = findings
    pack = evaluation.pack
    self.language = language
    self.places = places
    words = ReviewWords(evaluation: evaluation, language: language)
  }

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
    !findings.coverage.isEmpty && places.referred(id) != nil
  }

  /// The places at which the paper has what the clause is about, sound or weak.
  private func places(of clause: Int) -> [String] {
    let satisfied = Set(pack.clauses[clause].satisfies)
    var found: [String] = []
    func add(_ place: SourcedValue?, _ grade: Matrix.Grade) {
      guard let place, [.present, .vague].contains(grade.level) else { return }
      let said = words(place)
      if !found.contains(said) { found.append(said) }
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

  var rows: [ReportRow] {
    insertions.enumerated().map { at, insertion in
      ReportRow(InsertionColumn.self) { column in
        switch column {
        case .number: .value(.number(at + 1))
        case .title: .text(insertion.clauses.first.map(places.title(of:)) ?? "")
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
      return ["\(pack.checks[check].id) in \(language.number(ids.count)) rows"]
    }.joined(separator: ", ")
  }
}
