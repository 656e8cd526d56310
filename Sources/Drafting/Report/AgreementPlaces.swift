import Documents
import Interview
import PackModel

/// Where the clauses of our own draft stand, as a report refers to them. A pack without an agreement has
/// no such places.
struct AgreementPlaces {
  private let agreement: Drafter?
  private let pack: Pack

  /// - Parameter agreement: numbered.
  init(_ agreement: Drafter?, _ pack: Pack) {
    self.agreement = agreement
    self.pack = pack
  }

  /// By question, the number of the first clause that prints its answer or hangs on it. What has no
  /// number and refers to others sums these up: it counts where no other prints the answer.
  var clausesByQuestion: [Int: Int] {
    var found: [Int: Int] = [:]
    let all = (agreement?.numbering?.printed ?? []).sorted()
    let summaries = all.filter { isSummary($0) }
    for number in all.filter({ !summaries.contains($0) }) + summaries {
      let clause = pack.clauses[number]
      let members =
        [clause.alternative?.subject].compactMap { $0 } + clause.blocks.flatMap(\.members)
        + (clause.when?.members ?? [])
      for case .question(let question) in members where found[question] == nil {
        found[question] = number
      }
    }
    return found
  }

  private func isSummary(_ number: Int) -> Bool {
    agreement?.numbering?.clauses[number] == nil
      && pack.clauses[number].blocks.contains { $0.refers }
  }

  /// By clause and section that prints, its place: "section 7.1", "Annex B".
  var all: [String: String] {
    guard let agreement, let numbering = agreement.numbering else { return [:] }
    let sections = pack.documents[agreement.document].sections
    let ids = numbering.printed.map { pack.clauses[$0].id } + sections.map(\.id)
    var found: [String: String] = [:]
    for id in ids { found[id] = referred(id) }
    return found
  }

  /// "section 7.1" of a clause or section; nil where it does not print.
  func referred(_ id: String) -> String? { agreement?.runs.referred(id) }

  /// The same of several clauses, each place once.
  func sections(_ clauses: [String]) -> [String] {
    var seen: Set<String> = []
    return clauses.compactMap { referred($0) }.filter { seen.insert($0).inserted }
  }

  /// The title of the section that holds a clause.
  func title(of clause: Int) -> String {
    let model = pack.clauses[clause]
    guard
      let section = pack.documents[model.document].sections.first(where: { $0.id == model.section })
    else { return model.id }
    return agreement?.runs.inlines(section.title, Whereabouts()).text ?? model.id
  }
}

extension TemplateBlock {
  /// Whether a table in it refers to clauses.
  fileprivate var refers: Bool {
    guard case .table(_, let rows) = self else { return false }
    return rows.contains { row in
      row.cells.contains { cell in
        cell.contains { inline in
          if case .reference = inline { true } else { false }
        }
      }
    }
  }
}
