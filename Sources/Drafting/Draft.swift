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
  /// The words before the title at the head of every page; empty for none. They are no part of the
  /// document.
  package var confidentiality = DraftSettings.confidential

  /// Whether a report has all it can say, and not only what is acted on.
  package var isLong = false

  /// What is changed in the words of the paper under review.
  package var changes = PaperWordChanges()

  package static let confidential = "Confidential"
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

extension DraftSettings {
  /// As the matter's own settings say. One that says nothing that is known is as if it were not
  /// there.
  ///
  /// - Parameter override: settings of this one draft, which come before the matter's.
  package init(
    of sheet: AnswerSheet, override: [DocumentForm: String] = [:],
    standing: Document.Standing = .draft, matter: String = ""
  ) {
    func said(_ form: DocumentForm) -> String? { override[form] ?? sheet.setting(.form(form)) }
    let variety = said(.language).flatMap { Language(variety: $0) } ?? .british
    self.init(
      language: Language(
        tag: variety.tag,
        dates: said(.dates).flatMap { Language.DateForm(rawValue: $0) } ?? variety.dates,
        numbers: said(.numbers).flatMap { Language.NumberForm(rawValue: $0) } ?? variety.numbers),
      paper: said(.paper).flatMap { Document.Paper(rawValue: $0) }
        ?? (variety.tag == "en-US" ? .letter : .a4),
      standing: standing, matter: matter)
    confidentiality = said(.confidentiality) ?? DraftSettings.confidential
  }

  /// As the setting says, whether it was said or follows from another.
  package func value(of form: DocumentForm) -> String {
    switch form {
    case .language: language.tag
    case .dates: language.dates.rawValue
    case .numbers: language.numbers.rawValue
    case .paper: paper.rawValue
    case .confidentiality: confidentiality
    }
  }
}

extension DocumentForm {
  /// Why a value cannot stand for it, a sentence; nil where it can.
  package func complaint(about value: String) -> String? {
    func oneOf(_ values: [String]) -> String? {
      values.contains(value)
        ? nil
        : "“\(value)” is no form of \(rawValue): write \(Language.british.list(values, or: true))."
    }
    switch self {
    case .language:
      return Language(variety: value) == nil
        ? "“\(value)” is no variety of English: write en-GB, en-IE or en-US." : nil
    case .dates: return oneOf(Language.DateForm.allCases.map(\.rawValue))
    case .numbers: return oneOf(Language.NumberForm.allCases.map(\.rawValue))
    case .paper: return oneOf([Document.Paper.a4, .letter].map(\.rawValue))
    case .confidentiality:
      return value.count <= 60 && !value.contains(where: \.isNewline)
        ? nil : "The words at the head of the page are one line of at most 60 characters."
    }
  }
}

/// Drafts any document of the pack. Pure: the same sheet, pack, as-of date and settings give the
/// same document.
///
/// - Parameter report: made of the same, where that was done already: several documents then cost
///   little more than one.
/// - Returns: nil where the pack has no document of that id.
package func draft(
  _ id: String, _ evaluation: Evaluation, _ findings: FindingsResult,
  _ settings: DraftSettings = DraftSettings(), of report: ReportData? = nil
) -> Document? {
  evaluation.pack.document(id).map { draft($0, evaluation, findings, settings, of: report) }
}

/// Drafts the document that a pack has for a role, the first of several. Pure, as above.
///
/// - Returns: nil where the pack has none.
package func draft(
  _ role: DocumentRole, _ evaluation: Evaluation, _ findings: FindingsResult,
  _ settings: DraftSettings = DraftSettings()
) -> Document? {
  evaluation.pack.document(role).map { draft($0, evaluation, findings, settings, of: nil) }
}

private func draft(
  _ number: Int, _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings,
  of report: ReportData?
) -> Document {
  // What is signed by both cannot depend on findings.
  guard evaluation.pack.documents[number].role.readsFindings else {
    var drafter = Drafter(number, evaluation, findings.asOf, settings)
    drafter.number()
    return drafter.draft()
  }
  return (report ?? ReportData(evaluation, findings, settings)).draft(number)
}

/// Drafts the one section of the document of a role in which a number stands, such as `7.2`, `7.2(b)`
/// or `Annex B`.
///
/// - Returns: nil where no section has the number, or the section is made of the rest of the document.
package func draftSection(
  _ role: DocumentRole, at place: String, _ evaluation: Evaluation, asOf: CalendarDate,
  _ settings: DraftSettings = DraftSettings()
) -> Document? {
  guard let number = evaluation.pack.document(role) else { return nil }
  var drafter = Drafter(number, evaluation, asOf, settings)
  drafter.number()
  return drafter.draftSection(at: place)
}

/// The documents that a matter wants, by their ids, in the pack's order.
///
/// - Parameter with: the words by which others are asked for.
package func wantedDocuments(_ evaluation: Evaluation, with: [String] = []) -> [String] {
  let evaluator = evaluation.evaluator()
  return evaluation.pack.documents
    .filter { $0.with.map(with.contains) ?? true }
    .filter { $0.when.map { evaluator.truth($0) == .yes } ?? true }
    .map(\.id)
}
