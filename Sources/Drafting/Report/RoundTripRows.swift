import Documents
import Findings
import Interview
import PackModel

/// The paper as it was graded, and as it would be with the provisions in it: duty by duty, from what
/// the clauses that go in satisfy. What a blank stands in is not assessed, and what no provision
/// reaches stays as it was graded.
struct RoundTripRows {
  private let findings: FindingsResult
  private let pack: Pack
  /// By obligation, the provisions that bring it, and the blanks that stand in them.
  private let brought: [String: Brought]

  /// Codes of rows whose words are changed.
  private let healed: Set<String>

  private struct Brought {
    var provisions: [Int] = []
    var blanks: [String] = []
  }

  /// - Parameters:
  ///   - agreement: of which the clauses are drafted.
  ///   - healed: rows whose words are changed, so that no provision is needed.
  init(
    _ inserted: InsertionRows, _ evaluation: Evaluation, _ findings: FindingsResult,
    _ agreement: Drafter?, healed: Set<AnswerKey> = []
  ) {
    self.findings = findings
    self.healed = Set(healed.compactMap(\.row))
    pack = evaluation.pack
    var brought: [String: Brought] = [:]
    for (at, insertion) in inserted.insertions.enumerated() {
      for number in insertion.clauses {
        let clause = evaluation.pack.clauses[number]
        guard let blocks = agreement?.insertion(of: clause.id), !blocks.isEmpty else { continue }
        let blanks = blocks.flatMap(\.runs).compactMap { $0.blank?.name }
        for obligation in clause.satisfies {
          var found = brought[obligation] ?? Brought()
          if !found.provisions.contains(at + 1) { found.provisions.append(at + 1) }
          for name in blanks where !found.blanks.contains(name) { found.blanks.append(name) }
          brought[obligation] = found
        }
      }
    }
    self.brought = brought
  }

  /// Nothing where our own draft is looked at: it is not amended.
  var rows: [ReportRow] {
    guard findings.isReview, findings.coverage.isEmpty else { return [] }
    return findings.matrix.rows.flatMap { row -> [ReportRow] in
      guard row.duties.isEmpty else {
        return row.duties.map { duty in
          let obligation = pack.obligations[duty.obligation]
          return self.row(
            row, obligation.id, obligation.says, duty.contract.level, [obligation.id])
        }
      }
      let ids = pack.obligations.filter { $0.row == row.article && $0.contract }.map(\.id)
      return [
        self.row(row, ids.joined(separator: ", "), GradeWords.title(row), row.contract.level, ids)
      ]
    }
  }

  private func row(
    _ row: Matrix.Row, _ id: String, _ duty: String, _ before: Matrix.Grade.Level, _ ids: [String]
  ) -> ReportRow {
    // What was sound stays so, and what nobody graded is not made sound by a part of it.
    let isWeak = [.vague, .carried, .missing, .elsewhere].contains(before)
    let found = isWeak ? ids.compactMap { brought[$0] } : []
    let isReached = !found.isEmpty && found.count == ids.count
    let isChanged =
      isWeak && (healed.contains(row.article.rawValue) && row.duties.isEmpty || healed.contains(id))
    let blanks = isReached && !isChanged ? found.flatMap(\.blanks) : []
    let after =
      isChanged ? .present : isReached ? (blanks.isEmpty ? .present : .notAssessed) : before
    let provisions = isReached ? found.flatMap(\.provisions).map(String.init) : []
    return ReportRow(RoundTripColumn.self) { column in
      switch column {
      case .row: .text(GradeWords.label(row.article))
      case .obligation: .text(id)
      case .duty: .text(duty)
      case .before: .text(GradeWords.words(before))
      case .beforeMark: .text(GradeWords.sign(before))
      case .after: .text(GradeWords.words(after))
      case .afterMark: .text(GradeWords.sign(after))
      case .provision: .text((isChanged ? ["words changed"] : provisions).joined(separator: ", "))
      case .blanks: .text(shortened(blanks))
      }
    }
  }

  /// Three names, and how many more.
  private func shortened(_ names: [String]) -> String {
    let first = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(first) and \(names.count - 3) more" : first
  }
}
