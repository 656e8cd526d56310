import Documents
import PackModel

extension Drafter {
  /// Who wrote, checked and reviewed the clauses that print: one row for each set of names, most
  /// clauses first.
  func credits() -> Block? {
    let printed = (numbering?.printed ?? []).map { pack.clauses[$0] }
    var counts: [Credits: Int] = [:]
    for clause in printed { counts[clause.credits, default: 0] += 1 }
    guard !counts.isEmpty else { return nil }
    let sets = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .table(
      Table(
        header: [
          [Run("Clauses")], [Run("Written")], [Run("Checked")], [Run("Reviewed by a lawyer")],
        ],
        rows: sets.map { credits, count in
          let all = sets.count == 1
          let clauses =
            "\(settings.language.number(count)) of \(settings.language.number(printed.count))"
          return [
            [Run(all ? "all" : clauses)], [Run(words(credits.written, "not said"))],
            [Run(words(credits.checked, "not yet checked"))],
            [Run(words(credits.reviewed, "not yet reviewed by a lawyer"))],
          ]
        }))
  }

  private func words(_ credit: String?, _ otherwise: String) -> String {
    guard let credit else { return otherwise }
    guard let parts = Credits.parts(credit) else { return credit }
    return "\(parts.name), \(settings.language.date(parts.day))"
  }
}
