import Documents
import Findings
import Interview
import PackModel

/// What a draft is told beside the answers.
package struct DraftSettings: Sendable {
  package var language: Language
  package var paper: Document.Paper
  package var standing: Document.Standing
  /// The matter's name, for reports.
  package var matter: String
  /// By number: who made an entry of the journal, and when (RFC 3339).
  package var signers: [Int: Signer]

  package struct Signer: Hashable, Sendable {
    package let by: String
    package let when: String

    package init(by: String, when: String) {
      self.by = by
      self.when = when
    }
  }

  package init(
    language: Language = .british, paper: Document.Paper = .a4,
    standing: Document.Standing = .draft, matter: String = "", signers: [Int: Signer] = [:]
  ) {
    self.language = language
    self.paper = paper
    self.standing = standing
    self.matter = matter
    self.signers = signers
  }
}

/// Drafts any document of the pack. Pure: the same sheet, pack, as-of date and settings give the
/// same document.
///
/// - Returns: nil where the pack has no document of that id.
package func draft(
  _ id: String, _ evaluation: Evaluation, _ findings: FindingsResult,
  _ settings: DraftSettings = DraftSettings()
) -> Document? {
  let pack = evaluation.pack
  guard let number = pack.document(id) else { return nil }
  // Only reports may read findings; an agreement cannot depend on them.
  guard id != "agreement" else {
    var drafter = Drafter(number, evaluation, findings, settings, reports: [:], facts: [:])
    drafter.number()
    return drafter.draft()
  }
  var agreement = pack.document("agreement").map {
    Drafter($0, evaluation, findings, settings, reports: [:], facts: [:])
  }
  agreement?.number()
  let reports = Reports(
    evaluation: evaluation, findings: findings, settings: settings, agreement: agreement)
  var drafter = Drafter(
    number, evaluation, findings, settings, reports: reports.tables, facts: reports.facts)
  drafter.number()
  return drafter.draft()
}

/// The documents that a matter wants, by their ids, in the pack's order.
///
/// - Parameter with: the words by which others are asked for.
package func wantedDocuments(_ evaluation: Evaluation, with: [String] = []) -> [String] {
  let reader = evaluation.reader()
  return evaluation.pack.documents
    .filter { $0.with.map(with.contains) ?? true }
    .filter { $0.when.map { reader.truth($0) == .yes } ?? true }
    .map(\.id)
}
